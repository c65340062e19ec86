using Periplo.Sources.Starter;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Sources;

/// <summary>Starter files read back to the figures they were compiled from.</summary>
public sealed class StarterTests
{
    [Theory]
    [InlineData("stock/undesa_ims2024_od_sex.csv.gz", 0)]
    [InlineData("demography/wpp2024_annual.csv.gz", 0)]
    [InlineData("remittances/wb_remittances_annual.csv", 0)]
    [InlineData("displacement/unhcr_population.csv.gz", 2011)]
    [InlineData("original/undesa_pd_2020_ims_stock_by_sex_and_destination.xlsx", 0)]
    [InlineData("original/undesa_pd_2015_migration_flow_totals.xlsx", 0)]
    [InlineData("original/bilateralremittancematrix2016_Nov2017.csv", 0)]
    [InlineData("stock/undesa_ims2019_age_sex.csv.gz", 0)]
    [InlineData("movements/iom_americas_regular_entries_exits_monthly.csv.gz", 0)]
    [InlineData("movements/panama_darien_irregular_transits_by_nationality.csv", 0)]
    [InlineData("movements/guatemala_returnees_monthly.csv", 0)]
    public void Figures_survive_compilation(string relative, int fromYear)
    {
        var (table, file) = SourceFiles.Readers.Read(SharedData.Path(relative), new(), cancellation: TestContext.Current.CancellationToken);
        var starter = StarterCompiler.Compile("starter", table, [file], new(fromYear));
        TestContext.Current.TestOutputHelper?.WriteLine($"{relative}: {starter.Table.Length} bytes");
        var again = SourceFiles.Bytes(starter.Table, new(MappingFile: starter.MappingName, MappingText: starter.Mapping), starter.TableName);
        Assert.Equal(table.Revision, again.Revision);
        Assert.Equal(table.Papers, again.Papers);
        Assert.Equal(table.Notes, again.Notes);
        Assert.Equal([file], again.CompiledFrom);
        var expected = table.ByKey().Where(pair => int.Parse(pair.Key.AsSpan(pair.Key.IndexOf(':', StringComparison.Ordinal) + 1, 4)) >= fromYear).ToDictionary();
        var read = again.ByKey();
        Assert.Equal(expected.Count, read.Count);
        Assert.DoesNotContain(expected, pair => !Same(pair.Value, read[pair.Key]));
    }

    [Fact]
    public void Same_figures_give_the_same_bytes()
    {
        var table = SourceFiles.Text(Excerpts.StockByOriginAndSex);
        var (first, second) = (StarterCompiler.Compile("a", table, []), StarterCompiler.Compile("a", table, []));
        Assert.Equal(first.Table, second.Table);
        Assert.Equal(first.Mapping, second.Mapping);
    }

    [Fact]
    public void Table_with_another_checksum_is_refused()
    {
        var starter = StarterCompiler.Compile("a", SourceFiles.Text(Excerpts.StockByOriginAndSex), []);
        var mapping = starter.Mapping.Replace("sha256: ", "sha256: 0", StringComparison.Ordinal);
        var refused = SourceFiles.Refused(starter.Table, new(MappingFile: "a.yaml", MappingText: mapping));
        Assert.Contains("SHA-256", refused.English(), StringComparison.Ordinal);
    }

    private static bool Same((double Value, Periplo.Sdmx.ObservationStatus Status, AttributeSet Set) left, (double Value, Periplo.Sdmx.ObservationStatus Status, AttributeSet Set) right) =>
        left.Value.Equals(right.Value) && left.Status == right.Status && left.Set == right.Set;
}
