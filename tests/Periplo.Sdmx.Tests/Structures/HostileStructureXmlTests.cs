using System.Text;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;
using Xunit;

namespace Periplo.Tests.Sdmx.Structures;

public class HostileStructureXmlTests
{
    private const string Root = """<m:Structure xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"><m:Structures>""";

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{}")]
    [InlineData("<a")]
    [InlineData("<!DOCTYPE m:Structure>" + Root + "</m:Structures></m:Structure>")]
    [InlineData("""<!DOCTYPE x [<!ENTITY e "text">]><x>&e;</x>""")]
    [InlineData("""<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>""")]
    [InlineData("""<!DOCTYPE x SYSTEM "http://localhost:1/x.dtd"><x/>""")]
    [InlineData("""<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]><l>&d;</l>""")]
    [InlineData(Root + "&e;</m:Structures></m:Structure>")]
    [InlineData(Root)]
    [InlineData(Root + "</m:Structures></m:Structure><again/>")]
    [InlineData(Root + "</m:Structures></m:Structure>text")]
    [InlineData(Root + "</m:Structure></m:Structures>")]
    [InlineData(Root + "<x a='1' a='2'/></m:Structures></m:Structure>")]
    [InlineData(Root + "<y:x/></m:Structures></m:Structure>")]
    [InlineData(Root + "&#0;</m:Structures></m:Structure>")]
    [InlineData("<?xml version='1.0' encoding='none'?>" + Root + "</m:Structures></m:Structure>")]
    [InlineData("<?xml version='1.0' encoding='utf-7'?>" + Root + "</m:Structures></m:Structure>")]
    [InlineData("<?xml version='1.0' encoding='utf-16'?>" + Root + "</m:Structures></m:Structure>")]
    public void Read_what_is_no_xml_or_declares_a_document_type_is_refused(string text)
    {
        Assert.Equal(DataRules.NotXml, Refused(new MemoryStream(Encoding.UTF8.GetBytes(text))).Rule);
    }

