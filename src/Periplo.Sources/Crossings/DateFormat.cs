using System.Runtime.InteropServices;

namespace Periplo.Sources.Crossings;

/// <summary>
/// How an office writes dates and times: <c>dd/MM/yyyy HH:mm</c>. Two letters stand for exactly two digits, one letter (<c>d/M/yyyy</c>,
/// <c>H:mm</c>) for one or two; everything that is no letter stands for itself.
/// </summary>
internal sealed class DateFormat
{
    private const int MostYearDigits = 4;
    private readonly List<Part> parts = [];

    private DateFormat(string pattern) => Pattern = pattern;

    private enum Field
    {
        Literal,
        Year,
        Month,
        Day,
        Hour,
        Minute,
        Second,
    }

    /// <summary>As written.</summary>
    public string Pattern { get; }

    public bool HasDate => Has(Field.Year) && Has(Field.Month) && Has(Field.Day);

    public bool HasYearOnly => Has(Field.Year) && parts.TrueForAll(part => part.Field is Field.Year or Field.Literal);

    public bool HasTime => Has(Field.Hour) && Has(Field.Minute);

    public bool HasDateOrTimeOnly(bool date) => parts.TrueForAll(part => part.Field == Field.Literal || part.Field is Field.Year or Field.Month or Field.Day == date);

    /// <summary>The format a pattern stands for; null when it is none.</summary>
    public static DateFormat? Parse(string pattern)
    {
        var format = new DateFormat(pattern);
        for (var at = 0; at < pattern.Length;)
        {
            var letter = pattern[at];
            var run = 1;
            while (char.IsAsciiLetter(letter) && at + run < pattern.Length && pattern[at + run] == letter)
                run++;
            var (field, most) = letter switch
            {
                'y' when run == MostYearDigits => (Field.Year, MostYearDigits),
                'M' when run <= 2 => (Field.Month, 2),
                'd' when run <= 2 => (Field.Day, 2),
                'H' when run <= 2 => (Field.Hour, 2),
                'm' when run <= 2 => (Field.Minute, 2),
                's' when run <= 2 => (Field.Second, 2),
                'T' when run == 1 => (Field.Literal, 1),
                _ when letter < 128 && !char.IsAsciiLetterOrDigit(letter) => (Field.Literal, 1),
                _ => (Field.Literal, 0),
            };
            if (most == 0 || (field != Field.Literal && format.Has(field)))
                return null;
            format.parts.Add(new(field, (byte)letter, run, most));
            at += run;
        }

        return format.parts.Count > 0 ? format : null;
    }

    /// <summary>Adds what a cell says to a date and time; false when it is not written so.</summary>
    public bool TryRead(ReadOnlySpan<byte> cell, ref Fields fields)
    {
        foreach (var part in parts)
        {
            if (part.Field == Field.Literal)
            {
                if (cell.IsEmpty || cell[0] != part.Letter)
                    return false;
                cell = cell[1..];
                continue;
            }

            uint number = 0;
            var digits = 0;
            for (; digits < part.Most && digits < cell.Length && (uint)(cell[digits] - '0') <= 9; digits++)
                number = (number * 10) + (uint)(cell[digits] - '0');
            if (digits < part.Least)
                return false;
            cell = cell[digits..];
            switch (part.Field)
            {
                case Field.Year:
                    fields.Year = number;
                    break;
                case Field.Month:
                    fields.Month = number;
                    break;
                case Field.Day:
                    fields.Day = number;
                    break;
                case Field.Hour:
                    fields.Hour = number;
                    break;
                case Field.Minute:
                    fields.Minute = number;
                    break;
                default:
                    fields.Second = number;
                    break;
            }
        }

        return cell.IsEmpty;
    }

    private bool Has(Field field) => parts.Exists(part => part.Field == field);

    /// <summary>A date and time by its parts.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal struct Fields
    {
        public uint Year { get; set; }

        public uint Month { get; set; }

        public uint Day { get; set; }

        public uint Hour { get; set; }

        public uint Minute { get; set; }

        public uint Second { get; set; }

        /// <summary>Seconds since 1970 on the clock meant; false when there is no such day or time of day.</summary>
        public readonly bool TrySeconds(out long seconds)
        {
            var exists = Moments.TryDay(Year, Month, Day, out var days) && Hour <= 23 && Minute <= 59 && Second <= 59;
            seconds = ((long)days * Moments.Day) + (Hour * 3600) + (Minute * 60) + Second;
            return exists;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Part(Field Field, byte Letter, int Run, int Most)
    {
        public int Least => Field == Field.Year ? Most : Run;
    }
}
