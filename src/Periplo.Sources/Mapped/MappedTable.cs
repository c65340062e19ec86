using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Mapped;

/// <summary>Reads any table by a mapping: an office's own, Periplo's own and the starter data.</summary>
internal sealed class MappedTable(Mapping mapping, string name = "mapped 1") : SourceReader
{
    public override string Name => name;

    public override Text Title => new("una tabla con mapeo", "a table with a mapping", "un tableau avec mappage");

    public override bool Recognises(SourceContent content) => true;

    public override SourceTable Read(SourceContent content, Reading reading)
    {
        var (rows, header, fault) = content.Workbook is { } book ? OfSheet(book, reading) : OfText(content, reading);
        var figures = new Figures(mapping.Definition, reading, content.Workbook?.Sheets ?? []);
        var columns = new MappedColumns(mapping, header, fault);
        var table = new MappedRows(mapping, columns, rows, figures, reading);
        table.Read();
        var (revision, papers) = table.Papers();
        var release = reading.Options.Release is null ? revision.Release : reading.Release(revision.Source, null);
        return new(
            revision with { Release = release }, mapping.Definition, papers, Name, mapping.Text, figures.Build(), figures.Sheets, mapping.Notes, mapping.CompiledFrom);
    }

    /// <summary>Checks the file against the sum its mapping states.</summary>
    public void Verify(SourceFile file, string shown)
    {
        if (mapping.Sha256 is { } expected && !expected.Equals(file.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException(shown, null, new Text(
                $"su SHA-256 es {file.Sha256} y el mapeo {mapping.File} espera {Refusals.Shown(expected)}; el archivo cambió o no es el suyo.",
                $"its SHA-256 is {file.Sha256} and the mapping {mapping.File} expects {Refusals.Shown(expected)}; the file has changed or is another one.",
                $"son SHA-256 est {file.Sha256} et le mappage {mapping.File} attend {Refusals.Shown(expected)} ; le fichier a changé ou n’est pas le sien."));
        }
    }

    private (TableRows Rows, IReadOnlyList<string> Header, Func<int, Text, InputException> Fault) OfText(SourceContent content, Reading reading)
    {
        var text = mapping.Encoding is null
            ? content.Text
            : System.Text.Encoding.CreateTranscodingStream(content.Text, mapping.Encoding, System.Text.Encoding.UTF8, leaveOpen: true);
        var rows = CsvRows.Open(text, reading, (_, line) => mapping.HeaderRow is null || line >= mapping.HeaderRow, delimiter: mapping.Delimiter, ragged: true)
            ?? throw new InputException(reading.File, null, new Text(
                $"no hay una línea {mapping.HeaderRow}, donde el mapeo espera el encabezado.", $"there is no line {mapping.HeaderRow}, where the mapping expects the header.", $"il n’y a pas de ligne {mapping.HeaderRow}, où le mappage attend l’en-tête."));
        var line = rows.Line;
        return (rows, rows.Header, (column, reason) => InputException.At(reading.File, line, column + 1, reason));
    }

    private (TableRows Rows, IReadOnlyList<string> Header, Func<int, Text, InputException> Fault) OfSheet(Workbook book, Reading reading)
    {
        var wanted = mapping.Sheet ?? (book.Sheets.Count == 1 ? book.Sheets[0] : null);
        var position = book.Sheets.ToList().FindIndex(one => one.Trim() == wanted);
        if (position < 0)
        {
            var names = string.Join(", ", book.Sheets.Take(20).Select(one => $"«{Refusals.Shown(one)}»"));
            throw new InputException(reading.File, null, new Text(
                $"indique en el mapeo una hoja del libro con «sheet:»; tiene {names}.", $"name a sheet of the workbook in the mapping with `sheet:`; it has {names}.", $"indiquez dans le mappage une feuille du classeur par « sheet: » ; il a {names}."));
        }

        var sheet = book[position];
        var header = mapping.HeaderRow is { } row ? sheet.Rows.FirstOrDefault(one => one.Number == row) : sheet.Rows.Count > 0 ? sheet.Rows[0] : null;
        if (header is null)
            throw sheet.Fault(mapping.HeaderRow ?? 1, 0, new Text("la fila del encabezado está vacía; corrija header_row en el mapeo.", "the header row is empty; correct header_row in the mapping.", "la ligne d’en-tête est vide ; corrigez header_row dans le mappage."));
        var cells = new string[header.Cells[^1].Column + 1];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = header[i].Text;
        return (new SheetRows(reading, sheet, header.Number), cells, (column, reason) => sheet.Fault(header.Number, column, reason));
    }
}
