using Periplo.Sdmx;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Sources;

/// <summary>The monthly tables of movements: what each row becomes, and what is refused.</summary>
public sealed class MonthlyTableTests
{
    [Theory]
    [InlineData(nameof(MonthlyExcerpts.EntriesAndExits), "IOM.2025-04", 4)]
    [InlineData(nameof(MonthlyExcerpts.IrregularEntries), "IOM.2021-02", 2)]
    [InlineData(nameof(MonthlyExcerpts.Darien), "SNM.2025-04", 4)]
    [InlineData(nameof(MonthlyExcerpts.MexicoByNationality), "UPM.2018-02", 2)]
    [InlineData(nameof(MonthlyExcerpts.MexicoBySexAndAge), "UPM-SA.2018-01", 4)]
    [InlineData(nameof(MonthlyExcerpts.MexicoReturns), "UPM.2015-01", 3)]
    [InlineData(nameof(MonthlyExcerpts.GuatemalaReturnees), "IGM.2020-02", 3)]
    [InlineData(nameof(MonthlyExcerpts.Cbp), "CBP.2019-10", 3)]
    [InlineData(nameof(MonthlyExcerpts.Frontex), "FRONTEX.2009-02", 3)]
    [InlineData(nameof(MonthlyExcerpts.MissingMigrants), "IOM-MMP.2014-02", 3)]
    public void Revision_is_source_and_last_month(string excerpt, string revision, int figures)
    {
        var table = Read(excerpt);
        Assert.Equal(new Revision("MOVEMENTS_MONTHLY", revision.Split('.')[0], revision.Split('.')[1]), table.Revision);
        Assert.Equal(figures, table.Observations.Count);
        Assert.NotEmpty(table.Notes);
        Assert.NotEmpty(table.Papers.Licence);
    }

    [Fact]
    public void Empty_nationality_is_unknown_and_a_published_zero_stays()
    {
        var table = Read(nameof(MonthlyExcerpts.EntriesAndExits));
        Assert.Equal(48, table.Value("REF_AREA=BRA", "MOVEMENT=EXIT", "CITIZENSHIP=UNK", "TIME=2022-01"));
        Assert.Equal(0, table.Value("REF_AREA=HND", "MOVEMENT=ENTRY", "CITIZENSHIP=GTM", "TIME=2025-04"));
    }

    [Fact]
    public void Year_kept_under_January_becomes_a_year()
    {
        var table = Read(nameof(MonthlyExcerpts.Darien));
        Assert.Equal(268, table.Value("FREQ=A", "CITIZENSHIP=CHN", "ROUTE=DARIEN", "TIME=2019"));
        Assert.Equal(10, table.Value("FREQ=M", "CITIZENSHIP=CHN", "TIME=2020-01"));
        Assert.Empty(table.Where("TIME=2019-01"));
    }

