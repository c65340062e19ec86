using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Periplo.Languages;
using Column = Periplo.Registers.Column;
using Sheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;
using SheetColumn = DocumentFormat.OpenXml.Spreadsheet.Column;
using Text = Periplo.Languages.Text;

namespace Periplo.Sources.Registers;

/// <summary>
/// Writes a workbook to fill in: the columns with the records there are, a sheet that says what each column is, and the
/// codes offered as lists.
/// </summary>
internal static class RecordTemplate
{
    // Positions in the styles below.
    private const uint AsText = 1;
    private const uint Head = 2;
    private const uint Wrapped = 3;

    private static readonly int[] GuideWidths = [22, 34, 44, 12, 60, 24];
    private static readonly Text RecordsSheet = new("Fichas", "Records");
    private static readonly Text InstructionsSheet = new("Instrucciones", "Instructions");
    private static readonly Text ListsSheet = new("Listas", "Lists");

    public static void Write(RecordExtract extract, Language language, Stream to)
    {
        // The package needs to go back and forth, which a response cannot.
        using var whole = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(whole, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var lists = extract.Columns.Where(column => Codes(column).Count > 0).ToList();
            var sheets = new Sheets();
            void Add(Text name, Action<OpenXmlWriter> fill)
            {
                var part = book.AddNewPart<WorksheetPart>();
                using (var writer = OpenXmlWriter.Create(part))
                {
                    writer.WriteStartElement(new Worksheet());
                    fill(writer);
                    writer.WriteEndElement();
                }

                sheets.Append(new Sheet { Name = name.In(language), SheetId = (uint)sheets.Count() + 1, Id = book.GetIdOfPart(part) });
            }

            Add(RecordsSheet, writer => Records(writer, extract, lists, language));
            Add(InstructionsSheet, writer => Instructions(writer, extract, language));
            if (lists.Count > 0)
                Add(ListsSheet, writer => Rows(writer, Lists(lists), AsText));
            book.Workbook = new(sheets);
        }

        whole.Position = 0;
        whole.CopyTo(to);
    }

    private static void Records(OpenXmlWriter writer, RecordExtract extract, List<Column> lists, Language language)
    {
        var columns = extract.Columns;
        writer.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1,
            TopLeftCell = "A2",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        }) { WorkbookViewId = 0, TabSelected = true }));
        // Cells not filled yet are text too, or Excel would make days of 2008-07.
        writer.WriteElement(new Columns(Enumerable.Range(1, columns.Count + 1).Select(i => new SheetColumn
        {
            Min = (uint)i,
            Max = (uint)i,
            Width = i > 1 && columns[i - 2].Field.Long ? 60 : 24,
            CustomWidth = true,
            Style = AsText,
        })));
        IEnumerable<string> header = [RecordColumns.Id, .. columns.Select(column => column.Name)];
        var rows = extract.Records.Select(IReadOnlyList<string> (record) => [record.Id, .. columns.Select(column => record.Version.Values[column.Position])]);
        Rows(writer, rows.Prepend([.. header]), AsText);
        var validations = columns.Select((column, i) => (column, i)).Where(pair => !pair.column.Field.Many && Codes(pair.column).Count > 0)
            .Select(pair => Validation(pair.i + 1, lists.IndexOf(pair.column), Codes(pair.column).Count, language)).ToList();
        if (validations.Count > 0)
            writer.WriteElement(new DataValidations(validations) { Count = (uint)validations.Count });
    }

    private static DataValidation Validation(int column, int list, int count, Language language)
    {
        var letter = Name(list);
        return new(new Formula1($"{ListsSheet.In(language)}!${letter}$2:${letter}${count + 1}"))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = true,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{Name(column)}2:{Name(column)}1048576" },
        };
    }

    private static void Instructions(OpenXmlWriter writer, RecordExtract extract, Language language)
    {
        writer.WriteElement(new Columns(GuideWidths.Select((width, i) => new SheetColumn
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = width,
            CustomWidth = true,
        })));
        Rows(writer, RecordGuide.Rows(extract.Register, extract.Columns, language), Wrapped);
    }

    private static IEnumerable<IReadOnlyList<string>> Lists(List<Column> lists)
    {
        yield return [.. lists.Select(column => column.Name)];
        for (var i = 0; i < lists.Max(column => Codes(column).Count); i++)
            yield return [.. lists.Select(column => Codes(column).ElementAtOrDefault(i) ?? "")];
    }

    private static IReadOnlyList<string> Codes(Column column) => RecordGuide.Codes(column);

    /// <summary>Rows of texts, the first as a header. Numbers stay texts: their digits are what was written.</summary>
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
                writer.WriteElement(new Cell(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(row[i]) { Space = SpaceProcessingModeValues.Preserve }))
                {
                    CellReference = Tables.Sheet.CellName(i, number),
                    DataType = CellValues.InlineString,
                    StyleIndex = number == 1 ? Head : style,
                });
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static string Name(int column) => Tables.Sheet.CellName(column, 1)[..^1];

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true, FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));
}
