using Periplo.Languages;
using Periplo.Sources.Tables;
using Column = Periplo.Registers.Column;

namespace Periplo.Sources.Registers;

/// <summary>
/// Writes a workbook to fill in: the columns with the records there are, a sheet that says what each column is, and the
/// codes offered as lists.
/// </summary>
internal static class RecordTemplate
{
    private static readonly double[] GuideWidths = [22, 34, 44, 12, 60, 24];
    private static readonly Text RecordsSheet = new("Fichas", "Records", "Fiches");
    private static readonly Text InstructionsSheet = new("Instrucciones", "Instructions", "Instructions");
    private static readonly Text ListsSheet = new("Listas", "Lists", "Listes");

    public static void Write(RecordExtract extract, Language language, Stream to)
    {
        var lists = extract.Columns.Where(column => Codes(column).Count > 0).ToList();
        List<TemplateSheet> sheets =
        [
            Records(extract, lists, language),
            new(InstructionsSheet.In(language), GuideWidths, CellStyle.Wrapped, IsForm: false, RecordGuide.Rows(extract.Register, extract.Columns, language), []),
        ];
        if (lists.Count > 0)
            sheets.Add(new(ListsSheet.In(language), [], CellStyle.AsText, IsForm: false, Lists(lists), []));
        TemplateBook.Write(sheets, to);
    }

    private static TemplateSheet Records(RecordExtract extract, List<Column> lists, Language language)
    {
        var columns = extract.Columns;
        IEnumerable<string> header = [RecordColumns.Id, .. columns.Select(column => column.Name)];
        var rows = extract.Records.Select(IReadOnlyList<string> (record) => [record.Id, .. columns.Select(column => record.Version.Values[column.Position])]);
        return new(
            RecordsSheet.In(language), [24, .. columns.Select(column => column.Field.Long ? 60.0 : 24)], CellStyle.AsText, IsForm: true, rows.Prepend([.. header]),
            [.. columns.Select((column, i) => (column, i)).Where(pair => !pair.column.Field.Many && Codes(pair.column).Count > 0)
                .Select(pair => new OfferedCodes(pair.i + 1, ListsSheet.In(language), lists.IndexOf(pair.column), Codes(pair.column).Count))]);
    }

    private static IEnumerable<IReadOnlyList<string>> Lists(List<Column> lists)
    {
        yield return [.. lists.Select(column => column.Name)];
        for (var i = 0; i < lists.Max(column => Codes(column).Count); i++)
            yield return [.. lists.Select(column => Codes(column).ElementAtOrDefault(i) ?? "")];
    }

    private static IReadOnlyList<string> Codes(Column column) => RecordGuide.Codes(column);
}
