namespace Periplo.Flows;

/// <summary>
/// Spatial focus: on how few pairs, origins and destinations moves concentrate. D. Plane and G. Mulligan (1997), "Measuring spatial
/// focusing in a migration system", Demography 34(2), with the corrections of Bell and others (2002); A. Rogers and S. Sweeney (1998),
/// "Measuring the spatial focus of migration patterns", Professional Geographer 50(2).
/// </summary>
public static partial class FlowIndices
{
    /// <summary>Part of <see cref="Gini"/> that comes of comparing moves from the same origin.</summary>
    public static double? GiniOfRows(FlowMatrix flows) => Ratio(Units(flows).Sum(unit => Differences(Row(flows, unit))), Pairs(flows) * flows.Total);

    /// <summary>Part of <see cref="Gini"/> that comes of comparing moves to the same destination.</summary>
    public static double? GiniOfColumns(FlowMatrix flows) => Ratio(Units(flows).Sum(unit => Differences(Column(flows, unit))), Pairs(flows) * flows.Total);

    /// <summary>Part of <see cref="Gini"/> that comes of comparing moves with those the other way: none where every exchange is even.</summary>
    public static double? GiniOfExchanges(FlowMatrix flows) =>
        Ratio(Units(flows).Sum(one => Enumerable.Range(0, one).Sum(other => Math.Abs(flows[one, other] - flows[other, one]))), Pairs(flows) * flows.Total);

    /// <summary>Part of <see cref="Gini"/> that is left: of comparing moves that share neither origin nor destination and are no exchange.</summary>
    public static double? GiniOfOthers(FlowMatrix flows) => Gini(flows) - GiniOfRows(flows) - GiniOfColumns(flows) - GiniOfExchanges(flows);

    /// <summary>Field Gini of an origin: how unevenly those who leave it choose, 0 to 1 (over n − 2, as corrected); null with two units or nobody.</summary>
    public static double? FieldGiniOut(FlowMatrix flows, int origin) => FieldGini(Row(flows, origin), Of(flows).Outflows[origin]);

    /// <summary>Field Gini of a destination: how unevenly it draws from its origins, 0 to 1 (over n − 2, as corrected); null with two units or nobody.</summary>
    public static double? FieldGiniIn(FlowMatrix flows, int destination) => FieldGini(Column(flows, destination), Of(flows).Inflows[destination]);

    /// <summary>Mean of <see cref="FieldGiniOut"/> weighted by the moves from each origin. The weights add up to 1, so nothing is divided by n again.</summary>
    public static double? WeightedGiniOut(FlowMatrix flows) => Weighted(flows, Of(flows).Outflows, FieldGiniOut);

    /// <summary>Mean of <see cref="FieldGiniIn"/> weighted by the moves to each destination.</summary>
    public static double? WeightedGiniIn(FlowMatrix flows) => Weighted(flows, Of(flows).Inflows, FieldGiniIn);

    /// <summary>Mean of <see cref="WeightedGiniOut"/> and <see cref="WeightedGiniIn"/>.</summary>
    public static double? WeightedGini(FlowMatrix flows) => (WeightedGiniOut(flows) + WeightedGiniIn(flows)) / 2;

    /// <summary>Coefficient of variation of the moves of all pairs: standard deviation (over m) by mean.</summary>
    public static double? Variation(FlowMatrix flows) => Variation(Of(flows).Cells());

    /// <summary>Coefficient of variation of the moves from an origin.</summary>
    public static double? VariationOut(FlowMatrix flows, int origin) => Variation(Row(flows, origin));

    /// <summary>Coefficient of variation of the moves to a destination.</summary>
    public static double? VariationIn(FlowMatrix flows, int destination) => Variation(Column(flows, destination));

    /// <summary>Mean of <see cref="VariationOut"/> weighted by the moves from each origin.</summary>
    public static double? AggregateVariationOut(FlowMatrix flows) => Weighted(flows, Of(flows).Outflows, VariationOut);

    /// <summary>Mean of <see cref="VariationIn"/> weighted by the moves to each destination.</summary>
    public static double? AggregateVariationIn(FlowMatrix flows) => Weighted(flows, Of(flows).Inflows, VariationIn);

    /// <summary>Aggregate system-wide coefficient of variation: <see cref="AggregateVariationOut"/> + <see cref="AggregateVariationIn"/>.</summary>
    public static double? AggregateVariation(FlowMatrix flows) => AggregateVariationOut(flows) + AggregateVariationIn(flows);

    /// <summary>Share of the other units that an origin has any moves to.</summary>
    public static double ConnectivityOut(FlowMatrix flows, int origin) => Row(flows, origin).Count(moves => moves > 0) / (double)(flows.Size - 1);

    /// <summary>Share of the other units that a destination has any moves from.</summary>
    public static double ConnectivityIn(FlowMatrix flows, int destination) => Column(flows, destination).Count(moves => moves > 0) / (double)(flows.Size - 1);

    private static double? FieldGini(IEnumerable<double> moves, double all)
    {
        var field = moves.ToList();
        return Ratio(Differences(field), (field.Count - 1) * all);
    }

    private static double? Variation(IEnumerable<double> moves)
    {
        var all = moves.ToList();
        var mean = all.Average();
        return Ratio(Math.Sqrt(all.Average(one => (one - mean) * (one - mean))), mean);
    }

    private static double? Weighted(FlowMatrix flows, IReadOnlyList<double> weights, Func<FlowMatrix, int, double?> of)
    {
        if (!(flows.Total > 0))
            return null;
        double? sum = 0;
        foreach (var unit in Units(flows).Where(unit => weights[unit] > 0))
            sum += weights[unit] / flows.Total * of(flows, unit);
        return sum;
    }

    /// <summary>Sum of |a − b| over all pairs of values, each once. Sorted it is a sum of ranks, which spares comparing each with each.</summary>
    private static double Differences(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var sum = 0.0;
        for (var rank = 0; rank < sorted.Length; rank++)
            sum += ((2 * rank) - sorted.Length + 1) * sorted[rank];
        return sum;
    }

    private static IEnumerable<int> Units(FlowMatrix flows) => Enumerable.Range(0, Of(flows).Size);

    private static IEnumerable<double> Row(FlowMatrix flows, int origin) => Units(flows).Where(other => other != origin).Select(other => flows[origin, other]);

    private static IEnumerable<double> Column(FlowMatrix flows, int destination) => Units(flows).Where(other => other != destination).Select(other => flows[other, destination]);
}
