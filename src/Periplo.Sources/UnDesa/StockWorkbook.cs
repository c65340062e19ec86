using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.UnDesa;

/// <summary>
/// The workbook of the International Migrant Stock 2020, totals by destination, in the layout it is published in: six
/// tables and a sheet of notes. Headers are found by what they say, so a row or column more does no harm.
/// </summary>
internal sealed class StockWorkbook : SourceReader
{
    private const string Series = "POP/DB/MIG/Stock/Rev.";

    private static readonly Text Marks = new(
        "Marcas del libro: «..» no disponible (situación O); «~» protegido por ser menos de cinco (Q); «—» distinto de cero pero menos de media unidad (0, situación N).",
        "Marks of the workbook: \"..\" not available (status O); \"~\" protected because it is less than five (Q); \"—\" not zero but less than half the unit (0, status N).",
        "Marques du classeur : « .. » non disponible (statut O) ; « ~ » protégé parce qu’inférieur à cinq (Q) ; « — » différent de zéro mais inférieur à une demi-unité (0, statut N).");

    private static readonly Text Growth = new(
        "Las tasas de variación son del intervalo que dice la nota y están en su último año.",
        "Rates of change are those of the interval named in the comment and stand at its last year.",
        "Les taux de variation sont ceux de l’intervalle que dit la note et figurent à sa dernière année.");

    public override string Name => "undesa-stock-workbook 1";

    public override Text Title => new("el libro de Excel de población migrante de UN DESA por destino", "the UN DESA migrant stock workbook by destination", "le classeur Excel de population migrante de UN DESA par destination");

    public override bool Recognises(SourceContent content) =>
        content.Workbook is { } book && Sheets(book).Any(sheet => Says(sheet, Series) is not null);

    public override SourceTable Read(SourceContent content, Reading reading)
    {
        var book = content.Workbook!;
        var figures = new Figures(reading.Definitions.Stock, reading, book.Sheets);
        var notes = new Dictionary<string, string>();
        foreach (var sheet in Sheets(book).Where(sheet => sheet.Name.Trim().Equals("Notes", StringComparison.OrdinalIgnoreCase)))
            ReadNotes(sheet, notes);
        var tables = 0;
        foreach (var sheet in Sheets(book).Where(sheet => sheet.Name.StartsWith("Table ", StringComparison.Ordinal) && char.IsAsciiDigit(sheet.Name[^1])))
        {
            reading.Checkpoint();
            new StockSheet(sheet, reading, figures, notes).Read();
            tables++;
        }

        if (tables == 0)
        {
            throw new InputException(content.File, null, new Text(
                "el libro no tiene ninguna hoja «Table 1» a «Table 6»; descárguelo de nuevo.",
                "the workbook has no sheet \"Table 1\" to \"Table 6\"; download it again.",
                "le classeur n’a aucune feuille « Table 1 » à « Table 6 » ; téléchargez-le de nouveau."));
        }

        var release = reading.Release(UnDesaPapers.Source, Sheets(book).Select(sheet => Says(sheet, Series)).First(said => said is not null)!.Trim());
        return Table(figures, UnDesaPapers.Source, release, UnDesaPapers.Stock(release), UnDesaPapers.TypeOfData, Marks, Growth);
    }

    internal static IEnumerable<Sheet> Sheets(Workbook book) => Enumerable.Range(0, book.Sheets.Count).Select(sheet => book[sheet]);

    /// <summary>What follows <paramref name="words"/> in one of the first rows; null when no cell has them.</summary>
    internal static string? Says(Sheet sheet, string words)
    {
        foreach (var row in sheet.Rows.TakeWhile(row => row.Number <= 30))
        {
            foreach (var cell in row.Cells)
            {
                var at = cell.Text.IndexOf(words, StringComparison.Ordinal);
                if (at >= 0)
                    return new([.. cell.Text[(at + words.Length)..].TakeWhile(char.IsAsciiLetterOrDigit)]);
            }
        }

        return null;
    }

    /// <summary>Numbered notes: the number in one cell, the text in the next.</summary>
    private static void ReadNotes(Sheet sheet, Dictionary<string, string> notes)
    {
        foreach (var row in sheet.Rows)
        {
            if (row.Cells.Length >= 2 && int.TryParse(row.Cells[0].Text.Trim(), out var number))
                notes[number.ToString()] = row.Cells[1].Text.Trim();
        }
    }
}
