namespace Periplo.Flows;

/// <summary>What the flows of one period and sex are made of, put together from datasets.</summary>
/// <param name="Period">The period.</param>
/// <param name="Sex">Code of CL_SEX.</param>
/// <param name="Input">Stocks at both dates; with births and deaths where <see cref="HasAccounts"/>.</param>
public sealed record FlowMaterial(FlowPeriod Period, string Sex, FlowInput Input)
{
    /// <summary>True where populations, births and deaths are part of it; else the tables hold migrants alone, without native born.</summary>
    public bool HasAccounts => Input.Births.Length > 0;

    /// <summary>How each residence counted migrants at the end of the period: letters of CL_DATA_TYPE, null where the source does not say.</summary>
    public required IReadOnlyList<string?> DataTypes { get; init; }

    /// <summary>Areas taken together, because at one date not all of them have figures of their own.</summary>
    public required IReadOnlyList<FlowUnion> Unions { get; init; }

    /// <summary>Residences left out for want of population, births or deaths. Those born there count as a birthplace without residence.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }
}

/// <summary>Areas taken together as the former state they were part of.</summary>
/// <param name="Area">Code of the former state.</param>
/// <param name="Members">Codes of the areas.</param>
public sealed record FlowUnion(string Area, IReadOnlyList<string> Members);
