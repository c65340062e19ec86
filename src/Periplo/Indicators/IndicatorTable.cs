using System.Globalization;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Indicators;

/// <summary>
/// Every indicator of every area and year, as it follows from the revisions of the datasets held and the registers.
/// Immutable and safe for many threads.
/// </summary>
public sealed partial class IndicatorTable
{
    private readonly IReadOnlyList<string> places;
    private readonly Dictionary<string, int> positions;
    private readonly ILookup<string, IndicatorColumn> columns;
    private readonly ILookup<string, IndicatorRanking> rankings;
    private readonly ILookup<(string Code, string Area), IndicatorValue> stated;
    private readonly Lazy<IReadOnlyList<IndicatorCoverage>> coverage;
    private readonly Lazy<Dictionary<string, IReadOnlyList<IndicatorKey>>> keys;

    internal IndicatorTable(
        IndicatorRegistry registry, IReadOnlyList<string> places, IReadOnlyList<Area> groups, IReadOnlyList<IndicatorColumn> columns, IReadOnlyList<IndicatorRanking> rankings, IReadOnlyList<IndicatorValue> stated)
    {
        (Registry, Groups, this.places) = (registry, groups, places);
        Areas = [.. places.Take(places.Count - groups.Count)];
        positions = places.Select((area, place) => (area, place)).ToDictionary(pair => pair.area, pair => pair.place);
        this.columns = columns.ToLookup(column => column.Indicator.Code);
        this.rankings = rankings.ToLookup(ranking => ranking.Indicator.Code);
        this.stated = stated.ToLookup(value => (value.Indicator.Code, value.Area));
        coverage = new(() => [.. registry.All.Select(Cover)]);
        keys = new(() => columns.Select(column => (column.Indicator.Code, column.Key)).Concat(stated.Select(value => (value.Indicator.Code, value.Key)))
            .GroupBy(pair => pair.Code).ToDictionary(group => group.Key, IReadOnlyList<IndicatorKey> (group) => [.. group.Select(pair => pair.Key).Distinct()]));
    }

    /// <summary>What the indicators are.</summary>
    public IndicatorRegistry Registry { get; }

    /// <summary>Ids of the areas: countries and territories first, then regions and groups.</summary>
    public IReadOnlyList<string> Areas { get; }

    /// <summary>Groups beside the areas: the members of each process, taken together. Values are asked for by their ids as those of areas are.</summary>
    public IReadOnlyList<Area> Groups { get; }

    /// <summary>How many countries and territories each indicator is filled for, in the order of the registry.</summary>
    public IReadOnlyList<IndicatorCoverage> Coverage => coverage.Value;

    /// <summary>Countries and territories among <see cref="Areas"/>: the denominator of coverage.</summary>
    public int Countries { get; internal init; }

    /// <summary>The revisions its figures came from.</summary>
    public IReadOnlyList<Revision> Revisions { get; internal init; } = [];

    /// <summary>Under which measures and breakdowns an indicator has values, the whole first; without counterparts.</summary>
    public IReadOnlyList<IndicatorKey> Keys(string code) => keys.Value.GetValueOrDefault(Source(code)) ?? [];

    /// <summary>The latest value of an area; null when it has none in any period.</summary>
    /// <param name="code">Code of the indicator.</param>
    /// <param name="area">Id of the area.</param>
    /// <param name="key">Measure and breakdown; the first measure, not broken down, when null.</param>
    /// <param name="notAfter">Last year to look at, or null.</param>
    public IndicatorValue? Latest(string code, string area, IndicatorKey? key = null, int? notAfter = null)
    {
        if (Find(code, area, key) is not { } found)
            return null;
        // Only the value asked for is made: maps and lists ask this of every area.
        foreach (var column in columns[Source(code)].Where(column => column.Key == found.Key).Reverse())
        {
            for (var year = Math.Min(notAfter ?? int.MaxValue, column.Grid.FirstYear + column.Grid.Years - 1); year >= column.Grid.FirstYear; year--)
            {
                if (!double.IsNaN(column.Grid.Values[column.Grid.At(found.Place, year)]))
                    return As(found.Indicator, ValueOf(column, found.Place, year));
            }
        }

        return Stated(code, area, found.Key).Where(value => value.IsFilled && (notAfter is not { } last || value.Period.Year <= last)).Select(value => As(found.Indicator, value)).LastOrDefault();
    }

    /// <summary>The value of an area in a year, or the reason why there is none; null when the year is outside what the source covers.</summary>
    public IndicatorValue? At(string code, string area, int year, IndicatorKey? key = null)
    {
        if (Find(code, area, key) is not { } found)
            return null;
        foreach (var column in columns[Source(code)].Where(column => column.Key == found.Key).Reverse())
        {
            if (column.Grid.At(found.Place, year) >= 0)
                return As(found.Indicator, ValueOf(column, found.Place, year));
        }

        return Stated(code, area, found.Key).Where(value => value.Period.Year == year).Select(value => As(found.Indicator, value)).LastOrDefault();
    }

