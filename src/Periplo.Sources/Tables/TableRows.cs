using System.Globalization;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Sources.Tables;

/// <summary>A table passed over row by row. A cell is the UTF-8 bytes of its text and holds until the next row.</summary>
internal abstract class TableRows(Reading reading)
{
    /// <summary>Values beyond this are taken for a wrong unit or a slip.</summary>
    public const double Largest = 1e15;

    private const int CheckpointRows = 4096;
    private readonly Dictionary<int, TimePeriod> years = [];
    private readonly CodeCache<TimePeriod> months = new();
    private int sinceCheckpoint;

    protected Reading Reading => reading;

    /// <summary>Cells of the row.</summary>
    public abstract int Count { get; }

    /// <summary>Where the row stands.</summary>
    public abstract SourceRow Row { get; }

    /// <summary>A cell.</summary>
    public abstract ReadOnlySpan<byte> this[int column] { get; }

    /// <summary>Moves to the next row; false at the end.</summary>
    public bool Next()
    {
        if (++sinceCheckpoint == CheckpointRows)
        {
            sinceCheckpoint = 0;
            reading.Checkpoint();
        }

        return Move();
    }

    /// <summary>An error at a cell of the row.</summary>
    public abstract InputException Fault(int column, Text reason);

    /// <summary>A cell as text, blanks at its ends taken off.</summary>
    public abstract string Text(int column);

    /// <summary>True when a cell holds a number by its type, whatever marks the file uses for decimals.</summary>
    public virtual bool IsNumber(int column) => false;

    /// <summary>The id of the area whose code or name stands in a cell.</summary>
    public string Area(int column)
    {
        var cell = this[column];
        if (reading.AreasByCell.TryGet(cell, out var id))
            return id;
        var text = Text(column);
        if (text.Length == 0)
            throw Fault(column, Refusals.MissingArea);
        return reading.AreasByCell.Add(cell, reading.Area(text) ?? throw Fault(column, reading.UnknownArea(text)));
    }

    /// <summary>The year in a cell.</summary>
    public TimePeriod Year(int column)
    {
        var cell = this[column];
        var number = 0;
        foreach (var digit in cell)
        {
            if (digit is < (byte)'0' or > (byte)'9' || cell.Length != 4)
                throw Fault(column, Refusals.NotYear(Refusals.Shown(cell)));
            number = (number * 10) + (digit - '0');
        }

        if (years.TryGetValue(number, out var year))
            return year;
        if (!IsYear(number))
            throw Fault(column, Refusals.NotYear(Refusals.Shown(cell)));
        return years[number] = TimePeriod.OfYear(number);
    }

    /// <summary>The month in a cell, written <c>2023-07</c>.</summary>
    public TimePeriod Month(int column) => Month(column, "yyyy-mm".Length, Refusals.NotMonth);

    /// <summary>The month of the day in a cell, written <c>2023-07-31</c>.</summary>
    public TimePeriod MonthOfDay(int column) => Month(column, "yyyy-mm-dd".Length, Refusals.NotDay);

    /// <summary>A count or amount, never negative; false when the cell is empty.</summary>
    public bool TryCount(int column, out double value)
    {
        if (!TryNumber(column, out value))
            return false;
        return value >= 0 ? true : throw Fault(column, Refusals.Negative(Refusals.Shown(this[column])));
    }

    /// <summary>A number that may be negative; false when the cell is empty.</summary>
    public bool TryNumber(int column, out double value) => TryNumber(this[column], column, out value);

    /// <summary>Reads digits with a decimal point, as <see cref="TryNumber(int, out double)"/>, from text derived from a cell.</summary>
    protected internal bool TryNumber(ReadOnlySpan<byte> digits, int column, out double value)
    {
        value = double.NaN;
        if (digits.IsEmpty)
            return false;
        if (TryInteger(digits, out value))
            return true;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(digits, Style, CultureInfo.InvariantCulture, out value))
            throw Fault(column, Refusals.NotNumber(Refusals.Shown(this[column])));
        if (!char.IsAsciiDigit((char)digits[^1]) && digits[^1] != '.')
            throw Fault(column, Refusals.NotFinite(Refusals.Shown(this[column])));
        return Math.Abs(value) <= Largest ? true : throw Fault(column, Refusals.TooLarge(Refusals.Shown(this[column])));
    }

    /// <summary>True for the years figures are kept for.</summary>
    public static bool IsYear(int year) => year is >= 1800 and <= 2100;

    protected abstract bool Move();

    private TimePeriod Month(int column, int length, Func<string, Languages.Text> refusal)
    {
        var cell = this[column];
        if (months.TryGet(cell, out var month))
            return month;
        var text = Text(column);
        if (text.Length != length || !TimePeriod.TryParse(text, out var period) || period.Frequency != (length == 7 ? 'M' : 'D') || !IsYear(period.Year))
            throw Fault(column, refusal(Refusals.Shown(cell)));
        return months.Add(cell, TimePeriod.TryParse(text.AsSpan(0, 7), out month) ? month : throw Fault(column, refusal(Refusals.Shown(cell))));
    }

    /// <summary>The common case, plain digits, without the general parser.</summary>
    private static bool TryInteger(ReadOnlySpan<byte> digits, out double value)
    {
        value = double.NaN;
        if (digits.Length > 15)
            return false;
        var number = 0L;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return false;
            number = (number * 10) + (digit - '0');
        }

        value = number;
        return true;
    }
}
