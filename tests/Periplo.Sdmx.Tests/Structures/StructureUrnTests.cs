using System.Text;
using Periplo.Sdmx.Structures;
using Xunit;
using static Periplo.Tests.Sdmx.Structures.SampleStructures;

namespace Periplo.Tests.Sdmx.Structures;

public class StructureUrnTests
{
    [Theory]
    [InlineData(StructureType.AgencyScheme, "base.AgencyScheme", "base.Agency")]
    [InlineData(StructureType.Categorisation, "categoryscheme.Categorisation", null)]
    [InlineData(StructureType.CategoryScheme, "categoryscheme.CategoryScheme", "categoryscheme.Category")]
    [InlineData(StructureType.CodeList, "codelist.Codelist", "codelist.Code")]
    [InlineData(StructureType.ConceptScheme, "conceptscheme.ConceptScheme", "conceptscheme.Concept")]
    [InlineData(StructureType.ContentConstraint, "registry.ContentConstraint", null)]
    [InlineData(StructureType.Dataflow, "datastructure.Dataflow", null)]
    [InlineData(StructureType.DataProviderScheme, "base.DataProviderScheme", "base.DataProvider")]
    [InlineData(StructureType.DataStructure, "datastructure.DataStructure", null)]
    [InlineData(StructureType.HierarchicalCodeList, "codelist.HierarchicalCodelist", "codelist.Hierarchy")]
    [InlineData(StructureType.Metadataflow, "metadatastructure.Metadataflow", null)]
    [InlineData(StructureType.MetadataStructure, "metadatastructure.MetadataStructure", null)]
    [InlineData(StructureType.ProvisionAgreement, "registry.ProvisionAgreement", null)]
    [InlineData(StructureType.RepresentationMap, "structuremapping.RepresentationMap", null)]
    public void Of_every_kind_is_as_the_standard_writes_it_and_reads_back(StructureType type, string artefact, string? item)
    {
        var reference = To(type, "X_1", "ACME.SUB", "2.1");
        var urn = StructureUrn.Of(reference);

        Assert.Equal($"urn:sdmx:org.sdmx.infomodel.{artefact}=ACME.SUB:X_1(2.1)", urn);
        Assert.True(StructureUrn.TryParse(urn, out var read, out var path));
        Assert.Equal((reference, (string?)null), (read, path));
        Assert.Equal(type, StructureUrn.TypeOf(StructureUrn.Class(type)));
        if (item is null)
            return;
        var itemUrn = StructureUrn.Of(new ItemReference(reference, "A.B"));
        Assert.Equal($"urn:sdmx:org.sdmx.infomodel.{item}=ACME.SUB:X_1(2.1).A.B", itemUrn);
        Assert.True(StructureUrn.TryParse(itemUrn, out read, out path));
        Assert.Equal((reference, "A.B"), (read, path));
    }

    [Fact]
    public void Within_a_structure_names_a_component()
    {
        var urn = StructureUrn.Within(To(StructureType.DataStructure, "DSD"), "DataAttribute", "OBS_STATUS");

        Assert.Equal("urn:sdmx:org.sdmx.infomodel.datastructure.DataAttribute=PERIPLO:DSD(1.0).OBS_STATUS", urn);
        Assert.True(StructureUrn.TryParse(urn, out var read, out var path));
        Assert.Equal((To(StructureType.DataStructure, "DSD"), "OBS_STATUS"), (read, path));
    }

    [Theory]
    [InlineData("urn:sdmx:org.sdmx.infomodel.base.Agency=SDMX", "SDMX", "SDMX")]
    [InlineData("urn:sdmx:org.sdmx.infomodel.base.Agency=UNICEF.EMOPS", "UNICEF", "EMOPS")]
    [InlineData("urn:sdmx:org.sdmx.infomodel.base.Agency=SDMX:AGENCIES(1.0).ECB", "SDMX", "ECB")]
    public void TryParse_agencies_in_both_forms_that_registries_write(string urn, string agency, string item)
    {
        Assert.True(StructureUrn.TryParse(urn, out var scheme, out var path));

        Assert.Equal((new StructureReference(StructureType.AgencyScheme, agency, "AGENCIES", "1.0"), item), (scheme, path));
    }

    [Theory]
    [InlineData("urn:sdmx:org.sdmx.infomodel.registry.DataConstraint=A:B(1.0)", StructureType.ContentConstraint)]
    [InlineData("  urn:sdmx:org.sdmx.infomodel.codelist.Codelist=A:B(1.0+.0)\n", StructureType.CodeList)]
    public void TryParse_names_of_3_0_and_space_around(string urn, StructureType type)
    {
        Assert.True(StructureUrn.TryParse(urn, out var artefact, out _));

        Assert.Equal((type, "A", "B"), (artefact.Type, artefact.Agency, artefact.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("CL_SEX")]
    [InlineData("urn:sdmx:org.sdmx.infomodel.codelist.Codelist")]
    [InlineData("urn:sdmx:org.sdmx.infomodel.codelist.Codelist=")]
    [InlineData("urn:sdmx:org.sdmx.infomodel.codelist.Codelist=CL_SEX")]
    [InlineData("urn:sdmx:org.sdmx.infomodel.codelist.Codelist=:CL_SEX(1.0)")]
    [InlineData("urn:sdmx:org.sdmx.infomodel.codelist.Codelist=A:(1.0)")]
    [InlineData("urn:sdmx:org.sdmx.infomodel.codelist.Codelist=A:B()")]
    [InlineData("urn:sdmx:org.sdmx.infomodel.codelist.Codelist=A:B(1.0")]
    [InlineData("urn:sdmx:org.sdmx.infomodel.codelist.Codelist=A:B)1.0(")]
    [InlineData("urn:sdmx:org.sdmx.infomodel.codelist.Code=A:B(1.0).")]
    [InlineData("urn:sdmx:org.sdmx.infomodel.codelist.Code=A:B(1.0)C")]
    [InlineData("urn:sdmx:org.sdmx.infomodel.base.Agency=.X")]
    [InlineData("urn:sdmx:org.sdmx.infomodel.base.Agency=X.")]
    [InlineData("urn:sdmx:org.sdmx.infomodel.process.Process=A:B(1.0)")]
    public void TryParse_what_is_no_name_of_a_structure_is_refused(string urn)
    {
        Assert.False(StructureUrn.TryParse(urn, out _, out _));
    }

    [Fact]
    public void TryParse_damaged_names_never_throws()
    {
        var urns = Enum.GetValues<StructureType>().Select(type => StructureUrn.Of(new ItemReference(To(type, "ID"), "A.B"))).Append("urn:sdmx:org.sdmx.infomodel.base.Agency=A.B").ToArray();
        Property.Holds(TestCounts.Mutations, random =>
        {
            var damaged = Encoding.UTF8.GetString(Mutation.Of(Encoding.UTF8.GetBytes(urns[random.Next(urns.Length)]), random));
            if (StructureUrn.TryParse(damaged, out var artefact, out var path))
                Assert.True(artefact.Agency.Length > 0 && artefact.Id.Length > 0 && artefact.Version.Length > 0 && path is not "");
        });
    }
}
