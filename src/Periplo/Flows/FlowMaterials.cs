using Periplo.Areas;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>
/// Puts together, from a revision of <c>STOCK</c> and one of <c>DEMOGRAPHY</c>, what flows between two dates of the stocks are made of.
/// The native born of an area are its population less its foreign born. A function of the datasets alone. How and why:
/// docs/methods/flows.md.
/// </summary>
public sealed class FlowMaterials
{
    private readonly AreaRegistry areas;
    private readonly StockFigures stocks;
    private readonly VitalFigures vital;

    /// <summary>What two revisions hold.</summary>
    /// <param name="stock">A revision of <c>STOCK</c> with origins.</param>
    /// <param name="demography">A revision of <c>DEMOGRAPHY</c>.</param>
    /// <param name="areas">The areas.</param>
    public FlowMaterials(Dataset stock, Dataset demography, AreaRegistry areas)
    {
        ArgumentNullException.ThrowIfNull(stock);
        ArgumentNullException.ThrowIfNull(demography);
        ArgumentNullException.ThrowIfNull(areas);
        this.areas = areas;
        (stocks, vital) = (new(stock, areas), new(demography));
        Periods = [.. stocks.Years.Zip(stocks.Years.Skip(1), (first, last) => new FlowPeriod(first, last)).Where(period => period.Years is 4 or 5 && Accounts(period, "_T") is not null)];
    }

    /// <summary>
    /// Areas whose population stands apart in the demography and whose migrants the United Nations count with another's: Kosovo with
    /// Serbia (UN DESA, International Migrant Stock 2020: Serbia's population there is that of both).
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> CountedTogether { get; } = new Dictionary<string, IReadOnlyList<string>> { ["SRB"] = ["XKX"] };

    /// <summary>Periods of four or five years between dates of the stocks for which the demography has populations, births and deaths.</summary>
    public IReadOnlyList<FlowPeriod> Periods { get; }

    /// <summary>Migrants at both ends of a period, without native born; null where there are none of this sex.</summary>
    /// <param name="period">The period, between two dates of the stocks.</param>
    /// <param name="sex">Code of CL_SEX.</param>
    public FlowMaterial? Stocks(FlowPeriod period, string sex) => Assemble(period, sex, accounts: false);

    /// <summary>
    /// Persons at both ends of a period by birthplace and residence, native born included, with births and deaths. Null where there are
    /// no such figures of this sex.
    /// </summary>
    /// <param name="period">The period, between two dates of the stocks.</param>
    /// <param name="sex">Code of CL_SEX.</param>
    public FlowMaterial? Accounts(FlowPeriod period, string sex) => Assemble(period, sex, accounts: true);

    private FlowMaterial? Assemble(FlowPeriod period, string sex, bool accounts)
    {
        var (start, end) = (stocks.At(period.First, sex), stocks.At(period.Last, sex));
        if (start.Count == 0 || end.Count == 0)
            return null;
        var published = start.Concat(end).Select(cell => cell.Residence).Distinct().Order(StringComparer.Ordinal).ToList();
        var unions = Unions(published, start, end);
        var unionOf = unions.SelectMany(union => union.Members.Select(member => (member, union.Area))).ToDictionary(pair => pair.member, pair => pair.Area);
        string Joined(string area) => unionOf.GetValueOrDefault(area, area);
        var membersOf = unions.ToDictionary(union => union.Area, union => union.Members);
        List<string> all = [.. published.Select(Joined).Distinct().Order(StringComparer.Ordinal)];
        var residences = accounts ? all.FindAll(area => IsComplete(membersOf.GetValueOrDefault(area, [area]), sex, period)) : all;
        if (residences.Count < 2)
            return null;
        var others = start.Concat(end).Where(cell => cell.Persons > 0).Select(cell => Joined(cell.Birth)).Distinct().Except(residences).Order(StringComparer.Ordinal);
        string[] births = [.. residences, .. others];
        double[] Each(Func<string, double?> of) => accounts ? [.. residences.Select(area => membersOf.GetValueOrDefault(area, [area]).Sum(member => of(member) ?? 0))] : [];
        StockTable Table(IReadOnlyList<(string Birth, string Residence, double Persons)> cells, int year) =>
            new(births, residences, Cells(births, residences, cells, Joined, Each(area => Population(area, sex, year))));
        return new(
            period, sex,
            new(
                Table(start, period.First), Table(end, period.Last),
                Each(area => Counted(area, one => vital.Births(one, sex, period))), Each(area => Counted(area, one => vital.Deaths(one, sex, period)))))
        {
            DataTypes = [.. residences.Select(area => membersOf.GetValueOrDefault(area, [area]).Select(member => stocks.DataType(period.Last, member)).FirstOrDefault(type => type is not null))],
            Unions = unions,
            LeftOut = [.. all.Except(residences)],
        };
    }

