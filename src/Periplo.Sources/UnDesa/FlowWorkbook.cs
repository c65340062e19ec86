using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.UnDesa;

/// <summary>The workbook of International Migration Flows, the 2015 revision, totals: a row per country, criterion, type and coverage, years side by side.</summary>
internal sealed class FlowWorkbook : SourceReader
{
    private const string Series = "POP/DB/MIG/Flow/Rev.";

    public override string Name => "undesa-flow-workbook 1";

    public override Text Title => new("el libro de Excel de flujos migratorios de UN DESA 2015", "the UN DESA 2015 migration flows workbook", "le classeur Excel des flux migratoires de UN DESA 2015");

    public override bool Recognises(SourceContent content) =>
        content.Workbook is { } book && StockWorkbook.Sheets(book).Any(sheet => StockWorkbook.Says(sheet, Series) is not null);

    public override SourceTable Read(SourceContent content, Reading reading)
    {
        var book = content.Workbook!;
        var figures = new Figures(reading.Definitions.Flows, reading, book.Sheets);
        foreach (var sheet in StockWorkbook.Sheets(book).Where(sheet => StockWorkbook.Says(sheet, Series) is not null))
            ReadSheet(sheet, reading, figures);
        var release = reading.Release(UnDesaPapers.Source, StockWorkbook.Sheets(book).Select(sheet => StockWorkbook.Says(sheet, Series)).First(said => said is not null));
        return Table(figures, UnDesaPapers.Source, release, UnDesaPapers.Flows(release), FlowKey.Definitions);
    }

    private static void ReadSheet(Sheet sheet, Reading reading, Figures figures)
    {
        var header = sheet.Rows.FirstOrDefault(row => row.Cells.Any(cell => cell.Text.Trim() == "CntName"))
            ?? throw sheet.Fault(sheet.Rows[^1].Number, 0, Lacks("CntName"));
        var (country, criteria, direction, coverage) = (Find("CntName"), Find("Criteria"), Find("Type"), Find("Coverage"));
        var years = new List<(int Column, TimePeriod Time)>();
        foreach (var cell in header.Cells.Where(cell => cell.Column > coverage))
        {
            years.Add(int.TryParse(cell.Text.Trim(), out var year) && TableRows.IsYear(year)
                ? (cell.Column, TimePeriod.OfYear(year))
                : throw sheet.Fault(header.Number, cell.Column, Refusals.NotYear(Refusals.Shown(cell.Text))));
        }

        var rows = new SheetRows(reading, sheet, header.Number);
        while (rows.Next())
        {
            FlowKey.Set(figures, rows, country, criteria, direction, coverage);
            foreach (var (column, time) in years)
            {
                if (rows.Text(column) is not ("" or "..") && rows.TryCount(column, out var value))
                    figures.Add(time, value, ObservationStatus.A, AttributeSet.Units, rows.Row);
                else
                    figures.AddMissing(time, AttributeSet.Units, rows.Row);
            }
        }

        int Find(string name)
        {
            foreach (var cell in header.Cells)
            {
                if (cell.Text.Trim() == name)
                    return cell.Column;
            }

            throw sheet.Fault(header.Number, header.Cells[0].Column, Lacks(name));
        }
    }

    private static Text Lacks(string words) => new(
        $"falta el encabezado «{words}»; el libro no está en el formato que publica UN DESA, descárguelo de nuevo o use un mapeo.",
        $"the header \"{words}\" is missing; the workbook is not in the layout UN DESA publishes, download it again or use a mapping.",
        $"l’en-tête « {words} » manque ; le classeur n’est pas au format que publie UN DESA, téléchargez-le de nouveau ou utilisez un mappage.");
}
