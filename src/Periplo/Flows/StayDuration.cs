namespace Periplo.Flows;

/// <summary>How long one must stay or be away to be counted as a migrant.</summary>
public enum StayDuration
{
    /// <summary>No least duration.</summary>
    None,

    /// <summary>Three months.</summary>
    ThreeMonths,

    /// <summary>Six months.</summary>
    SixMonths,

    /// <summary>Twelve months, the recommendation of the United Nations (1998).</summary>
    TwelveMonths,

    /// <summary>For good.</summary>
    Permanent,
}

/// <summary>What a count by another duration is in moves of twelve months or more.</summary>
/// <remarks>
/// The factors are those published with the European model of J. Raymer and others (2013), "Integrated Modeling of European Migration",
/// Journal of the American Statistical Association 108(503): means over Europe, not of any one country.
/// </remarks>
public static class StayDurations
{
    /// <summary>Moves of twelve months or more per move counted: 0.53, 0.63, 0.73, 1 and 2.26.</summary>
    public static double Factor(StayDuration duration) => duration switch
    {
        StayDuration.None => 0.53,
        StayDuration.ThreeMonths => 0.63,
        StayDuration.SixMonths => 0.73,
        StayDuration.TwelveMonths => 1,
        StayDuration.Permanent => 2.26,
        _ => throw new ArgumentOutOfRangeException(nameof(duration)),
    };

    /// <summary>A duration as tables of files write it: months (<c>0</c>, <c>3</c>, <c>6</c>, <c>12</c>) or <c>permanent</c>; or as a code of <c>CL_DURATION</c>. Null when it is none of them.</summary>
    public static StayDuration? Find(string text) => text switch
    {
        "0" or "0M" => StayDuration.None,
        "3" or "3M" => StayDuration.ThreeMonths,
        "6" or "6M" => StayDuration.SixMonths,
        "12" or "12M" => StayDuration.TwelveMonths,
        "permanent" or "PERM" => StayDuration.Permanent,
        _ => null,
    };
}