    /// <summary>
    /// The areas to be taken together: of a former state, where one of its parts has no migrants at all at a date at which another has
    /// some, so that the one's were counted with the other's; or where the former state itself is published at one of the dates.
    /// </summary>
    private List<FlowUnion> Unions(
        List<string> residences, IReadOnlyList<(string Birth, string Residence, double Persons)> start, IReadOnlyList<(string Birth, string Residence, double Persons)> end)
    {
        var unions = new List<FlowUnion>();
        var taken = new HashSet<string>();
        Dictionary<string, double>[] totals = [.. new[] { start, end }.Select(cells => cells.GroupBy(cell => cell.Residence).ToDictionary(group => group.Key, group => group.Sum(cell => double.IsNaN(cell.Persons) ? 0 : cell.Persons)))];
        // The smallest first: parts of Serbia and Montenegro are parts of Yugoslavia too.
        foreach (var former in areas.All.Where(area => area.Kind == AreaKind.Former && area.Parts.Count > 1).OrderBy(area => area.Parts.Count))
        {
            var isPublished = residences.Contains(former.Id);
            List<string> members = [.. former.Parts.Append(former.Id).Where(part => residences.Contains(part) && !taken.Contains(part)).Order(StringComparer.Ordinal)];
            bool Lacks(Dictionary<string, double> of) => members.Exists(member => of.GetValueOrDefault(member) == 0) && members.Exists(member => of.GetValueOrDefault(member) > 0);
            if (members.Count < 2 || !(isPublished || totals.Any(Lacks)))
                continue;
            unions.Add(new(former.Id, members));
            taken.UnionWith(members);
        }

        return unions;
    }

    private bool IsComplete(IReadOnlyList<string> members, string sex, FlowPeriod period) =>
        // A former state's own code has no demography; that of its parts makes it up.
        members.All(member => Population(member, sex, period.First) is > 0 && Population(member, sex, period.Last) is > 0
            && Counted(member, one => vital.Births(one, sex, period)) is >= 0 && Counted(member, one => vital.Deaths(one, sex, period)) is >= 0
            || (areas.TryGet(member, out var area) && area.Kind == AreaKind.Former && members.Count > 1));

    private double? Population(string area, string sex, int year) => Counted(area, one => vital.Population(one, sex, year));

    /// <summary>A figure of an area with what is counted together with it; of an area published together the sum of its parts.</summary>
    private double? Counted(string area, Func<string, double?> of)
    {
        var own = of(area) ?? (areas.TryGet(area, out var known) && known.Kind == AreaKind.Composite && known.Parts.Count > 0 ? known.Parts.Aggregate((double?)0, (sum, part) => sum + of(part)) : null);
        return CountedTogether.GetValueOrDefault(area, []).Aggregate(own, (sum, other) => sum + (of(other) ?? 0));
    }

    private static double[] Cells(
        string[] births, List<string> residences, IReadOnlyList<(string Birth, string Residence, double Persons)> of, Func<string, string> joined, double[] populations)
    {
        var rows = births.Select((code, row) => (code, row)).ToDictionary(pair => pair.code, pair => pair.row);
        var columns = residences.Select((code, column) => (code, column)).ToDictionary(pair => pair.code, pair => pair.column);
        var cells = new double[births.Length * residences.Count];
        foreach (var (birth, residence, persons) in of)
        {
            // Persons born in one part of a union and living in another are native born of the union.
            if (!columns.TryGetValue(joined(residence), out var column) || !rows.TryGetValue(joined(birth), out var row) || row == column)
                continue;
            ref var cell = ref cells[(row * residences.Count) + column];
            // What nobody reported stays so, unless it is joined with what somebody did.
            cell = double.IsNaN(persons) ? (cell == 0 ? double.NaN : cell) : persons + (double.IsNaN(cell) ? 0 : cell);
        }

        for (var column = 0; column < populations.Length; column++)
        {
            var foreign = 0.0;
            for (var row = 0; row < births.Length; row++)
                foreign += double.IsNaN(cells[(row * residences.Count) + column]) ? 0 : cells[(row * residences.Count) + column];
            cells[(column * residences.Count) + column] = populations[column] - foreign;
        }

        return cells;
    }
}
