namespace Periplo.Flows;

/// <summary>What the migrants of a residence were counted by.</summary>
public enum StockDataType
{
    /// <summary>Country of birth.</summary>
    ForeignBorn,

    /// <summary>Citizenship, wholly or partly.</summary>
    Citizens,

    /// <summary>No data: imputed from other areas.</summary>
    Imputed,
}

/// <summary>
/// How uncertain stocks, births and deaths are taken to be: relative standard deviations of log-normal errors whose mean is the
/// published figure. They are judgements, not estimates: docs/methods/flow-accounts.md gives the reason of each.
/// </summary>
public sealed record NoiseParameters
{
    /// <summary>The defaults.</summary>
    public static NoiseParameters Default { get; } = new();

    /// <summary>What each residence counted, in their order; empty: country of birth everywhere.</summary>
    public IReadOnlyList<StockDataType> DataTypes { get; init; } = [];
}
