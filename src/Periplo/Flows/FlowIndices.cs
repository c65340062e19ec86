namespace Periplo.Flows;

/// <summary>
/// Indices of a matrix of moves. M. Bell and others (2002), "Cross-national comparison of internal migration", Journal of the Royal
/// Statistical Society A 165(3); H. Shryock and J. Siegel, The Methods and Materials of Demography; United Nations (1970), Manual VI.
/// An index over nobody is null. Worked example and limits: docs/methods/migration-indices.md.
/// </summary>
public static partial class FlowIndices
{
    private const int MostRounds = 100_000;
    private const double Settled = 1e-13;

    /// <summary>Crude migration intensity: moves per hundred persons.</summary>
    public static double? CrudeIntensity(FlowMatrix flows, IReadOnlyList<double> populations) => Ratio(100 * Of(flows).Total, Sum(flows, populations));

    /// <summary>Courgeau's k: crude intensity over ln n², which takes off most of the effect of the number of units n.</summary>
    public static double? Courgeau(FlowMatrix flows, IReadOnlyList<double> populations) =>
        CrudeIntensity(flows, populations) / (2 * Math.Log(Of(flows).Size));

    /// <summary>Net migration rate of a unit, per thousand of its population.</summary>
    public static double? NetRate(double inflow, double outflow, double population) => Ratio(1000 * (inflow - outflow), population);

    /// <summary>Turnover of a unit: moves in and out per thousand of its population.</summary>
    public static double? Turnover(double inflow, double outflow, double population) => Ratio(1000 * (inflow + outflow), population);

    /// <summary>Effectiveness of a unit: net migration per hundred moves in and out, from −100 (all leave) to 100 (all come).</summary>
    public static double? Effectiveness(double inflow, double outflow) => Ratio(100 * (inflow - outflow), inflow + outflow);

    /// <summary>Migration effectiveness index: 0 when every unit's moves are balanced, 100 when all go one way.</summary>
    public static double? EffectivenessIndex(FlowMatrix flows) => Ratio(100 * SumOfNet(flows), 2 * flows.Total);

    /// <summary>Aggregate net migration rate: persons the moves redistribute per hundred. Crude intensity × effectiveness / 100.</summary>
    public static double? AggregateNetRate(FlowMatrix flows, IReadOnlyList<double> populations) => Ratio(100 * SumOfNet(flows) / 2, Sum(flows, populations));

    /// <summary>Connectivity: share of the pairs of units that have any moves.</summary>
    public static double Connectivity(FlowMatrix flows) => Of(flows).Cells().Count(moves => moves > 0) / (double)Pairs(flows);

    /// <summary>Inequality against even flows: the share of moves that would have to change pair for all pairs to have as many.</summary>
    public static double? Inequality(FlowMatrix flows) => Of(flows).Total > 0 ? flows.Cells().Sum(moves => Math.Abs((moves / flows.Total) - (1.0 / Pairs(flows)))) / 2 : null;

    /// <summary>Inequality against <see cref="Expected(FlowMatrix)"/>: departure from what the sizes of origins and destinations explain.</summary>
    public static double? InequalityOfPattern(FlowMatrix flows)
    {
        if (!(Of(flows).Total > 0))
            return null;
        return flows.Cells().Zip(Expected(flows).Cells(), (moves, expected) => Math.Abs(moves - expected)).Sum() / (2 * flows.Total);
    }

    /// <summary>
    /// Moves expected of origin and destination effects alone: the matrix a(i) b(j) off the diagonal with the margins of
    /// <paramref name="flows"/>, by iterative proportional fitting. The same as a Poisson regression on both effects.
    /// </summary>
    public static FlowMatrix Expected(FlowMatrix flows)
    {
        var size = Of(flows).Size;
        var (a, b) = (new double[size], new double[size]);
        Array.Fill(b, 1);
        for (var round = 0; round < MostRounds; round++)
        {
            Fit(a, b, flows.Outflows);
            var moved = Fit(b, a, flows.Inflows);
            if (moved < Settled)
                break;
        }

        return new(size, (origin, destination) => a[origin] * b[destination]);
    }

    /// <summary>Gini coefficient of the pairs: 0 when all have as many moves. Over all m² comparisons of the m pairs.</summary>
    public static double? Gini(FlowMatrix flows) => Ratio(Differences(Of(flows).Cells()), Pairs(flows) * flows.Total);

    /// <summary>Gini coefficient over the m (m − 1) comparisons of different pairs, so that its greatest value is 1.</summary>
    public static double? GiniCorrected(FlowMatrix flows) => Gini(flows) * Pairs(flows) / (Pairs(flows) - 1);

