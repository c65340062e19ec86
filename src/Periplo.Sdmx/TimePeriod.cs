using System.Globalization;

namespace Periplo.Sdmx;

/// <summary>
/// A period of the SDMX observational time period: a year (2020), half-year (2020-S1), quarter (2020-Q3), month
/// (2020-07 or 2020-M07), ISO week (2020-W31) or day (2020-07-01). Four bytes; ordered by year, then length, then
/// place within the year.
/// </summary>
public readonly record struct TimePeriod : IComparable<TimePeriod>
{
    /// <summary>Bytes that the longest SDMX form takes.</summary>
    public const int Longest = 10;

    private const int PlaceBits = 9;
    private const int KindBits = 3;

    private readonly int packed;

    private TimePeriod(int year, PeriodKind kind, int place) =>
        packed = (year << (PlaceBits + KindBits)) | ((int)kind << PlaceBits) | place;

    private TimePeriod(int packed) => this.packed = packed;

    private enum PeriodKind
    {
        Year,
        HalfYear,
        Quarter,
        Month,
        Week,
        Day,
    }

    /// <summary>The year it lies in.</summary>
    public int Year => packed >> (PlaceBits + KindBits);

    /// <summary>SDMX CL_FREQ code of the length: A, S, Q, M, W or D.</summary>
    public char Frequency => "ASQMWD"[(int)Kind];

    /// <summary>First day of the period.</summary>
    public DateOnly FirstDay => Kind switch
    {
        PeriodKind.Day => new DateOnly(Year, 1, 1).AddDays(Place - 1),
        PeriodKind.Week => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Place, DayOfWeek.Monday)),
        PeriodKind.Year => new DateOnly(Year, 1, 1),
        _ => new DateOnly(Year, ((Place - 1) * (12 / Most(Kind))) + 1, 1),
    };

    /// <summary>Last day of the period.</summary>
    public DateOnly LastDay => Kind switch
    {
        PeriodKind.Day => FirstDay,
        // The last week of the year 9999 ends behind the last day a date can be.
        PeriodKind.Week => DateOnly.FromDayNumber(Math.Min(FirstDay.DayNumber + 6, DateOnly.MaxValue.DayNumber)),
        PeriodKind.Year => new DateOnly(Year, 12, 31),
        _ => EndOfMonth(Year, Place * (12 / Most(Kind))),
    };

    /// <summary>The four bytes, for storage; see <see cref="FromPacked"/>.</summary>
    public int Packed => packed;

    private PeriodKind Kind => (PeriodKind)((packed >> PlaceBits) & ((1 << KindBits) - 1));

    private int Place => packed & ((1 << PlaceBits) - 1);

    /// <summary>A year from 1 to 9999.</summary>
    public static TimePeriod OfYear(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        return new(year, PeriodKind.Year, 0);
    }

    /// <summary>The period of a length that a day lies in.</summary>
    /// <param name="day">The day.</param>
    /// <param name="frequency">Length as <see cref="Frequency"/> gives it: A, S, Q, M, W or D.</param>
    public static TimePeriod Containing(DateOnly day, char frequency) => frequency switch
    {
        'A' => OfYear(day.Year),
        'S' => new(day.Year, PeriodKind.HalfYear, ((day.Month - 1) / 6) + 1),
        'Q' => new(day.Year, PeriodKind.Quarter, ((day.Month - 1) / 3) + 1),
        'M' => new(day.Year, PeriodKind.Month, day.Month),
        'W' => new(ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue)), PeriodKind.Week, ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue))),
        'D' => new(day.Year, PeriodKind.Day, day.DayOfYear),
        _ => throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "A period is of one of the lengths A, S, Q, M, W or D."),
    };

    /// <summary>The period that <see cref="Packed"/> gave.</summary>
    /// <exception cref="FormatException">The bytes are no period.</exception>
    public static TimePeriod FromPacked(int packed)
    {
        var period = new TimePeriod(packed);
        if (packed < 0 || period.Year is < 1 or > 9999 || period.Kind > PeriodKind.Day
            || (period.Kind == PeriodKind.Year ? period.Place != 0 : !HasPlace(period.Year, period.Kind, period.Place)))
            throw new FormatException($"{packed} is not a packed period.");
        return period;
    }

    /// <summary>Reads a period; false when the text is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimePeriod period)
    {
        period = default;
        if (text.Length < 4 || !TryNumber(text[..4], out var year) || year == 0)
            return false;
        if (text.Length == 4)
        {
            period = OfYear(year);
            return true;
        }

        if (text[4] != '-' || text.Length is < 6 or > 10)
            return false;
        var rest = text[5..];
        if (rest.Length == 5 && rest[2] == '-')
        {
            if (!TryNumber(rest[..2], out var month) || !TryNumber(rest[3..], out var day)
                || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            {
                return false;
            }

            period = new(year, PeriodKind.Day, new DateOnly(year, month, day).DayOfYear);
            return true;
        }

        if (rest is "A1")
        {
            period = OfYear(year);
            return true;
        }

        var kind = rest[0] switch
        {
            'S' => PeriodKind.HalfYear,
            'Q' => PeriodKind.Quarter,
            'M' => PeriodKind.Month,
            'W' => PeriodKind.Week,
            >= '0' and <= '9' when rest.Length == 2 => PeriodKind.Month,
            _ => PeriodKind.Year,
        };
        var digits = char.IsAsciiDigit(rest[0]) ? rest : rest[1..];
        if (kind == PeriodKind.Year || digits.Length is < 1 or > 2 || !TryNumber(digits, out var place) || !HasPlace(year, kind, place))
            return false;
        period = new(year, kind, place);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(TimePeriod other) => packed.CompareTo(other.packed);

    /// <summary>True when the left one comes first.</summary>
    public static bool operator <(TimePeriod left, TimePeriod right) => left.packed < right.packed;

    /// <summary>True when the left one comes last.</summary>
    public static bool operator >(TimePeriod left, TimePeriod right) => left.packed > right.packed;

    /// <summary>True when the left one does not come last.</summary>
    public static bool operator <=(TimePeriod left, TimePeriod right) => left.packed <= right.packed;

    /// <summary>True when the left one does not come first.</summary>
    public static bool operator >=(TimePeriod left, TimePeriod right) => left.packed >= right.packed;

    /// <summary>The SDMX form.</summary>
    public override string ToString() => Kind switch
    {
        PeriodKind.Year => $"{Year:0000}",
        PeriodKind.Day => new DateOnly(Year, 1, 1).AddDays(Place - 1).ToString("yyyy-MM-dd"),
        PeriodKind.HalfYear => $"{Year:0000}-S{Place}",
        PeriodKind.Quarter => $"{Year:0000}-Q{Place}",
        PeriodKind.Month => $"{Year:0000}-{Place:00}",
        _ => $"{Year:0000}-W{Place:00}",
    };

    /// <summary>Writes the SDMX form without making a string of it.</summary>
    /// <param name="to">Where to; <see cref="Longest"/> bytes are enough.</param>
    /// <returns>How many bytes it took.</returns>
    public int Format(Span<byte> to)
    {
        Digits(Year, to[..4]);
        var kind = Kind;
        if (kind == PeriodKind.Year)
            return 4;
        to[4] = (byte)'-';
        switch (kind)
        {
            case PeriodKind.HalfYear or PeriodKind.Quarter:
                to[5] = kind == PeriodKind.Quarter ? (byte)'Q' : (byte)'S';
                Digits(Place, to[6..7]);
                return 7;
            case PeriodKind.Month:
                Digits(Place, to[5..7]);
                return 7;
            case PeriodKind.Week:
                to[5] = (byte)'W';
                Digits(Place, to[6..8]);
                return 8;
            default:
                var day = FirstDay;
                Digits(day.Month, to[5..7]);
                to[7] = (byte)'-';
                Digits(day.Day, to[8..10]);
                return 10;
        }
    }

    /// <summary>Periods in a year, of the lengths that are whole months.</summary>
    private static int Most(PeriodKind kind) => kind switch
    {
        PeriodKind.HalfYear => 2,
        PeriodKind.Quarter => 4,
        _ => 12,
    };

    private static bool HasPlace(int year, PeriodKind kind, int place) => place >= 1 && place <= kind switch
    {
        PeriodKind.Week => ISOWeek.GetWeeksInYear(year),
        PeriodKind.Day => DateTime.IsLeapYear(year) ? 366 : 365,
        _ => Most(kind),
    };

    private static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static void Digits(int number, Span<byte> to)
    {
        for (var i = to.Length - 1; i >= 0; i--)
        {
            to[i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
