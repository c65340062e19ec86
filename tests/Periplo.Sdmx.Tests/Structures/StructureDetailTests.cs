using Periplo.Sdmx.Structures;
using Xunit;
using static Periplo.Tests.Sdmx.Structures.SampleStructures;

namespace Periplo.Tests.Sdmx.Structures;

public class StructureDetailTests
{
    private static readonly StructureSet Sample = Set();

    [Fact]
    public void Query_allstubs_gives_identity_and_name_of_every_kind_and_nothing_else()
    {
        var stubs = Sample.Query(new() { Detail = StructureDetail.AllStubs });

        Assert.Equal(PrintedStructures.Names(Sample.Query(new())), PrintedStructures.Names(stubs));
        Assert.All(stubs, stub =>
        {
            Assert.True(stub.IsStub);
            Assert.Equal(Sample.Find(stub.Reference)!.Name, stub.Name);
            Assert.True(stub.Description is null && stub.Annotations.Count == 0 && stub.ValidFrom is null && stub.ValidTo is null);
            Assert.True(IsEmpty(stub));
        });
    }

    [Fact]
    public void Query_allcompletestubs_gives_description_and_annotations_too()
    {
        var stub = Assert.Single(Sample.Query(new() { Ids = ["DF_STOCK"], Detail = StructureDetail.AllCompleteStubs }));

        Assert.True(stub.IsStub && IsEmpty(stub));
        Assert.Equal(2, stub.Annotations.Count);
        Assert.NotNull(stub.Description);
    }

    [Theory]
    [InlineData(StructureDetail.ReferenceStubs)]
    [InlineData(StructureDetail.ReferenceCompleteStubs)]
    public void Query_referencestubs_leaves_what_was_asked_for_whole(StructureDetail detail)
    {
        var answer = Sample.Query(new() { Ids = ["DSD_STOCK"], Detail = detail, References = RelatedStructures.All });

        Assert.Same(Sample.Find(To(StructureType.DataStructure, "DSD_STOCK", version: "1.10")), answer[0]);
        Assert.Equal(7, answer.Count - 1);
        Assert.All(answer.Skip(1), stub => Assert.True(stub.IsStub && IsEmpty(stub)));
    }

    [Theory]
    [InlineData(StructureDetail.Full)]
    [InlineData(StructureDetail.Raw)]
    public void Query_full_and_raw_give_everything(StructureDetail detail)
    {
        Assert.All(Sample.Query(new() { Detail = detail, References = RelatedStructures.All }), one => Assert.Same(Sample.Find(one.Reference), one));
    }

    [Fact]
    public void Query_referencepartial_of_a_flow_cuts_schemes_to_what_it_uses_and_lists_to_what_it_allows()
    {
        var answer = Sample.Query(new() { Ids = ["DF_STOCK"], Detail = StructureDetail.ReferencePartial, References = RelatedStructures.All });

        Assert.Equal(("FREQ REF_AREA SEX TIME_PERIOD OBS_VALUE OBS_STATUS COMMENT_OBS", true), Cut(answer, "CONCEPTS"));
        Assert.Equal(("001 013 GTM HND", true), Cut(answer, "CL_AREA"));
        Assert.Equal(("A E", true), Cut(answer, "CL_OBS_STATUS"));

        // _T is not allowed, but stands above what is.
        Assert.Equal(("_T F M", false), Cut(answer, "CL_SEX"));
        Assert.Equal(("A Q M", false), Cut(answer, "CL_FREQ"));
        Assert.Equal(("POP STOCK BIRTH", true), Cut(answer, "THEMES"));
        Assert.Equal(("OFFICE", true), Cut(answer, "DATA_PROVIDERS"));
        ReferenceTests.Same(PrintedStructures.Names(Sample.Query(new() { Ids = ["DF_STOCK"], References = RelatedStructures.All })), answer);
    }

