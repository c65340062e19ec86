using Periplo.Sources;
using Xunit;

namespace Periplo.Tests.Sources;

/// <summary>Asylum, displacement, deaths and returns held against the totals their publishers print: the whole files, and the figures bundled of them.</summary>
public sealed class DisplacementTotalsTests
{
    private const string Conflict = "CAUSE=CONFLICT";
    private const string Disaster = "CAUSE=DISASTER";

    [Fact]
    public void New_applications_of_2023_are_those_UNHCR_published()
    {
        var table = SourceFiles.Shared("displacement/unhcr_asylum_applications.csv.gz");
        Assert.Equal("UNHCR.2025", table.Revision.Id);
        Assert.Equal(120_597, table.Observations.Count);
        Assert.Equal(3_537_423, table.Sum("APPLICATION_TYPE=N", "UNIT_MEASURE=PS", "TIME=2023"));
        Assert.Equal(3_847_287, table.Sum("UNIT_MEASURE=PS", "TIME=2023"));
        Assert.Equal(1_607, table.Sum("UNIT_MEASURE=CASE", "TIME=2023"));
    }

    [Fact]
    public void Substantive_decisions_of_2023_are_the_published_1_4_million()
    {
        var table = SourceFiles.Shared("displacement/unhcr_asylum_decisions.csv.gz");
        Assert.Equal(113_929 * 5, table.Observations.Count);
        Assert.Equal(612_246, table.Sum("MEASURE=RECOGNISED", "UNIT_MEASURE=PS", "TIME=2023"));
        Assert.Equal(1_404_143, new[] { "RECOGNISED", "OTHER_PROTECTION", "REJECTED" }.Sum(outcome => table.Sum($"MEASURE={outcome}", "UNIT_MEASURE=PS", "TIME=2023")));
    }

    [Fact]
    public void Returns_and_resettlement_of_2024_are_those_UNHCR_published()
    {
        var table = SourceFiles.Shared("displacement/unhcr_solutions.csv");
        Assert.Equal(188_759, table.Sum("MEASURE=RESETTLED", "TIME=2024"));
        Assert.Equal(1_615_821, table.Sum("MEASURE=RETURNS", "POP_TYPE=RET", "TIME=2024"));
        Assert.Equal(8_219_597, table.Sum("MEASURE=RETURNS", "POP_TYPE=RDP", "TIME=2024"));

        // UNHCR gives returns in two tables, and they agree.
        var populations = SourceFiles.Shared("displacement/unhcr_population.csv.gz");
        Assert.Equal(populations.Sum("POP_TYPE=RET", "TIME=2023"), table.Sum("POP_TYPE=RET", "TIME=2023"));
    }

    [Fact]
    public void Displacements_of_2023_are_by_kind()
    {
        var table = SourceFiles.Shared("displacement/unhcr_forced_displacement_flows.csv.gz");
        Assert.Equal(1_983_030, table.Sum("POP_TYPE=REF", "TIME=2023"));
        Assert.Equal(3_634_520, table.Sum("POP_TYPE=ASY", "TIME=2023"));
        Assert.Equal(704_639, table.Sum("POP_TYPE=OIP", "TIME=2023"));
    }

    [Fact]
    public void Internal_displacement_is_that_of_the_global_report()
    {
        var flows = SourceFiles.Shared("displacement/idmc_new_internal_displacements.csv");
        Assert.Equal(28_324_269, flows.Sum(Conflict, "TIME=2022"));
        Assert.Equal(20_470_781, flows.Sum(Conflict, "TIME=2023"));
        Assert.InRange(flows.Sum(Disaster, "TIME=2023"), 26.3e6, 26.5e6);
        var stock = SourceFiles.Shared("displacement/idmc_idp_stock_2024_age_sex.csv");
        Assert.InRange(stock.Sum(Conflict), 73.45e6, 73.55e6);
        Assert.InRange(stock.Sum(Disaster), 9.75e6, 9.85e6);
    }

    [Fact]
    public void Eurostat_has_applicants_of_either_sex()
    {
        var table = SourceFiles.Shared("displacement/eurostat_asylum_applicants.csv");
        Assert.Equal("EUROSTAT.2024", table.Revision.Id);
        Assert.Equal(816_730 + 352_620 + 205, table.Sum("TIME=2023"));
        Assert.Equal(255_765, SourceFiles.Shared("flows/eurostat_immigration_prev_residence_1998_2016.csv").Value("REF_AREA=ESP", "COUNTERPART_AREA=XXO", "TIME=2016"));
    }

