using System.IO.Compression;
using System.Text;
using Periplo.Sdmx.Csv;
using Xunit;

namespace Periplo.Tests.Commands;

/// <summary>The commands on bundled data, as a user runs them.</summary>
public sealed class CommandTests : IDisposable
{
    private const string Layout = "year,dest_iso3,orig_iso3,both,male,female,data_type\n";

    private readonly Command command = new();

    private static string[] ImportStock => ["import", BundledData.Path("starter/stock-undesa-2024.csv.gz"), "--mapping", BundledData.Path("starter/stock-undesa-2024.yaml")];

    public void Dispose() => command.Dispose();

    [Fact]
    public void Import_again_changes_nothing_and_says_so()
    {
        Assert.Equal((0, ""), (command.Run(ImportStock).Code, ""));
        var before = File.ReadAllBytes(command.Store);
        var again = command.Run(ImportStock);
        Assert.Equal(0, again.Code);
        Assert.Contains("ya estaba", again.Output, StringComparison.Ordinal);
        Assert.Contains("was already", command.RunIn("en", null, ImportStock).Output, StringComparison.Ordinal);
        Assert.Contains("était déjà", command.RunIn("fr_CA.UTF-8", null, ImportStock).Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(command.Store));
    }

    [Fact]
    public void Export_sums_to_the_published_world_totals()
    {
        command.Run(ImportStock);
        var file = Path.Combine(command.Folder, "out.csv");
        Assert.Equal(0, command.Run("export", "STOCK", "--revision", "2024", "--where", "SEX=_T", "--output", file).Code);
        using var stream = File.OpenRead(file);
        var csv = new CsvReader(stream);
        Assert.True(csv.Read());
        var head = csv.Texts();
        Assert.Equal(
            "FREQ,REF_AREA,COUNTERPART_AREA,ORIGIN_BASIS,MEASURE,SEX,AGE,EDUCATION_LEV,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT,REVISION,SOURCE,METHOD,LICENCE",
            string.Join(',', head));
        var sums = new Dictionary<string, long>();
        var (time, value) = (Array.IndexOf(head, "TIME_PERIOD"), Array.IndexOf(head, "OBS_VALUE"));
        while (csv.Read())
            sums[csv.Text(time)] = sums.GetValueOrDefault(csv.Text(time)) + long.Parse(csv.Text(value));
        Assert.Equal(304_021_813, sums["2024"]);
        Assert.Equal(275_284_032, sums["2020"]);
        Assert.Equal(153_916_063, sums["1990"]);
    }

    [Fact]
    public void Export_by_area_name_and_span_gives_the_corridor()
    {
        command.Run(ImportStock);
        var csv = command.Run("export", "STOCK", "--where", "REF_AREA=Estados Unidos", "COUNTERPART_AREA=México", "SEX=_T", "--time", "2020..2024");
        var rows = csv.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(3, rows.Length);
        Assert.StartsWith("A,USA,MEX,_T,STOCK,_T,_T,_T,2020,11177052,E,PS,0,UNDESA.2024,", rows[1], StringComparison.Ordinal);
        var json = command.Run("export", "STOCK", "--where", "REF_AREA=USA", "COUNTERPART_AREA=MEX", "SEX=_T", "--time", "2020", "--format", "json");
        using var document = System.Text.Json.JsonDocument.Parse(json.Output);
        Assert.Equal(11_177_052, document.RootElement.GetProperty("observations")[0].GetProperty("OBS_VALUE").GetInt64());
    }

    [Fact]
    public void Export_then_import_elsewhere_gives_the_same_figures()
    {
        command.Run(ImportStock);
        var file = Path.Combine(command.Folder, "copy.csv");
        command.Run("export", "STOCK", "--where", "REF_AREA=GTM+MEX+CUW", "--attributes", "--output", file);
        using var other = new Command();
        Assert.Equal(0, other.Run("import", file).Code);
        Assert.Equal(File.ReadAllText(file), other.Run("export", "STOCK", "--attributes").Output);
    }

