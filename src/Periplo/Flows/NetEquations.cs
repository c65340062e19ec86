namespace Periplo.Flows;

/// <summary>
/// The convex problem behind a net fit: with a = log α and l = log λ, minimise Σ m e^(l + a_i − a_j) + Σ net_i a_i − total · l. Its gradient is
/// out − in + net of every area and Σ F − total; its Hessian the Laplacian of F + F' (singular along constants of every connected part) with a border.
/// </summary>
internal sealed class NetEquations
{
    private readonly int n;
    private readonly int unknowns;
    private readonly double[] seed;
    private readonly double[] net;
    private readonly double? total;
    private readonly double scale;
    private double[] at;
    private double value;
    private double[] flows;

    public NetEquations(double[] seed, double[] net, double? total)
    {
        (n, this.seed, this.net, this.total) = (net.Length, seed, net, total);
        unknowns = total is null ? n : n + 1;
        scale = net.Sum(Math.Abs) / n;
        at = new double[unknowns];
        if (total is { } moves)
            at[n] = Math.Log(moves / Math.Max(seed.Sum(), double.Epsilon));
        flows = new double[n * n];
        value = Evaluate(at, flows);
    }

    public double[] Cells() => flows;

    public double[] OriginFactors() => [.. Enumerable.Range(0, n).Select(i => Math.Exp(at[i] + (total is null ? 0 : at[n])))];

    public double[] DestinationFactors() => [.. Enumerable.Range(0, n).Select(i => Math.Exp(-at[i]))];

    /// <summary>The largest error of a net total as a share of the area's moves, or of the total; and where: an area, or n for the total.</summary>
    public (double Error, int At) Worst()
    {
        var (gradient, moves) = (Gradient(out var sums), sums);
        var (worst, place) = (0.0, -1);
        for (var i = 0; i < unknowns; i++)
        {
            var size = i == n ? total!.Value : moves[i] + Math.Abs(net[i]);

            // An area whose moves vanish is measured against the others.
            var error = gradient[i] == 0 ? 0 : Math.Abs(gradient[i]) / Math.Max(size, Math.Max(scale * 1e-6, double.Epsilon));
            if (!(error <= worst))
                (worst, place) = (double.IsNaN(error) ? double.PositiveInfinity : error, i);
        }

        return (worst, place);
    }

    /// <summary>One Newton step, made shorter until the problem gets smaller; false when none does.</summary>
    /// <param name="longest">Most that any logarithm may change.</param>
    public bool Step(double longest)
    {
        var gradient = Gradient(out var sums);
        var hessian = new double[unknowns * unknowns];
        for (var i = 0; i < n; i++)
        {
            // A little more on the diagonal makes the constants of every part determined without moving them.
            hessian[(i * unknowns) + i] = (sums[i] * (1 + 1e-12)) + (1e-12 * scale) + 1e-30;
            for (var j = 0; j < n; j++)
            {
                if (i != j)
                    hessian[(i * unknowns) + j] = -flows[(i * n) + j] - flows[(j * n) + i];
            }

            if (total is not null)
                hessian[(i * unknowns) + n] = hessian[(n * unknowns) + i] = gradient[i] - net[i];
        }

        if (total is not null)
            hessian[^1] = flows.Sum() * (1 + 1e-12);
        var step = gradient.ToArray();
        Cholesky.Solve(hessian, step, threads: 1);
        var size = step.Max(Math.Abs);
        if (!double.IsFinite(size) || size == 0)
            return false;
        var slope = -step.Zip(gradient, (a, b) => a * b).Sum();
        var (next, nextFlows) = (new double[unknowns], new double[n * n]);
        for (var length = Math.Min(1, longest / size); length > 1e-10; length /= 2)
        {
            for (var i = 0; i < unknowns; i++)
                next[i] = at[i] - (length * step[i]);
            var nextValue = Evaluate(next, nextFlows);

            // Near the end the value no longer tells steps apart, so what does not grow beyond rounding is taken.
            if (!(nextValue <= value + (1e-4 * length * slope) + (1e-13 * (Math.Abs(value) + (n * scale)))))
                continue;
            (at, value, flows) = (next, nextValue, nextFlows);
            return true;
        }

        return false;
    }

    private double Evaluate(double[] logs, double[] into)
    {
        var sum = 0.0;
        var constant = total is null ? 0 : logs[n];
        for (var i = 0; i < n; i++)
        {
            var row = 0.0;
            for (var j = 0; j < n; j++)
            {
                var cell = seed[(i * n) + j];
                row += into[(i * n) + j] = cell == 0 ? 0 : cell * Math.Exp(constant + logs[i] - logs[j]);
            }

            sum += row + (net[i] * logs[i]);
        }

        return sum - ((total ?? 0) * constant);
    }

    /// <param name="moves">Moves out and in of each area.</param>
    private double[] Gradient(out double[] moves)
    {
        var (outward, inward) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                outward[i] += flows[(i * n) + j];
                inward[j] += flows[(i * n) + j];
            }
        }

        var gradient = new double[unknowns];
        for (var i = 0; i < n; i++)
            gradient[i] = outward[i] - inward[i] + net[i];
        if (total is { } wanted)
            gradient[n] = outward.Sum() - wanted;
        moves = [.. outward.Zip(inward, (a, b) => a + b)];
        return gradient;
    }
}