    [Theory]
    [InlineData("displaced-unhcr-2025", 31_637_408, "POP_TYPE=REF", "TIME=2023")]
    [InlineData("asylum-applications-unhcr-2025", 3_537_423, "APPLICATION_TYPE=N", "UNIT_MEASURE=PS", "TIME=2023")]
    [InlineData("asylum-applications-unhcr-2025", 282_594, "REF_AREA=USA", "UNIT_MEASURE=CASE", "TIME=2025")]
    [InlineData("asylum-decisions-unhcr-2025", 612_246, "MEASURE=RECOGNISED", "UNIT_MEASURE=PS", "TIME=2023")]
    [InlineData("asylum-decisions-unhcr-2025", 10_410 + 485 + 204, "MEASURE=RECOGNISED", "REF_AREA=DEU", "COUNTERPART_AREA=SYR", "TIME=2023")]
    [InlineData("asylum-eurostat-2024", 816_730, "SEX=M", "TIME=2023")]
    [InlineData("displacement-flows-unhcr-2025", 1_983_030, "POP_TYPE=REF", "TIME=2023")]
    [InlineData("solutions-unhcr-2025", 188_759, "MEASURE=RESETTLED", "TIME=2024")]
    [InlineData("internal-displacement-idmc-2023", 20_470_781, Conflict, "TIME=2023")]
    [InlineData("internal-displacement-idmc-2024", 3_680_365, Conflict, "REF_AREA=COL", "SEX=F", "TIME=2024")]
    [InlineData("deaths-iom-2025-04", 8_755, "FREQ=A", "TIME=2023")]
    [InlineData("deaths-iom-2025-04", 8_253, "FREQ=A", "TIME=2016")]
    [InlineData("deaths-iom-2025-04", 485, "REF_AREA=USA", "TIME=2023")]
    [InlineData("deaths-iom-2025-04", 96, "COUNTERPART_AREA=GTM", "TIME=2023")]
    [InlineData("deaths-iom-2025-04", 0, "TIME=2025")]
    [InlineData("returns-upm-2025-04", 140_694, "MOVEMENT=RETURN_ASSISTED", "TIME=2015")]
    [InlineData("stock-ages-undesa-2019", 271_642_105, "REF_AREA=001", "SEX=_T", "AGE=_T", "TIME=2019")]
    [InlineData("flows-undesa-2015", 280_772, "REF_AREA=ESP", "ORIGIN_BASIS=P", "FLOW_TYPE=IMM", "FLOW_GROUP=_T", "TIME=2013")]
    [InlineData("flows-undesa-2015", 532_303, "COUNTERPART_AREA=ESP", "ORIGIN_BASIS=P", "FLOW_TYPE=EMI", "FLOW_GROUP=_T", "TIME=2013")]
    [InlineData("flows-eurostat-2016", 13_341, "REF_AREA=ESP", "COUNTERPART_AREA=FRA", "TIME=2016", "DURATION=12M")]
    [InlineData("flows-citizenship-eurostat-2023", 172_241, "REF_AREA=ESP", "COUNTERPART_AREA=COL", "TIME=2022", "ORIGIN_BASIS=C")]
    [InlineData("flows-citizenship-eurostat-2023", 0, "TIME=2007")]
    public void Bundled_figures_have_the_published_total(string name, double published, params string[] conditions) =>
        Assert.Equal(published, Bundled(name).Sum(conditions));

    [Theory]
    [InlineData("asylum-applications-unhcr-2025", "PROCEDURE, DECISION_LEVEL")]
    [InlineData("deaths-iom-2025-04", "2014 to 2024")]
    public void Bundled_sums_say_that_they_are_sums(string name, string what) =>
        Assert.Contains(Bundled(name).Notes, note => note.En.StartsWith("Figures summed by Periplo", StringComparison.Ordinal) && note.En.Contains(what, StringComparison.Ordinal));

    private static SourceTable Bundled(string name)
    {
        var table = BundledData.Path($"starter/{name}.csv.gz");
        var mapping = File.ReadAllText(BundledData.Path($"starter/{name}.yaml"));
        return SourceFiles.Readers.Read(table, new(MappingFile: name + ".yaml", MappingText: mapping), cancellation: TestContext.Current.CancellationToken).Table;
    }
}
