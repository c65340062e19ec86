namespace Periplo.Movements;

/// <summary>
/// What a record turned out to be, in the 14 low bits of its moment that nothing else uses. A state keeps it with every
/// record: a history is taken up again without judging its past, and what an append changes is told by comparing.
/// </summary>
internal static class CrossingOutcome
{
    /// <summary>All bits of an outcome.</summary>
    public const ulong Mask = (1 << 14) - 1;

    /// <summary>A duplicate reading; it has no category.</summary>
    public const ulong Duplicate = 1 << 5;

    /// <summary>Its day is that of an earlier crossing, because clocks of posts differ.</summary>
    public const ulong DayMoved = 1 << 6;

    /// <summary>Exit of a non-resident after more than 90 days in 180.</summary>
    public const ulong Over90In180 = 1 << 7;

    /// <summary>Entry in transit.</summary>
    public const ulong Transit = 1 << 8;

    /// <summary>The same-day crossing of the month that makes a cross-border worker.</summary>
    public const ulong BorderWorker = 1 << 9;

    /// <summary>Followed or preceded by a crossing of the other direction.</summary>
    public const ulong Paired = 1 << 10;

    /// <summary>Follows one of the same direction.</summary>
    public const ulong Gap = 1 << 11;

    private const int StatusBit = 3;

    /// <summary>Category and status before the crossing.</summary>
    public static ulong Of(byte category, byte statusBefore) => category | ((ulong)statusBefore << StatusBit);

    /// <summary>Category of a crossing that is no duplicate.</summary>
    public static Category Category(ulong moment) => (Category)(moment & 7);

    /// <summary>Status before a crossing that is no duplicate: <see cref="History.NonResident"/>, <see cref="History.Resident"/> or <see cref="History.Unknown"/>.</summary>
    public static byte StatusBefore(ulong moment) => (byte)((moment >> StatusBit) & 3);

    /// <summary>True for a duplicate reading.</summary>
    public static bool IsDuplicate(ulong moment) => (moment & Duplicate) != 0;
}