    /// <summary>The values of an area over time, earliest first; those missing too where asked, with the reason.</summary>
    public IReadOnlyList<IndicatorValue> Series(string code, string area, IndicatorKey? key = null, bool withMissing = false)
    {
        if (Find(code, area, key) is not { } found)
            return [];
        var series = Stated(code, area, found.Key).Where(value => withMissing || value.IsFilled).ToList();
        foreach (var column in columns[Source(code)].Where(column => column.Key == found.Key))
        {
            for (var year = column.Grid.FirstYear; year < column.Grid.FirstYear + column.Grid.Years; year++)
            {
                if (withMissing || !double.IsNaN(column.Grid.Values[column.Grid.At(found.Place, year)]))
                    series.Add(ValueOf(column, found.Place, year));
            }
        }

        return series.ConvertAll(value => As(found.Indicator, value));
    }

    /// <summary>The largest counterparts of an area, largest first; of the latest year that has any when no year is given.</summary>
    public IReadOnlyList<IndicatorValue> Ranked(string code, string area, int? year = null, IndicatorKey? key = null)
    {
        if (Registry.Find(code) is not { } indicator || !positions.TryGetValue(area, out var place))
            return [];
        var wanted = key ?? new(indicator.Measures[0].Id);
        if (rankings[Source(code)].FirstOrDefault(one => one.Key == wanted) is not { } ranking)
            return [];
        var of = year ?? ranking.LatestYear.GetValueOrDefault(place);
        return !ranking.Rows.TryGetValue((place, of), out var rows) ? [] : [.. rows.Select(row => new IndicatorValue(
            indicator, area, TimePeriod.OfYear(of), ranking.Key with { Counterpart = row.Counterpart }, row.Value, null, ranking.Unit, row.Status, null, null,
            Inputs(new(ranking.Origin, 0), area, row.Counterpart, of)))];
    }

    /// <summary>Everything an area has of an indicator: each measure and breakdown over time, and the largest counterparts of the latest year.</summary>
    public IReadOnlyList<IndicatorValue> Of(string code, string area) =>
    [
        .. Keys(code).SelectMany(key => Series(code, area, key)),
        .. rankings[Source(code)].SelectMany(ranking => Ranked(code, area, null, ranking.Key)),
    ];

    /// <summary>The latest value of every area that has one: what a map or a list of areas shows.</summary>
    public IReadOnlyList<IndicatorValue> Across(string code, IndicatorKey? key = null, int? notAfter = null) =>
        [.. Areas.Select(area => Latest(code, area, key, notAfter)).OfType<IndicatorValue>()];

    /// <summary>True when an area has a value of any measure of an indicator in any period.</summary>
    public bool IsFilled(string code, string area) =>
        positions.TryGetValue(area, out var place)
        && (stated[(Source(code), area)].Any(value => value.IsFilled)
            || columns[Source(code)].Any(column => column.Grid.Values.AsSpan(place * column.Grid.Years, column.Grid.Years).ContainsAnyInRange(double.MinValue, double.MaxValue))
            || rankings[Source(code)].Any(ranking => ranking.LatestYear.ContainsKey(place)));

    /// <summary>Indicators that count and are filled for an area.</summary>
    public IReadOnlyList<IndicatorDefinition> Filled(string area) => [.. Registry.All.Where(indicator => indicator.Counts && IsFilled(indicator.Code, area))];

    /// <summary>Indicators with no value for an area, each with the reason to print.</summary>
    public IReadOnlyList<(IndicatorDefinition Indicator, Text Reason)> Gaps(string area) =>
        [.. Registry.All.Where(indicator => !IsFilled(indicator.Code, area)).Select(indicator => (indicator, WhyGap(indicator, area)))];

    private Text WhyGap(IndicatorDefinition indicator, string area)
    {
        if (indicator.IsGap)
        {
            return new(
                $"Periplo no tiene estos datos. Los publica: {indicator.Source.Es}.", $"Periplo does not hold these data. They are published by: {indicator.Source.En}.",
                $"Periplo n’a pas ces données. Elles sont publiées par : {indicator.Source.Fr}.");
        }

        var missing = columns[Source(indicator.Code)].FirstOrDefault() is { } column && Array.TrueForAll(column.Grid.Reasons, reason => reason == Missing.NotHeld) || !columns.Contains(Source(indicator.Code));
        return missing
            ? new(
                $"El almacén no tiene ninguna revisión con estas cifras. Las publica: {indicator.Source.Es}.", $"The store holds no revision with these figures. They are published by: {indicator.Source.En}.",
                $"L’entrepôt ne contient aucune révision avec ces chiffres. Ils sont publiés par : {indicator.Source.Fr}.")
            : new(
                $"La fuente no tiene cifras de esta área: {indicator.Source.Es}.", $"The source has no figures of this area: {indicator.Source.En}.",
                $"La source n’a pas de chiffres pour cette zone : {indicator.Source.Fr}.");
    }

