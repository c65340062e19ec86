using System.Text;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sources.Movements;
using Periplo.Statistics;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Movements;

public sealed class DeliveryCheckTests
{
    private const string Header = "mes,tabla,nacionalidad,pais_contraparte,sexo,grupo_edad,puesto,medio,personas\n";

    private const string Right = """
        2025-03,ENTRY,,,,,,,300
        2025-03,ENTRY,SLV,,,,,,200
        2025-03,ENTRY,HND,,,,,,90
        2025-03,entradas,UNK,,,,,,10
        2025-03,ENTRY,,,M,,,,160
        2025-03,ENTRY,,,mujeres,,,,140
        2025-03,ENTRY,,,,0-17,,,50
        2025-03,ENTRY,,,,18+,,,250
        2025-03,salidas,,MEX,,,P001,tierra,80

        """;

    private static readonly DateOnly On = new(2025, 4, 20);

    [Fact]
    public void Right_delivery_has_no_fault_and_becomes_figures()
    {
        var (report, content) = Check(Header + Right);
        Assert.Empty(report.Faults);
        Assert.True(report.MayBeTaken);
        var table = DeliveryFile.Table(report, content, Duty, "IGM.2025-03", Monthly.Definition);
        Assert.Equal("IGM.2025-03", table.Revision.Id);
        Assert.Equal(9, table.Observations.Count);
        Assert.Equal(200, table.Value("REF_AREA=GTM", "CITIZENSHIP=SLV", "MOVEMENT=ENTRY", "TIME=2025-03"));
        Assert.Equal(250, table.Value("AGE=Y_GE18"));
        Assert.Equal(80, table.Value("COUNTERPART_AREA=MEX", "POST=P001", "TRANSPORT_MODE=LAND", "MOVEMENT=EXIT"));
    }

    [Theory]
    [InlineData("mois,tableau,nationalite,pays_contrepartie,sexe,groupe_age,poste,moyen,personnes\n", "entrées", "femmes", "sorties", "terre")]
    [InlineData("Mois,Tableau,Nationalité,Pays_contrepartie,Sexe,Groupe_âge,Poste,Moyen,Personnes\n", "Entrees", "Femmes", "SORTIES", "TERRE")]
    public void French_header_and_words_say_the_same(string header, string entries, string women, string exits, string land)
    {
        var words = Right.Replace("entradas", entries, StringComparison.Ordinal).Replace("mujeres", women, StringComparison.Ordinal)
            .Replace("salidas", exits, StringComparison.Ordinal).Replace("tierra", land, StringComparison.Ordinal);
        var (spanish, french) = (Check(Header + Right), Check(header + words));

        Assert.Empty(french.Report.Faults);
        Assert.Equal(spanish.Report.Rows.Select(Said), french.Report.Rows.Select(Said));
        static string Said(DeliveryRow row) => $"{row.Month} {row.Movement} {string.Join(' ', row.Codes)} {row.Persons}";
    }

