using System.Text;
using Periplo.Languages;
using Periplo.Sdmx.Csv;
using Periplo.Sources.Mapped;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Crossings;

/// <summary>The header of a table: which column stands where.</summary>
internal sealed class CrossingHeader
{
    private readonly Dictionary<string, (int Position, string Name)> places;

    private CrossingHeader(string file, CrossingMapping? mapping, int count, bool admissions, Dictionary<string, (int Position, string Name)> places)
    {
        (File, Mapping, Count, IsAdmissions, this.places) = (file, mapping, count, admissions, places);
    }

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    public CrossingMapping? Mapping { get; }

    /// <summary>Columns.</summary>
    public int Count { get; }

    /// <summary>True for US I-94 records, whose columns are those of <see cref="AdmissionLines"/>.</summary>
    public bool IsAdmissions { get; }

    public byte Delimiter => Mapping?.Delimiter ?? (byte)',';

    public Encoding Encoding => Mapping?.Encoding ?? Encoding.UTF8;

    /// <summary>Position of a column; -1 when the file does not have it.</summary>
    public int this[string column] => places.TryGetValue(column, out var place) ? place.Position : -1;

    /// <summary>How the file itself names a column.</summary>
    public string NameOf(string column) => places.TryGetValue(column, out var place) ? place.Name : column;

    /// <summary>Reads a header.</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="line">The bytes of its line.</param>
    /// <param name="mapping">What the columns are, if the user says so.</param>
    public static CrossingHeader Read(string file, ReadOnlySpan<byte> line, CrossingMapping? mapping)
    {
        var names = Names(file, line, mapping);
        var row = mapping?.HeaderRow ?? 1;
        if (mapping is null && AdmissionLines.Are(names))
            return new(file, null, names.Length, true, Placed(file, row, names, name => AdmissionLines.Columns.FirstOrDefault(column => column.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? ""));
        var placed = Placed(file, row, names, name => mapping is null ? CrossingColumns.All.FirstOrDefault(column => column == name) : mapping.Columns.GetValueOrDefault(name));
        if (mapping is not null)
        {
            foreach (var column in mapping.Columns.Keys.Where(column => !names.Contains(column)))
                throw InputException.At(file, row, null, Missing(Refusals.Shown(column)));
        }
        else if (CrossingColumns.Needed.FirstOrDefault(column => !placed.ContainsKey(column)) is { } missing)
        {
            throw InputException.At(file, row, null, Missing(missing));
        }

        return new(file, mapping, names.Length, false, placed);
    }

    private static string[] Names(string file, ReadOnlySpan<byte> line, CrossingMapping? mapping)
    {
        var row = mapping?.HeaderRow ?? 1;
        var bytes = mapping?.Encoding is null or UTF8Encoding ? line.ToArray() : Encoding.UTF8.GetBytes(mapping.Encoding.GetString(line));
        var reader = new CsvReader(new MemoryStream(bytes), (char)(mapping?.Delimiter ?? (byte)','));
        try
        {
            if (reader.Read())
                return [.. reader.Texts().Select(HeaderNames.Plain)];
        }
        catch (CsvFormatException e)
        {
            throw CsvRows.Fault(file, reader, e);
        }

        throw InputException.At(file, row, null, new Text("la línea del encabezado está vacía.", "the line of the header is empty.", "la ligne d’en-tête est vide."));
    }

    private static Dictionary<string, (int, string)> Placed(string file, int row, string[] names, Func<string, string?> meaning)
    {
        var placed = new Dictionary<string, (int Position, string Name)>();
        for (var i = 0; i < names.Length; i++)
        {
            var column = meaning(names[i]);
            if (column is null)
            {
                var delimiter = names.Length == 1 ? names[0].AsSpan().IndexOfAny(";\t|") : -1;
                throw InputException.At(file, row, i + 1, delimiter >= 0
                    ? new Text(
                        $"los campos están separados por «{Refusals.Shown(names[0][delimiter].ToString())}» y se esperaba otro signo; indíquelo en un mapeo con «delimiter:» (docs/crossings.md).",
                        $"the fields are separated by \"{Refusals.Shown(names[0][delimiter].ToString())}\" and another sign was expected; give it in a mapping with `delimiter:` (docs/crossings.md).",
                        $"les champs sont séparés par « {Refusals.Shown(names[0][delimiter].ToString())} » et un autre signe était attendu ; indiquez-le dans un mappage par « delimiter: » (docs/crossings.md).")
                    : new Text(
                        $"la columna «{Refusals.Shown(names[i])}» no es de una tabla de cruces ({string.Join(',', CrossingColumns.All)}); quítela, o descríbala en un mapeo (docs/crossings.md).",
                        $"column \"{Refusals.Shown(names[i])}\" is none of a table of crossings ({string.Join(',', CrossingColumns.All)}); remove it, or describe it in a mapping (docs/crossings.md).",
                        $"la colonne « {Refusals.Shown(names[i])} » n’appartient pas à un tableau de passages ({string.Join(',', CrossingColumns.All)}) ; ôtez-la, ou décrivez-la dans un mappage (docs/crossings.md)."));
            }

            if (column.Length > 0 && column != CrossingColumns.Ignored && !placed.TryAdd(column, (i, names[i])))
                throw InputException.At(file, row, i + 1, new Text($"la columna «{Refusals.Shown(names[i])}» está dos veces.", $"column \"{Refusals.Shown(names[i])}\" stands twice.", $"la colonne « {Refusals.Shown(names[i])} » figure deux fois."));
        }

        return placed;
    }

    private static Text Missing(string column) => new(
        $"falta la columna «{column}»; complete el encabezado o describa la tabla en un mapeo (docs/crossings.md).",
        $"column \"{column}\" is missing; complete the header, or describe the table in a mapping (docs/crossings.md).",
        $"la colonne « {column} » manque ; complétez l’en-tête ou décrivez le tableau dans un mappage (docs/crossings.md).");
}