    private (IndicatorDefinition Indicator, int Place, IndicatorKey Key)? Find(string code, string area, IndicatorKey? key) =>
        Registry.Find(code) is { } indicator && positions.TryGetValue(area, out var place) ? (indicator, place, key ?? new(Registry.Find(Source(code))!.Measures[0].Id)) : null;

    private IOrderedEnumerable<IndicatorValue> Stated(string code, string area, IndicatorKey key) => stated[(Source(code), area)].Where(value => value.Key == key).OrderBy(value => value.Period);

    private static IndicatorValue As(IndicatorDefinition indicator, IndicatorValue value) => indicator.SameAs is null ? value : value with { Indicator = indicator };

    private string Source(string code) => Registry.Find(code) is { } indicator ? indicator.SameAs ?? indicator.Code : code;

    private IndicatorCoverage Cover(IndicatorDefinition indicator)
    {
        var code = Source(indicator.Code);
        var filled = Enumerable.Range(0, Countries).Count(place => IsFilled(code, Areas[place]));
        var years = columns[code].SelectMany(column => Enumerable.Range(0, column.Grid.Values.Length).Where(at => !double.IsNaN(column.Grid.Values[at])).Select(at => column.Grid.FirstYear + (at % column.Grid.Years)))
            .Concat(rankings[code].SelectMany(ranking => ranking.Rows.Keys.Select(at => at.Year))).DefaultIfEmpty(0).Max();
        var periods = stated.Where(group => group.Key.Code == code).SelectMany(group => group.Where(value => value.IsFilled).Select(value => value.Period));
        if (years > 0)
            periods = periods.Append(TimePeriod.OfYear(years));
        var latest = periods.OrderBy(period => period.LastDay).Cast<TimePeriod?>().LastOrDefault();
        return new(indicator, filled, Countries, latest);
    }

    private IndicatorValue ValueOf(IndicatorColumn column, int place, int year)
    {
        var at = column.Grid.At(place, year);
        var area = places[place];
        return new(
            column.Indicator, area, TimePeriod.OfYear(year), column.Key, column.Grid.Values[at], null, column.Unit, column.Grid.Statuses[at], Explain(column.Grid.Reasons[at]),
            column.Origins.Select(origin => DefinitionUsed(origin, place, year)).FirstOrDefault(used => used is not null),
            [.. column.Origins.SelectMany(origin => Inputs(origin, area, column.Key.Counterpart, year)).Distinct()]);
    }

    private static IReadOnlyList<IndicatorInput> Inputs(OriginAt from, string area, string counterpart, int year) => from.Origin.Revision is not { } revision ? [] :
    [
        .. from.Origin.Members.GetValueOrDefault(area, [area]).SelectMany(one => from.Origin.Keys.Select(key => new IndicatorInput(
            from.Origin.Dataset, revision, string.Format(CultureInfo.InvariantCulture, key, one, counterpart == IndicatorKey.All ? "*" : counterpart), TimePeriod.OfYear(from.Origin.Year ?? (year - from.Lag)), from.Origin.Publisher))),
    ];

    private static Text? DefinitionUsed(OriginAt from, int place, int year)
    {
        if (from.Origin.DataTypes is not var (grid, codes) || grid.At(place, year - from.Lag) is not (>= 0 and var at) || codes[at] is not { } code)
            return null;
        return CodeLists.DataType.Find(code)?.Name is { } name ? new(name.In("es"), name.In("en"), name.In("fr")) : Text.Same(code);
    }

    /// <summary>Why a year has no value where the source has no row of it.</summary>
    internal static Text NoFigureOfYear { get; } = new("la fuente no tiene cifra de esta área y año", "the source has no figure of this area and year", "la source n’a pas de chiffre pour cette zone et cette année");

    private static Text? Explain(Missing reason) => reason switch
    {
        Missing.NoRow => NoFigureOfYear,
        Missing.InSource => new("la fuente dice que falta", "the source says it is missing", "la source indique qu’il manque"),
        Missing.NotHeld => new("el almacén no tiene ninguna revisión con esta cifra", "the store holds no revision with this figure", "l’entrepôt ne contient aucune révision avec ce chiffre"),
        Missing.DivisionByZero => new("el denominador es cero", "the denominator is zero", "le dénominateur est nul"),
        _ => null,
    };
}
