using System.Text.Json;
using Periplo.Sdmx.Csv;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>The CSV file of a view, read back.</summary>
internal sealed record TableFile(IReadOnlyList<string> Head, IReadOnlyList<string[]> Rows)
{
    /// <summary>Positions of the columns that hold numbers: the ones a status and a lineage follow.</summary>
    public List<int> Numbers => [.. Enumerable.Range(0, Head.Count).Where(c => c + 2 < Head.Count && Head[c + 1] == $"{Head[c]} OBS_STATUS" && Head[c + 2] == $"{Head[c]} LINEAGE")];

    public static async Task<TableFile> Csv(TestSite site, string address) => Read(await site.File(address, "text/csv"));

    public static TableFile Read(byte[] bytes)
    {
        var reader = new CsvReader(new MemoryStream(bytes));
        Assert.True(reader.Read());
        var head = reader.Texts();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            Assert.Equal(head.Length, reader.FieldCount);
            rows.Add(reader.Texts());
        }

        return new(head, rows);
    }

    public static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static double? Number(JsonElement element) => element.ValueKind == JsonValueKind.Null ? null : element.GetDouble();
}
