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
    [InlineData("demography/wpp2019_pop_age_sex.csv.gz", 1990)]
    [InlineData("demography/wpp2019_period.csv", 1990)]
    [InlineData("remittances/wb_remittances_annual.csv", 0)]
    [InlineData("displacement/unhcr_population.csv.gz", 2011)]
    [InlineData("original/undesa_pd_2020_ims_stock_by_sex_and_destination.xlsx", 0)]
    [InlineData("original/undesa_pd_2015_migration_flow_totals.xlsx", 0)]
    [InlineData("original/bilateralremittancematrix2016_Nov2017.csv", 0)]
    [InlineData("stock/undesa_ims2019_age_sex.csv.gz", 0)]
    [InlineData("movements/iom_americas_regular_entries_exits_monthly.csv.gz", 0)]
    [InlineData("movements/panama_darien_irregular_transits_by_nationality.csv", 0)]
    [InlineData("movements/guatemala_returnees_monthly.csv", 0)]
    [InlineData("displacement/unhcr_solutions.csv", 2011)]
    [InlineData("displacement/idmc_idp_stock_2024_age_sex.csv", 0)]
    [InlineData("displacement/eurostat_asylum_applicants.csv", 2015)]
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

    [Fact]
    public void Summed_dimension_keeps_only_its_total_and_a_note()
    {
        var whole = SourceFiles.Text(DisplacementExcerpts.Applications.Replace("2023,XXA,DEU,J,NR,AR,P,", "2023,XXA,DEU,J,NR,AR,P,3", StringComparison.Ordinal));
        var summed = StarterSum.Of(whole, new(SummedOver: ["PROCEDURE", "DECISION_LEVEL"]));
        Assert.Equal(102_937, summed.Value("REF_AREA=DEU", "COUNTERPART_AREA=SYR", "APPLICATION_TYPE=N", "PROCEDURE=_T", "DECISION_LEVEL=_T"));
        Assert.Equal(12_802, summed.Value("APPLICATION_TYPE=A"));
        Assert.Equal(5, summed.Value("UNIT_MEASURE=CASE"));
        Assert.Equal(whole.Observations.Values.Sum(), summed.Observations.Values.Sum());
        Assert.Equal(whole.Notes.Count + 1, summed.Notes.Count);
        Assert.Contains("PROCEDURE, DECISION_LEVEL", summed.Notes[^1].Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void Months_become_whole_years_only()
    {
        var rows = Enumerable.Range(0, 27).Select(n => $"{2019 + ((n + 11) / 12)}-{((n + 11) % 12) + 1:00},AGO,{n + 1}");
        var months = SourceFiles.Text($"month,nationality_iso3,persons\n{string.Join('\n', rows)}\n", new("UPM.2022-02"));
        var years = StarterSum.Of(months, new(Annual: true));

        // From 2019-12 to 2022-02: of 2019 and 2022 there is a part only.
        Assert.Equal(2, years.Observations.Count);
        Assert.Equal(Enumerable.Range(2, 12).Sum(), years.Value("FREQ=A", "CITIZENSHIP=AGO", "TIME=2020"));
        Assert.Equal(Enumerable.Range(14, 12).Sum(), years.Value("FREQ=A", "TIME=2021"));
    }

    [Theory]
    [InlineData(nameof(DisplacementExcerpts.Applications), "DECISION_LEVEL", "is missing")]
    [InlineData(nameof(Excerpts.StockByOriginAndSex), "SEX", "total among its parts")]
    [InlineData(nameof(Excerpts.StockByOriginAndSex), "COUNTERPART_AREA", "type or remark")]
    [InlineData(nameof(Excerpts.WorldPopulation), "AGE", "no count")]
    public void What_cannot_be_summed_is_refused(string excerpt, string over, string reason)
    {
        var text = (string)(typeof(Excerpts).GetField(excerpt) ?? typeof(DisplacementExcerpts).GetField(excerpt))!.GetRawConstantValue()!;
        var refused = Assert.Throws<InvalidOperationException>(() => StarterSum.Of(SourceFiles.Text(text), new(SummedOver: [over])));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    private static bool Same((double Value, Periplo.Sdmx.ObservationStatus Status, AttributeSet Set) left, (double Value, Periplo.Sdmx.ObservationStatus Status, AttributeSet Set) right) =>
        left.Value.Equals(right.Value) && left.Status == right.Status && left.Set == right.Set;
}
