namespace Periplo.Movements;

/// <summary>What is counted of crossings for tables; the first eight are the categories themselves.</summary>
public enum MovementMeasure : byte
{
    /// <summary>Long-term migration.</summary>
    LongTerm = Category.LT,

    /// <summary>Undecided.</summary>
    Undecided = Category.UNK,

    /// <summary>Status unknown, certainly no migration.</summary>
    CertainlyNot = Category.NLU,

    /// <summary>Returning resident, or departing non-resident.</summary>
    Returning = Category.RET,

    /// <summary>The other side left the same day.</summary>
    SameDay = Category.SAMEDAY,

    /// <summary>Less than 90 days.</summary>
    Visit = Category.VISIT,

    /// <summary>90 to 364 days, whatever the purpose.</summary>
    ShortTerm = Category.SHORT,

    /// <summary>No end, a missing end or one a year or more later, and no migration.</summary>
    Open = Category.OPEN,

    /// <summary>Exit of a non-resident after more than 90 days in 180.</summary>
    Over90In180,

    /// <summary>Stay of less than 24 hours whose purpose is transit, or that ended at another post.</summary>
    Transit,

    /// <summary>90 to 364 days with a purpose that the installation counts as migration.</summary>
    ShortTermMigrant,

    /// <summary>Person who crosses the border and back within a day at least so many times in the month.</summary>
    BorderWorker,

    /// <summary>Records, duplicates counted.</summary>
    Records,

    /// <summary>Crossings followed or preceded by one of the other direction.</summary>
    Paired,

    /// <summary>Crossings that follow one of the same direction: a crossing is missing before them.</summary>
    Gaps,

    /// <summary>Duplicate readings.</summary>
    Duplicates,

    /// <summary>Records received late.</summary>
    Late,

    /// <summary>Records with an item unknown.</summary>
    UnknownItems,

    /// <summary>Third or later crossing within ten years that was followed by twelve months or more on one side (UNECE).</summary>
    Circular,

    /// <summary>The same with 90 days.</summary>
    CircularShort,

    /// <summary>Residents abroad on the last day of the month.</summary>
    Abroad,

    /// <summary>Non-residents present on the last day of the month.</summary>
    Temporary,

    /// <summary>Exit after more days than the table of permitted stays allows, or still there.</summary>
    Overstay,
}

/// <summary>The breakdowns that are counted: at most three characteristics each beside country, month, direction and measure.</summary>
public enum Breakdown : byte
{
    /// <summary>Citizenship (M49 number) by sex.</summary>
    CitizenshipSex,

    /// <summary>Sex by age group.</summary>
    SexAge,

    /// <summary>Birthplace (M49 number) by sex.</summary>
    BirthplaceSex,

    /// <summary>Post by mode of transport.</summary>
    PostMode,

    /// <summary>Purpose.</summary>
    Purpose,
}

/// <summary>A cell: what is counted, where, when and of whom, in 61 bits.</summary>
/// <param name="Packed">The bits; cells order by them.</param>
public readonly record struct MovementCell(ulong Packed)
{
    /// <summary>The cell of a measure.</summary>
    /// <param name="breakdown">Which characteristics.</param>
    /// <param name="measure">What is counted.</param>
    /// <param name="entry">Entries, else exits; entries where direction does not matter.</param>
    /// <param name="country">Position of the reporting country.</param>
    /// <param name="month">Month of the observation, from 0.</param>
    /// <param name="first">Code of the first characteristic.</param>
    /// <param name="second">Code of the second, or 0.</param>
    public static MovementCell Of(Breakdown breakdown, MovementMeasure measure, bool entry, int country, int month, int first, int second) => new(
        ((ulong)breakdown << 58) | ((ulong)measure << 52) | ((entry ? 1UL : 0) << 51) | ((ulong)(uint)country << 43) | ((ulong)(uint)month << 32)
        | ((ulong)(uint)first << 16) | (uint)second);

    /// <summary>Which characteristics.</summary>
    public Breakdown Breakdown => (Breakdown)(Packed >> 58);

    /// <summary>What is counted.</summary>
    public MovementMeasure Measure => (MovementMeasure)((Packed >> 52) & 63);

    /// <summary>Entries, else exits.</summary>
    public bool IsEntry => ((Packed >> 51) & 1) == 1;

    /// <summary>Position of the reporting country.</summary>
    public int Country => (int)(Packed >> 43) & 255;

    /// <summary>Month of the observation, from 0.</summary>
    public int Month => (int)(Packed >> 32) & 2047;

    /// <summary>Code of the first characteristic.</summary>
    public int First => (int)(Packed >> 16) & 0xFFFF;

    /// <summary>Code of the second characteristic.</summary>
    public int Second => (int)Packed & 0xFFFF;
}
