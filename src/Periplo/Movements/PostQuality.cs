using System.Runtime.InteropServices;

namespace Periplo.Movements;

/// <summary>Records of a post in a month.</summary>
/// <param name="Country">Position of the reporting country.</param>
/// <param name="Post">Number of the post.</param>
/// <param name="Month">Month, counted from any fixed month (year × 12 + month - 1).</param>
/// <param name="Records">Records read, duplicates included.</param>
/// <param name="Paired">Crossings with their pair: the next or the previous one of the person in the country, in the other direction.</param>
/// <param name="Gaps">Crossings missing before a record of this post: the previous one of the person has the same direction.</param>
/// <param name="Duplicates">Repeated readings.</param>
/// <param name="Late">Records received more than 24 hours behind a later one.</param>
/// <param name="Unknown">Records with an unknown item.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PostMonth(
    byte Country, ushort Post, int Month, long Records, long Paired, long Gaps, long Duplicates, long Late, long Unknown);

/// <summary>A share with its denominator.</summary>
/// <param name="Part">Numerator.</param>
/// <param name="Of">Denominator.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Share(long Part, long Of)
{
    /// <summary>Between 0 and 1; null when the denominator is zero.</summary>
    public double? Value => Of > 0 ? (double)Part / Of : null;
}

/// <summary>Whether a post recorded as many crossings as its past lets expect.</summary>
public enum PostBehaviour
{
    /// <summary>Less than twelve months of past, or too few crossings expected: not judged.</summary>
    NotJudged,

    /// <summary>As expected.</summary>
    Usual,

    /// <summary>Far more records than expected.</summary>
    Rise,

    /// <summary>Far fewer records than expected.</summary>
    Fall,

    /// <summary>No row, although records were expected.</summary>
    Missing,
}

