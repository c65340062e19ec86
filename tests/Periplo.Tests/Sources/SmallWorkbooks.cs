using System.IO.Compression;
using System.Security;
using System.Text;

namespace Periplo.Tests.Sources;

/// <summary>Small workbooks in the layouts of UN DESA, written part by part so that tests can write them wrong.</summary>
internal static class SmallWorkbooks
{
    private const string Namespace = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Cells of the stock table: a number is written as a number, everything else as a shared string.</summary>
    public static readonly string[][] StockTable =
    [
        [],
        ["", "POP/DB/MIG/Stock/Rev.2020"],
        ["", "", "", "", "International migrant stock at mid-year, both sexes combined", "", "Refugee and asylum seekers as a percentage of the international migrant stock"],
        ["", "Region, development group, country or area", "Notes", "Location code", "Type of data", "1990", "2020", "2020"],
        ["1", "WORLD", "", "900", "", "152986157", "280598105", "12.1"],
        ["2", "   Sudan*", "3", "729", "B R", "1402896", "..", "~"],
    ];

    public static byte[] Stock(string[][]? table = null) => Book(
        ("Table 1", [.. (table ?? StockTable).Select((row, i) => i == 2 ? Moved(row) : row)]),
        ("Notes", [["Notes"], ["3", "The estimates for 1990 to 2005 refer to Sudan and South Sudan."]]));

    public static byte[] Flows() => Book(("Totals",
    [
        ["POP/DB/MIG/Flow/Rev.2015"],
        ["Reporting country", "Classification"],
        ["CntName", "Criteria", "Type", "Coverage", "1999", "2000"],
        ["Armenia", "Residence", "Emigrants", "Both", "..", "12030"],
        ["United States of America", "Place of birth", "Immigrants", "Foreigners", "644787", "841002"],
    ]));

    /// <summary>A workbook of the sheets given.</summary>
    public static byte[] Book(params (string Name, string[][] Rows)[] sheets)
    {
        var strings = new List<string>();
        var parts = new List<(string, byte[])>
        {
            Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            Part("_rels/.rels", $"<Relationships><Relationship Id=\"r1\" Type=\"{Relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            Part("xl/workbook.xml", $"<workbook {Namespace} xmlns:r=\"{Relation}\"><sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" r:id=\"s{i}\"/>"))}</sheets></workbook>"),
            Part("xl/_rels/workbook.xml.rels", $"<Relationships>{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{Relation}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))}<Relationship Id=\"x\" Type=\"{Relation}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"),
        };
        parts.AddRange(sheets.Select((sheet, i) => Part($"xl/worksheets/sheet{i}.xml", Sheet(sheet.Rows, strings))));
        parts.Add(Part("xl/sharedStrings.xml", $"<sst {Namespace}>{string.Concat(strings.Select(text => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>"))}</sst>"));
        return Zip(parts);
    }

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name, content.Length > 1 << 20 ? CompressionLevel.SmallestSize : CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return zip.ToArray();
    }

    public static List<(string Name, byte[] Content)> Parts(byte[] book)
    {
        using var archive = new ZipArchive(new MemoryStream(book));
        return [.. archive.Entries.Select(entry =>
        {
            var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return (entry.FullName, content.ToArray());
        })];
    }

    // The headers of groups stand above their first year, one column further than written above for reading.
    private static string[] Moved(string[] row) => [.. row[..4], "", .. row[4..]];

    private static (string, byte[]) Part(string name, string xml) => (name, Encoding.UTF8.GetBytes(xml));

    private static string Sheet(string[][] rows, List<string> strings)
    {
        var xml = new StringBuilder($"<worksheet {Namespace}><sheetData>");
        for (var r = 0; r < rows.Length; r++)
        {
            xml.Append($"<row r=\"{r + 1}\">");
            for (var c = 0; c < rows[r].Length; c++)
            {
                var text = rows[r][c];
                if (text.Length == 0)
                    continue;
                if (double.TryParse(text, out _))
                {
                    xml.Append($"<c r=\"{(char)('A' + c)}{r + 1}\"><v>{text}</v></c>");
                    continue;
                }

                strings.Add(text);
                xml.Append($"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"s\"><v>{strings.Count - 1}</v></c>");
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }
}
