using System.Text;
using Periplo.Statistics;

namespace Periplo.Registers;

/// <summary>Writes records as separated values: UTF-8, LF, header first, <c>id</c> and then the columns of the register.</summary>
public static class RecordCsv
{
    /// <summary>Writes records in the order given.</summary>
    /// <param name="columns">The columns to write.</param>
    /// <param name="records">Ids, and the version of each to write.</param>
    /// <param name="to">Where to.</param>
    public static void Write(IReadOnlyList<Column> columns, IEnumerable<(string Id, RecordVersion Version)> records, Stream to)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.Write("id");
        foreach (var column in columns)
        {
            writer.Write(',');
            writer.Write(column.Name);
        }

        writer.WriteLine();
        foreach (var (id, version) in records)
        {
            writer.Write(id);
            foreach (var column in columns)
            {
                writer.Write(',');
                writer.Write(DatasetCsv.Field(version.Values[column.Position]));
            }

            writer.WriteLine();
        }
    }
}
