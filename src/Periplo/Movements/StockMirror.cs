using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>Who says how many live in a country that come from another.</summary>
public enum StockReporter
{
    /// <summary>The office of the country they live in.</summary>
    Destination,

    /// <summary>The office of the country they come from.</summary>
    Origin,

    /// <summary>Somebody else, who compiles or estimates.</summary>
    Other,
}

/// <summary>What one source says of a pair of countries by one definition of origin.</summary>
/// <param name="Reporter">Whose office the source is.</param>
/// <param name="Dataset">Revision of <c>STOCK</c>.</param>
/// <param name="Basis">Code of ORIGIN_BASIS.</param>
/// <param name="Observations">Position of the observation by year.</param>
public sealed record StockSide(StockReporter Reporter, Dataset Dataset, string Basis, IReadOnlyDictionary<int, int> Observations)
{
    /// <summary>Persons in a year; null when the source does not say.</summary>
    public double? Persons(int year) => Observations.TryGetValue(year, out var i) && !double.IsNaN(Dataset.Plain(i)) ? Dataset.Plain(i) : null;

    /// <summary>Name of the definition of origin.</summary>
    public Text BasisName => Dataset.Definition.Structure.Dimensions[Dataset.Definition.Dimension("ORIGIN_BASIS")].CodeList.Find(Basis)!.Name.Text();
}

/// <summary>
/// The same migrants as the country they live in counts them and as the country they come from does (docs/methods/regional-matrix.md). One
/// counts who is there, the other who is gone: they never agree, and the definitions say much of why.
/// </summary>
/// <param name="Origin">The country they come from.</param>
/// <param name="Destination">The country they live in.</param>
/// <param name="Sides">What is held, the destination's first, then the origin's.</param>
public sealed record StockMirror(Area Origin, Area Destination, IReadOnlyList<StockSide> Sides)
{
    private const double Small = 0.05;

    private static readonly Text SmallDifference = new(
        "La diferencia es pequeña: las dos cuentas ven casi a las mismas personas.", "The difference is small: both counts see almost the same persons.", "La différence est petite : les deux décomptes voient presque les mêmes personnes.");

    private static readonly Text Bases = new(
        "No cuentan lo mismo: por lugar de nacimiento siguen contando quienes se naturalizaron; por nacionalidad cuentan sus hijos nacidos en el destino y no los naturalizados.",
        "They do not count the same: by birthplace those who were naturalised still count; by citizenship their children born in the destination count, and the naturalised do not.",
        "Ils ne comptent pas la même chose : selon le lieu de naissance, les naturalisés comptent toujours ; selon la nationalité, comptent leurs enfants nés à destination, et non les naturalisés.");

    private static readonly Text More = new(
        "El destino cuenta más: el origen solo conoce a quienes se inscriben en sus consulados, o pregunta por ellos a los hogares que se quedaron.",
        "The destination counts more: the origin knows only those who sign up at its consulates, or asks the households left behind for them.",
        "La destination compte davantage : l’origine ne connaît que ceux qui s’inscrivent à ses consulats, ou interroge sur eux les ménages restés au pays.");

    private static readonly Text Fewer = new(
        "El origen cuenta más: los censos omiten a parte de los migrantes recientes e irregulares, y quien regresa puede seguir inscrito en el consulado.",
        "The origin counts more: censuses miss some recent and irregular migrants, and who returns may stay signed up at the consulate.",
        "L’origine compte davantage : les recensements omettent une partie des migrants récents et irréguliers, et qui revient peut rester inscrit au consulat.");

    private static readonly Text Dates = new(
        "Las fechas de referencia no son las mismas: un censo es de un día, un registro de fin de año, una estimación de mitad de año.",
        "The reference dates differ: a census is of a day, a register of the end of the year, an estimate of the middle.",
        "Les dates de référence diffèrent : un recensement est d’un jour, un registre de la fin de l’année, une estimation du milieu.");

    /// <summary>Every year that a side has a figure of, in order.</summary>
    public IReadOnlyList<int> Years => [.. Sides.SelectMany(side => side.Observations.Keys).Distinct().Order()];

    /// <summary>What the destination's office says; null when it says nothing.</summary>
    public StockSide? OfDestination => Side(StockReporter.Destination);

    /// <summary>What the origin's office says; null when it says nothing.</summary>
    public StockSide? OfOrigin => Side(StockReporter.Origin);

    /// <summary>Destination's less origin's persons in a year; null unless both say it.</summary>
    public double? Difference(int year) => OfDestination?.Persons(year) - OfOrigin?.Persons(year);

    /// <summary>The last year that both offices have a figure of; null when there is none.</summary>
    public int? LastOfBoth => Years.Where(year => Difference(year) is not null).Select(year => (int?)year).LastOrDefault();

    /// <summary>What may explain the difference, likeliest first; empty when there is none to explain.</summary>
    public IReadOnlyList<Text> Explanations
    {
        get
        {
            if (LastOfBoth is not { } year || Difference(year) is not { } difference)
                return [];
            var texts = new List<Text>();
            if (OfDestination!.Basis != OfOrigin!.Basis)
                texts.Add(Bases);
            var mean = (OfDestination.Persons(year)!.Value + OfOrigin.Persons(year)!.Value) / 2;
            texts.Add(mean == 0 || Math.Abs(difference) / mean < Small ? SmallDifference : difference > 0 ? More : Fewer);
            texts.Add(Dates);
            return texts;
        }
    }

    /// <summary>The mirror of a pair in the figures held; null when neither country's own office says anything.</summary>
    /// <param name="sources">Revisions of <c>STOCK</c> and whose they are.</param>
    /// <param name="origin">The country they come from.</param>
    /// <param name="destination">The country they live in.</param>
    public static StockMirror? Of(IEnumerable<(Dataset Dataset, StockReporter Reporter)> sources, Area origin, Area destination)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(destination);
        var sides = sources.SelectMany(source => SidesOf(source.Dataset, source.Reporter, origin, destination)).OrderBy(side => side.Reporter).ToList();
        return sides.Exists(side => side.Reporter != StockReporter.Other) ? new(origin, destination, sides) : null;
    }

    private static IEnumerable<StockSide> SidesOf(Dataset dataset, StockReporter reporter, Area origin, Area destination)
    {
        var basis = dataset.Definition.Dimension("ORIGIN_BASIS");
        var query = Query.All.Where("FREQ", "A").Where("REF_AREA", destination.Id).Where("COUNTERPART_AREA", origin.Id).Where("MEASURE", "STOCK")
            .Where("SEX", "_T").Where("AGE", "_T").Where("EDUCATION_LEV", "_T");
        return dataset.Select(query).GroupBy(i => dataset.Observations.Code(basis, i))
            .Select(group => new StockSide(reporter, dataset, group.Key, group.DistinctBy(i => dataset.Observations.Times[i].Year).ToDictionary(i => dataset.Observations.Times[i].Year)));
    }

    private StockSide? Side(StockReporter reporter) => Sides.FirstOrDefault(side => side.Reporter == reporter);
}
