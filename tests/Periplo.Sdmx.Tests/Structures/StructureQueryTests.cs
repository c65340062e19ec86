using Periplo.Sdmx.Structures;
using Xunit;
using static Periplo.Tests.Sdmx.Structures.SampleStructures;

namespace Periplo.Tests.Sdmx.Structures;

public class StructureQueryTests
{
    private static readonly StructureSet Sample = Set();

    [Fact]
    public void Query_without_limits_is_the_latest_version_of_everything()
    {
        Assert.Equal(Sample.All.Count - 2, Sample.Query(new()).Count);
        Same("DSD_STOCK(1.10)", new() { Types = [StructureType.DataStructure] });
        Same("DF_STOCK DF_SEX", new() { Types = [StructureType.Dataflow] });
    }

    [Fact]
    public void Query_agencies_ids_and_versions_are_alternatives()
    {
        Same("CL_SEX(2.1) CL_AREA", new() { Types = [StructureType.CodeList], Ids = ["CL_SEX", "CL_AREA", "CL_NONE"] });
        Same("CL_AREA CL_UNUSED", new() { Types = [StructureType.CodeList], Agencies = [Agency, "NOBODY"] });
        Same("CL_SEX(2.1) CL_FREQ(2.0) CL_OBS_STATUS(2.2)", new() { Types = [StructureType.CodeList], Agencies = ["SDMX"] });
        Same("DSD_STOCK DSD_STOCK(1.9)", Structures([VersionSelection.Exactly("1.9"), VersionSelection.Exactly("1.0"), VersionSelection.Exactly("7")]));
        Same("DSD_STOCK(1.10) DSD_STOCK(1.9)", Structures([VersionSelection.Exactly("1.9"), VersionSelection.Latest]));
        Same("DSD_STOCK DSD_STOCK(1.9) DSD_STOCK(1.10)", Structures([VersionSelection.All]));
    }

    [Theory]
    [InlineData("datastructure", "DSD_STOCK(1.10)", StructureType.DataStructure)]
    [InlineData("dataflow", "DF_STOCK DF_SEX", StructureType.Dataflow)]
    [InlineData("codelist", "CL_FREQ(2.0) CL_SEX(2.1) CL_OBS_STATUS(2.2) CL_AREA CL_UNUSED", StructureType.CodeList)]
    [InlineData("conceptscheme", "CONCEPTS", StructureType.ConceptScheme)]
    [InlineData("categoryscheme", "THEMES", StructureType.CategoryScheme)]
    [InlineData("categorisation", "CAT_STOCK", StructureType.Categorisation)]
    [InlineData("agencyscheme", "AGENCIES", StructureType.AgencyScheme)]
    [InlineData("contentconstraint", "CR_STOCK CA_STOCK", StructureType.ContentConstraint)]
    [InlineData("dataproviderscheme", "DATA_PROVIDERS", StructureType.DataProviderScheme)]
    [InlineData("provisionagreement", "PA_STOCK", StructureType.ProvisionAgreement)]
    [InlineData("organisationscheme", "AGENCIES DATA_PROVIDERS", StructureType.AgencyScheme, StructureType.DataProviderScheme)]
    [InlineData("hierarchicalcodelist", "HCL_AREA", StructureType.HierarchicalCodeList)]
    [InlineData("metadatastructure", "MSD_QUALITY", StructureType.MetadataStructure)]
    [InlineData("metadataflow", "MDF_QUALITY", StructureType.Metadataflow)]
    [InlineData("representationmap", "MAP_AREA", StructureType.RepresentationMap)]
    public void Query_every_resource_gives_its_kinds(string resource, string names, params StructureType[] types)
    {
        Assert.True(resource.Length > 0);
        Same(names, new() { Types = types });
    }

    [Fact]
    public void Query_constraints_of_one_kind_leaves_the_other_out()
    {
        Same("CA_STOCK", new() { Types = [StructureType.ContentConstraint], ActualConstraints = true });
        Same("CR_STOCK", new() { Types = [StructureType.ContentConstraint], ActualConstraints = false });
    }

    [Fact]
    public void Query_that_nothing_answers_is_empty_and_no_error()
    {
        Same("", new() { Types = [StructureType.CodeList], Ids = ["NONE"], References = RelatedStructures.All });
        Same("", new() { Types = [StructureType.Dataflow], Versions = [VersionSelection.Exactly("9.9")] });
        Same("", new() { Agencies = ["NOBODY"] });
        Assert.Empty(new StructureSet([]).Query(new() { References = RelatedStructures.All }));
    }

