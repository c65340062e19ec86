namespace Periplo.Flows;

/// <summary>Makes net migration of all areas add to zero, as it must where everybody who leaves arrives.</summary>
public static class NetTotals
{
    /// <summary>Gains and losses are both scaled to the mean of their sums, so that nobody who gained now loses.</summary>
    /// <param name="net">Moves in less moves out, per area.</param>
    /// <returns>Net migration that adds to zero, signs kept; null where all gain or all lose, for then no scaling can.</returns>
    public static double[]? KeepSigns(IReadOnlyList<double> net)
    {
        ArgumentNullException.ThrowIfNull(net);
        var (gains, losses) = (net.Where(one => one > 0).Sum(), -net.Where(one => one < 0).Sum());
        if (gains == losses)
            return [.. net];
        if (gains == 0 || losses == 0)
            return null;
        var mean = (gains + losses) / 2;
        return [.. net.Select(one => one > 0 ? one * mean / gains : one * mean / losses)];
    }

    /// <summary>The mean is taken from each area alike, so that a small gain may become a loss.</summary>
    /// <param name="net">Moves in less moves out, per area.</param>
    public static double[] Shift(IReadOnlyList<double> net)
    {
        ArgumentNullException.ThrowIfNull(net);
        var mean = net.Count == 0 ? 0 : net.Sum() / net.Count;
        return [.. net.Select(one => one - mean)];
    }
}
