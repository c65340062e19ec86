using System.Xml.Linq;
using Periplo.Sdmx;
using Periplo.Sdmx.Structures;
using Xunit;
using static Periplo.Tests.Sdmx.Structures.SampleStructures;

namespace Periplo.Tests.Sdmx.Structures;

public class StructureXmlWriterTests
{
    private static readonly XNamespace Message = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";
    private static readonly XNamespace Structure = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure";
    private static readonly XNamespace Common = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common";

    [Fact]
    public void Write_every_kind_is_valid_by_the_official_schemas()
    {
        Assert.Empty(OfficialXmlSchemas.Errors(Written(Artefacts())));
        Assert.Empty(OfficialXmlSchemas.Errors(Written([])));
        Assert.All(Artefacts(), artefact => Assert.Empty(OfficialXmlSchemas.Errors(Written([artefact]))));
    }

    [Theory]
    [InlineData(StructureDetail.AllStubs)]
    [InlineData(StructureDetail.AllCompleteStubs)]
    [InlineData(StructureDetail.ReferenceStubs)]
    [InlineData(StructureDetail.ReferenceCompleteStubs)]
    [InlineData(StructureDetail.ReferencePartial)]
    public void Write_stubs_and_parts_is_valid_by_the_official_schemas(StructureDetail detail)
    {
        var set = Set();
        Assert.All(set.All, artefact => Assert.Empty(OfficialXmlSchemas.Errors(Written(
            set.Query(new() { Ids = [artefact.Id], Versions = [VersionSelection.All], Detail = detail, References = RelatedStructures.All })))));
        Assert.Empty(OfficialXmlSchemas.Errors(Written(set.Query(new() { Ids = ["CL_AREA", "THEMES", "CONCEPTS", "HCL_AREA"], Items = ["GTM", "POP.STOCK", "SEX", "FLAT"] }))));
    }

    [Fact]
    public void Write_any_structures_is_valid_by_the_official_schemas()
    {
        Property.Holds(TestCounts.Properties, random => Assert.Empty(OfficialXmlSchemas.Errors(Written(RandomStructures.Of(random)))));
    }

    [Fact]
    public void Write_the_header_tells_message_sender_and_time_in_utc()
    {
        var header = Document(Artefacts()).Root!.Element(Message + "Header")!;

        Assert.Equal("ID=TEST1 Test=true Prepared=2026-07-01T18:30:00Z Sender=", string.Join(' ', header.Elements().Select(one => $"{one.Name.LocalName}={one.Value}")));
        Assert.Equal(Agency, (string?)header.Element(Message + "Sender")!.Attribute("id"));
    }

    [Fact]
    public void Write_references_have_every_part()
    {
        var references = Document(Artefacts()).Descendants("Ref").Where(one => one.Parent!.Name.LocalName is not ("Parent" or "Dimension" or "DimensionReference" or "Group" or "PrimaryMeasure" or "MetadataTarget")).ToList();

        Assert.NotEmpty(references);
        Assert.All(references, one => Assert.Equal(
            one.Attribute("maintainableParentID") is null
                ? ["agencyID", "class", "id", "package", "version"]
                : ["agencyID", "class", "id", "maintainableParentID", "maintainableParentVersion", "package"],
            one.Attributes().Select(attribute => attribute.Name.LocalName).Order(StringComparer.Ordinal)));
        Assert.Empty(Document(Artefacts()).Descendants("URN"));
        Assert.Equal(
            """<Ref id="SEX" maintainableParentID="CONCEPTS" maintainableParentVersion="1.0" agencyID="PERIPLO" package="conceptscheme" class="Concept" />""",
            Component("SEX").Element(Structure + "ConceptIdentity")!.Element("Ref")!.ToString());
        Assert.Equal(
            """<Ref id="CL_SEX" version="2.1" agencyID="SDMX" package="codelist" class="Codelist" />""",
            Component("SEX").Descendants(Structure + "Enumeration").Single().Element("Ref")!.ToString());
    }

    [Fact]
    public void Write_everything_with_an_id_has_a_name_that_leads_to_it()
    {
        var named = Document(Artefacts()).Root!.Element(Message + "Structures")!.Descendants()
            .Where(one => one.Name.Namespace == Structure && one.Attribute("id") is not null).ToList();

        Assert.True(named.Count > 80);
        Assert.All(named, one =>
        {
            Assert.True(StructureUrn.TryParse((string?)one.Attribute("urn") ?? "", out var artefact, out var path), one.Name.LocalName);
            Assert.EndsWith((string)one.Attribute("id")!, path ?? artefact.Id, StringComparison.Ordinal);
            Assert.True(path is not null || ((string?)one.Attribute("agencyID") == artefact.Agency && (string?)one.Attribute("version") == artefact.Version));
        });
        Assert.Contains(named, one => (string?)one.Attribute("urn") == "urn:sdmx:org.sdmx.infomodel.codelist.Code=SDMX:CL_SEX(2.1).F");
        Assert.Contains(named, one => (string?)one.Attribute("urn") == "urn:sdmx:org.sdmx.infomodel.categoryscheme.Category=PERIPLO:THEMES(1.0).POP.STOCK.BIRTH");
        Assert.Contains(named, one => (string?)one.Attribute("urn") == "urn:sdmx:org.sdmx.infomodel.codelist.HierarchicalCode=PERIPLO:HCL_AREA(1.0).M49.W.CA.GTM");
    }