    [Fact]
    public void Query_as_of_a_day_is_answered_with_the_structures_held()
    {
        Same("DF_STOCK", new() { Ids = ["DF_STOCK"], AsOf = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero) });
    }

    [Fact]
    public void Query_items_gives_the_scheme_with_them_alone()
    {
        var list = Assert.IsType<ItemScheme>(Assert.Single(Sample.Query(Items("CL_AREA", "GTM", "XXX", "001"))));

        Assert.True(list.IsPartial);
        Assert.Equal(["001", "GTM"], list.Items.Select(item => item.Id));
        Assert.False(((ItemScheme)Sample.Find(list.Reference)!).IsPartial);
        Same("", Items("CL_AREA", "XXX"));
        Same("", Items("DF_STOCK", "GTM"));
    }

    [Fact]
    public void Query_a_nested_category_brings_those_above_it_and_what_is_placed_in_them()
    {
        var query = Items("THEMES", "POP.STOCK") with { ReferenceTypes = [StructureType.Categorisation] };
        var scheme = Assert.IsType<ItemScheme>(Assert.Single(Sample.Query(query)));

        Assert.True(scheme.IsPartial);
        Assert.Equal(["POP", "POP.STOCK"], scheme.Items.Select(item => item.Path(scheme.Type)));
        Same("THEMES CAT_STOCK", query with { Items = ["POP.STOCK.BIRTH"] });
        Same("THEMES", query with { Items = ["MONEY.STOCK"] });
        Same("THEMES CAT_STOCK", query with { Items = [] });
    }

    [Fact]
    public void Query_concepts_brings_what_these_concepts_refer_to_and_who_uses_them()
    {
        Same("CONCEPTS CL_FREQ(2.0)", Items("CONCEPTS", "FREQ", "SEX") with { References = RelatedStructures.Descendants });
        Same("CONCEPTS DSD_STOCK DSD_STOCK(1.9) DSD_STOCK(1.10)", Items("CONCEPTS", "SEX") with { References = RelatedStructures.Parents });
        Same("CONCEPTS MSD_QUALITY", Items("CONCEPTS", "QUALITY") with { References = RelatedStructures.Parents });
        Same("CONCEPTS", Items("CONCEPTS", "UNUSED") with { References = RelatedStructures.Parents });
    }

    [Fact]
    public void Query_a_hierarchy_gives_the_list_with_it_alone()
    {
        var list = Assert.IsType<HierarchicalCodeList>(Assert.Single(Sample.Query(Items("HCL_AREA", "FLAT"))));

        Assert.Equal("FLAT", Assert.Single(list.Hierarchies).Id);
    }

    [Fact]
    public void Find_takes_the_latest_version_or_a_range_or_any_agency()
    {
        string? Version(string version, string agency = Agency) => Sample.Find(To(StructureType.DataStructure, "DSD_STOCK", agency, version))?.Version;

        Assert.Equal(("1.10", "1.0", "1.10", null), (Version(""), Version("1.0"), Version("1~.2"), Version("2.0")));
        Assert.Equal(("1.10", "1.9", null), (Version("", ""), Version("1.9", ""), Version("", "NOBODY")));
        Assert.Null(Sample.Find(default));
    }

    [Fact]
    public void Set_keeps_the_last_of_the_same_identity_and_a_stub_only_where_nothing_else_is()
    {
        ItemScheme List(string name, bool isStub = false) => new(StructureType.CodeList, "A", "CL", "1.0", Text(name), []) { IsStub = isStub };
        string Kept(params Artefact[] artefacts) => Assert.Single(new StructureSet(artefacts).All).Name.In("en");

        Assert.Equal("second", Kept(List("first"), List("second")));
        Assert.Equal("whole", Kept(List("whole"), List("stub", isStub: true)));
        Assert.Equal("whole", Kept(List("stub", isStub: true), List("whole")));
    }

    private static StructureQuery Structures(IReadOnlyList<VersionSelection> versions) => new() { Types = [StructureType.DataStructure], Versions = versions };

    private static StructureQuery Items(string id, params string[] items) => new() { Ids = [id], Items = items };

    private static void Same(string names, StructureQuery query) => ReferenceTests.Same(names, Sample.Query(query));
}