    /// <summary>Interaction of a pair: its moves over those if origins and destinations had nothing to do with each other, M · O/M · I/M.</summary>
    /// <remarks>
    /// The last of the multiplicative components M, O/M, I/M and this one, whose product is the moves (F. Willekens 1983, "Log-linear modelling
    /// of spatial interaction", Papers of the Regional Science Association 52). Staying counts among what could have been, so its mean is above 1.
    /// </remarks>
    public static double? Interaction(FlowMatrix flows, int origin, int destination) =>
        Ratio(Of(flows)[origin, destination] * flows.Total, flows.Outflows[origin] * flows.Inflows[destination]);

    /// <summary>Preference for a pair: moves over those there would be if all moves were spread by the populations of both, 1 being neutral.</summary>
    public static double? Preference(FlowMatrix flows, IReadOnlyList<double> populations, int origin, int destination)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var all = Sum(flows, populations);
        var products = 0.0;
        for (var i = 0; i < flows.Size; i++)
            products += populations[i] * (all - populations[i]);
        return Ratio(flows[origin, destination] * products, flows.Total * populations[origin] * populations[destination]);
    }

    /// <summary>Preference against even flows: moves of a pair over the mean of all pairs.</summary>
    public static double? EvenPreference(FlowMatrix flows, int origin, int destination) => Ratio(Of(flows)[origin, destination] * Pairs(flows), flows.Total);

    /// <summary>Migration velocity (D. Bogue): moves of a pair per person of the origin, over the destination's share of all persons.</summary>
    public static double? Velocity(FlowMatrix flows, IReadOnlyList<double> populations, int origin, int destination) =>
        Ratio(Of(flows)[origin, destination] * Sum(flows, populations), populations[origin] * populations[destination]);

    /// <summary>Dissimilarity: the share of either group that would have to change class for both to be alike, 0 to 1.</summary>
    /// <param name="left">Persons of one group by class (ages, sexes, origins), not below zero.</param>
    /// <param name="right">Persons of the other by the same classes.</param>
    public static double? Dissimilarity(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Count != right.Count)
            throw new ArgumentException("Both groups need the same classes.", nameof(right));
        var (one, other) = (left.Sum(), right.Sum());
        return one > 0 && other > 0 ? left.Zip(right, (a, b) => Math.Abs((a / one) - (b / other))).Sum() / 2 : null;
    }

    /// <summary>Concentration (Herfindahl–Hirschman): sum of squared shares, 1 when all are of one origin.</summary>
    public static double? Concentration(IReadOnlyList<double> persons)
    {
        ArgumentNullException.ThrowIfNull(persons);
        var all = persons.Sum();
        return all > 0 ? persons.Sum(one => one / all * (one / all)) : null;
    }

    /// <summary>Effective number of origins: how many of equal size would be as concentrated.</summary>
    public static double? EffectiveNumber(IReadOnlyList<double> persons) => 1 / Concentration(persons);

    /// <summary>Persons born abroad per hundred of the population.</summary>
    public static double? ForeignBornShare(double foreignBorn, double population) => Ratio(100 * foreignBorn, population);

    /// <summary>Men per hundred women.</summary>
    public static double? SexRatio(double men, double women) => Ratio(100 * men, women);

    /// <summary>Dependency of migrants: those under 15 and of 65 and over per hundred from 15 to 64.</summary>
    public static double? Dependency(double under15, double workingAge, double from65) => Ratio(100 * (under15 + from65), workingAge);

    private static double SumOfNet(FlowMatrix flows) => Of(flows).Inflows.Zip(flows.Outflows, (inflow, outflow) => Math.Abs(inflow - outflow)).Sum();

    private static int Pairs(FlowMatrix flows) => flows.Size * (flows.Size - 1);

    /// <summary>Sets each factor so that its margin fits.</summary>
    /// <returns>The greatest relative change.</returns>
    private static double Fit(double[] factors, double[] others, IReadOnlyList<double> margin)
    {
        var (all, moved) = (others.Sum(), 0.0);
        for (var i = 0; i < factors.Length; i++)
        {
            var fitted = margin[i] > 0 ? margin[i] / (all - others[i]) : 0;
            moved = Math.Max(moved, fitted > 0 ? Math.Abs((factors[i] / fitted) - 1) : 0);
            factors[i] = fitted;
        }

        return moved;
    }

    private static double Sum(FlowMatrix flows, IReadOnlyList<double> populations)
    {
        ArgumentNullException.ThrowIfNull(populations);
        return populations.Count == Of(flows).Size ? populations.Sum() : throw new ArgumentException("There is one population to a unit.", nameof(populations));
    }

    private static double? Ratio(double of, double over) => over > 0 ? of / over : null;

    private static FlowMatrix Of(FlowMatrix flows) => flows ?? throw new ArgumentNullException(nameof(flows));
}
