namespace Periplo.Flows;

/// <summary>
/// Random numbers of one replicate: xoshiro256** (D. Blackman and S. Vigna 2021, ACM Transactions on Mathematical Software 47(4)) with
/// its state from SplitMix64 of seed and replicate. Every replicate has its own stream, so it is the same whichever thread makes it.
/// </summary>
internal sealed class ReplicateRandom
{
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;
    private double spare = double.NaN;

    public ReplicateRandom(ulong seed, int replicate)
    {
        // Streams of neighbouring seeds must not be each other's shifted, so the seed is mixed before the replicate is added.
        var state = seed;
        state = Mixed(ref state) + (ulong)replicate;
        (a, b, c, d) = (Mixed(ref state), Mixed(ref state), Mixed(ref state), Mixed(ref state));
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        var result = ulong.RotateLeft(b * 5, 7) * 9;
        var shifted = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = ulong.RotateLeft(d, 45);
        return result;
    }

    /// <summary>The next number of the standard normal distribution (G. Box and M. Muller 1958).</summary>
    public double Normal()
    {
        if (!double.IsNaN(spare))
        {
            var second = spare;
            spare = double.NaN;
            return second;
        }

        // (0, 1]: the logarithm of zero is asked of nobody.
        var radius = Math.Sqrt(-2 * Math.Log(((Next() >> 11) + 1) * Unit));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * ((Next() >> 11) * Unit));
        spare = radius * sine;
        return radius * cosine;
    }

    /// <summary>A factor with a log-normal distribution whose mean is one.</summary>
    /// <param name="deviation">Standard deviation of its logarithm.</param>
    public double Factor(double deviation) => Math.Exp((deviation * Normal()) - (deviation * deviation / 2));

    private const double Unit = 1.0 / (1UL << 53);

    private static ulong Mixed(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
