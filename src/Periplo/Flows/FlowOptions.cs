namespace Periplo.Flows;

/// <summary>When and how the world is made to lose nobody: the population at the end that of the start, with the births, without the deaths.</summary>
public enum BalanceRule
{
    /// <summary>Before births and deaths, half at each date, on the native born in proportion, in whole persons; what rounding leaves goes to the largest.</summary>
    Before,

    /// <summary>As <see cref="Before"/>, without rounding.</summary>
    BeforeExact,

    /// <summary>After births and deaths, half at each date, on the native born in proportion.</summary>
    After,

    /// <summary>Not at all: stocks that do not balance are refused.</summary>
    None,
}

/// <summary>Whose births those of an area are.</summary>
public enum BirthRule
{
    /// <summary>Native born of the area; spread over its residents where it has fewer native born than births.</summary>
    Native,

    /// <summary>Of the birthplaces of its residents at the end, in proportion.</summary>
    Proportional,
}

/// <summary>Of which birthplaces those are who died in an area.</summary>
public enum DeathRule
{
    /// <summary>Of the birthplaces of its residents at the start, in proportion.</summary>
    Proportional,

    /// <summary>So that every birthplace loses what its total lost. Refused where a birthplace would have lost fewer than none, which real tables with migration often bring.</summary>
    Accounting,
}

/// <summary>How the persons of a birthplace are made as many at both dates, in closed accounts.</summary>
public enum MatchingRule
{
    /// <summary>Both tables are fitted to the mean of both totals; the population of every area stays.</summary>
    Rescale,

    /// <summary>
    /// As <see cref="Rescale"/>; birthplaces that cannot reach the mean, because their area has native born alone and more of them
    /// than the mean, are scaled to what they can reach, and the others balanced anew.
    /// </summary>
    RescaleWithoutForeignBorn,
}

/// <summary>The weight of the fewest moves against independence in pseudo-Bayes.</summary>
public sealed record WeightRule
{
    /// <summary>The weight J. Azose and A. Raftery (2019) found for European flows.</summary>
    public const double Published = 0.87;

    private WeightRule()
    {
    }

    /// <summary>The same for all, or null where it follows from the data.</summary>
    public double? Value { get; private init; } = Published;

    /// <summary>One weight a birthplace, or null.</summary>
    public IReadOnlyList<double>? ByBirthplace { get; private init; }

    /// <summary>Reported flows, origin × n + destination, not a number where none was reported; null where the weight does not follow from them.</summary>
    public double[]? Reported { get; private init; }

    /// <summary>What the squared error of each reported flow counts; null where all count one.</summary>
    public double[]? Importance { get; private init; }

    /// <summary>Whether every birthplace has the weight of Y. Bishop, S. Fienberg and P. Holland (1975), Discrete Multivariate Analysis, chapter 12.</summary>
    public bool FromCounts { get; private init; }

    /// <summary>The published weight.</summary>
    public static WeightRule Default { get; } = new();

    /// <summary>A weight for each birthplace from its own counts, N / (N + K).</summary>
    public static WeightRule PerBirthplace { get; } = new() { Value = null, FromCounts = true };

    /// <summary>The same weight for all.</summary>
    /// <param name="weight">0 (independence) to 1 (fewest moves).</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is out of range.</exception>
    public static WeightRule Fixed(double weight) => new() { Value = InRange(weight, nameof(weight)) };

    /// <summary>A weight for each birthplace.</summary>
    /// <param name="weights">0 to 1, in the order of the birthplaces.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is out of range.</exception>
    public static WeightRule Given(IReadOnlyList<double> weights) => new() { Value = null, ByBirthplace = [.. weights.Select(weight => InRange(weight, nameof(weights)))] };

    /// <summary>The weight that comes nearest to reported flows by least squares, between 0 and 1.</summary>
    /// <param name="reported">Reported flows, origin × n + destination; not a number where none was reported.</param>
    /// <param name="importance">What each squared error counts, not below zero; null where all count one.</param>
    public static WeightRule Calibrated(double[] reported, double[]? importance = null) => new() { Value = null, Reported = reported, Importance = importance };

    private static double InRange(double weight, string name) =>
        weight is >= 0 and <= 1 ? weight : throw new ArgumentOutOfRangeException(name, weight, "A weight is between 0 and 1.");
}

/// <summary>How a table of flows is made; the defaults are those of the published series.</summary>
public sealed record FlowOptions
{
    /// <summary>The defaults.</summary>
    public static FlowOptions Default { get; } = new();

    /// <summary>
    /// How probable a move is before the stocks are known, origin × n + destination, zero or more, the diagonal included (staying, in
    /// independence alone): any matrix, such as exp(−distance) or a common language. Null: all alike.
    /// </summary>
    public double[]? Seed { get; init; }

    /// <summary>The balance of the world.</summary>
    public BalanceRule Balance { get; init; }

    /// <summary>Whose births.</summary>
    public BirthRule Births { get; init; }

    /// <summary>Whose deaths.</summary>
    public DeathRule Deaths { get; init; }

    /// <summary>How totals of birthplaces are matched.</summary>
    public MatchingRule Matching { get; init; }

    /// <summary>The weight of pseudo-Bayes.</summary>
    public WeightRule Weight { get; init; } = WeightRule.Default;

    /// <summary>Moves that <see cref="FlowMethod.RatesDennett"/> spreads; null: the sum of all areas' net migration without its sign.</summary>
    public double? Moves { get; init; }

    /// <summary>Threads for the large products; the result is the same for any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether <see cref="FlowTable.Outward"/>, return and transit are wanted.</summary>
    public bool Parts { get; init; }
}