    [Fact]
    public void Query_referencepartial_without_a_constraint_cuts_concepts_alone()
    {
        foreach (var id in new[] { "DF_SEX", "DSD_STOCK" })
        {
            var answer = Sample.Query(new() { Ids = [id], Detail = StructureDetail.ReferencePartial, References = RelatedStructures.Descendants });

            Assert.Equal(("FREQ REF_AREA SEX TIME_PERIOD OBS_VALUE OBS_STATUS COMMENT_OBS", true), Cut(answer, "CONCEPTS"));
            Assert.Equal(("001 013 GTM HND MEX", false), Cut(answer, "CL_AREA"));
        }
    }

    [Fact]
    public void Query_referencepartial_keeps_concepts_that_metadata_structures_use()
    {
        var answer = Sample.Query(new() { Ids = ["MDF_QUALITY"], Detail = StructureDetail.ReferencePartial, References = RelatedStructures.Descendants });

        // COMMENT_OBS stands above QUALITY and is used itself.
        Assert.Equal(("COMMENT_OBS QUALITY", true), Cut(answer, "CONCEPTS"));
    }

    [Fact]
    public void Query_referencepartial_with_several_constraints_keeps_what_all_of_them_allow()
    {
        var flow = To(StructureType.Dataflow, "DF_STOCK");
        ContentConstraint Constraint(string id, string version, StructureReference on, params string[] areas) =>
            new(Agency, id, version, Text(id), false, [on], [new("REF_AREA", areas)]);
        string Kept(params Artefact[] more) => Cut(
            new StructureSet(Artefacts().Concat(more)).Query(new() { Ids = ["DF_STOCK"], Detail = StructureDetail.ReferencePartial, References = RelatedStructures.All }),
            "CL_AREA").Items;

        Assert.Equal("001 013 HND", Kept(Constraint("MORE", "1.0", flow, "HND", "MEX")));
        Assert.Equal("001 013 HND", Kept(Constraint("MORE", "1.0", To(StructureType.DataStructure, "DSD_STOCK"), "HND", "MEX")));
        Assert.Equal("001 013 GTM", Kept(Constraint("MORE", "1.0", flow, "HND"), Constraint("MORE", "1.1", flow, "GTM")));
        Assert.Equal("", Kept(Constraint("MORE", "1.0", flow, "MEX")));
    }

    [Fact]
    public void Only_of_all_items_is_the_scheme_itself_and_of_circles_ends()
    {
        var list = new ItemScheme(StructureType.CodeList, "A", "CL", "1.0", Text("List"), [Item("A", "B"), Item("B", "A"), Item("C", "C"), Item("D", "GONE")]);

        Assert.Same(list, list.Only(new HashSet<string> { "A", "C", "D" }));
        Assert.Equal(["D"], list.Only(new HashSet<string> { "D", "X" }).Items.Select(item => item.Id));
        Assert.Equal(["A"], list.Only(new HashSet<string> { "A" }, withParents: false).Items.Select(item => item.Id));
    }

    private static (string Items, bool IsPartial) Cut(IEnumerable<Artefact> answer, string id)
    {
        var scheme = Assert.IsType<ItemScheme>(Assert.Single(answer, one => one.Id == id));
        return (string.Join(' ', scheme.Items.Select(item => item.Id)), scheme.IsPartial);
    }

    private static bool IsEmpty(Artefact artefact) => artefact switch
    {
        ItemScheme scheme => scheme.Items.Count == 0,
        StructureDefinition structure => !structure.Components.Any() && structure.Groups.Count == 0,
        DataflowDefinition flow => flow.Structure is null,
        ContentConstraint constraint => constraint.Region.Count == 0 && constraint.Attachments.Count == 0,
        HierarchicalCodeList list => list.Hierarchies.Count == 0,
        MetadataStructureDefinition structure => structure.Attributes.Count == 0,
        RepresentationMap map => map.Mappings.Count == 0,
        _ => true,
    };
}
