using Periplo.Sdmx;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Sources;

/// <summary>Whole published files, held against the totals their publishers print.</summary>
public sealed class PublishedTotalsTests
{
    [Theory]
    [InlineData("2019", "2019", 271_642_105)]
    [InlineData("2019", "1990", 153_011_473)]
    [InlineData("2020", "2020", 280_598_105)]
    [InlineData("2020", "1990", 152_986_157)]
    [InlineData("2024", "2020", 275_284_032)]
    [InlineData("2024", "2024", 304_021_813)]
    public void Stock_sums_to_the_published_world_total(string revision, string year, double world)
    {
        var table = SourceFiles.Shared($"stock/undesa_ims{revision}_od_sex.csv.gz");
        Assert.Equal(new Revision("STOCK", "UNDESA", revision), table.Revision);
        Assert.Equal(world, table.Sum("SEX=_T", $"TIME={year}"));
        Assert.Equal("CC BY 3.0 IGO", table.Papers.Licence);
    }

    [Fact]
    public void Stock_2024_has_three_observations_a_row_with_type_and_line()
    {
        var (table, file) = SourceFiles.Readers.Read(SharedData.Path("stock/undesa_ims2024_od_sex.csv.gz"), new(), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(229_944, table.Observations.Count);
        Assert.Equal("undesa_ims2024_od_sex.csv.gz", file.Name);
        Assert.Equal(new FileInfo(SharedData.Path("stock/undesa_ims2024_od_sex.csv.gz")).Length, file.Bytes);
        Assert.Matches("^[0-9a-f]{64}$", file.Sha256);
        Assert.Equal(11_177_052, table.Value("REF_AREA=USA", "COUNTERPART_AREA=MEX", "SEX=_T", "TIME=2020"));
        var first = Assert.Single(table.Where("REF_AREA=ABW", "COUNTERPART_AREA=BES", "SEX=F", "TIME=1990"));
        Assert.Equal("BR", table.Attributes(first).DataType);
        Assert.Equal(SourceRow.Line(2), table.Observations.Rows[first]);
        Assert.Contains(table.Observations.Statuses, status => status == ObservationStatus.I);
        Assert.Contains(table.Observations.AttributeSets, set => set.DataType == "IR");
    }

    [Fact]
    public void Mexico_to_United_States_differs_between_revisions() =>
        Assert.Equal(10_853_105, SourceFiles.Shared("stock/undesa_ims2020_od_sex.csv.gz").Value("REF_AREA=USA", "COUNTERPART_AREA=MEX", "SEX=_T", "TIME=2020"));

    [Fact]
    public void Revision_2019_keeps_empty_cells_as_missing()
    {
        var table = SourceFiles.Shared("stock/undesa_ims2019_od_sex.csv.gz");
        Assert.Equal(27, table.Observations.Statuses.Count(status => status == ObservationStatus.O));
        Assert.Equal(79_494 * 3, table.Observations.Count);
    }

    [Fact]
    public void Age_file_has_sdmx_ages_and_regions()
    {
        var table = SourceFiles.Shared("stock/undesa_ims2019_age_sex.csv.gz");
        Assert.Equal(271_642_105, table.Value("REF_AREA=001", "SEX=_T", "AGE=_T", "TIME=2019"));
        Assert.NotEmpty(table.Where("REF_AREA=MEX", "AGE=Y_GE75"));
        Assert.NotEmpty(table.Where("REF_AREA=MEX", "AGE=Y0T4"));
    }

    [Theory]
    [InlineData("2022")]
    [InlineData("2024")]
    public void World_population_has_no_net_migration(string revision)
    {
        var table = SourceFiles.Shared($"demography/wpp{revision}_annual.csv.gz");
        Assert.Equal($"UNDESA.{revision}", table.Revision.Id);
        Assert.Equal(0, table.Value("REF_AREA=001", "MEASURE=NET_MIG", "TIME=2020"));
        var world = Assert.Single(table.Where("REF_AREA=001", "MEASURE=POP_MID", "TIME=2020"));
        Assert.Equal(3, table.Attributes(world).UnitMultiplier);
        Assert.InRange(table.Observations.Values[world], 7_800_000, 7_900_000);
        Assert.NotEmpty(table.Where("REF_AREA=MEX", "MEASURE=LIFE_EXP", "SEX=F", "TIME=2020"));
    }

    [Fact]
    public void Population_by_age_adds_up_to_the_published_world()
    {
        var table = SourceFiles.Shared("demography/wpp2019_pop_age_sex.csv.gz");
        Assert.Equal("UNDESA.2019", table.Revision.Id);
        Assert.Equal(7_794_798.729, table.Sum("REF_AREA=001", "TIME=2020"), 0.05);
        Assert.Equal(42, table.Where("REF_AREA=GTM", "TIME=2020").Count());
        // Aggregates that are no areas of Periplo are left out, countries never are.
        Assert.Equal(201 + 47, table.Observations.Codes[table.Definition.Dimension("REF_AREA")].Length);
    }

    [Fact]
    public void Five_year_measures_are_kept_apart_from_yearly_ones()
    {
        var table = SourceFiles.Shared("demography/wpp2019_period.csv");
        Assert.Equal("UNDESA.2019", table.Revision.Id);
        Assert.Equal(-46.073, table.Value("REF_AREA=GTM", "MEASURE=NET_MIG_5Y", "TIME=2015"));
        Assert.Equal(73.94, table.Value("REF_AREA=GTM", "MEASURE=LIFE_EXP_5Y", "TIME=2015"));
        Assert.Empty(table.Where("MEASURE=NET_MIG"));
        Assert.Equal(["A5"], table.Observations.Codes[table.Definition.Dimension("FREQ")]);
    }

    [Fact]
    public void Refugees_of_2023_are_those_UNHCR_published()
    {
        var table = SourceFiles.Shared("displacement/unhcr_population.csv.gz");
        Assert.Equal("UNHCR.2025", table.Revision.Id);
        Assert.Equal(31_637_408, table.Sum("POP_TYPE=REF", "TIME=2023"));
        Assert.Equal(6_858_500, table.Sum("POP_TYPE=ASY", "TIME=2023"));
        Assert.Equal(30_958_200, table.Sum("POP_TYPE=REF", "TIME=2024"));
        Assert.Equal((138_893 * 9) - 138_738, table.Observations.Count);
        Assert.Contains(table.Notes, note => note.En.Contains("UNRWA", StringComparison.Ordinal) && note.Es.Contains("OOPS", StringComparison.Ordinal));
    }

    [Fact]
    public void Matrix_in_its_layout_equals_the_tidy_file()
    {
        var matrix = SourceFiles.Shared("original/bilateralremittancematrix2016_Nov2017.csv");
        var tidy = SourceFiles.Shared("remittances/wb_bilateral_remittances_2016.csv");
        Assert.Equal(tidy.Revision, matrix.Revision);
        Assert.Equal(28_126, matrix.Value("REF_AREA=USA", "COUNTERPART_AREA=MEX"));
        Assert.Equal(12_575, matrix.Value("REF_AREA=ARE", "COUNTERPART_AREA=IND"));
        Assert.Equal(573_138, tidy.Observations.Values.Sum(), 2.0);
        var known = matrix.ByKey();
        Assert.All(tidy.ByKey(), pair => Assert.Equal(pair.Value, known[pair.Key]));
        Assert.Equal(
            tidy.Observations.Values.Sum(),
            Enumerable.Range(0, matrix.Observations.Count).Where(i => matrix.Observations.Code(1, i) != "_T" && matrix.Observations.Code(2, i) != "_T" && !double.IsNaN(matrix.Observations.Values[i])).Sum(i => matrix.Observations.Values[i]));
    }

    [Fact]
    public void Matrix_keeps_its_footnotes()
    {
        var matrix = SourceFiles.Shared("original/bilateralremittancematrix2016_Nov2017.csv");
        Assert.Equal(5, matrix.Notes.Count);
        var israel = Assert.Single(matrix.Where("REF_AREA=ISR", "COUNTERPART_AREA=LBN"));
        Assert.Equal(ObservationStatus.O, matrix.Observations.Statuses[israel]);
        Assert.Contains("Lebanon to Israel are not available", matrix.Attributes(israel).Comment, StringComparison.Ordinal);
        var pakistan = Assert.Single(matrix.Where("REF_AREA=PAK", "COUNTERPART_AREA=IND"));
        Assert.Contains("State Bank of Pakistan", matrix.Attributes(pakistan).Comment, StringComparison.Ordinal);
    }

    [Fact]
    public void Matrix_2011_has_the_published_total()
    {
        var table = SourceFiles.Shared("remittances/wb_bilateral_remittances_2011.csv");
        Assert.Equal("WB.2011", table.Revision.Id);
        Assert.Equal(23_174, table.Value("REF_AREA=USA", "COUNTERPART_AREA=MEX"));
        Assert.Equal(514_007, table.Observations.Values.Sum(), 2.0);
    }

    [Fact]
    public void Indicator_in_its_layout_is_what_countries_paid()
    {
        var table = SourceFiles.Shared("original/API_BM.TRF.PWKR.CD.DT_DS2_en_csv_v2_3012027.csv");
        Assert.Equal("WB.2021-09-15", table.Revision.Id);
        Assert.Equal(16_480_446.9273743, table.Value("REF_AREA=ABW", "COUNTERPART_AREA=_T", "TIME=1991"));
        Assert.All(table.Observations.Statuses, status => Assert.Equal(ObservationStatus.A, status));
        Assert.NotEmpty(table.Where("REF_AREA=001"));
    }

    [Fact]
    public void Annual_remittances_place_sender_and_receiver()
    {
        var table = SourceFiles.Shared("remittances/wb_remittances_annual.csv");
        Assert.Equal("WB.2023", table.Revision.Id);
        Assert.InRange(table.Value("REF_AREA=_T", "COUNTERPART_AREA=IND", "UNIT_MEASURE=USD", "TIME=2022"), 111.1e9, 111.3e9);
        Assert.InRange(table.Value("REF_AREA=_T", "COUNTERPART_AREA=TJK", "UNIT_MEASURE=PT_GDP", "TIME=2022"), 49.85, 49.95);
        Assert.NotEmpty(table.Where("REF_AREA=MEX", "COUNTERPART_AREA=_Z", "INDICATOR=GDP"));
    }

    [Fact]
    public void Bilateral_stock_of_the_World_Bank_has_its_printed_totals()
    {
        var table = SourceFiles.Shared("stock/wb_bilateral_stocks_2017.csv");
        Assert.Equal("WB.2017", table.Revision.Id);
        Assert.Equal(266_143_792, table.Observations.Values.Sum());
        Assert.Equal(11_573_680, table.Value("REF_AREA=USA", "COUNTERPART_AREA=MEX"));
    }
}
