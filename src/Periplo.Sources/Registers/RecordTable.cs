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
public sealed record RecordRow(Text Place, string Id, string[] Values);

/// <summary>Reads the records of a register from a table whose header names the columns; the form is described in data/registers/README.md.</summary>
public static class RecordTable
{
    /// <summary>Reads separated values in UTF-8.</summary>
    /// <param name="register">The register.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="stream">The file.</param>
    /// <exception cref="InputException">The file is no such table.</exception>
    public static IReadOnlyList<RecordRow> ReadCsv(Register register, string file, Stream stream)
    {
        var csv = new CsvReader(stream);
        try
        {
            if (!csv.Read())
                throw new InputException(file, null, Refusals.Empty);
            var positions = Header(register, file, csv.Texts());
            var rows = new List<RecordRow>();
            while (csv.Read())
            {
                if (csv.FieldCount != positions.Length)
                {
                    throw InputException.At(file, csv.Line, null, new(
                        $"hay {csv.FieldCount} campos y el encabezado tiene {positions.Length}; revise las comas y las comillas.",
                        $"there are {csv.FieldCount} fields and the header has {positions.Length}; check commas and quotes."));
                }

                var values = new string[register.Columns.Count];
                Array.Fill(values, "");
                var id = "";
                for (var i = 0; i < positions.Length; i++)
                {
                    var value = csv.Text(i).Trim(' ');
                    if (positions[i] < 0)
                        id = value;
                    else
                        values[positions[i]] = value;
                }

                rows.Add(new(new($"línea {csv.Line}", $"line {csv.Line}"), id, values));
            }

            return rows;
        }
        catch (CsvFormatException error)
        {
            throw CsvRows.Fault(file, csv, error);
        }
    }

    /// <summary>The column of the register each column of a table is; -1 for the id.</summary>
    private static int[] Header(Register register, string file, string[] names)
    {
        var positions = new int[names.Length];
        var seen = new HashSet<string>();
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i].Trim();
            positions[i] = name == "id" ? -1 : register.Position(name);
            if (positions[i] < 0 && name != "id")
            {
                throw InputException.At(file, 1, i + 1, new(
                    $"la columna «{Refusals.Shown(name)}» no es del registro «{register.Id}». Las suyas: id, {string.Join(", ", register.Columns.Select(column => column.Name))}.",
                    $"the column \"{Refusals.Shown(name)}\" is not of the register \"{register.Id}\". Its own: id, {string.Join(", ", register.Columns.Select(column => column.Name))}."));
            }

            if (!seen.Add(name))
                throw InputException.At(file, 1, i + 1, new($"la columna «{name}» está dos veces.", $"the column \"{name}\" is there twice."));
        }

        return seen.Contains("id") ? positions : throw InputException.At(file, 1, 1, new("falta la columna «id».", "the column \"id\" is missing."));
    }
}
