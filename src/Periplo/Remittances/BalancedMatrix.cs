namespace Periplo.Remittances;

/// <summary>Money of one corridor after balancing.</summary>
/// <param name="Sender">Where the migrants live.</param>
/// <param name="Receiver">Where they are from.</param>
/// <param name="Amount">US dollars.</param>
public readonly record struct BalancedFlow(string Sender, string Receiver, double Amount);

/// <summary>
/// Rule 3 balanced to what senders report as well (iterative proportional fitting, Deming and Stephan 1940). A method of
/// its own: the world reports less sent than received, so the reported outflows are first raised or lowered together to
/// the money there is to share, and only their proportions count. Senders that report nothing, or zero while migrants
/// live there, keep what rule 3 gives them together.
/// </summary>
public sealed class BalancedMatrix
{
    /// <summary>Passes after which the balancing stops, whether or not it has settled.</summary>
    public const int MostPasses = 1000;

    private const double Settled = 1e-9;

    private BalancedMatrix(IReadOnlyList<BalancedFlow> flows, double scale, int passes, double residual) =>
        (Flows, OutflowScale, Passes, Residual) = (flows, scale, passes, residual);

    /// <summary>The flows in the order of the corridors balanced.</summary>
    public IReadOnlyList<BalancedFlow> Flows { get; }

    /// <summary>What reported outflows were multiplied by.</summary>
    public double OutflowScale { get; }

    /// <summary>Passes made.</summary>
    public int Passes { get; }

    /// <summary>Largest difference left between a sender's total and its target, as a share of the target. The totals of receivers hold always.</summary>
    public double Residual { get; }

    /// <summary>Balances corridors of <see cref="BilateralMatrix"/>.</summary>
    /// <param name="corridors">Corridors with their amounts by rule 3, each once.</param>
    /// <param name="outflows">Outflows reported by senders, US dollars, zero or more.</param>
    public static BalancedMatrix Of(IReadOnlyList<CorridorEstimate> corridors, IReadOnlyDictionary<string, double> outflows)
    {
        ArgumentNullException.ThrowIfNull(corridors);
        ArgumentNullException.ThrowIfNull(outflows);
        var amounts = corridors.Select(corridor => corridor.Rule3).ToArray();
        var (senderOf, senders) = Numbered(corridors, corridor => corridor.Sender);
        var (receiverOf, receivers) = Numbered(corridors, corridor => corridor.Receiver);
        var inflow = Sums(amounts, receiverOf, receivers.Count);
        var (target, scale) = Targets(Sums(amounts, senderOf, senders.Count), senders, outflows, inflow.Sum());
        var (passes, residual) = (0, double.PositiveInfinity);
        while (true)
        {
            var sent = Sums(amounts, senderOf, senders.Count);
            residual = 0;
            for (var j = 0; j < target.Length; j++)
                residual = Math.Max(residual, target[j] > 0 ? Math.Abs((sent[j] / target[j]) - 1) : 0);
            if (residual <= Settled || passes == MostPasses)
                break;
            passes++;
            Multiply(amounts, senderOf, target, sent);
            // Receivers come last in a pass, so that their totals are those reported wherever it stops.
            Multiply(amounts, receiverOf, inflow, Sums(amounts, receiverOf, receivers.Count));
        }

        return new([.. corridors.Select((corridor, i) => new BalancedFlow(corridor.Sender, corridor.Receiver, amounts[i]))], scale, passes, residual);
    }

    private static (double[] Target, double Scale) Targets(double[] seeded, List<string> senders, IReadOnlyDictionary<string, double> outflows, double total)
    {
        var target = (double[])seeded.Clone();
        var (free, reported) = (0.0, 0.0);
        for (var j = 0; j < target.Length; j++)
        {
            if (Reported(j) is { } outflow)
                reported += outflow;
            else
                free += seeded[j];
        }

        var scale = reported > 0 ? (total - free) / reported : 1;
        for (var j = 0; j < target.Length; j++)
            target[j] = Reported(j) is { } outflow ? outflow * scale : seeded[j];
        return (target, scale);

        double? Reported(int sender) => seeded[sender] > 0 && outflows.TryGetValue(senders[sender], out var outflow) && outflow > 0 ? outflow : null;
    }

    private static (int[] Of, List<string> Names) Numbered(IReadOnlyList<CorridorEstimate> corridors, Func<CorridorEstimate, string> label)
    {
        var numbers = new Dictionary<string, int>();
        var of = new int[corridors.Count];
        for (var i = 0; i < of.Length; i++)
        {
            var name = label(corridors[i]);
            if (!numbers.TryGetValue(name, out of[i]))
                numbers.Add(name, of[i] = numbers.Count);
        }

        return (of, [.. numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)]);
    }

    private static double[] Sums(double[] amounts, int[] of, int count)
    {
        var sums = new double[count];
        for (var i = 0; i < amounts.Length; i++)
            sums[of[i]] += amounts[i];
        return sums;
    }

    private static void Multiply(double[] amounts, int[] of, double[] target, double[] sums)
    {
        for (var i = 0; i < amounts.Length; i++)
        {
            if (sums[of[i]] > 0)
                amounts[i] *= target[of[i]] / sums[of[i]];
        }
    }
}