    [Theory]
    [InlineData("2025-03,ENTRY,SLV,,,,,,200", "2025-3,ENTRY,SLV,,,,,,200", 1, "not a month", true)]
    [InlineData("2025-03,ENTRY,SLV,,,,,,200", "2025-05,ENTRY,SLV,,,,,,200", 1, "future", true)]
    [InlineData("2025-03,salidas", "2025-04,salidas", 1, "not over", false)]
    [InlineData("salidas", "salida", 2, "EXIT (exits)", true)]
    [InlineData("ENTRY,SLV", "ENTRY,Salvadr", 3, "There is no area", true)]
    [InlineData("ENTRY,SLV", "ENTRY,013", 3, "no country", true)]
    [InlineData(",M,", ",H,", 5, "men are M", true)]
    [InlineData("0-17", "0 a 17", 6, "no age group", true)]
    [InlineData("P001", "Tecún Umán", 7, "no post", true)]
    [InlineData("tierra", "bus", 8, "LAND (land)", true)]
    [InlineData(",200\n", ",-200\n", 9, "negative", true)]
    [InlineData(",200\n", ",2 00\n", 9, "digits only", true)]
    [InlineData(",200\n", ",1.200\n", 9, "digits only", true)]
    [InlineData(",200\n", ",doscientos\n", 9, "not a number", true)]
    [InlineData(",,M,,,,160", ",,M,,,,170", 9, "more than the total", true)]
    [InlineData(",,M,,,,160", ",,M,,,,150", 9, "10 are missing", true)]
    [InlineData("HND,,,,,,90", "HND,,,,,,80", 9, "10 are missing", false)]
    [InlineData("0-17,,,50", "0-19,,,50", 6, "overlap", true)]
    public void Fault_is_told_with_its_cell_and_what_to_do(string right, string wrong, int column, string says, bool blocks)
    {
        Assert.Contains(right, Right, StringComparison.Ordinal);
        var at = Right.IndexOf(right, StringComparison.Ordinal);
        var (report, _) = Check(Header + Right[..at] + wrong + Right[(at + right.Length)..]);
        var fault = Assert.Single(report.Faults, fault => fault.Reason.En.Contains(says, StringComparison.Ordinal));
        Assert.EndsWith($"column {column}", fault.Place.En, StringComparison.Ordinal);
        Assert.Equal(blocks, fault.Blocks);
        Assert.NotEqual(fault.Reason.Es, fault.Reason.En);
        if (blocks)
            Assert.False(report.MayBeTaken);
    }

    [Fact]
    public void Sum_with_a_row_that_is_not_understood_is_not_called_wrong()
    {
        var (report, _) = Check(Header + Right.Replace("SLV,,,,,,200", "SLV,,,,,,2OO", StringComparison.Ordinal));
        Assert.Equal("line 3, column 9", Assert.Single(report.Faults).Place.En);
    }

