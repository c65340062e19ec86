using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Sources.Registers;
using Periplo.Statistics;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Registers;

/// <summary>Files of records in every form: what goes out comes back, and what is wrong is refused by its place.</summary>
public sealed class RecordFileTests
{
    private const string Head = "id,name.es,name.en,area,city,kind,services,free,contact\n";

    public static TheoryData<RecordForm> Forms => [.. Enum.GetValues<RecordForm>()];

    private static Register Register => ResourceCentres.Register;

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_is_written_is_read_back(RecordForm form) => Property.Holds(TestCounts.Properties, random =>
    {
        var rows = Enumerable.Range(0, random.Next(0, 20)).Select(n => ResourceCentres.Random(random, n)).ToList();
        var check = new RecordCheck(BundledData.Areas);
        Assert.All(rows, row => Assert.Empty(check.Faults(Register, row.Values)));

        var read = Read(Written(form, rows, Language.Es));

        Assert.Equal(rows.Select(row => row.Id), read.Select(row => row.Id));
        Assert.Equal(rows.Select(row => row.Values), read.Select(row => row.Values));
    });

    [Theory]
    [MemberData(nameof(Forms))]
    public void Mutated_file_gives_records_or_a_message(RecordForm form)
    {
        var random = new Random(7);
        var original = Written(form, [.. Enumerable.Range(0, 5).Select(n => ResourceCentres.Random(random, n))], Language.En);
        var parts = form == RecordForm.Xlsx ? SmallWorkbooks.Parts(original) : [];
        var check = new RecordCheck(BundledData.Areas);
        Property.Holds(TestCounts.Mutations, random =>
        {
            var bytes = Mutation.Of(original, random);
            // A damaged zip hardly ever opens, so every other workbook is whole outside and damaged inside.
            if (parts.Count > 0 && random.Next(2) == 0)
            {
                var chosen = random.Next(parts.Count);
                bytes = SmallWorkbooks.Zip(parts.Select((part, i) => (part.Name, i == chosen ? Mutation.Of(part.Content, random) : part.Content)));
            }

            try
            {
                foreach (var row in Read(bytes))
                    check.Faults(Register, row.Values);
            }
            catch (InputException refused)
            {
                Assert.Equal("c.csv", refused.File);
                Assert.NotEmpty(refused.Reason.Es);
            }
        });
    }

