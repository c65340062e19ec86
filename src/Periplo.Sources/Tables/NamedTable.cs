using Periplo.Areas;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Sources.Tables;

/// <summary>A plain table a user gives to a command: a header of named columns in any order, and rows below.</summary>
internal sealed class NamedTable : IDisposable
{
    private readonly HashingStream bytes;
    private readonly string file;
    private readonly string[] columns;
    private readonly Dictionary<string, int> lines = [];

    private NamedTable(HashingStream bytes, string file, string[] columns, CsvRows rows) => (this.bytes, this.file, this.columns, Rows) = (bytes, file, columns, rows);

    /// <summary>The rows.</summary>
    public CsvRows Rows { get; }

    /// <summary>Opens a table, plain or gzipped.</summary>
    /// <param name="file">Its name for messages.</param>
    /// <param name="stream">Its bytes.</param>
    /// <param name="columns">Columns it must have, each once.</param>
    /// <param name="mayHaveOthers">Whether it may have more columns; else one more is refused, for it may split the figures in a way nobody asked for.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="definitions">The datasets.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">It is empty, no text, or has other columns.</exception>
    public static NamedTable Open(
        string file, Stream stream, string[] columns, bool mayHaveOthers, AreaRegistry areas, DatasetDefinitions definitions, CancellationToken cancellation) =>
        Open(file, stream, columns, [], mayHaveOthers, areas, definitions, progress: null, cancellation);

    /// <summary>Opens a table whose labels are any texts and that may have no other columns.</summary>
    /// <param name="file">Its name for messages.</param>
    /// <param name="stream">Its bytes.</param>
    /// <param name="columns">Columns it must have, each once.</param>
    /// <param name="progress">Told the share of the file that was read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="optional">Columns it may have besides.</param>
    /// <exception cref="InputException">It is empty, no text, or has other columns.</exception>
    public static NamedTable Open(string file, Stream stream, string[] columns, IProgress<double>? progress, CancellationToken cancellation, params string[] optional) =>
        Open(file, stream, columns, optional, mayHaveOthers: false, areas: null, definitions: null, progress, cancellation);

    /// <summary>Opens a table whose labels are any texts and that may have other columns too.</summary>
    /// <param name="file">Its name for messages.</param>
    /// <param name="stream">Its bytes.</param>
    /// <param name="columns">Columns it must have, each once.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">It is empty, no text, or lacks a column.</exception>
    public static NamedTable OpenWithOthers(string file, Stream stream, string[] columns, CancellationToken cancellation) =>
        Open(file, stream, columns, [], mayHaveOthers: true, areas: null, definitions: null, progress: null, cancellation);

    private static NamedTable Open(
        string file, Stream stream, string[] columns, string[] optional, bool mayHaveOthers, AreaRegistry? areas, DatasetDefinitions? definitions, IProgress<double>? progress, CancellationToken cancellation)
    {
        var hashing = new HashingStream(stream, file);
        var content = SourceContent.Open(file, hashing, mapped: true, cancellation);
        if (content.Workbook is not null)
            throw new InputException(file, null, new Text("es un libro de Excel; guárdelo como «CSV UTF-8».", "it is an Excel workbook; save it as \"CSV UTF-8\".", "c’est un classeur Excel ; enregistrez-le au format « CSV UTF-8 »."));
        var reading = new Reading(file, areas, definitions, new(), () => hashing.Share, progress, cancellation);
        var rows = CsvRows.Open(content.Text, reading, (_, _) => true) ?? throw new InputException(file, null, Refusals.Empty);
        var expected = string.Join(',', columns) + string.Concat(optional.Select(column => $"[,{column}]"));
        for (var i = 0; i < rows.Header.Count; i++)
        {
            var name = rows.Header[i];
            if (rows.Header.Take(i).Contains(name))
                throw InputException.At(file, rows.Line, i + 1, new Text($"la columna «{Refusals.Shown(name)}» está dos veces; quite una.", $"column \"{Refusals.Shown(name)}\" stands twice; remove one.", $"la colonne « {Refusals.Shown(name)} » figure deux fois ; supprimez-en une."));
            if (!mayHaveOthers && !columns.Contains(name) && !optional.Contains(name))
                throw InputException.At(file, rows.Line, i + 1, new Text($"la columna «{Refusals.Shown(name)}» sobra; el encabezado debe ser {expected}.", $"column \"{Refusals.Shown(name)}\" does not belong here; the header must be {expected}.", $"la colonne « {Refusals.Shown(name)} » est de trop ; l’en-tête doit être {expected}."));
        }

        var table = new NamedTable(hashing, file, columns, rows);
        table.Need(columns);
        return table;
    }

    /// <summary>Whether the header has a column.</summary>
    public bool Has(string column) => Rows.Header.Contains(column);

    /// <summary>Positions of columns; to be called before the first row.</summary>
    /// <exception cref="InputException">One is missing.</exception>
    public int[] Need(params string[] wanted)
    {
        var expected = string.Join(',', wanted);
        if (Array.Find(wanted, column => !Has(column)) is { } missing)
            throw InputException.At(file, Rows.Line, 1, new Text($"falta la columna «{missing}»; el encabezado debe tener {expected}.", $"column \"{missing}\" is missing; the header must have {expected}.", $"la colonne « {missing} » manque ; l’en-tête doit contenir {expected}."));
        return [.. wanted.Select(Rows.Column)];
    }

    /// <summary>Positions of the columns, in the order they were asked for. Those read as numbers or areas only.</summary>
    public int[] Positions() => [.. columns.Select(Rows.Column)];

    /// <summary>A label: any text but none.</summary>
    public string Label(int column)
    {
        var label = Rows.Text(column);
        return label.Length > 0 ? label : throw Rows.Fault(column, new Text("falta el nombre o código.", "the name or code is missing.", "le nom ou le code manque."));
    }

    /// <summary>Refuses a row that speaks of the same as a row above.</summary>
    /// <param name="key">What it speaks of.</param>
    /// <param name="column">Column to point at.</param>
    public void Once(string key, int column)
    {
        if (!lines.TryAdd(key, Rows.Line))
            throw Rows.Fault(column, Refusals.Repeated(lines[key]));
    }

    /// <summary>Refuses a table in which no row was read.</summary>
    public void NeedsRows()
    {
        if (lines.Count == 0)
            throw new InputException(file, null, Refusals.NoFigures);
    }

    public void Dispose() => bytes.Dispose();
}