    [Fact]
    public void Every_fault_is_told_in_the_order_of_the_file()
    {
        var (report, _) = Check(Header + "2025-13,ENTRY,XX9,,Q,,,,x\n2025-03,ENTRY,,,,,,,5\n2025-03,ENTRY,,,,,,,5\n2025-03,FOO,,,,,,,1\n");
        Assert.Equal(
            ["line 2, column 1", "line 2, column 3", "line 2, column 5", "line 2, column 9", "line 4, column 9", "line 5, column 2"],
            report.Faults.Where(fault => fault.Blocks).Select(fault => fault.Place.En));
        Assert.Contains("line 3, column 9", report.Faults[4].Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Breakdowns_without_a_total_must_agree()
    {
        var (report, _) = Check(Header + "2025-03,EXIT,SLV,,,,,,60\n2025-03,EXIT,HND,,,,,,40\n2025-03,EXIT,,,M,,,,50\n2025-03,EXIT,,,F,,,,49\n");
        var fault = Assert.Single(report.Faults, fault => fault.Blocks);
        Assert.Contains("100", fault.Reason.En, StringComparison.Ordinal);
        Assert.Contains("99", fault.Reason.En, StringComparison.Ordinal);
        Assert.Equal("line 4, column 9", fault.Place.En);
    }

    [Fact]
    public void Missing_figure_is_kept_as_missing_and_hides_no_sum()
    {
        var (report, content) = Check(Header + "2025-03,EXIT,,,,,,,100\n2025-03,EXIT,SLV,,,,,,\n2025-03,EXIT,HND,,,,,,0\n2025-03,ENTRY,,,,,,,1\n");
        Assert.Empty(report.Faults);
        var table = DeliveryFile.Table(report, content, Duty, "1", Monthly.Definition);
        Assert.True(double.IsNaN(table.Value("CITIZENSHIP=SLV")));
        Assert.Equal(0, table.Value("CITIZENSHIP=HND"));
    }

    [Fact]
    public void Abrupt_change_missing_months_and_revisions_are_told_against_the_last_delivery()
    {
        var before = Monthly.Of("""
            GTM ENTRY _T _T 2024-03 1000
            GTM ENTRY _T _T 2025-01 900
            GTM ENTRY SLV _T 2025-01 500
            """, "IGM");
        var (report, _) = Check(Header + "2025-01,ENTRY,,,,,,,950\n2025-03,ENTRY,,,,,,,2100\n", before);
        Assert.True(report.MayBeTaken);
        Assert.Contains(report.Faults, fault => fault.Place.En == "line 2, column 9" && fault.Reason.En.Contains("was 900", StringComparison.Ordinal));
        Assert.Contains(report.Faults, fault => fault.Place.En == "line 3, column 9" && fault.Reason.En.Contains("abrupt", StringComparison.Ordinal));
        var missing = Assert.Single(report.Faults, fault => fault.Reason.En.Contains("months", StringComparison.Ordinal));
        Assert.Contains("2025-02", missing.Reason.En, StringComparison.Ordinal);
        Assert.Contains(report.Faults, fault => fault.Reason.En.Contains("agreed on are missing: EXIT", StringComparison.Ordinal));
    }

    [Fact]
    public void Usual_season_is_not_abrupt()
    {
        var before = Monthly.Of("GTM ENTRY _T _T 2024-12 2000\nGTM ENTRY _T _T 2024-11 900\nGTM ENTRY _T _T 2024-03 950", "IGM");
        var (report, _) = Check(Header + "2025-03,ENTRY,,,,,,,1000\n2025-03,EXIT,,,,,,,1\n", before);
        Assert.DoesNotContain(report.Faults, fault => fault.Reason.En.Contains("abrupt", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("month,table,persons,age\n", "line 1, column 4", "no column of the template")]
    [InlineData("month,table\n", "line 1, column 1", "`persons`")]
    [InlineData("month,table,persons,mes\n", "line 1, column 4", "twice")]
    [InlineData("month,table,persons\n2025-03,ENTRY\n", "line 2", "2 fields")]
    [InlineData("", null, "empty")]
    public void File_without_the_columns_of_the_template_is_refused(string text, string? place, string says)
    {
        var refused = Assert.Throws<InputException>(() => Check(text));
        Assert.Equal(place, refused.Place?.En);
        Assert.Contains(says.Replace('`', '"'), refused.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Semicolons_and_English_names_are_understood()
    {
        var (report, _) = Check("\uFEFFmonth;table;persons;sex\r\n2025-03-01;entries;7;women\r\n;;;\r\n2025-03;exits;7;\r\n");
        Assert.Empty(report.Faults);
        Assert.Equal([("2025-03", "ENTRY", "F"), ("2025-03", "EXIT", "_T")], report.Rows.Select(row => (row.Month.ToString(), row.Movement, row.Codes[2])));
    }

    [Fact]
    public void Planted_difference_of_a_sum_is_always_found()
    {
        var random = new Random(TestCounts.Seed);
        string[] nationalities = ["SLV", "HND", "NIC", "MEX", "USA", "UNK"];
        for (var n = 0; n < TestCounts.Deliveries; n++)
        {
            // Cells by nationality and sex, their margins and the total: right, then one cell changed.
            var cells = nationalities.SelectMany(one => new[] { "M", "F" }, (nationality, sex) => (nationality, sex, Value: random.Next(1, 1000))).ToArray();
            var margins = random.Next(4);
            var rows = cells.Select(cell => (cell.nationality, cell.sex, cell.Value)).ToList();
            if (margins is 1 or 3)
                rows.AddRange(cells.GroupBy(cell => cell.sex).Select(sex => ("", sex.Key, sex.Sum(cell => cell.Value))));
            if (margins is 2 or 3)
                rows.AddRange(cells.GroupBy(cell => cell.nationality).Select(one => (one.Key, "", one.Sum(cell => cell.Value))));
            rows.Add(("", "", cells.Sum(cell => cell.Value)));
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows));
            string Text(int changed, int by) => Header + string.Concat(rows.Select((row, i) => $"2025-03,ENTRY,{row.Item1},,{row.Item2},,,,{row.Item3 + (i == changed ? by : 0)}\n")) + "2025-03,EXIT,,,,,,,1\n";
            Assert.Empty(Check(Text(-1, 0)).Report.Faults);
            Assert.NotEmpty(Check(Text(random.Next(rows.Count), random.Next(1, 50))).Report.Faults);
        }
    }

    [Fact]
    public void Mutated_delivery_gives_a_report_or_a_message()
    {
        var random = new Random(TestCounts.Seed);
        var bytes = Encoding.UTF8.GetBytes(Header + Right);
        for (var n = 0; n < TestCounts.Mutations; n++)
        {
            try
            {
                using var stream = new MemoryStream(Mutation.Of(bytes, random));
                Report(DeliveryFile.Read("d.csv", stream, TestContext.Current.CancellationToken), null);
            }
            catch (InputException refused)
            {
                Assert.NotEmpty(refused.Explanation.Es);
            }
        }
    }

    [Fact]
    public void Template_filled_in_is_read_back_with_its_cells()
    {
        using var template = new MemoryStream();
        DeliveryTemplate.WriteWorkbook(BundledData.Areas, Language.Es, template);
        template.Position = 0;
        var empty = DeliveryFile.Read("plantilla.xlsx", template, TestContext.Current.CancellationToken);
        Assert.Empty(empty.Lines);
        Assert.False(Report(empty, null).MayBeTaken);
        using var filled = new MemoryStream();
        filled.Write(template.ToArray());
        using (var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(filled, isEditable: true))
        {
            var part = book.WorkbookPart!.WorksheetParts.Single(sheet => sheet.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Pane>().Any());
            var data = part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.SheetData>().Single();
            data.Append(new DocumentFormat.OpenXml.Spreadsheet.Row(Cell("A2", "2025-03"), Cell("B2", "ENTRY"), Cell("C2", "SLV"), Cell("I2", "12")) { RowIndex = 2 });
            data.Append(new DocumentFormat.OpenXml.Spreadsheet.Row(Cell("A3", "2025-03"), Cell("B3", "EXIT"), Cell("C3", "Salvad"), Cell("I3", "12")) { RowIndex = 3 });
            Assert.Equal(3, part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.DataValidation>().Count());
        }

        filled.Position = 0;
        var report = Report(DeliveryFile.Read("plantilla.xlsx", filled, TestContext.Current.CancellationToken), null);
        Assert.Equal(12, Assert.Single(report.Rows).Persons);
        Assert.Contains(report.Faults, fault => fault.Place.En == "sheet \"Datos\", cell C3");
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Cell(string at, string text) => new(new DocumentFormat.OpenXml.Spreadsheet.InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text)))
    {
        CellReference = at,
        DataType = DocumentFormat.OpenXml.Spreadsheet.CellValues.InlineString,
    };

    private static DeliveryDuty Duty { get; } = new(
        "GTM", "IGM", new("Instituto Guatemalteco de Migración", "Guatemalan Migration Institute", "Guatemalan Migration Institute"), "https://igm.gob.gt/", "Pública", ["ENTRY", "EXIT"], 15, 1, Monthly.Month("2025-01"));

    private static (DeliveryReport Report, DeliveryContent Content) Check(string text, Dataset? before = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var content = DeliveryFile.Read("d.csv", stream, TestContext.Current.CancellationToken);
        return (Report(content, before), content);
    }

    private static DeliveryReport Report(DeliveryContent content, Dataset? before) =>
        DeliveryCheck.Of(content.Lines, Monthly.Definition, BundledData.Areas, new("GTM", On, Duty, before));
}
