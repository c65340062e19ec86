using System.Runtime.InteropServices;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>What the columns of a regional matrix are.</summary>
public enum MatrixBasis
{
    /// <summary>Citizenship of the persons: says who moves, not from where.</summary>
    Citizenship,

    /// <summary>Country on the other side: where they come from (entries) or go to (exits).</summary>
    Counterpart,
}

/// <summary>Movements one country reports of one citizenship, or from or to one country, over a span.</summary>
/// <param name="Reporting">Id of the reporting country.</param>
/// <param name="Other">Id of the citizenship or of the country on the other side.</param>
/// <param name="Value">Movements, the sum of the periods published; NaN when every one of them is missing.</param>
/// <param name="Status">Status common to the addends, else estimated (E).</param>
/// <param name="Months">Months of the span with a figure, 12 for a figure of a year.</param>
/// <param name="Missing">Figures of the source that are marked missing: the sum is then a lower bound.</param>
public sealed record MatrixCell(string Reporting, string Other, double Value, ObservationStatus Status, int Months, int Missing);

/// <summary>A sum over cells of a regional matrix.</summary>
/// <param name="Value">Movements; NaN when no cell has a figure, which is not zero.</param>
/// <param name="Cells">Cells with a figure.</param>
/// <param name="Missing">Figures marked missing among them.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MatrixSum(double Value, int Cells, int Missing)
{
    /// <summary>True when there is a figure.</summary>
    public bool HasValue => Cells > 0;

    internal static MatrixSum Of(IEnumerable<MatrixCell> cells)
    {
        var (value, count, missing) = (0.0, 0, 0);
        foreach (var cell in cells)
        {
            missing += cell.Missing;
            if (double.IsNaN(cell.Value))
                continue;
            value += cell.Value;
            count++;
        }

        return new(count == 0 ? double.NaN : value, count, missing);
    }
}

/// <summary>A row of a regional matrix: one country of the region that reports.</summary>
/// <param name="Area">Its id.</param>
/// <param name="Months">Months of the span for which it published anything.</param>
/// <param name="Own">Its own citizens.</param>
/// <param name="Within">Citizens of the other members of the region, or movements from or to them.</param>
/// <param name="Across">Citizens of countries beyond the region, or movements from or to those.</param>
/// <param name="Unknown">Citizenship or country unknown, other, or none (stateless).</param>
/// <param name="PublishedTotal">The total it publishes itself, over the periods in which it does; NaN when it does not.</param>
public sealed record MatrixRow(string Area, int Months, MatrixSum Own, MatrixSum Within, MatrixSum Across, MatrixSum Unknown, double PublishedTotal)
{
    /// <summary>All movements it reports: its parts, or the total it publishes where it gives no parts.</summary>
    public double Total
    {
        get
        {
            var known = new[] { Own, Within, Across, Unknown }.Where(sum => sum.HasValue).ToList();
            return known.Count == 0 ? PublishedTotal : known.Sum(sum => sum.Value);
        }
    }
}

/// <summary>
/// Movements within, into or out of a region, by reporting country and citizenship (or country on the other side), over
/// a span of months (docs/methods/regional-matrix.md). A cell nobody published is not there: it is not zero.
/// </summary>
public sealed class RegionalMatrix
{
    private const string Total = "_T";
    private const string World = "001";
    /// <summary>Dimensions by which a table may be broken down.</summary>
    internal static readonly string[] Breakdowns = ["COUNTERPART_AREA", "CITIZENSHIP", "SEX", "AGE", "POST", "TRANSPORT_MODE", "ROUTE"];
    private readonly Dictionary<(string Reporting, string Other), MatrixCell> cells = [];

    private HashSet<string> members = [];

    private RegionalMatrix(Area region, string movement, MatrixBasis basis, TimePeriod from, TimePeriod to)
    {
        (Region, Movement, Basis, From, To) = (region, movement, basis, from, to);
        MonthsAsked = CalendarMonths.Between(from.FirstDay, to.LastDay);
    }

    /// <summary>The region.</summary>
    public Area Region { get; }

    /// <summary>Code of the movement: <c>ENTRY</c>, <c>EXIT</c>, …</summary>
    public string Movement { get; }

    /// <summary>What the columns are.</summary>
    public MatrixBasis Basis { get; }

    /// <summary>First period.</summary>
    public TimePeriod From { get; }

    /// <summary>Last period.</summary>
    public TimePeriod To { get; }

