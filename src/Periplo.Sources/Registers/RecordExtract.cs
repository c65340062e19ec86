using Periplo.Registers;

namespace Periplo.Sources.Registers;

/// <summary>Records on their way into a file, chosen and in order; what the reader may not see is not among them.</summary>
/// <param name="Register">The register.</param>
/// <param name="Columns">The columns to write.</param>
/// <param name="Records">Ids, and the version of each to write.</param>
/// <param name="Number">Number of the last entry of the log taken account of.</param>
public sealed record RecordExtract(Register Register, IReadOnlyList<Column> Columns, IReadOnlyList<(string Id, RecordVersion Version)> Records, long Number);

/// <summary>The forms a file of records may have.</summary>
public enum RecordForm
{
    /// <summary>Separated values in UTF-8.</summary>
    Csv,

    /// <summary>An Excel workbook, with a sheet that says what each column is.</summary>
    Xlsx,

    /// <summary>JSON, with the state, version and date of every record.</summary>
    Json,
}
