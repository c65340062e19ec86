namespace Periplo.Flows;

/// <summary>Which things hang together, directly or through others (union by the lower number, with path halving).</summary>
internal sealed class ConnectedParts(int count)
{
    private readonly int[] above = [.. Enumerable.Range(0, count)];

    /// <summary>The part a thing belongs to: the lowest number in it.</summary>
    public int Of(int thing)
    {
        while (above[thing] != thing)
            thing = above[thing] = above[above[thing]];
        return thing;
    }

    /// <summary>Makes one part of the parts of two things.</summary>
    public void Join(int one, int other)
    {
        var (a, b) = (Of(one), Of(other));
        above[Math.Max(a, b)] = Math.Min(a, b);
    }
}
