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
/// published figure. An error of a stock is mostly the same at both dates, since both mostly come from one census or register and one
/// definition; a share of it is new at each date, and only that makes flows that are none. They are judgements, not estimates:
/// docs/methods/flow-accounts.md gives the reason of each.
/// </summary>
public sealed record NoiseParameters
{
    /// <summary>The defaults.</summary>
    public static NoiseParameters Default { get; } = new();

    /// <summary>What each residence counted, in their order; empty: country of birth everywhere.</summary>
    public IReadOnlyList<StockDataType> DataTypes { get; init; } = [];

    /// <summary>Stocks by country of birth: 5 %, what censuses miss of migrants more than of others.</summary>
    public double ForeignBorn { get; init; } = 0.05;

    /// <summary>Stocks by citizenship: 10 %, for the naturalised and the children born abroad of nobody's birthplace.</summary>
    public double Citizens { get; init; } = 0.10;

    /// <summary>Imputed stocks: 25 %.</summary>
    public double Imputed { get; init; } = 0.25;

    /// <summary>Share of the error of a migrant stock that is new at each date: 0.2.</summary>
    public double NewAtDate { get; init; } = 0.2;

    /// <summary>Native born: 1 %, a census's usual undercount.</summary>
    public double NativeBorn { get; init; } = 0.01;

    /// <summary>
    /// Share of the error of native born that is new at each date: 0.02. Small, because populations are reconciled with births and deaths
    /// between censuses; at 0.2 a country of a billion would lose or win two million movers by noise alone.
    /// </summary>
    public double NativeBornNewAtDate { get; init; } = 0.02;

    /// <summary>Births: 0.5 %, what is left once births and populations are reconciled.</summary>
    public double Births { get; init; } = 0.005;

    /// <summary>Deaths: 1 %, which fewer countries register whole.</summary>
    public double Deaths { get; init; } = 0.01;

    /// <summary>Relative standard deviation of a migrant stock.</summary>
    public double Of(StockDataType type) => type switch
    {
        StockDataType.Citizens => Citizens,
        StockDataType.Imputed => Imputed,
        _ => ForeignBorn,
    };
}
