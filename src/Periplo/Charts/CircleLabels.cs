namespace Periplo.Charts;

/// <summary>Where labels around a circle lie: each as near to its sector as the labels beside it allow.</summary>
internal static class CircleLabels
{
    /// <summary>
    /// Moves places along a line so that neighbours are at least <paramref name="least"/> apart and all stay between the
    /// ends, with the smallest sum of squared moves: the weighted means of merging blocks (R. Barlow et al. 1972,
    /// "Statistical Inference under Order Restrictions", pool-adjacent-violators).
    /// </summary>
    /// <param name="wanted">Places in rising order.</param>
    /// <param name="least">Least distance.</param>
    /// <param name="first">Nothing lies before it.</param>
    /// <param name="last">Nothing lies behind it; where there is no room, labels are closer together.</param>
    public static double[] Spread(IReadOnlyList<double> wanted, double least, double first, double last)
    {
        if (wanted.Count == 0)
            return [];
        if (wanted.Count > 1)
            least = Math.Min(least, (last - first) / (wanted.Count - 1));
        var blocks = new List<(double Sum, int Count)>(wanted.Count);
        for (var i = 0; i < wanted.Count; i++)
        {
            // Without the distance the places need only not fall.
            (double Sum, int Count) block = (wanted[i] - (i * least), 1);
            while (blocks.Count > 0 && blocks[^1].Sum / blocks[^1].Count > block.Sum / block.Count)
            {
                block = (block.Sum + blocks[^1].Sum, block.Count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
        }

        var places = new double[wanted.Count];
        var at = 0;
        foreach (var (sum, count) in blocks)
        {
            for (var i = 0; i < count; i++, at++)
                places[at] = Math.Clamp(sum / count, first, Math.Max(first, last - ((wanted.Count - 1) * least))) + (at * least);
        }

        return places;
    }
}