    /// <summary>Months of the span.</summary>
    public int MonthsAsked { get; }

    /// <summary>Members of the region that report, by id.</summary>
    public IReadOnlyList<MatrixRow> Rows { get; private set; } = [];

    /// <summary>Members of the region without any figure in the span, by id: what the sums leave out.</summary>
    public IReadOnlyList<string> Silent { get; private set; } = [];

    /// <summary>Ids of the columns, those of the region first, each part by falling sum.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>Cells with a figure or one marked missing.</summary>
    public IReadOnlyCollection<MatrixCell> Cells => cells.Values;

    /// <summary>Movements of the reporting countries' own citizens.</summary>
    public MatrixSum Own { get; private set; }

    /// <summary>Movements within the region: of citizens of other members, or from or to other members.</summary>
    public MatrixSum Within { get; private set; }

    /// <summary>Movements across its outer border: into it for entries, out of it for exits.</summary>
    public MatrixSum Across { get; private set; }

    /// <summary>Movements of unknown or no citizenship, or with an unknown country on the other side.</summary>
    public MatrixSum Unknown { get; private set; }

    /// <summary>The cell of a reporting country and a citizenship or country; null when nothing was published.</summary>
    public MatrixCell? Cell(string reporting, string other) => cells.GetValueOrDefault((reporting, other));

    /// <summary>Whether a column is a member of the region.</summary>
    public bool IsMember(string id) => members.Contains(id);

    /// <summary>The matrix of one movement in the figures of one source.</summary>
    /// <param name="dataset">A revision of <c>MOVEMENTS_MONTHLY</c>.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="region">Region or group with known members.</param>
    /// <param name="movement">Code of CL_MOVEMENT.</param>
    /// <param name="from">First month or year.</param>
    /// <param name="to">Last month or year, included.</param>
    /// <param name="basis">What the columns are.</param>
    /// <exception cref="StatisticsException">The members of the region are not known, the span is turned round, or the figures cannot be added.</exception>
    public static RegionalMatrix Of(
        Dataset dataset, AreaRegistry areas, Area region, string movement, TimePeriod from, TimePeriod to, MatrixBasis basis = MatrixBasis.Citizenship) =>
        Of(ReportingSources.Of(dataset), areas, region, movement, from, to, basis);

    /// <summary>The matrix of one movement.</summary>
    /// <param name="sources">Whose figures it is made of.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="region">Region or group with known members.</param>
    /// <param name="movement">Code of CL_MOVEMENT.</param>
    /// <param name="from">First month or year.</param>
    /// <param name="to">Last month or year, included.</param>
    /// <param name="basis">What the columns are.</param>
    /// <exception cref="StatisticsException">The members of the region are not known, the span is turned round, or the figures cannot be added.</exception>
    public static RegionalMatrix Of(
        ReportingSources sources, AreaRegistry areas, Area region, string movement, TimePeriod from, TimePeriod to, MatrixBasis basis = MatrixBasis.Citizenship)
    {
        if (from.FirstDay > to.LastDay)
            throw new StatisticsException(new Text($"El periodo {from} viene después de {to}: cámbielos de lugar.", $"The period {from} comes after {to}: turn them round.", $"La période {from} vient après {to} : intervertissez-les."));
        var matrix = new RegionalMatrix(region, movement, basis, from, to) { members = [.. areas.Members(region, to.Year).Select(member => member.Id)] };
        if (matrix.members.Count == 0)
        {
            throw new StatisticsException(new Text(
                $"No se sabe qué países forman {region.ShortName.Es}; elija una región con miembros, por ejemplo 419 o 013.",
                $"It is not known which countries make up {region.ShortName.En}; choose a region with members, for example 419 or 013.",
                $"On ne sait pas quels pays forment {region.ShortName.Fr} ; choisissez une région qui a des membres, par exemple 419 ou 013."));
        }

        var rows = new List<MatrixRow>();
        var totals = new Dictionary<Dataset, Totals>();
        foreach (var area in sources.Areas.Where(matrix.members.Contains))
        {
            if (sources.For(area) is not { } dataset)
                continue;
            if (!totals.TryGetValue(dataset, out var sums))
                totals.Add(dataset, sums = new(dataset, areas));
            if (matrix.Row(area, Figures(sums, dataset, area, movement, from, to, basis), areas) is { } row)
                rows.Add(row);
        }

        matrix.Rows = rows;
        matrix.Silent = [.. matrix.members.Except(rows.Select(row => row.Area)).Order(StringComparer.Ordinal)];
        matrix.Finish(areas);
        return matrix;
    }

