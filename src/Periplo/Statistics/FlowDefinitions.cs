using Periplo.Flows;
using Periplo.Languages;
using Periplo.Sdmx;
using static Periplo.Statistics.Names;

namespace Periplo.Statistics;

/// <summary>The dataset <c>FLOWS</c>: flows that countries report, and those Periplo estimates of stocks; see docs/datasets.md.</summary>
public static class FlowDefinitions
{
    /// <summary>Moves of persons born in the area they leave.</summary>
    public const string Outward = "OUTWARD";

    /// <summary>Moves of persons to the area they were born in.</summary>
    public const string Return = "RETURN";

    /// <summary>Moves of persons born in neither, or where is not known.</summary>
    public const string Transit = "TRANSIT";

    /// <summary>The value itself, then both ends of the intervals of 80 and of 95 percent.</summary>
    public static IReadOnlyList<string> Statistic { get; } = ["EST", "LO80", "HI80", "LO95", "HI95"];

    /// <summary>DURATION of transitions over a number of years, so that four years never stand for five.</summary>
    /// <param name="years">4 or 5.</param>
    public static string Duration(int years) => years switch
    {
        4 => "4Y",
        5 => "5Y",
        _ => throw new ArgumentOutOfRangeException(nameof(years), years, "Flows are estimated over four or five years."),
    };

    /// <summary>EST_METHOD of a method: <c>DA_CLOSED_PB</c> of <c>da-closed-pb</c>.</summary>
    public static string MethodCode(FlowMethod method) => method.Id().Replace('-', '_').ToUpperInvariant();

    internal static DatasetDefinition Flows(CodeList area) => DatasetDefinitions.Define(
        "FLOWS", "DF_MIG_FLOW", new Text("Flujos migratorios", "Migration flows", "Flux migratoires"),
        new Text(
            "Personas que cambiaron de área de residencia en un periodo, como las notifica el origen o el destino, o como las estima Periplo de los cambios de la población migrante.",
            "Persons who changed their area of residence in a period, as origin or destination reports them, or as Periplo estimates them from changes of migrant stocks.",
            "Personnes qui ont changé de zone de résidence au cours d’une période, telles que les communique l’origine ou la destination, ou telles que Periplo les estime à partir des variations des populations migrantes."),
        "FLOW_TYPE",
        ["IMM", "EMI", "TRN"],
        [
            DatasetDefinitions.FrequencyDimension,
            new(Concept("REF_AREA", "Área de destino", "Area of destination", "Zone de destination"), area),
            new(Concept("COUNTERPART_AREA", "Área de origen", "Area of origin", "Zone d’origine"), area),
            new(Concept("FLOW_TYPE", "Tipo de flujo", "Type of flow", "Type de flux"), DatasetDefinitions.Measures("CL_FLOW_TYPE",
                Code("IMM", "Entradas que notifica el destino", "Inflows reported by the destination", "Entrées communiquées par la destination"),
                Code("EMI", "Salidas que notifica el origen", "Outflows reported by the origin", "Sorties communiquées par l’origine"),
                Code("TRN", "Transiciones entre dos fechas", "Transitions between two dates", "Transitions entre deux dates"),
                Code("NET", "Flujo neto", "Net flow", "Flux net"))),
            new(Concept("ORIGIN_BASIS", "Definición de origen", "Definition of origin", "Définition de l’origine"), CodeLists.OriginBasis),
            new(Concept("DURATION", "Duración", "Duration", "Durée"), DatasetDefinitions.Measures("CL_DURATION",
                Code("NAT", "Definición nacional", "National definition", "Définition nationale"),
                Code("0M", "Sin duración mínima", "No least duration", "Sans durée minimale"),
                Code("3M", "Tres meses", "Three months", "Trois mois"),
                Code("6M", "Seis meses", "Six months", "Six mois"),
                Code("12M", "Doce meses", "Twelve months", "Douze mois"),
                Code("PERM", "Permanente", "Permanent", "Permanente"),
                Code("4Y", "Cuatro años", "Four years", "Quatre ans"),
                Code("5Y", "Cinco años", "Five years", "Cinq ans"))),
            new(Concept("FLOW_GROUP", "Grupo", "Group", "Groupe"), DatasetDefinitions.Measures("CL_FLOW_GROUP",
                Code("_T", "Todos", "All", "Tous"),
                Code("FOR", "Extranjeros", "Foreigners", "Étrangers"),
                Code("NAT", "Nacionales", "Nationals", "Nationaux"),
                Code(Outward, "Nacidos en el origen (salida)", "Born in the origin (outward)", "Nés dans la zone d’origine (départ)"),
                Code(Return, "Nacidos en el destino (retorno)", "Born in the destination (return)", "Nés dans la zone de destination (retour)"),
                Code(Transit, "Nacidos en otra área o no se sabe dónde (tránsito)", "Born in another area or it is not known where (transit)", "Nés dans une autre zone ou on ne sait où (transit)"))),
            DatasetDefinitions.SexDimension,
            DatasetDefinitions.AgeDimension,
            new(Concept("EST_METHOD", "Método", "Method", "Méthode"), DatasetDefinitions.Measures("CL_EST_METHOD", Methods)),
            new(Concept("STATISTIC", "Estadístico", "Statistic", "Statistique"), DatasetDefinitions.Measures("CL_STATISTIC",
                Code("EST", "Valor", "Value", "Valeur"),
                Bound("LO80", "inferior", "Lower", "inférieure", 80),
                Bound("HI80", "superior", "Upper", "supérieure", 80),
                Bound("LO95", "inferior", "Lower", "inférieure", 95),
                Bound("HI95", "superior", "Upper", "supérieure", 95))),
            DatasetDefinitions.UnitDimension,
        ]);

    /// <summary>How flows came to be: <c>REP</c> as reported, and the methods of docs/methods/flows.md.</summary>
    private static IReadOnlyList<Code> Methods { get; } =
        [Code("REP", "Notificado", "Reported", "Communiqué"), .. FlowMethods.All.Select(method => new Code(MethodCode(method), method.Name().International()))];

    private static Code Bound(string id, string es, string en, string fr, int percent) => Code(
        id, $"Límite {es} del {percent} % (incertidumbre de los datos de entrada)", $"{en} bound, {percent} % (input uncertainty)", $"Limite {fr} à {percent} % (incertitude des données d’entrée)");
}
