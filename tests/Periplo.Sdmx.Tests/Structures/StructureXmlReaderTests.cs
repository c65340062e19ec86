using System.Text;
using Periplo.Sdmx;
using Periplo.Sdmx.Structures;
using Xunit;
using static Periplo.Tests.Sdmx.Structures.SampleStructures;

namespace Periplo.Tests.Sdmx.Structures;

public class StructureXmlReaderTests
{
    [Fact]
    public void Read_gives_what_was_written_of_every_kind()
    {
        var artefacts = Artefacts();
        var read = StructureXmlReader.Read(new MemoryStream(StructureXmlWriterTests.Written(artefacts)));

        Assert.Equal(PrintedStructures.Print(artefacts.Where(one => one is not RepresentationMap)), PrintedStructures.Print(read));
    }

    [Fact]
    public void Read_any_structures_gives_what_was_written()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var artefacts = RandomStructures.Of(random);

            Assert.Equal(PrintedStructures.Print(artefacts), PrintedStructures.Print(StructureXmlReader.Read(new MemoryStream(StructureXmlWriterTests.Written(artefacts)))));
        });
    }

    [Fact]
    public void Read_stubs_gives_stubs_back()
    {
        var stubs = Set().Query(new() { Detail = StructureDetail.AllCompleteStubs });
        var read = StructureXmlReader.Read(new MemoryStream(StructureXmlWriterTests.Written(stubs)));

        Assert.Equal(stubs.Count - 1, read.Count);
        Assert.All(read, one => Assert.True(one.IsStub));
        Assert.Equal(read.Count, new StructureSet(read).Query(new() { References = RelatedStructures.All }).Count);
    }

    [Fact]
    public void Read_names_without_language_are_english_and_versions_left_out_are_1_0()
    {
        var list = Assert.IsType<ItemScheme>(Assert.Single(Foreign.Read("""
            <s:Codelists><s:Codelist id="CL" agencyID="A.B"><c:Name>List</c:Name><c:Name xml:lang="">Again</c:Name><c:Name xml:lang="fr">Liste</c:Name>
              <s:Code id="X"><c:Name><![CDATA[<x>]]> &amp; y</c:Name><!-- a remark --><?php ?><c:Description xml:lang="fr">d</c:Description></s:Code></s:Codelist></s:Codelists>
            """)));

        Assert.Equal(new(StructureType.CodeList, "A.B", "CL", "1.0"), list.Reference);
        Assert.Equal([("en", "List"), ("en", "Again"), ("fr", "Liste")], list.Name.Texts);
        Assert.Equal(("<x> & y", "d"), (list.Items[0].Name.In("en"), list.Items[0].Description!.In("fr")));
    }

    [Fact]
    public void Read_references_by_name_are_those_by_parts()
    {
        var read = Foreign.Read("""
            <s:Dataflows><s:Dataflow id="DF" agencyID="A" version="2.0"><c:Name>Flow</c:Name>
              <s:Structure><URN>urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=A:DSD(1.1)</URN></s:Structure></s:Dataflow></s:Dataflows>
            <s:Categorisations><s:Categorisation id="CAT" agencyID="A"><c:Name>Place</c:Name>
              <s:Source><Ref agencyID="A" id="DF" version="2.0" class="Dataflow" package="datastructure"/><URN>urn:ignored</URN></s:Source>
              <s:Target><URN>urn:sdmx:org.sdmx.infomodel.categoryscheme.Category=A:THEMES(1.0).X.Y</URN></s:Target></s:Categorisation></s:Categorisations>
            """);

        Assert.Equal(To(StructureType.DataStructure, "DSD", "A", "1.1"), ((DataflowDefinition)read[0]).Structure);
        Assert.Equal((To(StructureType.Dataflow, "DF", "A", "2.0"), new ItemReference(To(StructureType.CategoryScheme, "THEMES", "A"), "X.Y")), (((Categorisation)read[1]).Source, ((Categorisation)read[1]).Target));
    }

    [Fact]
    public void Read_a_structure_in_every_form_that_agencies_write()
    {
        var structure = Assert.IsType<StructureDefinition>(Assert.Single(Foreign.Read(Foreign.Structure)));

        Assert.Equal(["FREQ CL_FREQ(2.0) ", "FREE  ", "TEXT  String", "INDICATOR CS_INDICATOR(1.0) "], structure.Dimensions.Select(Shown));
        Assert.Equal(3, structure.MeasureDimension);
        Assert.Equal(("TIME_PERIOD", "ObservationalTimePeriod"), (structure.Time!.Id, structure.Time.Format!.Type));
        Assert.Equal(["OBS_VALUE  Double"], structure.Measures.Select(Shown));
        Assert.Equal(["BY_TEXT FREQ,TEXT"], structure.Groups.Select(one => $"{one.Id} {string.Join(',', one.Dimensions)}"));
        Assert.Equal(
            [
                "OBS_STATUS Observation True  ", "TITLE Series False FREQ,TEXT BY_TEXT", "UNIT Series False FREQ ", "SERIES Series False  ", "TIMED Observation False  ",
                "SOURCE DataSet False  ", "REPORTING_YEAR_START_DAY DataSet True  ", "TWO_WAYS Series False FREQ BY_TEXT",
            ],
            structure.Attributes.Select(one => $"{one.Component.Id} {one.Attachment} {one.Mandatory} {string.Join(',', one.Dimensions)} {one.Group}"));
        Assert.Equal(800, structure.Attributes[3].Component.Format!.MaxLength);
    }

    [Fact]
    public void Read_a_structure_of_others_is_written_valid()
    {
        Assert.Empty(OfficialXmlSchemas.Errors(StructureXmlWriterTests.Written(Foreign.Read(Foreign.Structure))));
    }

    [Fact]
    public void Read_concepts_gives_what_their_values_usually_are()
    {
        var read = Foreign.Read("""
            <s:Concepts><s:ConceptScheme id="CS" agencyID="A"><c:Name>Concepts</c:Name>
              <s:Concept id="AREA"><c:Name>Area</c:Name><s:CoreRepresentation><s:Enumeration><Ref id="CL_AREA" agencyID="A"/></s:Enumeration>
                <s:EnumerationFormat textType="String" maxLength="3"/></s:CoreRepresentation><s:ISOConceptReference><s:ConceptAgency>A</s:ConceptAgency></s:ISOConceptReference></s:Concept>
              <s:Concept id="NOTE"><c:Name>Note</c:Name><s:Parent><Ref id="AREA"/></s:Parent><s:CoreRepresentation><s:TextFormat textType="XHTML" maxLength="none"/></s:CoreRepresentation></s:Concept>
            </s:ConceptScheme></s:Concepts>
            """);

        var scheme = Assert.IsType<ItemScheme>(Assert.Single(read));
        Assert.Equal((To(StructureType.CodeList, "CL_AREA", "A"), (TextFormat?)null), (scheme.Items[0].CodeList, scheme.Items[0].Format));
        Assert.Equal(("AREA", new TextFormat("XHTML")), (scheme.Items[1].Parent, scheme.Items[1].Format));
    }

    [Fact]
    public void Read_stubs_need_no_content_and_may_say_where_it_is()
    {
        const string Stub = """isExternalReference="true" structureURL="http://example.org/rest/structure" agencyID="A" id="X" version="3.0" """;
        var read = Foreign.Read($"""
            <s:Dataflows><s:Dataflow {Stub}><c:Name>n</c:Name></s:Dataflow></s:Dataflows>
            <s:Metadataflows><s:Metadataflow {Stub}><c:Name>n</c:Name></s:Metadataflow></s:Metadataflows>
            <s:Categorisations><s:Categorisation {Stub}><c:Name>n</c:Name></s:Categorisation></s:Categorisations>
            <s:DataStructures><s:DataStructure {Stub}><c:Name>n</c:Name></s:DataStructure></s:DataStructures>
            <s:Constraints><s:ContentConstraint {Stub} type="Allowed"><c:Name>n</c:Name></s:ContentConstraint></s:Constraints>
            <s:ProvisionAgreements><s:ProvisionAgreement {Stub}><c:Name>n</c:Name></s:ProvisionAgreement></s:ProvisionAgreements>
            """);

        Assert.Equal(6, read.Count);
        Assert.All(read, one => Assert.True(one is { IsStub: true, Version: "3.0" }));
        Assert.All(read, one => Assert.Single(new StructureSet(read).Query(new() { Types = [one.Type], References = RelatedStructures.All })));
        Assert.Null(new StructureSet(read).Resolve(To(StructureType.Dataflow, "X", "A", "3.0")));
    }

    [Fact]
    public void Read_hierarchies_with_codes_by_alias_and_whole()
    {
        var list = Assert.IsType<HierarchicalCodeList>(Assert.Single(Foreign.Read("""
            <s:HierarchicalCodelists><s:HierarchicalCodelist id="HCL" agencyID="A" version="1.0"><c:Name>Regions</c:Name>
              <s:IncludedCodelist alias="h1"><Ref package="codelist" agencyID="A" id="CL_AREA" version="2.0" class="Codelist"/></s:IncludedCodelist>
              <s:IncludedCodelist><Ref package="codelist" agencyID="A" id="CL_MORE" version="1.0" class="Codelist"/></s:IncludedCodelist>
              <s:Hierarchy id="H" leveled="true"><c:Name>H</c:Name>
                <s:HierarchicalCode id="1" validFrom="2010-01-01T00:00:00" validTo="2019-12-31Z"><s:CodelistAliasRef>h1</s:CodelistAliasRef><s:CodeID><Ref id="EU"/></s:CodeID>
                  <s:HierarchicalCode id="1"><s:CodelistAliasRef> CL_MORE </s:CodelistAliasRef><s:CodeID><Ref id="ES"/></s:CodeID><s:Level><Ref id="L2"/></s:Level></s:HierarchicalCode></s:HierarchicalCode>
                <s:HierarchicalCode id="2"><s:Code><URN>urn:sdmx:org.sdmx.infomodel.codelist.Code=B:CL(1.0).X</URN></s:Code></s:HierarchicalCode>
                <s:Level id="L1"><c:Name>Level</c:Name><s:Level id="L2"><c:Name>Level</c:Name></s:Level></s:Level></s:Hierarchy>
            </s:HierarchicalCodelist></s:HierarchicalCodelists>
            """)));

        var codes = Assert.Single(list.Hierarchies).Codes;
        Assert.Equal((To(StructureType.CodeList, "CL_AREA", "A", "2.0"), "EU", new DateOnly(2010, 1, 1), new DateOnly(2019, 12, 31)), (codes[0].CodeList, codes[0].Code, codes[0].ValidFrom!.Value, codes[0].ValidTo!.Value));
        Assert.Equal((To(StructureType.CodeList, "CL_MORE", "A"), "ES"), (codes[0].Children[0].CodeList, codes[0].Children[0].Code));
        Assert.Equal((To(StructureType.CodeList, "CL", "B"), "X"), (codes[1].CodeList, codes[1].Code));
    }

    [Fact]
    public void Read_kinds_that_are_not_held_are_passed_over_and_what_is_placed_with_them()
    {
        var read = Foreign.Read("""
            <s:OrganisationSchemes><s:OrganisationUnitScheme id="U" agencyID="A"><c:Name>Units</c:Name><s:OrganisationUnit id="X"><c:Name>x</c:Name></s:OrganisationUnit></s:OrganisationUnitScheme>
              <s:AgencyScheme id="AGENCIES" agencyID="A"><c:Name>Agencies</c:Name><s:Agency id="B"><c:Name>B</c:Name><s:Contact><c:Name>someone</c:Name><s:Email>a@b</s:Email></s:Contact></s:Agency></s:AgencyScheme></s:OrganisationSchemes>
            <s:Categorisations><s:Categorisation id="CAT" agencyID="A"><c:Name>Process</c:Name>
              <s:Source><Ref agencyID="A" id="P" version="1.0" class="Process" package="process"/></s:Source>
              <s:Target><Ref agencyID="A" id="X" maintainableParentID="THEMES" class="Category" package="categoryscheme"/></s:Target></s:Categorisation></s:Categorisations>
            <s:StructureSets><s:StructureSet id="S" agencyID="A"><c:Name>Set</c:Name></s:StructureSet></s:StructureSets>
            <s:Processes><s:Process id="P" agencyID="A"><c:Name>Process</c:Name></s:Process></s:Processes>
            """);

        var agencies = Assert.IsType<ItemScheme>(Assert.Single(read));
        Assert.Equal("B", Assert.Single(Assert.Single(agencies.Items).Name.Texts).Text);
    }

    [Fact]
    public void Read_a_message_with_the_default_namespace_and_nothing_in_it()
    {
        var read = StructureXmlReader.Read(new MemoryStream("\uFEFF<Structure xmlns='http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message'><Header/><Structures/></Structure>\n"u8.ToArray()));

        Assert.Empty(read);
        Assert.Empty(StructureXmlReader.Read(new MemoryStream(Encoding.Unicode.GetBytes("\uFEFF<Structure xmlns='http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message'/>"))));
    }

    [Fact]
    public void Read_a_message_of_3_0_takes_its_names_as_references()
    {
        var read = Foreign.Read(
            """
            <s:Codelists><s:Codelist id="CL" agencyID="A" version="1.0.0"><c:Name>List</c:Name><s:Code id="X"><c:Name>x</c:Name></s:Code>
              <s:Code id="Y"><c:Name>y</c:Name><s:Parent>X</s:Parent></s:Code></s:Codelist></s:Codelists>
            <s:DataStructures><s:DataStructure id="DSD" agencyID="A" version="1.0.0"><c:Name>Structure</c:Name><s:DataStructureComponents>
              <s:DimensionList id="DimensionDescriptor"><s:Dimension id="D" position="1"><s:ConceptIdentity>urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:CS(1.0.0).D</s:ConceptIdentity>
                <s:LocalRepresentation><s:Enumeration>urn:sdmx:org.sdmx.infomodel.codelist.Codelist=A:CL(1.0+.0)</s:Enumeration></s:LocalRepresentation></s:Dimension></s:DimensionList>
              <s:AttributeList id="AttributeDescriptor"><s:Attribute id="N" usage="mandatory"><s:ConceptIdentity>urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:CS(1.0.0).N</s:ConceptIdentity>
                <s:LocalRepresentation><s:Enumeration>urn:sdmx:org.sdmx.infomodel.codelist.ValueList=A:VL(1.0.0)</s:Enumeration></s:LocalRepresentation>
                <s:AttributeRelationship><s:Observation/></s:AttributeRelationship></s:Attribute></s:AttributeList>
              <s:MeasureList id="MeasureDescriptor"><s:Measure id="M"><s:ConceptIdentity>urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:CS(1.0.0).M</s:ConceptIdentity></s:Measure></s:MeasureList>
            </s:DataStructureComponents></s:DataStructure></s:DataStructures>
            <s:DataConstraints><s:DataConstraint id="C" agencyID="A" version="1.0.0" role="Allowed"><c:Name>Allowed</c:Name>
              <s:ConstraintAttachment><s:Dataflow>urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=A:DF(1.0.0)</s:Dataflow></s:ConstraintAttachment>
              <s:CubeRegion include="true"><s:KeyValue id="D"><s:Value>X</s:Value></s:KeyValue></s:CubeRegion></s:DataConstraint></s:DataConstraints>
            <s:Hierarchies><s:Hierarchy id="H" agencyID="A" version="1.0.0" hasFormalLevels="false"><c:Name>H</c:Name>
              <s:HierarchicalCode id="x1"><s:Code>urn:sdmx:org.sdmx.infomodel.codelist.Code=A:CL(1.0.0).X</s:Code></s:HierarchicalCode></s:Hierarchy></s:Hierarchies>
            """,
            "v3_0");
        var flow = new StructureSet(read).Resolve(To(StructureType.DataStructure, "DSD", "A", "1.0.0"))!;

        Assert.Equal("X", flow.Structure.Dimensions[0].CodeList.Find("Y")!.Parent);
        Assert.Equal(("N", Attachment.Observation, true, true), (flow.Structure.Attributes[0].Id, flow.Structure.Attributes[0].Attachment, flow.Structure.Attributes[0].Mandatory, flow.Structure.Attributes[0].CodeList is null));
        var constraint = (ContentConstraint)read[2];
        Assert.Equal((false, To(StructureType.Dataflow, "DF", "A", "1.0.0"), "X"), (constraint.IsActual, constraint.Attachments[0], constraint.Region[0].Values[0]));
        Assert.Equal((To(StructureType.CodeList, "CL", "A", "1.0.0"), "X"), (((HierarchicalCodeList)read[3]).Hierarchies[0].Codes[0].CodeList, ((HierarchicalCodeList)read[3]).Hierarchies[0].Codes[0].Code));
    }

    private static string Shown(Component one) => $"{one.Id} {(one.CodeList is { } list ? $"{list.Id}({list.Version})" : "")} {one.Format?.Type}";
}