    [Fact]
    public void Month_within_an_annual_year_is_refused()
    {
        var refused = SourceFiles.Refused(MonthlyExcerpts.Darien.Replace("2019-01", "2019-02", StringComparison.Ordinal));
        Assert.Equal("line 3, column 1", refused.Place!.En);
        Assert.Contains("under January", refused.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_that_does_not_say_who_counted_asks_for_the_revision()
    {
        const string Cut = "month,nationality_iso3,persons\n2023-05,VEN,100\n";
        Assert.Contains("--revision SNM", SourceFiles.Refused(Cut).Reason.En, StringComparison.Ordinal);
        Assert.Equal(100, SourceFiles.Text(Cut, new("SNM.2023-05")).Value("REF_AREA=PAN", "MOVEMENT=TRANSIT_IRR"));
        Assert.Equal(100, SourceFiles.Text(Cut, new("UPM.2023-05")).Value("REF_AREA=MEX", "MOVEMENT=ENCOUNTER"));
    }

    [Fact]
    public void Rows_the_dataset_does_not_tell_apart_are_added()
    {
        Assert.Equal(307, Read(nameof(MonthlyExcerpts.MexicoBySexAndAge)).Value("SEX=M", "AGE=Y_LT12"));
        Assert.Equal(305, Read(nameof(MonthlyExcerpts.GuatemalaReturnees)).Value("COUNTERPART_AREA=MEX", "SEX=M", "AGE=Y_LT18", "CITIZENSHIP=GTM"));
        var cbp = Read(nameof(MonthlyExcerpts.Cbp));
        Assert.Equal(4836 + 17497, cbp.Value("MOVEMENT=APPREHENSION", "CITIZENSHIP=_T", "TIME=2019-09"));
        Assert.Equal(12, cbp.Value("MOVEMENT=APPREHENSION", "CITIZENSHIP=GTM", "ROUTE=USSW", "TIME=2019-10"));
        Assert.Equal(3, Read(nameof(MonthlyExcerpts.MissingMigrants)).Sum("REF_AREA=USA", "ROUTE=CAM", "TIME=2014-01"));
    }

    [Fact]
    public void Origin_of_an_incident_is_kept_only_where_it_names_one()
    {
        var table = Read(nameof(MonthlyExcerpts.MissingMigrants));
        Assert.Equal(1, table.Value("REF_AREA=USA", "COUNTERPART_AREA=GTM", "TIME=2014-01"));
        Assert.Equal(2, table.Value("REF_AREA=USA", "COUNTERPART_AREA=UNK", "TIME=2014-01"));
        Assert.Equal(1, table.Value("REF_AREA=MEX", "COUNTERPART_AREA=UNK", "TIME=2014-02"));
    }

    [Fact]
    public void Row_repeated_in_a_table_that_is_added_up_is_refused()
    {
        const string Row = "2019-09,U.S. Border Patrol,,Title 8,Apprehensions,FMUA,,4836\n";
        var refused = SourceFiles.Refused(MonthlyExcerpts.Cbp + Row);
        Assert.Contains("counted twice", refused.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Month_with_and_without_nationality_is_refused()
    {
        var refused = SourceFiles.Refused(MonthlyExcerpts.Cbp + "2019-10,U.S. Border Patrol,,Title 8,Apprehensions,FMUA,,4836\n");
        Assert.Equal("line 7, column 7", refused.Place!.En);
        Assert.Contains("all or none", refused.Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(MonthlyExcerpts.EntriesAndExits), "2022-01,BRA,entry,ARG,76", "2022-1,BRA,entry,ARG,76", 1, "2023-07")]
    [InlineData(nameof(MonthlyExcerpts.EntriesAndExits), "2022-01,BRA,entry,ARG,76", "2022-13,BRA,entry,ARG,76", 1, "2023-07")]
    [InlineData(nameof(MonthlyExcerpts.EntriesAndExits), "BRA,entry", "BRX,entry", 2, "BRX")]
    [InlineData(nameof(MonthlyExcerpts.EntriesAndExits), "entry,ARG", "entrada,ARG", 3, "expected one of")]
    [InlineData(nameof(MonthlyExcerpts.EntriesAndExits), "ARG,76", "ARG,-76", 5, "negative")]
    [InlineData(nameof(MonthlyExcerpts.EntriesAndExits), "ARG,76", "ARG,7.6.1", 5, "not a number")]
    [InlineData(nameof(MonthlyExcerpts.IrregularEntries), "PAN,AGO,6", "PAN,,6", 3, "missing")]
    [InlineData(nameof(MonthlyExcerpts.MexicoBySexAndAge), "male,18+", "hombre,18+", 2, "expected one of")]
    [InlineData(nameof(MonthlyExcerpts.MexicoBySexAndAge), "18+,5449", "18+,", 4, "missing")]
    [InlineData(nameof(MonthlyExcerpts.MexicoReturns), "BLZ,assisted return,1", "BLZ,removal,1", 3, "expected one of")]
    [InlineData(nameof(MonthlyExcerpts.GuatemalaReturnees), "male,adult", "male,old", 3, "expected one of")]
    [InlineData(nameof(MonthlyExcerpts.Cbp), "Title 8,Apprehensions,FMUA", "Title 8,Other,FMUA", 5, "expected one of")]
    [InlineData(nameof(MonthlyExcerpts.Frontex), "Central Mediterranean Route", "Moon Route", 2, "expected one of")]
    [InlineData(nameof(MonthlyExcerpts.Frontex), "Sea,BFA,1", "Air,BFA,1", 3, "expected one of")]
    [InlineData(nameof(MonthlyExcerpts.MissingMigrants), "2014-01-06", "06/01/2014", 1, "2023-07-31")]
    [InlineData(nameof(MonthlyExcerpts.MissingMigrants), "USA,1,", "USA,,", 5, "missing")]
    public void Wrong_cell_is_named(string excerpt, string right, string wrong, int column, string says)
    {
        var text = Text(excerpt);
        Assert.Contains(right, text, StringComparison.Ordinal);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        var refused = SourceFiles.Refused(text[..at] + wrong + text[(at + right.Length)..]);
        Assert.Equal($"line 2, column {column}", refused.Place!.En);
        Assert.Contains(says, refused.Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2010", 559)]
    [InlineData("2022", 248_284)]
    [InlineData("2023", 520_085)]
    [InlineData("2024", 302_203)]
    public void Transits_through_Darien_are_those_Panama_published(string year, double persons)
    {
        var table = SourceFiles.Shared("movements/panama_darien_irregular_transits_by_nationality.csv");
        Assert.Equal("SNM.2025-04", table.Revision.Id);
        Assert.Equal(persons, SumOfYear(table, year));
        Assert.All(table.Where("FREQ=M"), i => Assert.True(table.Observations.Times[i].Year >= 2020));
    }

    [Fact]
    public void Detections_of_2015_are_those_Frontex_published()
    {
        var table = SourceFiles.Shared("movements/frontex_detections_monthly.csv");
        Assert.Equal("FRONTEX.2025-04", table.Revision.Id);
        Assert.Equal(1_822_102, SumOfYear(table, "2015"));
        Assert.Equal(34_273, table.Observations.Count);
    }

    [Theory]
    [InlineData("2016", 8_253)]
    [InlineData("2023", 8_755)]
    public void Deaths_are_those_the_Missing_Migrants_Project_published(string year, double deaths) =>
        Assert.Equal(deaths, SumOfYear(SourceFiles.Shared("movements/iom_missing_migrants_incidents.csv.gz"), year));

    [Fact]
    public void Entries_to_Mexico_in_2022_are_24_6_million()
    {
        var table = SourceFiles.Shared("movements/iom_americas_regular_entries_exits_monthly.csv.gz");
        Assert.Equal("IOM.2025-04", table.Revision.Id);
        Assert.Equal(24_604_875, SumOfYear(table, "2022", "REF_AREA=MEX", "MOVEMENT=ENTRY"));
        Assert.Equal(94_712, table.Observations.Count);
    }

    [Fact]
    public void Totals_add_every_nationality_once_even_those_of_former_states()
    {
        var table = SourceFiles.Shared("movements/iom_americas_regular_entries_exits_monthly.csv.gz");
        var dataset = new Dataset(table.Definition, table.Revision, [], table.Observations);
        var totals = new Totals(dataset, BundledData.Areas).ByPeriod(Query.All.Where("REF_AREA", "MEX").Where("MOVEMENT", "ENTRY"), "CITIZENSHIP");
        Assert.Equal(24_604_875, totals.Where(pair => pair.Key.Year == 2022).Sum(pair => pair.Value.Value));
    }

    [Fact]
    public void Sources_that_disagree_on_Mexico_stay_side_by_side()
    {
        var national = SourceFiles.Shared("movements/mexico_irregular_encounters_by_nationality.csv");
        var compiled = SourceFiles.Shared("movements/iom_americas_irregular_entries_monthly.csv");
        Assert.Equal(778_907, SumOfYear(national, "2023"));
        Assert.Equal(570_121, SumOfYear(compiled, "2023", "REF_AREA=MEX"));
        Assert.NotEqual(national.Revision, compiled.Revision);
        var bySexAndAge = SourceFiles.Shared("movements/mexico_irregular_encounters_sex_age.csv");
        Assert.Equal(778_907, SumOfYear(bySexAndAge, "2023"));
        Assert.NotEqual(SumOfYear(national, "2024"), SumOfYear(bySexAndAge, "2024"));
    }

    [Fact]
    public void Encounters_have_a_nationality_from_October_2019_only()
    {
        var table = SourceFiles.Shared("movements/us_cbp_southwest_border_encounters_monthly.csv.gz");
        Assert.Equal("CBP.2025-05", table.Revision.Id);
        Assert.Equal(144_116, table.Sum("CITIZENSHIP=_T", "TIME=2019-05"));
        Assert.Equal(301_981, table.Sum("TIME=2023-12"));
        Assert.All(table.Where("CITIZENSHIP=_T"), i => Assert.True(table.Observations.Times[i].ToString().CompareTo("2019-10") < 0));
    }

    [Fact]
    public void Irregular_entries_of_own_citizens_make_the_month_doubtful()
    {
        var table = SourceFiles.Text(MonthlyExcerpts.IrregularEntries + "2021-02,HND,HND,7\n2021-03,HND,HND,0\n2021-03,HND,VEN,\n");
        Assert.Equal(ObservationStatus.A, Status("REF_AREA=PAN", "TIME=2021-01"));
        Assert.Equal(ObservationStatus.U, Status("CITIZENSHIP=XXA", "TIME=2021-02"));
        Assert.Equal(ObservationStatus.A, Status("CITIZENSHIP=HND", "TIME=2021-03"));
        Assert.Equal(ObservationStatus.O, Status("CITIZENSHIP=VEN", "TIME=2021-03"));

        ObservationStatus Status(params string[] conditions) => table.Observations.Statuses[Assert.Single(table.Where(conditions))];
    }

    [Fact]
    public void Three_months_of_Honduras_repeat_its_regular_entries_and_are_doubtful()
    {
        var irregular = SourceFiles.Shared("movements/iom_americas_irregular_entries_monthly.csv");
        var regular = SourceFiles.Shared("movements/iom_americas_regular_entries_exits_monthly.csv.gz");
        var doubtful = Enumerable.Range(0, irregular.Observations.Count).Where(i => irregular.Observations.Statuses[i] == ObservationStatus.U).ToList();
        Assert.Equal(["HND 2025-02", "HND 2025-03", "HND 2025-04"], doubtful.Select(i => $"{irregular.Observations.Code(1, i)} {irregular.Observations.Times[i]}").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            regular.Value("REF_AREA=HND", "CITIZENSHIP=HND", "MOVEMENT=ENTRY", "TIME=2025-04"), irregular.Value("REF_AREA=HND", "CITIZENSHIP=HND", "TIME=2025-04"));
    }

    [Fact]
    public void Guatemalans_returned_have_a_country_they_come_from()
    {
        var table = SourceFiles.Shared("movements/guatemala_returnees_monthly.csv");
        Assert.Equal("IGM.2025-04", table.Revision.Id);
        Assert.Equal(["MEX", "UNK", "USA"], table.Observations.Codes[table.Definition.Dimension("COUNTERPART_AREA")]);
        Assert.All(table.Where("CITIZENSHIP=GTM"), i => Assert.False(double.IsNaN(table.Observations.Values[i])));
    }

    [Fact]
    public void Returns_from_Mexico_have_three_kinds()
    {
        var table = SourceFiles.Shared("movements/mexico_returns_by_nationality.csv");
        Assert.Equal("UPM.2025-04", table.Revision.Id);
        Assert.Equal(5_251, table.Observations.Count);
        Assert.Equal(["DEPORTATION", "RETURN_ASSISTED", "RETURN_MINOR"], table.Observations.Codes[table.Definition.Dimension("MOVEMENT")]);
    }

    private static double SumOfYear(Periplo.Sources.SourceTable table, string year, params string[] conditions) =>
        table.Where(conditions).Where(i => table.Observations.Times[i].Year.ToString(System.Globalization.CultureInfo.InvariantCulture) == year).Sum(i => table.Observations.Values[i]);

    private static string Text(string excerpt) => (string)typeof(MonthlyExcerpts).GetField(excerpt)!.GetRawConstantValue()!;

    private static Periplo.Sources.SourceTable Read(string excerpt) => SourceFiles.Text(Text(excerpt));
}
