using Periplo.Areas;
using Periplo.Remittances;
using Periplo.Sdmx;

namespace Periplo.Indicators;

/// <summary>
/// Method <c>money-above-target</c>: what sending cost above the target of 3 %, added up over the corridors of which both
/// the money and a price of the year are known; see docs/methods/remittance-prices.md.
/// </summary>
internal static class MoneyAboveTarget
{
    public const string Method = "money-above-target";

    /// <summary>Unit of the result.</summary>
    public const string Unit = "USD";

    /// <summary>Money and price by corridor: <c>money * price</c>, each told apart by the area on the other side; null for any other formula.</summary>
    public static (Selection Money, Selection Price)? Parts(Expression? root) =>
        root is Operation { Sign: '*', Left: Selection { Unit: Unit } money, Right: Selection { Unit: "PT_TRANSACT" } price }
            && money.CounterpartDimension is { } other && price.CounterpartDimension == other ? (money, price) : null;

    /// <summary>The money of every area and year.</summary>
    /// <param name="root">The formula.</param>
    /// <param name="each">Codes of other dimensions told apart.</param>
    /// <param name="reading">The figures.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="places">The areas of the grid.</param>
    public static Worked Work(Expression root, IReadOnlyDictionary<string, string> each, SelectionReading reading, AreaRegistry areas, IReadOnlyList<string> places)
    {
        var (money, price) = Parts(root)!.Value;
        var (flows, prices) = (reading.Find(money), reading.Find(price));
        // An input leads to every corridor of the area: its prices are no sum.
        IReadOnlyList<OriginAt> origins =
        [
            new(SelectionReading.OriginOf(money, flows, each), 0),
            new(SelectionReading.OriginOf(price, prices, new Dictionary<string, string>(each) { [price.CounterpartDimension!] = Statistics.Means.Over }), 0),
        ];
        if (flows is null || prices is null)
            return new(Grid.Empty(2000, 1, places.Count, Missing.NotHeld), 0, origins);
        var costs = CounterpartRanking.Figures(price, prices, each, reading, areas).ToDictionary(row => (row.Place, row.Year, row.Counterpart), row => (row.Value, row.Status));
        var (first, last) = (prices.First.Year, prices.Last.Year);
        var grid = Grid.Empty(first, last - first + 1, places.Count, Missing.NoRow);
        foreach (var flow in CounterpartRanking.Figures(money, flows, each, reading, areas))
        {
            if (double.IsNaN(flow.Value) || !costs.TryGetValue((flow.Place, flow.Year, flow.Counterpart), out var cost) || double.IsNaN(cost.Value) || grid.At(flow.Place, flow.Year) is not (>= 0 and var at))
                continue;
            var (sum, status) = grid.Reasons[at] == Missing.None ? (grid.Values[at], grid.Statuses[at]) : (0, ObservationStatus.E);
            grid.Set(at, sum + (flow.Value * Math.Max(0, cost.Value - TransferCost.Target) / 100), StatusSeverity.Worse(status, StatusSeverity.Worse(flow.Status, cost.Status)));
        }

        return new(grid, 0, origins);
    }
}
