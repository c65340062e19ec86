using Periplo.Sdmx;
using Periplo.Sdmx.Rest;
using Periplo.Sdmx.Structures;
using Periplo.Tests.Sdmx.Structures;
using Xunit;

namespace Periplo.Tests.Sdmx.Rest;

public class AvailableStructuresTests
{
    private static readonly StructureSet Set = SampleStructures.Set();
    private static readonly FlowFinder Flows = new(Set);

    private static readonly Availability Available = new(
        [new("FREQ", ["A"]), new("REF_AREA", ["GTM"]), new("SEX", ["F"]), new("LABEL", ["x"])], 2, 30, TimePeriod.OfYear(1990), TimePeriod.OfYear(2024), DateTimeOffset.UnixEpoch, "tag");

    [Fact]
    public void Constraint_has_the_codes_of_every_dimension_and_the_counts()
    {
        var constraint = Assert.IsType<ContentConstraint>(Assert.Single(Of("")));
        Assert.True(constraint.IsActual);
        Assert.Equal([SampleStructures.To(StructureType.Dataflow, "DF_SEX")], constraint.Attachments);
        Assert.Equal(["FREQ", "REF_AREA", "SEX", "LABEL"], constraint.Region.Select(one => one.Component));
        Assert.Null(constraint.ReferencePeriod);
        Assert.Equal([("series_count", "sdmx_metrics", "2"), ("obs_count", "sdmx_metrics", "30")], constraint.Annotations.Select(one => (one.Id, one.Type, one.Title)));
    }

    [Fact]
    public void Component_asked_for_stands_alone()
    {
        Assert.Equal(["SEX"], Assert.IsType<ContentConstraint>(Of("/all/all/SEX")[0]).Region.Select(one => one.Component));
        var time = Assert.IsType<ContentConstraint>(Of("/all/all/TIME_PERIOD")[0]);
        Assert.Empty(time.Region);
        Assert.Equal((TimePeriod.OfYear(1990), TimePeriod.OfYear(2024)), time.ReferencePeriod);
        Assert.Equal(400, Assert.Throws<SdmxQueryException>(() => Of("/all/all/OBS_STATUS")).Status);
    }

    [Fact]
    public void References_are_cut_to_what_is_named_and_what_stands_above()
    {
        var all = Of("?references=all");
        Assert.Equal(["AVAILABLE_DF_SEX", "DF_SEX", "DSD_STOCK", "CONCEPTS", "CL_FREQ", "CL_AREA", "CL_SEX"], all.Select(one => one.Id));
        Assert.Equal(["001", "013", "GTM"], Items(all, "CL_AREA"));
        Assert.Equal(["_T", "F"], Items(all, "CL_SEX"));
        Assert.Equal(["FREQ", "REF_AREA", "SEX", "COMMENT_OBS"], Items(all, "CONCEPTS"));
        Assert.All(all.OfType<ItemScheme>(), scheme => Assert.True(scheme.IsPartial));
        Assert.Equal(["CL_SEX"], Of("/all/all/SEX?references=codelist").Skip(1).Select(one => one.Id));
        Assert.Equal(["DF_SEX"], Of("?references=dataflow").Skip(1).Select(one => one.Id));
        Assert.Equal(["DSD_STOCK"], Of("?references=datastructure").Skip(1).Select(one => one.Id));
        Assert.Equal(["OFFICE"], Items(Of("?references=dataproviderscheme", "DF_STOCK"), "DATA_PROVIDERS"));

        static IEnumerable<string> Items(IReadOnlyList<Artefact> artefacts, string id) => artefacts.OfType<ItemScheme>().Single(one => one.Id == id).Items.Select(item => item.Id);
    }

    [Fact]
    public void Flow_is_found_by_itself_its_structure_or_its_agreement()
    {
        Assert.Equal("DF_SEX", Find("/data/PERIPLO,DF_SEX,1.0").Id);
        Assert.Equal("DF_SEX", Find("/data/DF_SEX").Id);
        Assert.Equal("DF_SEX", Flows.Find(((DataRequest)V2Queries.Parse("/data/datastructure/PERIPLO/DSD_STOCK/1.10", null)).Flow, RestVersion.V2).Id);
        Assert.Equal("DF_STOCK", Flows.Find(((DataRequest)V2Queries.Parse("/data/provisionagreement/PERIPLO/PA_STOCK", null)).Flow, RestVersion.V2).Id);
        Assert.Equal(404, Assert.Throws<SdmxQueryException>(() => Find("/data/PERIPLO,DF_SEX,2.0")).Status);
        Assert.Equal(404, Assert.Throws<SdmxQueryException>(() => Find("/data/OTHER,DF_SEX")).Status);
        Assert.Equal(501, Assert.Throws<SdmxQueryException>(() => Flows.Find(((DataRequest)V2Queries.Parse("/data/dataflow/PERIPLO/*", null)).Flow, RestVersion.V2)).Status);
        Assert.Same(Find("/data/DF_SEX"), Find("/data/DF_SEX"));
    }

    private static Dataflow Find(string path) => Flows.Find(((DataRequest)V1Queries.Parse(path, null)).Flow, RestVersion.V1);

    private static IReadOnlyList<Artefact> Of(string rest, string flow = "DF_SEX")
    {
        var query = rest.IndexOf('?', StringComparison.Ordinal);
        var request = (AvailabilityRequest)V1Queries.Parse($"/availableconstraint/{flow}{(query < 0 ? rest : rest[..query])}", query < 0 ? null : rest[query..]);
        return AvailableStructures.Of(Set, Flows.Find(request.Data.Flow, RestVersion.V1), Available, request);
    }
}
