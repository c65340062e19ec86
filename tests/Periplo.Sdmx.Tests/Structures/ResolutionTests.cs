using Periplo.Sdmx;
using Periplo.Sdmx.Structures;
using Xunit;
using static Periplo.Tests.Sdmx.Structures.SampleStructures;

namespace Periplo.Tests.Sdmx.Structures;

public class ResolutionTests
{
    private static readonly StructureReference Stock = To(StructureType.Dataflow, "DF_STOCK");

    [Fact]
    public void Resolve_a_flow_puts_structure_lists_and_concepts_together()
    {
        var flow = Set().Resolve(Stock)!;

        Assert.Equal(("DF_STOCK", Agency, "1.0", "Stock"), (flow.Id, flow.Agency, flow.Version, flow.Name.In("en")));
        Assert.Equal(("DSD_STOCK", Agency, "1.0"), (flow.Structure.Id, flow.Structure.Agency, flow.Structure.Version));
        Assert.Equal(["FREQ CL_FREQ", "REF_AREA CL_AREA", "SEX CL_SEX", "LABEL "], flow.Structure.Dimensions.Select(one => $"{one.Id} {one.CodeList.Id}"));
        Assert.Same(CodeList.Uncoded, flow.Structure.Dimensions[3].CodeList);
        Assert.Equal("SEX (es)", flow.Structure.Dimensions[2].Concept.Name.In("es"));
        Assert.Equal(
            ["OBS_STATUS CL_OBS_STATUS Observation True ", "COMMENT_OBS  Series False ", "COMMENT_AREA  Series False REF_AREA", "COMMENT_SEX  Series False REF_AREA,SEX", "COMMENT_SET  DataSet False "],
            flow.Structure.Attributes.Select(one => $"{one.Id} {one.CodeList?.Id} {one.Attachment} {one.Mandatory} {string.Join(',', one.Dimensions)}"));
        Assert.Equal(("013", "GTM (es)"), (flow.Structure.Dimensions[1].CodeList.Find("GTM")!.Parent, flow.Structure.Dimensions[1].CodeList.Find("GTM")!.Name.In("es")));
    }

    [Fact]
    public void Resolve_takes_structures_and_provision_agreements_too_and_the_latest_version()
    {
        var set = Set();

        Assert.Equal(("DSD_STOCK", "1.10"), (set.Resolve(To(StructureType.DataStructure, "DSD_STOCK", version: ""))!.Id, set.Resolve(To(StructureType.DataStructure, "DSD_STOCK", version: ""))!.Version));
        Assert.Equal("DF_STOCK", set.Resolve(To(StructureType.ProvisionAgreement, "PA_STOCK"))!.Id);
        Assert.Same(set.Resolve(Stock)!.Structure, set.Resolve(To(StructureType.ProvisionAgreement, "PA_STOCK"))!.Structure);
        Assert.Null(set.Resolve(To(StructureType.Dataflow, "NONE")));
        Assert.Null(set.Resolve(To(StructureType.CodeList, "CL_AREA")));
    }

    [Fact]
    public void Resolve_without_a_list_is_null_and_Lacking_names_it()
    {
        var list = To(StructureType.CodeList, "CL_SEX", "SDMX", "2.1");
        var set = new StructureSet(Artefacts().Where(artefact => artefact.Reference != list));

        Assert.Null(set.Resolve(Stock));
        Assert.Equal([list], set.Lacking(Stock));
        Assert.Equal([list], set.Lacking(To(StructureType.ProvisionAgreement, "PA_STOCK")));
        Assert.Empty(Set().Lacking(Stock));
        Assert.Equal([To(StructureType.Dataflow, "NONE")], set.Lacking(To(StructureType.Dataflow, "NONE")));
    }

    [Fact]
    public void Resolve_with_a_stub_in_the_place_of_a_list_or_structure_is_null_and_Lacking_names_it()
    {
        foreach (var reference in new[] { To(StructureType.CodeList, "CL_AREA"), To(StructureType.DataStructure, "DSD_STOCK"), Stock })
        {
            var set = new StructureSet(Artefacts().Select(artefact => artefact.Reference == reference ? artefact with { IsStub = true } : artefact));

            Assert.Equal([reference], set.Lacking(Stock));
            Assert.True(reference == Stock || set.Resolve(Stock) is null);
        }
    }

    [Fact]
    public void Resolve_without_the_concepts_names_components_by_their_ids_where_they_say_their_values()
    {
        var concepts = To(StructureType.ConceptScheme, "CONCEPTS");
        var structure = new StructureDefinition(Agency, "DSD", "1.0", Text("Structure"))
        {
            Dimensions = [new("AREA", new(concepts, "REF_AREA"), To(StructureType.CodeList, "CL_AREA"))],
            Measures = [new("OBS_VALUE", new(concepts, "OBS_VALUE"), null, new("Double"))],
        };
        var set = new StructureSet([structure, .. Artefacts().Where(artefact => artefact.Id == "CL_AREA")]);

        Assert.Empty(set.Lacking(structure.Reference));
        Assert.Equal("AREA", set.Resolve(structure.Reference)!.Structure.Dimensions[0].Concept.Name.In("es"));
        Assert.Equal([concepts], new StructureSet(Artefacts().Where(artefact => artefact.Id is "DF_STOCK" or "DSD_STOCK" or "CL_AREA" or "CL_SEX" or "CL_OBS_STATUS")).Lacking(Stock));
    }

    [Fact]
    public void Resolve_takes_the_codes_of_a_measure_dimension_from_concepts()
    {
        var concepts = To(StructureType.ConceptScheme, "CONCEPTS");
        var structure = new StructureDefinition(Agency, "DSD", "1.0", Text("Structure"))
        {
            Dimensions = [new("MEASURE", new(concepts, "SEX"), concepts)],
            MeasureDimension = 0,
            Measures = [new("OBS_VALUE", new(concepts, "OBS_VALUE"), null)],
        };

        var measures = new StructureSet(Artefacts().Append(structure)).Resolve(structure.Reference)!.Structure.Dimensions[0].CodeList;

        Assert.Equal((0, 4, -1), (measures.Position("FREQ"), measures.Position("OBS_VALUE"), measures.Position("NONE")));
    }

    [Fact]
    public void CodeList_of_codes_that_are_there_twice_keeps_the_first()
    {
        var list = new ItemScheme(StructureType.CodeList, "A", "CL", "1.0", Text("List"), [new("X", Text("first")), new("X", Text("second"))]);

        Assert.Equal("first", Assert.Single(new StructureSet([list]).CodeList(list.Reference)!.Codes).Name.In("en"));
        Assert.Null(Set().CodeList(To(StructureType.CategoryScheme, "THEMES")));
        Assert.Null(Set().CodeList(To(StructureType.CodeList, "NONE")));
    }
}