    [Fact]
    public void Write_names_are_there_in_every_language_held_and_never_none()
    {
        var code = Document(Artefacts()).Descendants(Structure + "Code").Single(one => (string?)one.Attribute("id") == "GTM");
        Assert.Equal(["en GTM", "es GTM (es)"], code.Elements(Common + "Name").Select(one => $"{(string?)one.Attribute(XNamespace.Xml + "lang")} {one.Value}"));

        var nameless = Document([new ItemScheme(StructureType.CodeList, "A", "CL", "1.0", new(), [new("X", new())])]);
        Assert.Equal(["CL", "X"], nameless.Descendants(Common + "Name").Select(one => one.Value));
    }

    [Fact]
    public void Write_organisation_schemes_never_say_they_are_final()
    {
        var document = Document(Artefacts().Select(artefact => artefact with { IsFinal = true }).ToList());

        Assert.Null(document.Descendants(Structure + "AgencyScheme").Single().Attribute("isFinal"));
        Assert.Null(document.Descendants(Structure + "DataProviderScheme").Single().Attribute("isFinal"));
        Assert.Equal("true", (string?)document.Descendants(Structure + "Dataflow").First().Attribute("isFinal"));
    }

    [Fact]
    public void Write_a_stub_has_its_identity_alone_and_a_provision_agreement_its_references_too()
    {
        var document = Document(Set().Query(new() { Detail = StructureDetail.AllStubs }));
        var artefacts = document.Root!.Element(Message + "Structures")!.Elements().Elements().ToList();

        Assert.All(artefacts, one => Assert.Equal("true", (string?)one.Attribute("isExternalReference")));
        Assert.All(artefacts.Where(one => one.Name.LocalName != "ProvisionAgreement"), one => Assert.All(one.Elements(), child => Assert.Equal(Common + "Name", child.Name)));
        Assert.Equal(["StructureUsage", "DataProvider"], document.Descendants(Structure + "ProvisionAgreement").Single().Elements().Select(one => one.Name.LocalName).Where(one => one != "Name"));
    }

    [Fact]
    public void Write_a_stored_constraint_has_no_reference_period_and_an_answer_for_time_has()
    {
        Assert.Empty(Document(Artefacts()).Descendants(Structure + "ReferencePeriod"));

        var answer = new ContentConstraint(Agency, "AVAILABLE", "1.0", Text("Available"), true, [To(StructureType.Dataflow, "DF_STOCK")], [])
        {
            ReferencePeriod = (TimePeriod.OfYear(1990), TimePeriod.OfYear(2024)),
        };
        Assert.Empty(OfficialXmlSchemas.Errors(Written([answer])));
        Assert.Equal(
            """<str:ReferencePeriod startTime="1990-01-01T00:00:00" endTime="2024-12-31T23:59:59" """,
            Document([answer]).Descendants(Structure + "ReferencePeriod").Single().ToString().Split("xmlns")[0]);
        Assert.Null(((ContentConstraint)Read([answer]).Single()).ReferencePeriod);
    }

    [Fact]
    public void Write_structures_of_3_0_says_what_2_1_can_say()
    {
        var concepts = To(StructureType.ConceptScheme, "CONCEPTS");
        StructureDefinition With(params Component[] measures) => new(Agency, "DSD", "1.0", Text("Structure"))
        {
            Dimensions = [new("D", new(concepts, "REF_AREA"), null, new("GeospatialInformation", 9)), new("M", new(concepts, "SEX"), To(StructureType.CodeList, "CL_AREA"))],
            MeasureDimension = 1,
            Measures = measures,
        };
        foreach (var structure in new[] { With(), With(new Component("LOWER", new(concepts, "OBS_VALUE"), null), new Component("UPPER", new(concepts, "OBS_VALUE"), null)) })
        {
            var message = Written([structure]);

            Assert.Empty(OfficialXmlSchemas.Errors(message));
            var read = (StructureDefinition)StructureXmlReader.Read(new MemoryStream(message)).Single();
            Assert.Equal(("OBS_VALUE", -1, new TextFormat("String", 9)), (Assert.Single(read.Measures).Id, read.MeasureDimension, read.Dimensions[0].Format));
        }

        Assert.Empty(Read([Artefacts().OfType<RepresentationMap>().Single()]));
    }

    [Fact]
    public void Write_texts_that_xml_cannot_hold_are_mended_and_line_ends_kept()
    {
        var list = new ItemScheme(StructureType.CodeList, "A", "CL", "1.0", new(("en", "a\0b\uD800c\uFFFF<&]]>\r\n\t😀")), [new("X", new(("en", new string('\u0001', 200_000))))]);
        var message = Written([list]);

        Assert.Empty(OfficialXmlSchemas.Errors(message));
        var read = (ItemScheme)StructureXmlReader.Read(new MemoryStream(message)).Single();
        Assert.Equal("a\uFFFDb\uFFFDc\uFFFD<&]]>\r\n\t😀", read.Name.In("en"));
        Assert.Equal(new string('\uFFFD', 200_000), read.Items[0].Name.In("en"));
    }

    internal static byte[] Written(IReadOnlyList<Artefact> artefacts)
    {
        using var stream = new MemoryStream();
        StructureXmlWriter.Write(stream, Header, artefacts);
        Assert.True(stream.CanWrite);
        return stream.ToArray();
    }

    private static IReadOnlyList<Artefact> Read(IReadOnlyList<Artefact> artefacts) => StructureXmlReader.Read(new MemoryStream(Written(artefacts)));

    private static XDocument Document(IReadOnlyList<Artefact> artefacts) => XDocument.Load(new MemoryStream(Written(artefacts)), LoadOptions.PreserveWhitespace);

    private static XElement Component(string id) =>
        Document(Artefacts()).Descendants(Structure + "Dimension").First(one => (string?)one.Attribute("id") == id);
}
