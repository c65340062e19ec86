using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>How values are parted into classes.</summary>
public enum Classing
{
    /// <summary>About as many areas in each class, limits rounded.</summary>
    Quantile,

    /// <summary>Limits at even round steps, or at powers of ten where the values spread over several.</summary>
    Nice,
}

/// <summary>
/// Classes of values for a map. Zero is a class of its own. With values on both sides of zero the classes are three on each
/// side with the same limits, so that equal gain and loss look equally strong.
/// </summary>
public sealed class ColourScale
{
    private static readonly double[] RoundMantissas = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
    private static readonly string[] Up = ["q1", "q2", "q3", "q4", "q5", "q6", "q7"];
    private static readonly string[] Gain = ["p1", "p2", "p3"];
    private static readonly string[] Loss = ["n1", "n2", "n3"];
    private readonly string[] positive;

    private ColourScale(double[] limits, bool diverging)
    {
        Limits = limits;
        IsDiverging = diverging;
        // Fewer classes than colours take colours spread over the whole scale.
        positive = new string[limits.Length + 1];
        for (var i = 0; i < positive.Length; i++)
            positive[i] = diverging ? Gain[i] : Up[positive.Length == 1 ? 4 : (int)Math.Round(i * 6.0 / (positive.Length - 1))];
    }

    /// <summary>Inner limits, rising and above zero; a class begins at its lower limit and ends before its upper.</summary>
    public IReadOnlyList<double> Limits { get; }

    /// <summary>True when values lie on both sides of zero, or all below.</summary>
    public bool IsDiverging { get; }

    /// <summary>Makes classes for values.</summary>
    /// <param name="values">All values; their order is of no consequence.</param>
    /// <param name="classes">5 to 7 classes above zero; fewer come out where values are few. A diverging scale has three a side.</param>
    /// <param name="classing">How.</param>
    public static ColourScale Of(ReadOnlySpan<double> values, int classes, Classing classing)
    {
        var sizes = new double[values.Length];
        var count = 0;
        var diverging = false;
        foreach (var value in values)
        {
            diverging |= value < 0;
            if (value != 0)
                sizes[count++] = Math.Abs(value);
        }

        Array.Resize(ref sizes, count);
        Array.Sort(sizes);
        var wanted = diverging ? 3 : Math.Clamp(classes, 2, Up.Length);
        var limits = count < 2 ? [] : classing == Classing.Quantile ? Quantiles(sizes, wanted) : Steps(sizes, wanted);
        return new(limits, diverging);
    }

    /// <summary>The style class of a value.</summary>
    public string ClassOf(double value)
    {
        if (value == 0)
            return "q0";
        var size = Math.Abs(value);
        var index = 0;
        while (index < Limits.Count && size >= Limits[index])
            index++;
        return value < 0 ? Loss[index] : positive[index];
    }

    /// <summary>Classes from least to greatest with their ranges in words, for a legend; zero in its place.</summary>
    internal IEnumerable<(string Class, Text Range)> Entries(NumberStyle style)
    {
        if (IsDiverging)
        {
            for (var i = Limits.Count; i >= 0; i--)
                yield return (Loss[i], Range(i, style, below: true));
        }

        yield return ("q0", Text.Same("0"));
        for (var i = 0; i <= Limits.Count; i++)
            yield return (positive[i], Range(i, style, below: false));
    }

    private Text Range(int index, NumberStyle style, bool below)
    {
        if (Limits.Count == 0)
            return Text.Same(below ? "< 0" : "> 0");
        var sign = below ? -1 : 1;
        var near = index == 0 ? null : Numbers.In(sign * Limits[index - 1], style);
        var far = index == Limits.Count ? null : Numbers.In(sign * Limits[index], style);
        if (far is null)
            return Text.Same(below ? "≤ {0}" : "≥ {0}").With(near!);
        if (near is null)
            return IsDiverging ? (below ? Between(far, Text.Same("0")) : Between(Text.Same("0"), far)) : Text.Same("< {0}").With(far);
        return below ? Between(far, near) : Between(near, far);
    }

    private static Text Between(Text low, Text high) => new Text("{0} a {1}", "{0} to {1}", "{0} à {1}").With(low, high);

    private static double[] Quantiles(double[] sorted, int classes)
    {
        var limits = new List<double>(classes);
        for (var i = 1; i < classes; i++)
            Add(limits, RoundTwo(sorted[Math.Min(sorted.Length - 1, i * sorted.Length / classes)]), sorted);
        return [.. limits];
    }

    private static double[] Steps(double[] sorted, int classes)
    {
        var low = sorted[sorted.Length / 20];
        var high = sorted[^(1 + (sorted.Length / 50))];
        var limits = new List<double>(classes);
        if (high / sorted[sorted.Length / 2] > 8 && low > 0)
        {
            // Half powers of ten (1, 3, 10) when they reach down far enough, else whole ones, counted down from the top.
            var whole = Math.Log10(high / low) > (classes - 1) * 0.75;
            var top = Math.Floor(Math.Log10(high) * (whole ? 1 : 2));
            for (var i = classes - 2; i >= 0; i--)
            {
                var power = top - i;
                Add(limits, whole ? Math.Pow(10, power) : Math.Pow(10, Math.Floor(power / 2)) * (power % 2 == 0 ? 1 : 3), sorted);
            }
        }
        else
        {
            var step = Ticks.Round((high - (sorted[0] > high / 2 ? sorted[0] : 0)) / classes);
            for (var limit = step * Math.Floor((sorted[0] / step) + 1); limit < high && limits.Count < classes - 1; limit += step)
                Add(limits, limit, sorted);
        }

        return [.. limits];
    }

    /// <summary>Takes a limit that rises and has values on both sides.</summary>
    private static void Add(List<double> limits, double limit, double[] sorted)
    {
        if (limit > sorted[0] && limit <= sorted[^1] && (limits.Count == 0 || limit > limits[^1]))
            limits.Add(limit);
    }

    private static double RoundTwo(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        var fraction = value / power;
        foreach (var mantissa in RoundMantissas)
        {
            if (fraction <= mantissa * 1.06)
                return power >= 1 ? mantissa * power : mantissa / Math.Round(1 / power, 9);
        }

        return value;
    }
}
