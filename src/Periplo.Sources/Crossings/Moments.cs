using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Periplo.Movements;

namespace Periplo.Sources.Crossings;

/// <summary>Dates and times of the proleptic Gregorian calendar, from the bytes of a cell. Only those that exist are taken.</summary>
internal static class Moments
{
    /// <summary>Days from 1900-01-01 to 1970-01-01.</summary>
    public const int From1900 = 25_567;

    /// <summary>Seconds of a day.</summary>
    public const int Day = 86_400;

    private const int LastYear = 9999;

    // Day of 1 January of every year since 1970, doubled, with 1 added in leap years.
    private static readonly int[] Years = AllYears();
    private static readonly ushort[] Before = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 0, 0, 0];
    private static readonly byte[] Lengths = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0, 0];

    // Highest difference to "0000-00-00T00:00" that a letter may have; what divides date and time is looked at apart.
    private static readonly Vector128<byte> Highest = Vector128.Create(9, 9, 9, 9, 0, 9, 9, 0, 9, 9, 255, 9, 9, 0, 9, (byte)9);

    /// <summary>Days since 1970-01-01 of a date; false when there is no such day.</summary>
    public static bool TryDay(uint year, uint month, uint day, out int days)
    {
        days = 0;
        if (year > LastYear || month - 1 > 11)
            return false;
        var start = Years[year];
        var leap = start & 1;
        if (day - 1 >= (uint)(Lengths[month] + (month == 2 ? leap : 0)))
            return false;
        days = (start >> 1) + Before[month] + (month > 2 ? leap : 0) + (int)day - 1;
        return true;
    }

    /// <summary>A date written <c>YYYY-MM-DD</c>.</summary>
    public static bool TryDate(ReadOnlySpan<byte> cell, out int days)
    {
        days = 0;
        if (cell.Length != 10)
            return false;
        var head = BinaryPrimitives.ReadUInt64LittleEndian(cell) ^ 0x2D30_302D_3030_3030;
        var tail = (uint)BinaryPrimitives.ReadUInt16LittleEndian(cell[8..]) ^ 0x3030;
        const ulong Hyphens = 0xFF00_00FF_0000_0000;
        return (head & Hyphens) == 0 && ((head | head + 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) == 0 && ((tail | tail + 0x0606) & 0xF0F0) == 0
            && TryDay(Year(head), Pair(head, 40), Pair(tail, 0), out days);
    }

    /// <summary>
    /// A moment written <c>YYYY-MM-DDTHH:MM:SSZ</c>, also with a blank for the T, without seconds or with fractions of them, and
    /// with <c>±hh:mm</c> or <c>±hhmm</c> for the Z. In seconds since 1970; <paramref name="local"/> tells that no zone stood there.
    /// </summary>
    public static bool TryMoment(ReadOnlySpan<byte> cell, out long seconds, out bool local)
    {
        (seconds, local) = (0, false);
        if (cell.Length < 16)
            return false;
        var letters = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(cell)) - Vector128.Create("0000-00-00T00:00"u8);
        if (Vector128.GreaterThanAny(letters, Highest) || cell[10] is not ((byte)'T' or (byte)' '))
            return false;
        var (head, tail) = (letters.AsUInt64().GetElement(0), letters.AsUInt64().GetElement(1));
        var (hour, minute) = (Pair(tail, 24), Pair(tail, 48));
        if (!TryDay(Year(head), Pair(head, 40), Pair(tail, 0), out var days) || hour > 23 || minute > 59)
            return false;
        seconds = ((long)days * Day) + (hour * 3600) + (minute * 60);
        cell = cell[16..];
        if (cell.Length == 4 && cell[3] == (byte)'Z')
            return TrySeconds(cell, ref seconds);
        if (cell.Length >= 3 && cell[0] == (byte)':')
        {
            if (!TrySeconds(cell, ref seconds))
                return false;
            cell = cell[3..];
            if (cell.Length >= 2 && cell[0] == (byte)'.' && cell[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var end && end != 0)
                cell = end < 0 ? [] : cell[(1 + end)..];
        }

        local = cell.IsEmpty;
        return local || cell is [(byte)'Z'] || TryOffset(cell, ref seconds);
    }

    /// <summary>Seconds since 1970 of a local time: a time that comes twice is taken as the first, one that is skipped as if the clock had not moved.</summary>
    public static long Universal(PostClock clock, long local)
    {
        if (clock.IsFixed)
            return local - clock.Offset(local);
        var (before, after) = (clock.Offset(local - Day), clock.Offset(local + Day));
        if (before == after || clock.Offset(local - before) == before)
            return local - before;
        return clock.Offset(local - after) == after ? local - after : local - before;
    }

    private static bool TrySeconds(ReadOnlySpan<byte> cell, ref long seconds)
    {
        var (tens, ones) = ((uint)(cell[1] - '0'), (uint)(cell[2] - '0'));
        seconds += (tens * 10) + ones;
        return cell[0] == (byte)':' && tens <= 5 && ones <= 9;
    }

    private static bool TryOffset(ReadOnlySpan<byte> cell, ref long seconds)
    {
        if (cell.Length is not (5 or 6) || cell[0] is not ((byte)'+' or (byte)'-') || (cell.Length == 6 && cell[3] != (byte)':')
            || !Keys.TryDigits(cell[1..3], out var hours) || !Keys.TryDigits(cell[^2..], out var minutes) || hours > 14 || minutes > 59)
        {
            return false;
        }

        var ahead = ((long)hours * 3600) + ((long)minutes * 60);
        seconds += cell[0] == (byte)'+' ? -ahead : ahead;
        return true;
    }

    // Digits stand as bytes 0 to 9, the first in the lowest byte.
    private static uint Year(ulong digits) => (Pair(digits, 0) * 100) + Pair(digits, 16);

    private static uint Pair(ulong digits, int at) => ((uint)(digits >> at) & 15) * 10 + ((uint)(digits >> at + 8) & 15);

    private static int[] AllYears()
    {
        var years = new int[LastYear + 1];
        for (var (year, day) = (0, -719_528); year <= LastYear; year++)
        {
            var leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 1 : 0;
            years[year] = (day * 2) | leap;
            day += 365 + leap;
        }

        return years;
    }
}
