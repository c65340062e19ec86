using Periplo.Sdmx;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Sources;

/// <summary>The tables of asylum, displacement and solutions: what each row becomes, and what is refused.</summary>
public sealed class DisplacementTableTests
{
    [Theory]
    [InlineData(nameof(DisplacementExcerpts.Applications), "ASYLUM", "UNHCR.2023", 5)]
    [InlineData(nameof(DisplacementExcerpts.Decisions), "ASYLUM", "UNHCR.2023", 15)]
    [InlineData(nameof(DisplacementExcerpts.Flows), "DISPLACEMENT_FLOWS", "UNHCR.2023", 3)]
    [InlineData(nameof(DisplacementExcerpts.Solutions), "DISPLACEMENT_FLOWS", "UNHCR.2024", 4)]
    [InlineData(nameof(DisplacementExcerpts.NewInternal), "INTERNAL_DISPLACEMENT", "IDMC.2023", 4)]
    [InlineData(nameof(DisplacementExcerpts.DisplacedByAgeAndSex), "INTERNAL_DISPLACEMENT", "IDMC.2024", 4)]
    [InlineData(nameof(DisplacementExcerpts.EurostatApplicants), "ASYLUM", "EUROSTAT.2024", 3)]
    [InlineData(nameof(DisplacementExcerpts.EurostatImmigration), "FLOWS", "EUROSTAT.2016", 2)]
    public void Table_has_its_dataset_revision_and_papers(string excerpt, string dataset, string revision, int figures)
    {
        var table = Read(excerpt);
        Assert.Equal(new Revision(dataset, revision.Split('.')[0], revision.Split('.')[1]), table.Revision);
        Assert.Equal(figures, table.Observations.Count);
        Assert.NotEmpty(table.Papers.Licence);
        Assert.NotEmpty(table.Notes);
        Assert.All(table.Notes.Append(table.Papers.Method).Append(table.Papers.Publisher), text =>
        {
            Assert.NotEmpty(text.Es);
            Assert.NotEmpty(text.En);
            Assert.NotEmpty(text.Fr);
        });
    }

    [Fact]
    public void Application_keeps_type_level_and_whether_persons_or_cases()
    {
        var table = Read(nameof(DisplacementExcerpts.Applications));
        Assert.Equal(102_930, table.Value("REF_AREA=DEU", "COUNTERPART_AREA=SYR", "PROCEDURE=G", "APPLICATION_TYPE=N", "DECISION_LEVEL=FI", "UNIT_MEASURE=PS"));
        Assert.Equal(5, table.Value("REF_AREA=ALB", "APPLICATION_TYPE=V", "UNIT_MEASURE=CASE", "TIME=2000"));
        Assert.Equal(ObservationStatus.O, table.Observations.Statuses[Assert.Single(table.Where("COUNTERPART_AREA=XXA"))]);
    }

    [Fact]
    public void Decision_keeps_counts_of_each_outcome_and_published_zeros()
    {
        var table = Read(nameof(DisplacementExcerpts.Decisions));
        Assert.Equal(10_410, table.Value("REF_AREA=DEU", "MEASURE=RECOGNISED", "DECISION_LEVEL=FI"));
        Assert.Equal(3_419, table.Value("REF_AREA=DEU", "MEASURE=REJECTED", "DECISION_LEVEL=JR"));
        Assert.Equal(0, table.Value("REF_AREA=ALB", "MEASURE=RECOGNISED", "UNIT_MEASURE=CASE"));
        Assert.Equal(5, table.Value("REF_AREA=ALB", "MEASURE=DECIDED"));
    }

    [Fact]
    public void Solution_says_who_returned_and_who_was_resettled()
    {
        var table = Read(nameof(DisplacementExcerpts.Solutions));
        Assert.Equal(17, table.Value("REF_AREA=CAN", "COUNTERPART_AREA=ALB", "MEASURE=RESETTLED", "POP_TYPE=REF"));
        Assert.Equal(230_000, table.Value("REF_AREA=TUR", "COUNTERPART_AREA=SYR", "MEASURE=RETURNS", "POP_TYPE=RET"));
        Assert.Equal(0, table.Value("REF_AREA=TUR", "MEASURE=NATURALISED"));
        Assert.Equal(1_400_000, table.Value("REF_AREA=COD", "COUNTERPART_AREA=COD", "MEASURE=RETURNS", "POP_TYPE=RDP"));
    }

    [Fact]
    public void Empty_kind_of_displacement_is_no_figure()
    {
        var table = Read(nameof(DisplacementExcerpts.Flows));
        Assert.Empty(table.Where("REF_AREA=COL", "POP_TYPE=REF"));
        Assert.Equal(26, table.Value("REF_AREA=COL", "POP_TYPE=ASY", "MEASURE=NEW"));
    }