    [Fact]
    public void A_template_is_a_valid_workbook_with_instructions_and_lists()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written(RecordForm.Xlsx, [], Language.Es)), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri}: {error.Description}"));
        Assert.Equal(["Fichas", "Instrucciones", "Listas"], document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value));
        var sheet = ((WorksheetPart)document.WorkbookPart.GetPartById(document.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().First().Id!)).Worksheet;
        Assert.Equal(["id", .. Register.Columns.Select(column => column.Name)], sheet.Descendants<Row>().Single().Elements<Cell>().Select(cell => cell.InnerText));
        // Kind, opening, and whether it is free of charge; services hold several values, which a list cannot offer.
        Assert.Equal(["G2:G1048576", "M2:M1048576", "T2:T1048576"], sheet.Descendants<DataValidation>().Select(list => list.SequenceOfReferences!.InnerText));
        Assert.Empty(Read(Written(RecordForm.Xlsx, [], Language.Es)));
    }

    [Fact]
    public void The_instructions_say_of_each_column_what_it_is()
    {
        var rows = RecordFileGuide(Language.En);

        Assert.Equal(Register.Columns.Count + 2, rows.Count);
        Assert.Contains(rows, row => row.Contains("budget.currency") && row.Any(cell => cell.Contains("ISO 4217", StringComparison.Ordinal)));
        Assert.Contains(rows, row => row.Contains("services") && row.Any(cell => cell.Contains("legal = Legal advice", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("id;name.es;city\nc1;Centro, sur;Ayutla\n")]
    [InlineData("\uFEFFid,city,name.es\r\nc1,Ayutla,\"Centro, sur\"\r\n")]
    [InlineData("[{\"id\":\"c1\",\"name.es\":\"Centro, sur\",\"city\":\"Ayutla\"}]")]
    [InlineData("\uFEFF {\"records\":[{\"state\":\"draft\",\"id\":\"c1\",\"values\":{\"name.es\":\"Centro, sur\",\"city\":\"Ayutla\"}}],\"log\":3}")]
    public void Forms_are_known_by_what_they_hold(string text)
    {
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(text), SourceFiles.Gzip(Encoding.UTF8.GetBytes(text)) })
        {
            var row = Assert.Single(Read(bytes));
            Assert.Equal("c1", row.Id);
            Assert.Equal("Centro, sur", Register.Value(row.Values, "name.es"));
            Assert.Equal("Ayutla", Register.Value(row.Values, "city"));
            Assert.Contains(Register.Position("contact"), row.Absent);
            Assert.DoesNotContain(Register.Position("city"), row.Absent);
        }
    }

    [Theory]
    [InlineData("", null, "is empty")]
    [InlineData("name.es,city\nx,y\n", "line 1, column 1", "the column \"id\" is missing")]
    [InlineData("id,ciudad\nx,y\n", "line 1, column 2", "the column \"ciudad\" is not of the register")]
    [InlineData("id,city,city\nx,y,z\n", "line 1, column 3", "is there twice")]
    [InlineData("id,city\nx,y\nz\n", "line 3", "the row has 1 fields and the header 2")]
    [InlineData("id,city\nx,\"y\n", "line 2, column 2", "not closed")]
    [InlineData("[{\"id\":\"x\",\n\"ciudad\":\"y\"}]", "line 2", "the column \"ciudad\" is not of the register")]
    [InlineData("[{\"id\":\"x\",\n\"city\":\"y\",\"city\":\"y\"}]", "line 2", "is in the record twice")]
    [InlineData("[\n{\"id\":\"x\",\"city\":{\"es\":\"y\"}}]", "line 2", "a text was expected")]
    [InlineData("[\n{\"id\":\"x\",\"city\":[\"y\",\"z\"]}]", "line 2", "it has one value, not a list")]
    [InlineData("[\n{\"id\":\"x\",\"services\":[\"jobs\",\"legal|return\"]}]", "line 2", "which separates values")]
    [InlineData("[\n{\"id\":\"x\",\"city\":true}]", "line 2", "a text was expected")]
    [InlineData("[\n\"x\"]", "line 2", "a record was expected")]
    [InlineData("{\"rows\":[]}", "line 1", "a list of records was expected")]
    [InlineData("[{\"id\":\"x\"},\n]", "line 2, column 1", "not valid JSON")]
    [InlineData("[{\"id\":\"x\"}]\n[]", "line 2, column 1", "not valid JSON")]
    [InlineData("[{\"id\":\"\\uD800\"}]", "line 1", "damaged character")]
    public void A_wrong_file_is_refused_by_its_place(string text, string? place, string reason)
    {
        var refused = Assert.Throws<InputException>(() => Read(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(place, refused.Place?.En);
        Assert.Contains(reason, refused.Reason.En, StringComparison.Ordinal);
        Assert.NotEqual(refused.Reason.Es, refused.Reason.En);
    }

    [Fact]
    public void A_formula_in_a_workbook_is_refused_by_its_cell()
    {
        var parts = SmallWorkbooks.Parts(SmallWorkbooks.Book(("Centros", [["id", "city"], ["c1", "Ayutla"]])))
            .Select(part => (part.Name, Content: Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(part.Content).Replace("<c r=\"B2\" t=\"s\">", "<c r=\"B2\" t=\"s\"><f>HYPERLINK(\"x\")</f>", StringComparison.Ordinal))));

        var refused = Assert.Throws<InputException>(() => Read(SmallWorkbooks.Zip(parts)));

        Assert.Equal("sheet \"Centros\", cell B2", refused.Place!.En);
        Assert.Contains("formula", refused.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_of_a_workbook_are_read_as_a_person_sees_them()
    {
        var book = SmallWorkbooks.Book(("Centros", [["id", "city", "since", "visits", "budget"], ["c1", " Ayutla ", "2008", "0.30000000000000004", "6.7E7"], [" "], ["c2", "Tapachula"]]));

        var rows = Read(book);

        Assert.Equal(["c1", "c2"], rows.Select(row => row.Id));
        Assert.Equal(["Ayutla", "2008", "0.3", "67000000"], new[] { "city", "since", "visits", "budget" }.Select(column => Register.Value(rows[0].Values, column)));
        Assert.Equal("sheet \"Centros\", row 4", rows[1].Place.En);
    }

    [Theory]
    [InlineData(new[] { "id", "town" }, new[] { "c1", "x" }, "B1")]
    [InlineData(new[] { "name.es", "city" }, new[] { "c1", "x" }, "A1")]
    [InlineData(new[] { "id", "city" }, new[] { "c1", "x", "más" }, "C2")]
    public void A_wrong_workbook_is_refused_by_its_cell(string[] head, string[] row, string cell)
    {
        var refused = Assert.Throws<InputException>(() => Read(SmallWorkbooks.Book(("Hoja", [head, row]))));

        Assert.Equal($"sheet \"Hoja\", cell {cell}", refused.Place!.En);
    }

    [Fact]
    public void Hostile_files_are_refused_soon()
    {
        var entity = SmallWorkbooks.Parts(SmallWorkbooks.Book(("Hoja", [["id"], ["x"]])))
            .Select(part => (part.Name, Content: part.Name.EndsWith("sheet0.xml", StringComparison.Ordinal) ? [.. "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"u8, .. part.Content] : part.Content));
        Assert.Contains("DTD", Assert.Throws<InputException>(() => Read(SmallWorkbooks.Zip(entity))).Reason.En, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => Read("PK\x3\x4 no zip"u8.ToArray()));
        Assert.Throws<InputException>(() => Read([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3]));
        Assert.Throws<InputException>(() => Read([0xFF, 0xFE, 0x69, 0x00]));

        var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes("id,city\n"));
            var line = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("x,\"" + new string('a', 1000) + "\"\n", 1000)));
            for (var i = 0; i < 80; i++)
                gzip.Write(line);
        }

        Assert.Throws<InputException>(() => Read(bomb.ToArray()));
    }

    [Fact]
    public void More_records_than_a_file_may_have_are_refused()
    {
        var text = new StringBuilder("id,city\n");
        for (var i = 0; i <= RecordFile.MostRows; i++)
            text.Append('c').Append(i).Append(",x\n");

        var refused = Assert.Throws<InputException>(() => Read(Encoding.UTF8.GetBytes(text.ToString())));

        Assert.Equal($"line {RecordFile.MostRows + 2}", refused.Place!.En);
    }

    [Fact]
    public void Reading_stops_when_asked_to()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => RecordFile.Read(Register, "c.csv", new MemoryStream(Encoding.UTF8.GetBytes(Head)), null, source.Token));
    }

    internal static byte[] Written(RecordForm form, IReadOnlyList<RecordRow> rows, Language language)
    {
        using var bytes = new MemoryStream();
        var records = rows.Select((row, i) => (row.Id, new RecordVersion(i + 1, new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero), "ana", "approved", row.Values, ""))).ToList();
        RecordFile.Write(form, new(Register, Register.Columns, records, records.Count), language, bytes);
        return bytes.ToArray();
    }

    internal static IReadOnlyList<RecordRow> Read(byte[] bytes) => RecordFile.Read(Register, "c.csv", new MemoryStream(bytes), null, TestContext.Current.CancellationToken);

    private static List<List<string>> RecordFileGuide(Language language)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written(RecordForm.Xlsx, [], language)), isEditable: false);
        var sheet = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ElementAt(1);
        return [.. ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList())];
    }
}
