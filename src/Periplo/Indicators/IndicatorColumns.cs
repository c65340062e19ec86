using Periplo.Areas;

namespace Periplo.Indicators;

/// <summary>Works the formulas of a registry out, each figure read once.</summary>
internal sealed class IndicatorColumns
{
    /// <summary>Counterparts kept of each area and year.</summary>
    public const int MostCounterparts = 10;

    private static readonly string[] Sexes = [IndicatorKey.All, "F", "M"];

    private readonly IndicatorRegistry registry;
    private readonly AreaRegistry areas;
    private readonly SelectionReading reading;
    private readonly Dictionary<(string, string, string), Worked> known = [];

    public IndicatorColumns(IndicatorRegistry registry, AreaRegistry areas, IReadOnlyList<RevisionHeld> revisions)
    {
        (this.registry, this.areas) = (registry, areas);
        var countries = areas.All.Where(area => area.Kind == AreaKind.Country).Select(area => area.Id).ToList();
        Countries = countries.Count;
        Areas = [.. countries, .. areas.All.Where(area => area.Kind is AreaKind.Composite or AreaKind.Region || (area.Kind == AreaKind.Group && area.Parts.Count > 0)).Select(area => area.Id)];
        reading = new(areas, Areas, revisions);
    }

    /// <summary>Countries and territories, then composites, regions and groups, those of processes last.</summary>
    public IReadOnlyList<string> Areas { get; }

    /// <summary>How many of them are countries and territories.</summary>
    public int Countries { get; }

    /// <summary>The revisions its figures came from.</summary>
    public IReadOnlyList<Statistics.Revision> Revisions => reading.Revisions;

    public List<IndicatorColumn> All { get; } = [];

    public List<IndicatorRanking> Rankings { get; } = [];

    /// <summary>Works every formula out.</summary>
    public void Add(CancellationToken cancellation)
    {
        foreach (var indicator in registry.All.Where(indicator => indicator.SameAs is null))
        {
            foreach (var measure in indicator.Measures.Where(measure => measure.Formula is not null))
            {
                cancellation.ThrowIfCancellationRequested();
                Add(indicator, measure);
            }
        }
    }

    private void Add(IndicatorDefinition indicator, IndicatorMeasure measure)
    {
        var root = measure.Formula!.Root;
        var apart = root.Apart(registry);
        foreach (var sex in apart.Contains("SEX") ? Sexes : [IndicatorKey.All])
        {
            var each = new Dictionary<string, string> { ["SEX"] = sex };
            if (measure.Method is not null)
                All.Add(Column(indicator, measure, new(measure.Id, Sex: sex), ByMethod(measure.Method, root, each)));
            else if (root is Selection { CounterpartDimension: not null } selection)
                Rankings.Add(CounterpartRanking.Of(indicator, new(measure.Id, Sex: sex), selection, each, reading, areas));
            else
                All.AddRange(Ages(root, apart).Select(age => Column(indicator, measure, new(measure.Id, Sex: sex, Age: age), Work(root, new Dictionary<string, string>(each) { ["AGE"] = age }))));
        }
    }

    /// <summary>The ages a formula is told apart by: those of the datasets it selects from.</summary>
    private IEnumerable<string> Ages(Expression root, IReadOnlySet<string> apart)
    {
        if (!apart.Contains("AGE"))
            return [IndicatorKey.All];
        var selection = root.Selections().First(one => one.Choice("AGE")?.Kind == ChoiceKind.Each);
        return reading.Find(selection) is { } dataset
            ? dataset.Observations.Codes[dataset.Definition.Dimension("AGE")].Order(StringComparer.Ordinal)
            : [IndicatorKey.All];
    }

    private static IndicatorColumn Column(IndicatorDefinition indicator, IndicatorMeasure measure, IndicatorKey key, Worked worked) =>
        new(indicator, key, measure.Unit, worked.Grid!, [.. worked.Origins.Distinct()]);

    private Worked Work(Expression expression, IReadOnlyDictionary<string, string> each)
    {
        switch (expression)
        {
            case Number number:
                return new(null, number.Value, []);
            case Selection selection:
                var (grid, origin) = reading.Read(selection, each);
                return new(grid, 0, [new(origin, 0)]);
            case IndicatorReference reference:
                return Refer(reference, each);
            case Lag lag:
                var of = Work(lag.Of, each);
                return of with { Grid = of.Grid?.Later(lag.Years), Origins = [.. of.Origins.Select(one => one with { Lag = one.Lag + lag.Years })] };
            case Operation operation:
                return Operate(operation.Sign, Work(operation.Left, each), Work(operation.Right, each));
            default:
                throw new InvalidOperationException($"No way to work out {expression.GetType().Name}.");
        }
    }

    private Worked Refer(IndicatorReference reference, IReadOnlyDictionary<string, string> each)
    {
        var key = (reference.Code, reference.Measure, string.Join(',', each.OrderBy(pair => pair.Key, StringComparer.Ordinal)));
        if (!known.TryGetValue(key, out var worked))
        {
            var measure = registry.Own(reference.Code).Measure(reference.Measure);
            var root = measure.Formula!.Root;
            known.Add(key, worked = measure.Method is null ? Work(root, each) : ByMethod(measure.Method, root, each));
        }

        return worked;
    }

    private Worked ByMethod(string method, Expression root, IReadOnlyDictionary<string, string> each) => method == MoneyAboveTarget.Method
        ? MoneyAboveTarget.Work(root, each, reading, areas, Areas)
        : Distribution.Work(method, (Selection)root, each, reading, areas, Areas);

    private static Worked Operate(char sign, Worked left, Worked right)
    {
        IReadOnlyList<OriginAt> origins = [.. left.Origins, .. right.Origins];
        return (left.Grid, right.Grid) switch
        {
            (null, null) => new(null, Arithmetic.Apply(sign, left.Number, right.Number), origins),
            ({ } grid, null) => new(Arithmetic.Combine(sign, grid, right.Number, numberFirst: false), 0, origins),
            (null, { } grid) => new(Arithmetic.Combine(sign, grid, left.Number, numberFirst: true), 0, origins),
            ({ } one, { } other) => new(Arithmetic.Combine(sign, one, other), 0, origins),
        };
    }
}

/// <summary>What a part of a formula came to: a grid, or a number where it names no figures.</summary>
internal readonly record struct Worked(Grid? Grid, double Number, IReadOnlyList<OriginAt> Origins);