    /// <summary>Figures of months, and of years no month of which is published.</summary>
    private static List<(string Code, TimePeriod Time, Total Total)> Figures(
        Totals totals, Dataset dataset, string area, string movement, TimePeriod from, TimePeriod to, MatrixBasis basis)
    {
        var keep = basis == MatrixBasis.Citizenship ? "CITIZENSHIP" : "COUNTERPART_AREA";
        string[] over = [.. Breakdowns.Where(dimension => dimension != keep)];
        var query = Query.All.Where("REF_AREA", area).Where("MOVEMENT", movement).During(from, to);
        var figures = totals.By(keep, query.Where("FREQ", "M"), over).Select(pair => (pair.Key.Code, pair.Key.Time, pair.Value)).ToList();
        var monthly = figures.Select(figure => figure.Time.Year).ToHashSet();
        if (dataset.With(dataset.Definition.Dimension("FREQ"), "A").Length > 0)
        {
            figures.AddRange(totals.By(keep, query.Where("FREQ", "A"), over)
                .Where(pair => !monthly.Contains(pair.Key.Time.Year)).Select(pair => (pair.Key.Code, pair.Key.Time, pair.Value)));
        }

        return figures;
    }

    private MatrixRow? Row(string area, List<(string Code, TimePeriod Time, Total Total)> figures, AreaRegistry areas)
    {
        if (figures.Count == 0)
            return null;
        var published = double.NaN;
        foreach (var group in figures.GroupBy(figure => figure.Code))
        {
            var valued = group.Where(figure => figure.Total.HasValue).ToList();
            var sum = valued.Count == 0 ? double.NaN : valued.Sum(figure => figure.Total.Value);
            if (group.Key is Total or World)
            {
                published = group.Key == Total || double.IsNaN(published) ? sum : published;
                continue;
            }

            // Regions and groups repeat what their members have.
            if (!areas[group.Key].IsLeaf)
                continue;
            var statuses = valued.Select(figure => figure.Total.Status).Distinct().Take(2).ToList();
            var status = statuses.Count switch { 0 => group.First().Total.Status, 1 => statuses[0], _ => ObservationStatus.E };
            cells.Add((area, group.Key), new(area, group.Key, sum, status, Months(valued.Select(figure => figure.Time)), group.Sum(figure => figure.Total.Missing)));
        }

        var own = cells.Values.Where(cell => cell.Reporting == area).ToLookup(cell => Place(cell, areas));
        return new(
            area, Months(figures.Where(figure => figure.Total.HasValue).Select(figure => figure.Time).Distinct()),
            MatrixSum.Of(own[Part.Own]), MatrixSum.Of(own[Part.Within]), MatrixSum.Of(own[Part.Across]), MatrixSum.Of(own[Part.Unknown]), published);
    }

    private void Finish(AreaRegistry areas)
    {
        var parts = cells.Values.ToLookup(cell => Place(cell, areas));
        (Own, Within, Across, Unknown) = (MatrixSum.Of(parts[Part.Own]), MatrixSum.Of(parts[Part.Within]), MatrixSum.Of(parts[Part.Across]), MatrixSum.Of(parts[Part.Unknown]));
        Columns =
        [
            .. cells.Values.GroupBy(cell => cell.Other)
                .Select(column => (column.Key, Rank: areas[column.Key].Kind == AreaKind.Special ? 2 : members.Contains(column.Key) ? 0 : 1, MatrixSum.Of(column).Value))
                .OrderBy(column => column.Rank).ThenByDescending(column => double.IsNaN(column.Value) ? -1 : column.Value).ThenBy(column => column.Key, StringComparer.Ordinal)
                .Select(column => column.Key),
        ];
    }

    private Part Place(MatrixCell cell, AreaRegistry areas) =>
        cell.Other == cell.Reporting ? Part.Own
        : members.Contains(cell.Other) ? Part.Within
        : areas[cell.Other].Kind == AreaKind.Special ? Part.Unknown
        : Part.Across;

    private static int Months(IEnumerable<TimePeriod> times) => times.Sum(time => time.Frequency == 'A' ? 12 : 1);

    private enum Part
    {
        Own,
        Within,
        Across,
        Unknown,
    }
}
