using System.Globalization;
using Periplo.Languages;
using Periplo.Sdmx.Csv;
using Periplo.Statistics;

namespace Periplo.Areas;

/// <summary>A small CSV file with named columns; every fault names file, line and column.</summary>
internal sealed class AreaTable
{
    private readonly CsvReader reader;
    private readonly string file;
    private readonly string[] columns;
    private readonly int[] positions;
    private string[] row = [];
    private int width;

    /// <summary>Reads the header.</summary>
    /// <param name="file">Name for error messages.</param>
    /// <param name="stream">The text.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="optional">Columns that may be there; any other is refused.</param>
    public AreaTable(string file, Stream stream, ReadOnlySpan<string> required, ReadOnlySpan<string> optional = default)
    {
        this.file = file;
        reader = new(stream);
        columns = [.. required, .. optional];
        positions = new int[columns.Length];
        Array.Fill(positions, -1);
        if (!NextRecord())
            throw Fault(1, null, new Text("El archivo está vacío.", "The file is empty.", "Le fichier est vide."));
        width = row.Length;
        for (var i = 0; i < width; i++)
        {
            var known = Array.IndexOf(columns, row[i]);
            if (known < 0 || positions[known] >= 0)
            {
                throw Fault(reader.Line, i + 1, new Text(
                    $"La columna «{row[i]}» sobra o se repite; se admiten: {string.Join(", ", columns)}.",
                    $"The column \"{row[i]}\" is not expected or repeated; allowed are: {string.Join(", ", columns)}.",
                    $"La colonne « {row[i]} » est de trop ou répétée ; sont admises : {string.Join(", ", columns)}."));
            }

            positions[known] = i;
        }

        for (var i = 0; i < required.Length; i++)
        {
            if (positions[i] < 0)
                throw Fault(reader.Line, null, new Text($"Falta la columna «{columns[i]}».", $"The column \"{columns[i]}\" is missing.", $"La colonne « {columns[i]} » manque."));
        }
    }

    /// <summary>The text of a column in the current row; empty when the file lacks the column.</summary>
    public string this[string column] => positions[Array.IndexOf(columns, column)] is var i and >= 0 ? row[i] : "";

    /// <summary>Moves to the next row.</summary>
    public bool Read()
    {
        if (!NextRecord())
            return false;
        if (row.Length != width)
        {
            throw Fault(reader.Line, Math.Min(row.Length, width), new Text(
                $"La fila tiene {row.Length} campos y la cabecera {width}.",
                $"The row has {row.Length} fields and the header {width}.",
                $"La ligne a {row.Length} champs et l’en-tête {width}."));
        }

        return true;
    }

    /// <summary>A whole number, or null when empty.</summary>
    public int? Number(string column) => this[column] switch
    {
        "" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw At(column, new Text($"«{text}» no es un número entero.", $"\"{text}\" is not a whole number.", $"« {text} » n’est pas un nombre entier.")),
    };

    /// <summary>Degrees within ±<paramref name="limit"/>, or null when empty.</summary>
    public double? Degrees(string column, double limit) => this[column] switch
    {
        "" => null,
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees)
            && Math.Abs(degrees) <= limit => degrees,
        var text => throw At(column, new Text($"«{text}» no es una coordenada en grados.", $"\"{text}\" is not a coordinate in degrees.", $"« {text} » n’est pas une coordonnée en degrés.")),
    };

    /// <summary>A fault in a column of the current row.</summary>
    public InputException At(string column, Text reason) => Fault(reader.Line, positions[Array.IndexOf(columns, column)] + 1, reason);

    private bool NextRecord()
    {
        try
        {
            if (!reader.Read())
                return false;
            row = reader.Texts();
            return true;
        }
        catch (CsvFormatException fault)
        {
            throw Fault(fault.Line, fault.Field, new Text(
                $"El texto no es CSV válido en UTF-8 ({fault.Fault}).",
                $"The text is not valid CSV in UTF-8 ({fault.Fault}).",
                $"Le texte n’est pas du CSV valide en UTF-8 ({fault.Fault})."));
        }
    }

    private InputException Fault(int line, int? column, Text reason) => InputException.At(file, line, column, reason);
}