    [Fact]
    public void Read_bytes_that_are_no_text_are_refused()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Root), 0xC3, 0x28, .. "</m:Structures></m:Structure>"u8];

        Assert.Equal(DataRules.NotXml, Refused(new MemoryStream(bytes)).Rule);
    }

    [Theory]
    [InlineData("<html><body/></html>", StructureRules.NotStructures)]
    [InlineData("<m:GenericData xmlns:m='http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message'/>", StructureRules.NotStructures)]
    [InlineData("<Structure xmlns='urn:other'/>", StructureRules.NotStructures)]
    [InlineData("<Structure xmlns='http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message'><KeyFamilies/></Structure>", DataRules.OldVersion)]
    [InlineData("<m:Error xmlns:m='http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message'><m:ErrorMessage code='100'><Text>No results\n  found</Text></m:ErrorMessage></m:Error>", DataRules.ErrorMessage)]
    public void Read_other_messages_are_refused_by_what_they_are(string text, string rule)
    {
        var error = Refused(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(rule, error.Rule);
        Assert.True(rule != DataRules.ErrorMessage || error.Detail.Contains("No results found", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<s:Codelists><s:Codelist agencyID='A'/></s:Codelists>", DataRules.BadForm)]
    [InlineData("<s:Codelists><s:Codelist id='X'/></s:Codelists>", DataRules.BadForm)]
    [InlineData("<s:Codelists><s:Codelist id='' agencyID='A'/></s:Codelists>", DataRules.BadForm)]
    [InlineData("<s:Codelists><s:Codelist id='X' agencyID='A' validFrom='yesterday'/></s:Codelists>", StructureRules.BadDate)]
    [InlineData("<s:Codelists><s:Codelist id='X' agencyID='A' validTo='2020-02-30T00:00:00'/></s:Codelists>", StructureRules.BadDate)]
    [InlineData("<s:Codelists><s:Codelist id='X' agencyID='A'><s:Code/></s:Codelist></s:Codelists>", DataRules.BadForm)]
    [InlineData("<s:Codelists><s:Codelist id='X' agencyID='A'><s:Code id='1'/><s:Code id='1'/></s:Codelist></s:Codelists>", StructureRules.DuplicateItem)]
    [InlineData("<s:Codelists><s:Codelist id='X' agencyID='A'><s:Code id='1'><s:Parent/></s:Code></s:Codelist></s:Codelists>", StructureRules.BadReference)]
    [InlineData("<s:Codelists><s:Codelist id='X' agencyID='A'><s:Code id='1'><s:Parent><URN>urn:x</URN></s:Parent></s:Code></s:Codelist></s:Codelists>", StructureRules.BadReference)]
    [InlineData("<s:CategorySchemes><s:CategoryScheme id='X' agencyID='A'><s:Category id='1'><s:Category id='2'/><s:Category id='2'/></s:Category></s:CategoryScheme></s:CategorySchemes>", StructureRules.DuplicateItem)]
    [InlineData("<s:Dataflows><s:Dataflow id='X' agencyID='A'><s:Structure/></s:Dataflow></s:Dataflows>", StructureRules.BadReference)]
    [InlineData("<s:Dataflows><s:Dataflow id='X' agencyID='A'><s:Structure><URN>urn:sdmx:X</URN></s:Structure></s:Dataflow></s:Dataflows>", StructureRules.BadReference)]
    [InlineData("<s:Dataflows><s:Dataflow id='X' agencyID='A'><s:Structure><Ref id='D'/></s:Structure></s:Dataflow></s:Dataflows>", DataRules.BadForm)]
    [InlineData("<s:Categorisations><s:Categorisation id='X' agencyID='A'/></s:Categorisations>", StructureRules.BadReference)]
    [InlineData("<s:Categorisations><s:Categorisation id='X' agencyID='A'><s:Target><Ref id='T' agencyID='A'/></s:Target></s:Categorisation></s:Categorisations>", StructureRules.BadReference)]
    [InlineData("<s:ProvisionAgreements><s:ProvisionAgreement id='X' agencyID='A'/></s:ProvisionAgreements>", StructureRules.BadReference)]
    [InlineData("<s:DataStructures><s:DataStructure id='X' agencyID='A'><s:DataStructureComponents><s:DimensionList><s:Dimension id='D'/></s:DimensionList></s:DataStructureComponents></s:DataStructure></s:DataStructures>", StructureRules.BadReference)]
    [InlineData("<s:DataStructures><s:DataStructure id='X' agencyID='A'><s:DataStructureComponents><s:DimensionList><s:Dimension><s:ConceptIdentity><Ref id='C' class='Code' maintainableParentID='CS' agencyID='A'/></s:ConceptIdentity></s:Dimension></s:DimensionList></s:DataStructureComponents></s:DataStructure></s:DataStructures>", StructureRules.BadReference)]
    [InlineData("<s:DataStructures><s:DataStructure id='X' agencyID='A'><s:DataStructureComponents><s:DimensionList><s:Dimension><s:ConceptIdentity><Ref id='C' maintainableParentID='CS' agencyID='A'/></s:ConceptIdentity></s:Dimension><s:Dimension><s:ConceptIdentity><Ref id='C' maintainableParentID='CS' agencyID='A'/></s:ConceptIdentity></s:Dimension></s:DimensionList></s:DataStructureComponents></s:DataStructure></s:DataStructures>", StructureRules.DuplicateItem)]
    [InlineData("<s:HierarchicalCodelists><s:HierarchicalCodelist id='X' agencyID='A'><s:Hierarchy id='H'><s:HierarchicalCode id='1'><s:CodelistAliasRef>a</s:CodelistAliasRef><s:CodeID><Ref id='C'/></s:CodeID></s:HierarchicalCode></s:Hierarchy></s:HierarchicalCodelist></s:HierarchicalCodelists>", StructureRules.BadReference)]
    [InlineData("<s:Constraints><s:ContentConstraint id='X' agencyID='A'><s:CubeRegion><c:KeyValue><c:Value>1</c:Value></c:KeyValue></s:CubeRegion></s:ContentConstraint></s:Constraints>", DataRules.BadForm)]
    public void Read_what_the_schema_does_not_allow_is_refused_with_rule_and_line(string structures, string rule)
    {
        var error = Refused(new MemoryStream(Foreign.Message(structures)));

        Assert.Equal((rule, 4), (error.Rule, error.Line));
        Assert.True(error.Column > 1);
    }

    [Fact]
    public void Read_elements_100000_deep_are_refused()
    {
        foreach (var (open, close) in new[] { ("<a>", "</a>"), ("<s:Category id='C'>", "</s:Category>"), ("<s:HierarchicalCode id='C'>", "</s:HierarchicalCode>"), ("<c:Name>", "</c:Name>") })
        {
            var text = new StringBuilder("<s:Things><s:CategoryScheme id='X' agencyID='A'>");
            text.Insert(text.Length, open, 100_000).Insert(text.Length, close, 100_000).Append("</s:CategoryScheme></s:Things>");

            Assert.Equal(DataRules.TooLarge, Refused(new MemoryStream(Foreign.Message(text.ToString()))).Rule);
        }
    }

    [Theory]
    [InlineData("", "<x/>")]
    [InlineData("<x>", "text without end ")]
    [InlineData("<x a='", "value without end ")]
    [InlineData("<", "name")]
    [InlineData("<!--", "remark without end ")]
    [InlineData("<s:Codelists xmlns:s='s'><s:Codelist id='X' agencyID='A'><c:Name xmlns:c='c'>", "<![CDATA[text]]>")]
    public void Read_a_message_without_end_is_refused_in_bounded_memory(string start, string again)
    {
        using var stream = new EndlessStream(Root + start, again);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(DataRules.TooLarge, Refused(stream).Rule);
        Assert.InRange(stream.Given, 1, 200_000_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000_000);
    }

    [Fact]
    public void Read_names_without_end_are_refused()
    {
        var names = string.Concat(Enumerable.Range(0, 100_000).Select(number => $"<n{number}/>"));

        Assert.Equal(DataRules.TooLarge, Refused(new MemoryStream(Foreign.Message(names))).Rule);
    }

    [Fact]
    public void Read_damaged_messages_gives_structures_that_can_be_used_or_says_where_they_are_wrong()
    {
        byte[][] originals = [.. SampleStructures.Artefacts().Select(artefact => StructureXmlWriterTests.Written([artefact])), Foreign.Message(Foreign.Structure)];
        Property.HoldsOnAllCores(TestCounts.SdmxMessages / 5, random =>
        {
            var original = random.Next(4) == 0 ? StructureXmlWriterTests.Written(RandomStructures.Of(random)) : originals[random.Next(originals.Length)];
            IReadOnlyList<Artefact> read;
            try
            {
                read = StructureXmlReader.Read(new MemoryStream(Mutation.Of(original, random)));
            }
            catch (SdmxFormatException error)
            {
                Assert.True(error.Line >= 1 && error.Rule.Length > 0 && error.Detail.Length > 0);
                return;
            }

            var set = new StructureSet(read);
            foreach (var artefact in read)
            {
                set.Resolve(artefact.Reference);
                set.CodeList(artefact.Reference);
                set.Lacking(artefact.Reference);
            }

            var detail = (StructureDetail)random.Next(7);
            StructureXmlWriterTests.Written(set.Query(new() { Versions = [VersionSelection.All], Detail = detail, References = RelatedStructures.All }));
        });
    }

    private static SdmxFormatException Refused(Stream stream) => Assert.Throws<SdmxFormatException>(() => StructureXmlReader.Read(stream));

    /// <summary>Gives a text and then another again and again.</summary>
    private sealed class EndlessStream(string start, string again) : Stream
    {
        private readonly byte[] repeated = Encoding.UTF8.GetBytes(again);
        private readonly byte[] first = Encoding.UTF8.GetBytes(start);

        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++, Given++)
                buffer[offset + i] = Given < first.Length ? first[Given] : repeated[(Given - first.Length) % repeated.Length];
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