    [Fact]
    public void Cause_is_conflict_or_the_hazard_of_a_disaster()
    {
        var table = Read(nameof(DisplacementExcerpts.NewInternal));
        Assert.Equal(293_000, table.Value("REF_AREA=COL", "CAUSE=CONFLICT", "HAZARD=_Z", "UNIT_MEASURE=DISPLACEMENT"));
        Assert.Equal(351_000, table.Value("REF_AREA=COL", "CAUSE=DISASTER", "HAZARD=FLOOD"));
        Assert.Equal(0, table.Value("REF_AREA=AB9"));
        Assert.Equal(ObservationStatus.O, table.Observations.Statuses[Assert.Single(table.Where("HAZARD=STORM"))]);
        Assert.Equal(331_540, Read(nameof(DisplacementExcerpts.DisplacedByAgeAndSex)).Value("REF_AREA=COL", "SEX=F", "AGE=Y5T11"));
        Assert.Equal(42_000, Read(nameof(DisplacementExcerpts.DisplacedByAgeAndSex)).Value("REF_AREA=AB9", "SEX=_U", "AGE=_U"));
    }

    [Fact]
    public void Hazards_of_a_disaster_can_be_summed()
    {
        var text = DisplacementExcerpts.NewInternal.Replace("COL,2023,storm,", "COL,2023,storm,9", StringComparison.Ordinal);
        var table = SourceFiles.Text(text);
        var dataset = new Dataset(table.Definition, table.Revision, [], table.Observations);
        var total = new Totals(dataset, BundledData.Areas).ByPeriod(Query.All.Where("REF_AREA", "COL").Where("CAUSE", "DISASTER"), "HAZARD");
        Assert.Equal(351_009, Assert.Single(total).Value.Value);
    }

    [Theory]
    [InlineData(nameof(DisplacementExcerpts.Applications), "2023,SYR,DEU,U,N,FI,P,7", "2023,SYR,DEU,X,N,FI,P,7", "line 5, column 4")]
    [InlineData(nameof(DisplacementExcerpts.Applications), "U,N,FI,P,7", "U,Q,FI,P,7", "line 5, column 5")]
    [InlineData(nameof(DisplacementExcerpts.Applications), "U,N,FI,P,7", "U,N,FI,K,7", "line 5, column 7")]
    [InlineData(nameof(DisplacementExcerpts.Applications), "U,N,FI,P,7", "U,N,FI,P,-7", "line 5, column 8")]
    [InlineData(nameof(DisplacementExcerpts.Decisions), "G,JR,P,485", "G,ZZ,P,485", "line 4, column 5")]
    [InlineData(nameof(DisplacementExcerpts.Decisions), "2000,AFG,ALB", "2000,AFG,QQQ", "line 2, column 3")]
    [InlineData(nameof(DisplacementExcerpts.Flows), "1962,AGO,COD,20000", "1962,AGO,COD,many", "line 2, column 4")]
    [InlineData(nameof(DisplacementExcerpts.Solutions), "1959,", "59,", "line 2, column 1")]
    [InlineData(nameof(DisplacementExcerpts.NewInternal), "COL,2023,flood", "COL,2023,plague", "line 4, column 3")]
    [InlineData(nameof(DisplacementExcerpts.DisplacedByAgeAndSex), "female,5-11", "female,5-12", "line 3, column 5")]
    [InlineData(nameof(DisplacementExcerpts.DisplacedByAgeAndSex), "female,5-11", "fem,5-11", "line 3, column 4")]
    [InlineData(nameof(DisplacementExcerpts.EurostatApplicants), "AFG,female", "AFG,both", "line 2, column 4")]
    [InlineData(nameof(DisplacementExcerpts.EurostatImmigration), "ESP,FRA", "ESP,", "line 2, column 3")]
    public void Wrong_cell_is_refused_with_its_place(string excerpt, string right, string wrong, string place)
    {
        var text = Excerpt(excerpt);
        Assert.Contains(right, text, StringComparison.Ordinal);
        Assert.Equal(place, SourceFiles.Refused(text.Replace(right, wrong, StringComparison.Ordinal)).Place!.En);
    }

    [Theory]
    [InlineData(nameof(DisplacementExcerpts.Applications), "2023,SYR,DEU,G,N,FI,P,1")]
    [InlineData(nameof(DisplacementExcerpts.NewInternal), "COL,2023,flood,1")]
    [InlineData(nameof(DisplacementExcerpts.EurostatApplicants), "2024,AUT,AFG,male,1")]
    public void Row_that_disagrees_with_another_is_refused(string excerpt, string row) =>
        Assert.Contains("line", SourceFiles.Refused(Excerpt(excerpt) + row + "\n").Reason.En, StringComparison.Ordinal);

    private static string Excerpt(string name) => (string)typeof(DisplacementExcerpts).GetField(name)!.GetRawConstantValue()!;

    private static Periplo.Sources.SourceTable Read(string name) => SourceFiles.Text(Excerpt(name));
}
