using System.Text;
using Periplo.Observatory;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;
using Periplo.Statistics;
using Periplo.Tests.Commands;
using Xunit;

namespace Periplo.Tests.Exchange;

[Collection(nameof(PublishedStore))]
public sealed class SdmxExportTests(PublishedStore store)
{
    [Theory]
    [MemberData(nameof(SdmxMessageTests.Formats), MemberType = typeof(SdmxMessageTests))]
    public void Export_of_every_flow_reads_back_as_it_is_held(DataFormat format)
    {
        var source = store.Installation.Sdmx();
        foreach (var id in new[] { "DF_REMITTANCES", "DF_REMITTANCE_PRICES", "DF_MOVEMENTS", "DF_INTERNAL_DISPLACEMENT", "DF_SDG_GLC" })
        {
            var flow = source.Structures.Resolve(new(StructureType.Dataflow, id == "DF_SDG_GLC" ? "IAEG-SDGs" : "PERIPLO", id, ""))!;

            SdmxMessageTests.AssertRoundTrip(flow, format, () => source.Select(flow, new()).DataSets);
        }
    }

    [Fact]
    public void Key_and_periods_choose_and_areas_may_be_any_code()
    {
        string Exported(SdmxExport export)
        {
            using var stream = new MemoryStream();
            store.Installation.ExportSdmx(export, stream);
            return Encoding.UTF8.GetString(stream.ToArray());
        }

        var rows = Exported(new("DF_MIG_STOCK") { Key = "A.US+CAN.484..STOCK._T._T..PS", Format = DataFormat.Csv1, From = "2020" }).TrimEnd('\n').Split('\n');

        Assert.Equal(5, rows.Length);
        Assert.StartsWith("DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,", rows[0], StringComparison.Ordinal);
        Assert.All(rows.Skip(1), row => Assert.Matches("^PERIPLO:DF_MIG_STOCK\\(1.0\\),A,(CAN|USA),MEX,", row));
        Assert.Contains("United States", Exported(new("PERIPLO,DF_MIG_STOCK,1.0") { Key = "A.USA.MEX..STOCK._T._T..PS", Labels = CsvLabels.Both }), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_exported_is_said()
    {
        void Refused(SdmxExport export, string word)
        {
            using var stream = new MemoryStream();
            var error = Assert.Throws<StatisticsException>(() => store.Installation.ExportSdmx(export, stream));
            Assert.Contains(word, error.Explanation.Es, StringComparison.Ordinal);
            Assert.Equal(0, stream.Length);
        }

        Refused(new("DF_NOTHING"), "DF_NOTHING");
        Refused(new("DF_MIG_STOCK") { Key = "A.USA" }, "posi");
        Refused(new("DF_MIG_STOCK") { From = "soon" }, "soon");
        Refused(new("DF_MIG_STOCK") { Key = "M........" }, "DF_MIG_STOCK");
        Refused(new("DF_VISITS"), "DF_VISITS");
    }

    [Fact]
    public void Command_writes_a_file_whole_or_not_at_all()
    {
        using var command = new Command();
        command.Run("import", BundledData.Path("starter/gdp-head-wb-2017.csv.gz"), "--mapping", BundledData.Path("starter/gdp-head-wb-2017.yaml"));
        var file = Path.Combine(command.Folder, "remesas.csv");

        Assert.Equal((0, ""), (command.Run("sdmx", "export", "DF_REMITTANCES", "A.GT......", "--format", "csv", "--output", file).Code, ""));
        Assert.Equal(2, File.ReadAllLines(file).Length);
        var failed = command.Run("sdmx", "export", "DF_REMITTANCES", "A.FRA.DEU.....", "--output", file);
        Assert.Equal(1, failed.Code);
        Assert.Contains("ninguna cifra", failed.Errors, StringComparison.Ordinal);
        Assert.Equal(["remesas.csv", "store.db"], Directory.GetFiles(command.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("\"dataSets\"", command.Run("sdmx", "export", "DF_REMITTANCES", "--format", "json").Output, StringComparison.Ordinal);
        Assert.Contains("GenericMetadata", command.Run("sdmx", "report", "DF_REMITTANCES").Output, StringComparison.Ordinal);
    }
}