    [Fact]
    public void Compare_shows_both_values_and_both_totals()
    {
        var first = command.Write("a.csv", Layout + "2020,USA,MEX,10853105,5000000,5853105,BR\n2020,USA,GTM,100,50,50,BR\n");
        var second = command.Write("b.csv", Layout + "2024,USA,GTM,130,60,70,BR\n2020,USA,MEX,11177052,5000000,6177052,BR\n2020,USA,GTM,100,50,50,BR\n");
        Assert.Equal(0, command.Run("import", first, second).Code);
        var compared = command.Run("compare", "STOCK", "--revisions", "2020", "2024");
        Assert.Equal(0, compared.Code);
        var spaced = string.Join(' ', compared.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("10,853,105 11,177,052 323,947", spaced, StringComparison.Ordinal);
        Assert.Contains("10,853,205 11,177,152 323,947", spaced, StringComparison.Ordinal);
    }

    [Fact]
    public void Lineage_names_file_checksum_method_and_licence()
    {
        command.Run(ImportStock);
        var lineage = command.Run("lineage", "STOCK", "--revision", "2024");
        Assert.Equal(0, lineage.Code);
        Assert.Contains("stock-undesa-2024.csv.gz", lineage.Output, StringComparison.Ordinal);
        Assert.Contains("undesa_ims2024_od_sex.csv.gz", lineage.Output, StringComparison.Ordinal);
        Assert.Contains("CC BY 3.0 IGO", lineage.Output, StringComparison.Ordinal);
        Assert.Equal(0, command.Run("show", "STOCK").Code);
        Assert.Contains("UNDESA.2024", command.Run("datasets").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020,USA,MEX,1,1\n", "línea 2")]
    [InlineData("2020,USA,MEX,12x,1,11,BR\n", "línea 2, columna 4")]
    [InlineData("2020,USA,MEX,-5,1,-6,BR\n", "línea 2, columna 4")]
    [InlineData("20240,USA,MEX,5,1,4,BR\n", "línea 2, columna 1")]
    [InlineData("2020,USA,MXE,5,1,4,BR\n", "línea 2, columna 3")]
    [InlineData("2020,USA,MEX,NaN,1,4,BR\n", "línea 2, columna 4")]
    [InlineData("2020,USA,MEX,5,1,4,BR\n2020,USA,MEX,6,2,4,BR\n", "línea 3")]
    public void Import_of_a_bad_row_names_its_place_and_leaves_the_store_as_it_was(string rows, string place)
    {
        command.Run("datasets");
        var before = File.ReadAllBytes(command.Store);
        var file = command.Write("bad.csv", Layout + rows);
        var outcome = command.Run("import", file);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("bad.csv", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains(place, outcome.Errors, StringComparison.Ordinal);
        Assert.Single(outcome.Errors.TrimEnd().Split('\n'));
        Assert.Equal(before, File.ReadAllBytes(command.Store));
    }

    [Fact]
    public void Import_of_a_second_file_that_disagrees_is_refused_naming_both_rows()
    {
        command.Run("import", command.Write("a.csv", Layout + "2020,USA,MEX,10,4,6,BR\n"));
        var outcome = command.Run("import", command.Write("b.csv", Layout + "2020,USA,GTM,1,1,0,BR\n2020,USA,MEX,11,4,7,BR\n"));
        Assert.Equal(1, outcome.Code);
        Assert.Contains("línea 3", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("a.csv (fila 2)", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("GTM", command.Run("export", "STOCK").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_of_a_file_that_only_adds_keys_joins_the_revision()
    {
        command.Run("import", command.Write("a.csv", Layout + "2020,USA,MEX,10,4,6,BR\n"));
        Assert.Equal(0, command.Run("import", command.Write("b.csv", Layout + "2020,USA,GTM,1,1,0,BR\n2020,USA,MEX,10,4,6,BR\n")).Code);
        Assert.Equal(7, command.Run("export", "STOCK").Output.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void Import_of_cut_empty_and_hostile_files_fails_with_one_message()
    {
        var whole = File.ReadAllBytes(BundledData.Path("starter/stock-undesa-2024.csv.gz"));
        string[] files =
        [
            command.Write("cut.csv.gz", whole[..(whole.Length / 2)]),
            command.Write("empty.csv", []),
            command.Write("latin.csv", Encoding.Latin1.GetBytes("país;año\nMéxico;2020\n")),
            command.Write("semicolons.csv", "year;dest_iso3;orig_iso3;both;male;female;data_type\n2020;USA;MEX;1;1;0;B\n"),
            command.Write("doubled.csv", "year,dest_iso3,orig_iso3,both,both,male,female,data_type\n"),
            command.Write("bomb.xlsx", Bomb()),
            Path.Combine(command.Folder, "absent.csv"),
            command.Folder,
        ];
        foreach (var file in files)
        {
            foreach (var language in new[] { "es", "en" })
            {
                var outcome = command.RunIn(language, null, "import", file);
                Assert.Equal(1, outcome.Code);
                Assert.Single(outcome.Errors.TrimEnd().Split('\n'));
                Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void An_unknown_name_is_answered_with_what_there_is()
    {
        command.Run(ImportStock);
        Assert.Contains("México", command.Run("export", "STOCK", "--where", "REF_AREA=Mexcio").Errors, StringComparison.Ordinal);
        Assert.Contains("UNDESA.2024", command.Run("export", "STOCK", "--revision", "1999").Errors, StringComparison.Ordinal);
        Assert.Contains("DISPLACED", command.Run("export", "STOCKS").Errors, StringComparison.Ordinal);
        Assert.NotEqual(0, command.Run("exprot").Code);
        Assert.NotEqual(0, command.Run("export", "STOCK", "--time", "twenty").Code);
    }

    [Fact]
    public void Backup_and_restore_keep_every_figure()
    {
        command.Run(ImportStock);
        var copy = Path.Combine(command.Folder, "copy.periplo");
        Assert.Equal(0, command.Run("backup", copy).Code);
        using var other = new Command();
        Assert.Equal(0, other.Run("restore", copy).Code);
        Assert.Equal(command.Run("export", "STOCK", "--where", "REF_AREA=GTM").Output, other.Run("export", "STOCK", "--where", "REF_AREA=GTM").Output);
        Assert.Equal(1, other.Run("restore", copy).Code);
    }

    [Fact]
    public void Import_on_a_full_disk_keeps_nothing_and_says_so()
    {
        command.Run("datasets");
        // A limit on the size of files is how a disk is full for one process: writes fail the same way.
        var outcome = command.RunIn("es", "trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 100", ImportStock);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("disco está lleno", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("vacío", command.Run("datasets").Output, StringComparison.Ordinal);
        Assert.Equal(0, command.Run(ImportStock).Code);
    }

    [Fact]
    public void Export_to_a_full_device_fails_and_leaves_no_file()
    {
        command.Run(ImportStock);
        var file = Path.Combine(command.Folder, "out.csv");
        var outcome = command.RunIn("es", "trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 100", "export", "STOCK", "--output", file);
        Assert.Equal(1, outcome.Code);
        Assert.Empty(Directory.GetFiles(command.Folder, "out*"));
    }

    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = zip.CreateEntry("[Content_Types].xml").Open())
                types.Write("<Types/>"u8);
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 600; i++)
                sheet.Write(zeros);
        }

        return bytes.ToArray();
    }
}
