namespace Periplo.Sdmx.Csv;

/// <summary>What can be wrong with the form of a separated-values text.</summary>
public enum CsvFault
{
    /// <summary>The file ends inside a quoted field.</summary>
    UnclosedQuote,

    /// <summary>Characters stand between a closing quote and the next delimiter.</summary>
    TextAfterQuote,

    /// <summary>The bytes are not UTF-8.</summary>
    NotUtf8,

    /// <summary>The file is UTF-16 or UTF-32, by its byte order mark.</summary>
    NotUtf8ByteOrderMark,

    /// <summary>A zero byte: not a text file.</summary>
    ZeroByte,

    /// <summary>One record is longer than <see cref="CsvReader.LongestRecord"/> bytes.</summary>
    RecordTooLong,
}

/// <summary>The form of a separated-values text is wrong at a line and field.</summary>
public sealed class CsvFormatException(CsvFault fault, int line, int field)
    : FormatException($"{fault} at line {line}, field {field}")
{
    /// <summary>What is wrong.</summary>
    public CsvFault Fault { get; } = fault;

    /// <summary>Line of the text, counted from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Field (column) of the record, counted from 1.</summary>
    public int Field { get; } = field;
}
