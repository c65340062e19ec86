using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using BookFormats = DocumentFormat.OpenXml.Spreadsheet.CellFormats;
using BookSheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;
using SheetColumn = DocumentFormat.OpenXml.Spreadsheet.Column;

namespace Periplo.Sources.Tables;

/// <summary>How the cells of a sheet to be written look.</summary>
internal enum CellStyle : uint
{
    /// <summary>Text: a spreadsheet leaves it as it is typed.</summary>
    AsText = 1,

    /// <summary>Text over several lines.</summary>
    Wrapped = 3,
}

/// <summary>A column that offers the codes of a column of another sheet.</summary>
/// <param name="Column">Column from 0.</param>
/// <param name="Sheet">Sheet with the codes.</param>
/// <param name="From">Column of the codes there, from 0; they begin in its second row.</param>
/// <param name="Count">Codes.</param>
internal sealed record OfferedCodes(int Column, string Sheet, int From, int Count);

/// <summary>A sheet to be written: rows of texts, the first as a header. Numbers stay texts: their digits are what was written.</summary>
/// <param name="Name">Name on its tab.</param>
/// <param name="Widths">Widths of the columns; empty for the usual one.</param>
/// <param name="Style">Style of the cells below the header.</param>
/// <param name="IsForm">True for the sheet to be filled in: its header stays in view and empty cells are texts too.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Offered">Lists offered.</param>
internal sealed record TemplateSheet(
    string Name, IReadOnlyList<double> Widths, CellStyle Style, bool IsForm, IEnumerable<IReadOnlyList<string>> Rows, IReadOnlyList<OfferedCodes> Offered);

/// <summary>Writes a workbook to fill in.</summary>
internal static class TemplateBook
{
    // Position in the styles below.
    private const uint Head = 2;

    public static void Write(IReadOnlyList<TemplateSheet> all, Stream to)
    {
        // The package needs to go back and forth, which a response cannot.
        using var whole = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(whole, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheets = new Sheets();
            foreach (var sheet in all)
            {
                var part = book.AddNewPart<WorksheetPart>();
                using (var writer = OpenXmlWriter.Create(part))
                {
                    writer.WriteStartElement(new Worksheet());
                    Fill(writer, sheet);
                    writer.WriteEndElement();
                }

                sheets.Append(new BookSheet { Name = sheet.Name, SheetId = (uint)sheets.Count() + 1, Id = book.GetIdOfPart(part) });
            }

            book.Workbook = new(sheets);
        }

        whole.Position = 0;
        whole.CopyTo(to);
    }

    private static void Fill(OpenXmlWriter writer, TemplateSheet sheet)
    {
        if (sheet.IsForm)
        {
            writer.WriteElement(new SheetViews(new SheetView(new Pane
            {
                VerticalSplit = 1,
                TopLeftCell = "A2",
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            }) { WorkbookViewId = 0, TabSelected = true }));
        }

        if (sheet.Widths.Count > 0)
        {
            writer.WriteElement(new Columns(sheet.Widths.Select((width, i) =>
            {
                var column = new SheetColumn { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true };
                // Cells not filled yet are text too, or Excel would make days of 2008-07.
                if (sheet.IsForm)
                    column.Style = (uint)CellStyle.AsText;
                return column;
            })));
        }

        Rows(writer, sheet.Rows, (uint)sheet.Style);
        if (sheet.Offered.Count > 0)
            writer.WriteElement(new DataValidations(sheet.Offered.Select(Validation)) { Count = (uint)sheet.Offered.Count });
    }

    private static DataValidation Validation(OfferedCodes offered)
    {
        var letter = Name(offered.From);
        return new(new Formula1($"{offered.Sheet}!${letter}$2:${letter}${offered.Count + 1}"))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = true,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{Name(offered.Column)}2:{Name(offered.Column)}1048576" },
        };
    }

    private static void Rows(OpenXmlWriter writer, IEnumerable<IReadOnlyList<string>> rows, uint style)
    {
        writer.WriteStartElement(new SheetData());
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            writer.WriteStartElement(new Row(), [new OpenXmlAttribute("r", "", number.ToString(CultureInfo.InvariantCulture))]);
            for (var i = 0; i < row.Count; i++)
            {
                if (row[i].Length == 0)
                    continue;
                writer.WriteElement(new Cell(new InlineString(new Text(row[i]) { Space = SpaceProcessingModeValues.Preserve }))
                {
                    CellReference = Sheet.CellName(i, number),
                    DataType = CellValues.InlineString,
                    StyleIndex = number == 1 ? Head : style,
                });
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static string Name(int column) => Sheet.CellName(column, 1)[..^1];

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new BookFormats(
            new CellFormat(),
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true, FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));
}
