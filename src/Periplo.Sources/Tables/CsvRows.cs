using System.Text.Unicode;
using Periplo.Languages;
using Periplo.Sdmx.Csv;
using Periplo.Statistics;

namespace Periplo.Sources.Tables;

/// <summary>The rows of a text table below its header.</summary>
internal sealed class CsvRows : TableRows
{
    private readonly CsvReader reader;
    private readonly bool[] texts;
    private readonly bool ragged;

    private CsvRows(Reading reading, CsvReader reader, string[] header, bool ragged)
        : base(reading)
    {
        (this.reader, Header, this.ragged) = (reader, header, ragged);
        texts = new bool[header.Length];
        Array.Fill(texts, true);
    }

    /// <summary>Names of the columns, blanks at their ends taken off.</summary>
    public IReadOnlyList<string> Header { get; }

    public override int Count => reader.FieldCount;

    public override SourceRow Row => SourceRow.Line(reader.Line);

    /// <summary>Line of the row, counted from 1.</summary>
    public int Line => reader.Line;

    public override ReadOnlySpan<byte> this[int column] => reader[column];

    /// <summary>Begins a table whose header is the first record that <paramref name="isHeader"/> takes; what stands before it goes to <paramref name="preamble"/>.</summary>
    /// <param name="text">The text in UTF-8.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="isHeader">Says of a record and its line whether it is the header.</param>
    /// <param name="preamble">Takes the records before the header; may be null.</param>
    /// <param name="delimiter">What separates fields.</param>
    /// <param name="ragged">Whether rows may be shorter or longer than the header: below a table, notes often are.</param>
    /// <returns>The rows, or null when there is no header.</returns>
    public static CsvRows? Open(
        Stream text, Reading reading, Func<string[], int, bool> isHeader, Action<string[]>? preamble = null, char delimiter = ',', bool ragged = false)
    {
        var csv = new CsvReader(text, delimiter);
        try
        {
            while (csv.Read())
            {
                var record = csv.Texts();
                if (isHeader(record, csv.Line))
                    return new(reading, csv, [.. record.Select(name => name.Trim())], ragged);
                preamble?.Invoke(record);
            }
        }
        catch (CsvFormatException e)
        {
            throw Fault(reading.File, csv, e);
        }

        return null;
    }

    /// <summary>Position of a column, to be read as code or number: its bytes are then checked by that reading.</summary>
    public int Column(string name)
    {
        var column = Find(name);
        return column >= 0 ? column : throw new ArgumentException($"The header has no {name}.", nameof(name));
    }

    /// <summary>As <see cref="Column"/>, -1 when the header does not have it.</summary>
    public int Find(string name)
    {
        for (var i = 0; i < Header.Count; i++)
        {
            if (Header[i] == name)
            {
                texts[i] = false;
                return i;
            }
        }

        return -1;
    }

    public override InputException Fault(int column, Text reason) => InputException.At(Reading.File, reader.Line, column + 1, reason);

    public override string Text(int column)
    {
        try
        {
            return reader.Text(column).Trim();
        }
        catch (CsvFormatException e)
        {
            throw Fault(Reading.File, reader, e);
        }
    }

    /// <summary>An error of form as a message with its place.</summary>
    public static InputException Fault(string file, CsvReader reader, CsvFormatException e)
    {
        var field = e.Fault == CsvFault.NotUtf8 && e.Field <= reader.FieldCount ? reader[e.Field - 1] : default;
        return InputException.At(file, e.Line, e.Field, Refusals.Of(e.Fault, field), e);
    }

    protected override bool Move()
    {
        try
        {
            if (!reader.Read())
                return false;
        }
        catch (CsvFormatException e)
        {
            throw Fault(Reading.File, reader, e);
        }

        if (!ragged && reader.FieldCount != Header.Count)
            throw InputException.At(Reading.File, reader.Line, Math.Min(reader.FieldCount, Header.Count), Refusals.FieldCount(reader.FieldCount, Header.Count));
        for (var i = 0; i < Math.Min(texts.Length, reader.FieldCount); i++)
        {
            if (texts[i] && !Utf8.IsValid(reader[i]))
                throw Fault(i, Refusals.Of(CsvFault.NotUtf8, reader[i]));
        }

        return true;
    }
}