/// <summary>
/// Quality of a post's records in a month: shares and whether their number changed abruptly. A flag asks a question; it is
/// no judgement of the post. Formulas: docs/methods/post-quality.md.
/// </summary>
/// <param name="Month">Counts; zeros where the month is missing.</param>
/// <param name="Delivered">False where the month has no row.</param>
/// <param name="Behaviour">The flag.</param>
/// <param name="Deviation">Robust deviations from what was expected, negative for fewer; null where not judged.</param>
/// <param name="Expected">Records expected: median of the twelve months before; null where not judged.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PostQuality(PostMonth Month, bool Delivered, PostBehaviour Behaviour, double? Deviation, double? Expected)
{
    /// <summary>Deviations above which a change is flagged when seasons are known (Iglewicz and Hoaglin 1993).</summary>
    public const double Threshold = 3.5;

    /// <summary>Deviations above which a change is flagged when the past is too short to know the seasons.</summary>
    public const double ThresholdWithoutSeasons = 7;

    /// <summary>Records that must be expected before a month is judged.</summary>
    public const double LeastExpected = 10;

    private const int Year = 12;

    // Of the twelve months before, so many must have been delivered.
    private const int LeastPast = 9;

    // MAD × 1.4826 estimates the standard deviation of a normal variable.
    private const double Consistency = 1.4826;

    // Changes of 5 % are usual however steady a post was.
    private const double LeastScale = 0.05;

    /// <summary>Crossings with their pair, of all that are not repeated readings.</summary>
    public Share Matched => new(Month.Paired, Month.Records - Month.Duplicates);

    /// <summary>Crossings that are missing, of those missing and recorded.</summary>
    public Share Gaps => new(Month.Gaps, Month.Records - Month.Duplicates + Month.Gaps);

    /// <summary>Repeated readings, of all records.</summary>
    public Share Duplicates => new(Month.Duplicates, Month.Records);

    /// <summary>Late records, of all records.</summary>
    public Share Late => new(Month.Late, Month.Records);

    /// <summary>Records with an unknown item, of all records.</summary>
    public Share Unknown => new(Month.Unknown, Month.Records);

    /// <summary>Every post, from its first month to the last one given, by country, post and month.</summary>
    /// <param name="months">One row a country, post and month; a month without row was not delivered, which differs from zero records.</param>
    /// <param name="lastMonth">Last month that posts should have delivered; later rows are judged too.</param>
    /// <exception cref="ArgumentException">Two rows of a post and month, or an impossible count.</exception>
    public static IReadOnlyList<PostQuality> Of(IEnumerable<PostMonth> months, int lastMonth)
    {
        var result = new List<PostQuality>();
        foreach (var post in months.GroupBy(month => (month.Country, month.Post)).OrderBy(post => post.Key))
        {
            PostMonth[] rows = [.. post.OrderBy(month => month.Month)];
            var first = rows[0].Month;
            var counts = new long?[Math.Max(lastMonth, rows[^1].Month) - first + 1];
            var own = new PostMonth[counts.Length];
            for (var at = 0; at < own.Length; at++)
                own[at] = new(post.Key.Country, post.Key.Post, first + at, 0, 0, 0, 0, 0, 0);
            foreach (var row in rows)
            {
                if (counts[row.Month - first] is not null || long.Min(long.Min(row.Paired, row.Gaps), long.Min(row.Late, row.Unknown)) < 0
                    || row.Duplicates < 0 || row.Records < row.Duplicates || row.Records - row.Duplicates < row.Paired
                    || row.Records < long.Max(row.Late, row.Unknown))
                {
                    throw new ArgumentException($"Post {row.Post} of country {row.Country} has month {row.Month} twice or with an impossible count.", nameof(months));
                }

                counts[row.Month - first] = row.Records;
                own[row.Month - first] = row;
            }

            var judged = Judge(counts);
            for (var at = 0; at < own.Length; at++)
                result.Add(new(own[at], counts[at] is not null, judged[at].Behaviour, judged[at].Deviation, judged[at].Expected));
        }

        return result;
    }

    /// <summary>Judges a series of monthly counts, each by those before it; null is a month without row.</summary>
    internal static (PostBehaviour Behaviour, double? Deviation, double? Expected)[] Judge(long?[] counts)
    {
        var result = new (PostBehaviour Behaviour, double? Deviation, double? Expected)[counts.Length];
        var logs = Array.ConvertAll(counts, count => count is { } n ? Math.Log(n + 0.5) : (double?)null);
        for (var at = Year; at < counts.Length; at++)
        {
            var past = Past(at, logs.ElementAt);
            if (past.Length < LeastPast)
                continue;
            var middle = Median(past);
            var expected = Math.Exp(middle) - 0.5;
            if (expected < LeastExpected)
                continue;
            if (logs[at] is not { } log)
            {
                result[at] = (PostBehaviour.Missing, null, expected);
                continue;
            }

            var scale = Scale(past, middle, 1 / (expected + 0.5));
            var deviation = (log - middle) / scale;
            var threshold = ThresholdWithoutSeasons;

            // The same month a year before tells the season, unless something unusual happened in it.
            if (logs[at - Year] is { } before && result[at - Year].Behaviour is not (PostBehaviour.Rise or PostBehaviour.Fall))
            {
                var growth = at < 2 * Year ? [] : Past(at, month => logs[month] - logs[month - Year]);
                var seasonal = (log - before) / (scale * Math.Sqrt(2));
                if (growth.Length >= LeastPast)
                {
                    var usual = Median(growth);
                    seasonal = (log - before - usual) / Scale(growth, usual, Math.Exp(-before) + Math.Exp(-before - usual));
                    threshold = Threshold;
                }

                deviation = seasonal * deviation <= 0 ? 0 : Math.CopySign(Math.Min(Math.Abs(seasonal), Math.Abs(deviation)), deviation);
            }

            result[at] = (Math.Abs(deviation) <= threshold ? PostBehaviour.Usual : deviation > 0 ? PostBehaviour.Rise : PostBehaviour.Fall, deviation, expected);
        }

        return result;
    }

    private static double[] Past(int at, Func<int, double?> value) =>
        [.. Enumerable.Range(at - Year, Year).Select(value).OfType<double>()];

    // Spread of the past, no less than what counts of this size vary by chance (Poisson: the log of n varies by 1/n).
    private static double Scale(double[] past, double middle, double chance) =>
        Math.Max(Math.Max(Consistency * Median(Array.ConvertAll(past, value => Math.Abs(value - middle))), Math.Sqrt(chance)), LeastScale);

    private static double Median(double[] values)
    {
        var sorted = values.AsSpan().ToArray();
        Array.Sort(sorted);
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
