using Periplo.Sdmx;
using Xunit;

namespace Periplo.Tests.Sources;

/// <summary>The tables of reported flows: what each row becomes, and what is refused.</summary>
public sealed class ReportedFlowTableTests
{
    private const string ByResidence = "flows/eurostat_immigration_prev_residence_1998_2016.csv";
    private const string ByCitizenship = "flows/eurostat_immigration_by_citizenship_noneu.csv.gz";

    [Fact]
    public void Emigration_stands_beside_immigration_with_the_same_corridor()
    {
        var (left, entered) = (SourceFiles.Text(ReportedFlowExcerpts.Emigration), SourceFiles.Text(DisplacementExcerpts.EurostatImmigration));
        Assert.Equal((left.Definition, left.Revision), (entered.Definition, entered.Revision));
        string[] corridor = ["REF_AREA=ESP", "COUNTERPART_AREA=FRA", "TIME=2016", "ORIGIN_BASIS=P", "DURATION=12M"];
        Assert.Equal(11_200, left.Value([.. corridor, "FLOW_TYPE=EMI"]));
        Assert.Equal(13_341, entered.Value([.. corridor, "FLOW_TYPE=IMM"]));
        Assert.Equal(ObservationStatus.O, left.Observations.Statuses[Assert.Single(left.Where("REF_AREA=FRA", "COUNTERPART_AREA=ESP"))]);
    }

    [Fact]
    public void Duration_is_national_before_the_regulation()
    {
        Assert.Equal(9_000, SourceFiles.Text(ReportedFlowExcerpts.Emigration).Value("TIME=2007", "DURATION=NAT"));
        Assert.Equal(198, SourceFiles.Text(ReportedFlowExcerpts.ByCitizenship).Value("TIME=1998", "DURATION=NAT", "ORIGIN_BASIS=C"));
    }

    [Fact]
    public void Citizenship_keeps_its_published_zeros()
    {
        var table = SourceFiles.Text(ReportedFlowExcerpts.ByCitizenship);
        Assert.Equal(22_938, table.Value("REF_AREA=ESP", "COUNTERPART_AREA=COL", "FLOW_TYPE=IMM", "ORIGIN_BASIS=C", "DURATION=12M"));
        Assert.Equal(0, table.Value("COUNTERPART_AREA=OOO"));
        Assert.Equal("EUROSTAT.2016", table.Revision.Id);
    }

    [Theory]
    [InlineData(nameof(ReportedFlowExcerpts.Emigration), "2007,FRA", "07,FRA", "line 2, column 1")]
    [InlineData(nameof(ReportedFlowExcerpts.Emigration), "2007,FRA", "2007,FRX", "line 2, column 2")]
    [InlineData(nameof(ReportedFlowExcerpts.Emigration), "9000", "-9000", "line 2, column 4")]
    [InlineData(nameof(ReportedFlowExcerpts.ByCitizenship), "ESP,COL", "ESP,COX", "line 3, column 3")]
    public void Wrong_cell_is_refused_with_its_place(string excerpt, string right, string wrong, string place)
    {
        var text = (string)typeof(ReportedFlowExcerpts).GetField(excerpt)!.GetRawConstantValue()!;
        Assert.Contains(right, text, StringComparison.Ordinal);
        Assert.Equal(place, SourceFiles.Refused(text.Replace(right, wrong, StringComparison.Ordinal)).Place!.En);
    }

    [Fact]
    public void Published_tables_keep_every_row()
    {
        var residence = SourceFiles.Shared(ByResidence);
        Assert.Equal(10_485, residence.Observations.Count);
        Assert.Equal(28, residence.Observations.Codes[residence.Definition.Dimension("REF_AREA")].Length);
        Assert.Equal(24_978, residence.Value("REF_AREA=AUT", "COUNTERPART_AREA=XXO", "TIME=1998", "DURATION=NAT"));
        var citizenship = SourceFiles.Shared(ByCitizenship);
        Assert.Equal((112_635, "EUROSTAT.2023"), (citizenship.Observations.Count, citizenship.Revision.Id));
        Assert.Equal(40_965, citizenship.Observations.Values.Count(value => value == 0));
    }
}
