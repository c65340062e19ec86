using Periplo.Sdmx;
using Xunit;

namespace Periplo.Tests.Sources;

/// <summary>Population by age and five-year measures of World Population Prospects 2019, and the ways their tables can be wrong.</summary>
public sealed class PopulationTableTests
{
    [Fact]
    public void Population_has_its_age_group_and_sex()
    {
        var table = SourceFiles.Text(Excerpts.PopulationByAgeAndSex);
        Assert.Equal("UNDESA.2019", table.Revision.Id);
        Assert.Equal(0.145, table.Value("REF_AREA=GTM", "SEX=M", "AGE=Y_GE100", "TIME=2020"));
        Assert.Equal(328_509.234, table.Value("REF_AREA=001", "SEX=F", "AGE=Y0T4"));
        Assert.Equal(3, table.Attributes(0).UnitMultiplier);
    }

    [Fact]
    public void Aggregates_that_are_no_areas_are_left_out()
    {
        var table = SourceFiles.Text(Excerpts.PeriodDemography);
        Assert.Equal(["001", "GTM"], table.Observations.Codes[table.Definition.Dimension("REF_AREA")]);
        Assert.Contains(table.Notes, note => note.En.Contains("left out", StringComparison.Ordinal));
        Assert.Equal(TimePeriod.OfYear(2015), table.Observations.Times[0]);
    }

    [Theory]
    [InlineData("320,GTM,", "320,GTX,", "column 2")]
    [InlineData("100+", "105+", "column 5")]
    [InlineData("0.145", "-1", "column 6")]
    [InlineData("male,100+", "man,100+", "column 4")]
    public void Wrong_population_is_refused_at_its_place(string right, string wrong, string place)
    {
        var refused = SourceFiles.Refused(Excerpts.PopulationByAgeAndSex.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(place, refused.English(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2015-2020", "2015-2021", "column 4")]
    [InlineData("2015-2020", "2015", "column 4")]
    [InlineData("2.899", "two", "column 10")]
    [InlineData("228.338", "-228.338", "column 7")]
    public void Wrong_period_is_refused_at_its_place(string right, string wrong, string place)
    {
        var refused = SourceFiles.Refused(Excerpts.PeriodDemography.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(place, refused.English(), StringComparison.Ordinal);
    }

    [Fact]
    public void Net_migration_below_zero_is_taken() =>
        Assert.Equal(-46.073, SourceFiles.Text(Excerpts.PeriodDemography).Value("REF_AREA=GTM", "MEASURE=NET_MIG_5Y"));
}
