using Periplo.Languages;
using Periplo.Registers;
using Periplo.Sdmx.Csv;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Registers;

/// <summary>One record of a file.</summary>
/// <param name="Place">Where it is: a line, or a sheet and row.</param>
/// <param name="Id">Its id.</param>
/// <param name="Values">A value for each column of the register; empty for none.</param>
public sealed record RecordRow(Text Place, string Id, string[] Values)
{
    /// <summary>Positions of the columns the whole file does not name: a record that is there already keeps its values in them.</summary>
    public IReadOnlyList<int> Absent { get; init; } = [];
}

/// <summary>Reads the records of a register from a table whose header names the columns; the form is described in docs/registers.md.</summary>
public static class RecordTable
{
    /// <summary>Reads separated values in UTF-8.</summary>
    /// <param name="register">The register.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="stream">The file.</param>
    /// <exception cref="InputException">The file is no such table.</exception>
    public static IReadOnlyList<RecordRow> ReadCsv(Register register, string file, Stream stream) =>
        ReadCsv(register, file, stream, ',', CancellationToken.None);

    internal static List<RecordRow> ReadCsv(Register register, string file, Stream stream, char delimiter, CancellationToken cancellation)
    {
        var csv = new CsvReader(stream, delimiter);
        try
        {
            if (!csv.Read())
                throw new InputException(file, null, Refusals.Empty);
            var columns = RecordColumns.Of(register, csv.Texts(), (column, reason) => InputException.At(file, csv.Line, column + 1, reason));
            var rows = new List<RecordRow>();
            string Text(int column) => csv.Text(column).Replace("\r\n", "\n", StringComparison.Ordinal).Trim(' ');
            while (csv.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                if (rows.Count == RecordFile.MostRows)
                    throw InputException.At(file, csv.Line, null, RecordFile.TooManyRows);
                if (csv.FieldCount != columns.Count)
                    throw InputException.At(file, csv.Line, null, Refusals.FieldCount(csv.FieldCount, columns.Count));
                rows.Add(columns.Row(new($"línea {csv.Line}", $"line {csv.Line}", $"ligne {csv.Line}"), Text));
            }

            return rows;
        }
        catch (CsvFormatException error)
        {
            throw CsvRows.Fault(file, csv, error);
        }
    }
}
