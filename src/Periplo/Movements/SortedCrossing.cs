using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Periplo.Movements;

/// <summary>
/// A crossing as the engine sorts it. A history is the crossings of one key; within it the moment orders by time, exit
/// before entry, then declared residence (M1 rule 1). Two forms: with and without what is told of the traveller.
/// </summary>
internal interface ISortedCrossing<TSelf>
    where TSelf : unmanaged, ISortedCrossing<TSelf>
{
    /// <summary>Person and reporting country: all of the mixed key but the bits that its partition tells, and the country in the last byte.</summary>
    ulong Key { get; }

    /// <summary>Time, direction, declared residence and local day: see <see cref="CrossingMoment"/>.</summary>
    ulong Moment { get; }

    /// <summary>The sorted form of a crossing.</summary>
    static abstract TSelf Of(ulong key, ulong moment, in Crossing crossing);

    /// <summary>True when the first comes before the second, or false when they are equal in all.</summary>
    static abstract bool IsBefore(in TSelf first, in TSelf second);
}

/// <summary>Packs the moment of a crossing into 64 bits that order as M1 rule 1 wants.</summary>
internal static class CrossingMoment
{
    private const int DayBit = 14;

    /// <summary>Days since 1970 that a moment can hold: until 2149.</summary>
    public const int LastDay = ushort.MaxValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(uint time, byte direction, byte resident, int day) =>
        ((ulong)time << 32) | ((ulong)direction << 31) | ((ulong)resident << 30) | ((ulong)(uint)day << DayBit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Time(ulong moment) => (uint)(moment >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Direction(ulong moment) => (int)(moment >> 31) & 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Resident(ulong moment) => (int)(moment >> 30) & 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Day(ulong moment) => (int)(moment >> DayBit) & LastDay;
}

/// <summary>What the rule needs of a crossing, in 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct PlainCrossing(ulong key, ulong moment) : ISortedCrossing<PlainCrossing>
{
    public ulong Key
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get;
    } = key;

    public ulong Moment
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get;
    } = moment;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainCrossing Of(ulong key, ulong moment, in Crossing crossing) => new(key, moment);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBefore(in PlainCrossing first, in PlainCrossing second) =>
        first.Key < second.Key || (first.Key == second.Key && first.Moment < second.Moment);
}

/// <summary>A crossing with what is told of the traveller, in 32 bytes: for tables.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct DescribedCrossing(ulong key, ulong moment, ulong origin, ulong journey) : ISortedCrossing<DescribedCrossing>
{
    public ulong Key
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get;
    } = key;

    public ulong Moment
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get;
    } = moment;

    /// <summary>Citizenship, birthplace, birth and post, 16 bits each.</summary>
    public ulong Origin { get; } = origin;

    /// <summary>Late mark, purpose, mode and sex, 8 bits each.</summary>
    public ulong Journey { get; } = journey;

    public ushort Citizenship => (ushort)(Origin >> 48);

    public ushort Birthplace => (ushort)(Origin >> 32);

    public ushort Birth => (ushort)(Origin >> 16);

    public ushort Post => (ushort)Origin;

    public byte Purpose => (byte)(Journey >> 16);

    public byte Mode => (byte)(Journey >> 8);

    public byte Sex => (byte)Journey;

    public bool IsLate => ((Journey >> 24) & 1) != 0;

    /// <summary>The crossing with another outcome (<see cref="CrossingOutcome"/>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DescribedCrossing With(ulong outcome) => new(Key, (Moment & ~CrossingOutcome.Mask) | outcome, Origin, Journey);

    /// <summary>True when it comes before another of the same history, whatever became of both.</summary>
    public bool ComesBefore(in DescribedCrossing other) => IsBefore(With(0), other.With(0));

    /// <summary>Some item of the traveller or the journey is not known.</summary>
    public bool HasUnknown => Citizenship == 0 || Birthplace == 0 || Birth == Crossing.UnknownBirth || Purpose == 0 || Mode == 0 || Sex == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DescribedCrossing Of(ulong key, ulong moment, in Crossing crossing) => new(
        key,
        moment,
        ((ulong)crossing.Citizenship << 48) | ((ulong)crossing.Birthplace << 32) | ((ulong)crossing.Birth << 16) | crossing.Post,
        ((ulong)crossing.Late << 24) | ((ulong)crossing.Purpose << 16) | ((ulong)crossing.Mode << 8) | crossing.Sex);

    // What is told of the traveller decides between readings of one moment, so that the order of the file never matters.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBefore(in DescribedCrossing first, in DescribedCrossing second)
    {
        if (first.Key != second.Key)
            return first.Key < second.Key;
        if (first.Moment != second.Moment)
            return first.Moment < second.Moment;
        return first.Origin != second.Origin ? first.Origin < second.Origin : first.Journey < second.Journey;
    }
}
