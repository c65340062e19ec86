using Periplo.Languages;

namespace Periplo.Web.Flows;

/// <summary>The views of flows.</summary>
public enum FlowView
{
    /// <summary>Ribbons across a circle, with the table of the selection.</summary>
    Circle,

    /// <summary>The greatest corridors on the map.</summary>
    Map,

    /// <summary>Origins by destinations.</summary>
    Matrix,

    /// <summary>The greatest corridors with their intervals.</summary>
    Corridors,

    /// <summary>The greatest corridors by every method.</summary>
    Methods,

    /// <summary>The total by every method.</summary>
    Totals,

    /// <summary>Who moved into a country, by origin.</summary>
    Origins,

    /// <summary>Who moved out of a country, by destination.</summary>
    Destinations,
}

/// <summary>Addresses of flows. Stable.</summary>
public static class FlowAddresses
{
    /// <summary>The room of flows.</summary>
    public static string Flows(Language language) => language.Of("/flujos", "/en/flows", "/fr/flux");

    /// <summary>A view on a page of its own.</summary>
    public static string View(Language language, FlowView view) => $"{Flows(language)}/{Word(view).In(language)}";

    /// <summary>The room with an area chosen.</summary>
    public static string Area(Language language, string area) => $"{Flows(language)}?{AreaWord.In(language)}={area}";

    /// <summary>Where the form of a corridor leads.</summary>
    public static string Corridor(Language language) => Flows(language) + language.Of("/corredor", "/corridor", "/corridor");

    /// <summary>The estimates of moves from one area to another, period by period.</summary>
    public static string Corridor(Language language, string origin, string destination) => $"{Corridor(language)}/{origin}-{destination}";

    /// <summary>How flows are estimated, in plain words.</summary>
    public static string Method(Language language) => language.Of("/metodos/flujos", "/en/methods/flows", "/fr/methodes/flux");

    /// <summary>Name of the area in a query.</summary>
    public static Text AreaWord { get; } = new("area", "area", "zone");

    /// <summary>Name of the period in a query.</summary>
    public static Text PeriodWord { get; } = new("periodo", "period", "periode");

    /// <summary>Name of the method in a query.</summary>
    public static Text MethodWord { get; } = new("metodo", "method", "methode");

    /// <summary>Name of the sex in a query.</summary>
    public static Text SexWord { get; } = new("sexo", "sex", "sexe");

    /// <summary>Name of the threshold in a query.</summary>
    public static Text ThresholdWord { get; } = new("umbral", "threshold", "seuil");

    /// <summary>Name of the revision in a query.</summary>
    public static Text RevisionWord { get; } = new("revision", "revision", "revision");

    /// <summary>Name of the origin in a query.</summary>
    public static Text FromWord { get; } = new("de", "from", "de");

    /// <summary>Name of the destination in a query.</summary>
    public static Text ToWord { get; } = new("a", "to", "a");

    /// <summary>The word of a view in addresses.</summary>
    public static Text Word(FlowView view) => view switch
    {
        FlowView.Circle => new("circulo", "circle", "cercle"),
        FlowView.Map => new("mapa", "map", "carte"),
        FlowView.Matrix => new("matriz", "matrix", "matrice"),
        FlowView.Corridors => new("corredores", "corridors", "corridors"),
        FlowView.Methods => new("corredores-por-metodo", "corridors-by-method", "corridors-par-methode"),
        FlowView.Totals => new("total-por-metodo", "total-by-method", "total-par-methode"),
        FlowView.Origins => new("origenes", "origins", "origines"),
        FlowView.Destinations => new("destinos", "destinations", "destinations"),
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };
}
