namespace Periplo.Charts;

/// <summary>Round numbers for axes, after P. Heckbert (1990), "Nice numbers for graph labels", Graphics Gems.</summary>
public static class Ticks
{
    private static readonly int[] YearSteps = [1, 2, 5, 10, 20, 25, 50, 100];

    /// <summary>Round numbers in even steps that take in <paramref name="least"/> and <paramref name="greatest"/>, about <paramref name="wanted"/> of them.</summary>
    /// <param name="least">Least value shown.</param>
    /// <param name="greatest">Greatest value shown; may equal the least.</param>
    /// <param name="wanted">2 or more.</param>
    public static double[] Nice(double least, double greatest, int wanted)
    {
        if (greatest <= least)
            greatest = least + (least == 0 ? 1 : Math.Abs(least) * 0.1);
        var step = Round((greatest - least) / Math.Max(1, wanted - 1));
        var first = Math.Floor((least / step) + 1e-9);
        var last = Math.Ceiling((greatest / step) - 1e-9);
        var ticks = new double[(int)(last - first) + 1];
        for (var i = 0; i < ticks.Length; i++)
            ticks[i] = step >= 1 ? (first + i) * step : (first + i) / Math.Round(1 / step, 9);
        return ticks;
    }

    /// <summary>Years at round steps from first to last, at most <paramref name="most"/> of them; the first year itself when no round one lies between.</summary>
    public static int[] Years(int first, int last, int most)
    {
        foreach (var step in YearSteps)
        {
            var from = (int)Math.Ceiling((double)first / step) * step;
            var count = from > last ? 0 : ((last - from) / step) + 1;
            if (count > Math.Max(1, most) && step != YearSteps[^1])
                continue;
            if (count == 0)
                return [first];
            var years = new int[count];
            for (var i = 0; i < count; i++)
                years[i] = from + (i * step);
            return years;
        }

        return [first];
    }

    /// <summary>The round number (1, 2, 2.5 or 5 times a power of ten) at or just above <paramref name="value"/>.</summary>
    internal static double Round(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        var fraction = value / power;
        var nice = fraction <= 1.0000001 ? 1 : fraction <= 2 ? 2 : fraction <= 2.5 ? 2.5 : fraction <= 5 ? 5 : 10;
        return nice * power;
    }
}
