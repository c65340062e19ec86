using Periplo.Areas;
using Periplo.Disclosure;
using Periplo.Sdmx;

namespace Periplo.Movements;

/// <summary>A measure of a dataset and the counts it is made of.</summary>
/// <param name="Code">Code of the measure in the dataset.</param>
/// <param name="Measure">What was counted.</param>
/// <param name="Entry">Entries, exits, or null for both together.</param>
/// <param name="From">First month to publish.</param>
/// <param name="To">Last month to publish.</param>
internal readonly record struct PublishedMeasure(string Code, MovementMeasure Measure, bool? Entry, int From, int To);

/// <summary>Turns counts by cell into the linked tables that protection works on, under the codes of the datasets.</summary>
internal sealed class MovementSeries
{
    private static readonly string[] Sexes = ["_U", "M", "F"];
    private static readonly string[] Modes = ["_U", "AIR", "LAND", "SEA"];
    private static readonly string[] Purposes = ["_U", .. Enumerable.Range(1, 99).Select(number => $"V{number:D2}")];
    private static readonly string[] Posts = [.. Enumerable.Range(0, 1000).Select(number => $"P{number:D3}"), "_U"];

    private readonly MovementResults results;
    private readonly bool hasDirection;
    private readonly string[] areas;
    private readonly Dictionary<int, int> areaOfM49 = [];
    private readonly (MovementCell Cell, long Count)[] cells;

    public MovementSeries(MovementResults results, AreaRegistry registry, bool hasDirection)
    {
        (this.results, this.hasDirection) = (results, hasDirection);
        List<string> codes = ["UNK"];
        areaOfM49.Add(0, 0);
        foreach (var area in registry.All.Where(area => area.IsLeaf && area.M49 is > 0))
        {
            if (areaOfM49.TryAdd(area.M49!.Value, codes.Count))
                codes.Add(area.Id);
        }

        areas = [.. codes];
        cells = [.. results.Cells.Ordered()];
    }

    /// <summary>The series of the measures and the tables that break them down.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="breakdowns">Which tables.</param>
    /// <param name="status">Status of a month.</param>
    public (List<TableSeries> Series, List<BreakdownTable> Tables) Of(
        IReadOnlyList<PublishedMeasure> measures, IReadOnlyList<Breakdown> breakdowns, Func<int, ObservationStatus> status)
    {
        var (series, first) = (new List<TableSeries>(), new Dictionary<(MovementMeasure, bool, int), (int Series, PublishedMeasure Measure)>());
        foreach (var measure in measures)
        {
            for (var country = 0; country < results.Countries.All.Count; country++)
            {
                foreach (var entry in measure.Entry is { } one ? new[] { one } : [true, false])
                    first.Add((measure.Measure, entry, country), (series.Count, measure));
                for (var month = measure.From; month <= measure.To; month++)
                    series.Add(new(results.Countries.All[country].Area, Period(month), measure.Code, Direction(measure), status(month)));
            }
        }

        var tables = new List<BreakdownTable>();
        foreach (var breakdown in breakdowns)
        {
            var (dimensions, codes) = Dimensions(breakdown);
            var counts = new List<BreakdownCount>();
            foreach (var (cell, count) in cells)
            {
                if (cell.Breakdown == breakdown && first.TryGetValue((cell.Measure, cell.IsEntry, cell.Country), out var place)
                    && cell.Month >= place.Measure.From && cell.Month <= place.Measure.To)
                {
                    var (one, other) = Codes(breakdown, cell);
                    counts.Add(new(place.Series + cell.Month - place.Measure.From, one, other, 0, count));
                }
            }

            tables.Add(new(dimensions, codes, counts));
        }

        return (series, tables);
    }

    /// <summary>A month as a period.</summary>
    public TimePeriod Period(int month) => TimePeriod.TryParse(results.Span.MonthName(month), out var period) ? period : throw new ArgumentOutOfRangeException(nameof(month), month, "No such month.");

    /// <summary>Position of a citizenship among <see cref="AreaCodes"/>.</summary>
    public int Area(int m49) => areaOfM49.GetValueOrDefault(m49, 0);

    /// <summary>Codes of citizenship and birthplace, unknown first.</summary>
    public IReadOnlyList<string> AreaCodes => areas;

    private string? Direction(PublishedMeasure measure) => hasDirection ? measure.Entry is { } entry ? entry ? "E" : "X" : "_Z" : null;

    private (string[] Ids, string[][] Codes) Dimensions(Breakdown breakdown) => breakdown switch
    {
        Breakdown.CitizenshipSex => (["CITIZENSHIP", "SEX"], [areas, Sexes]),
        Breakdown.SexAge => (["SEX", "AGE"], [Sexes, [.. Ages.Codes]]),
        Breakdown.BirthplaceSex => (["BIRTHPLACE", "SEX"], [areas, Sexes]),
        Breakdown.PostMode => (["POST", "TRANSPORT_MODE"], [Posts, Modes]),
        Breakdown.Purpose => (["PURPOSE"], [Purposes]),
        _ => throw new ArgumentOutOfRangeException(nameof(breakdown)),
    };

    private (int First, int Second) Codes(Breakdown breakdown, MovementCell cell) => breakdown switch
    {
        Breakdown.CitizenshipSex or Breakdown.BirthplaceSex => (Area(cell.First), cell.Second),
        Breakdown.PostMode => (Math.Min(cell.First, Posts.Length - 1), cell.Second),
        Breakdown.Purpose => (cell.First < Purposes.Length ? cell.First : 0, 0),
        _ => (cell.First, cell.Second),
    };
}
