using Periplo.Sdmx.Messages;
using Xunit;
using static Periplo.Tests.Sdmx.Xml.MigrantData;
using static Periplo.Tests.Sdmx.Xml.XmlSamples;
using static Periplo.Tests.Sdmx.Xml.XmlText;

namespace Periplo.Tests.Sdmx.Xml;

/// <summary>Messages around their data: structures they refer to, footers, errors, and messages of other kinds.</summary>
public class XmlMessageTests
{
    [Theory]
    [InlineData("""<c:StructureUsage><Ref id="DF_MIG_STOCK" version="1.0" agencyID="MDIS"/></c:StructureUsage>""")]
    [InlineData("""<c:StructureUsage><Ref id="DF_MIG_STOCK" agencyID="MDIS"/></c:StructureUsage>""")]
    [InlineData("""<c:StructureUsage><URN>urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=MDIS:DF_MIG_STOCK(1.0)</URN></c:StructureUsage>""")]
    [InlineData("""<c:StructureUsage>urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=MDIS:DF_MIG_STOCK(1.0)</c:StructureUsage>""")]
    [InlineData("""<c:Structure><Ref id="DSD_MIG_STOCK" version="1.0" agencyID="MDIS" class="DataStructure"/></c:Structure>""")]
    [InlineData("""<c:Structure><URN>urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=MDIS:DSD_MIG_STOCK(1.0)</URN></c:Structure>""")]
    [InlineData("""<c:Structure><Ref id="DF_MIG_STOCK" version="1.0" agencyID="MDIS" class="Dataflow"/><URN>urn:x</URN></c:Structure>""")]
    [InlineData("""<c:ProvisionAgrement><Ref id="PA_MIG_STOCK" version="1.0" agencyID="MDIS"/></c:ProvisionAgrement>""")]
    [InlineData("""<c:ProvisionAgreement><URN>urn:sdmx:org.sdmx.infomodel.registry.ProvisionAgreement=MDIS:PA_MIG_STOCK(1.0)</URN></c:ProvisionAgreement>""")]
    public void Structure_is_found_by_any_kind_of_reference(string reference)
    {
        Assert.Equal(["Replace A.DE.SO._T._T 2020 7"], Lines(Reader(Generic(GenericSeries(GenericObs("2020", "7")), reference))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("""<c:Structure><Ref id="NONE" version="1.0" agencyID="MDIS"/></c:Structure>""")]
    public void Structure_specific_data_are_known_by_their_namespace_where_the_reference_does_not_help(string reference)
    {
        Assert.Single(Lines(Reader(Specific($"<Series {Tag}><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\"/></Series>", reference))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Structure_specific_data_are_known_by_the_namespace_of_their_data_set_or_its_type(bool ofType)
    {
        const string Space = "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=MDIS:DSD_MIG_STOCK(1.0):ObsLevelDim:TIME_PERIOD";
        var text = Specific($"<Series {Tag}><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\"/></Series>", """<c:StructureUsage><Ref id="NONE" agencyID="X"/></c:StructureUsage>""")
            .Replace("Dataflow=MDIS:DF_MIG_STOCK(1.0)", "Dataflow=X:NONE(1.0)", StringComparison.Ordinal);
        text = ofType
            ? text.Replace("xmlns:ns1=\"urn:x\"", $"xmlns:ns1=\"{Space}\"", StringComparison.Ordinal)
            : text.Replace("<m:DataSet ", $"<u:DataSet xmlns:u=\"{Space}\" ", StringComparison.Ordinal).Replace("</m:DataSet>", "</u:DataSet>", StringComparison.Ordinal);

        Assert.Single(Lines(Reader(text)));
    }

    [Fact]
    public void Structure_that_is_not_found_is_named()
    {
        var error = Assert.Throws<SdmxFormatException>(() => Lines(Reader(Generic("", """<c:StructureUsage><Ref id="NONE" version="2.0" agencyID="AG"/></c:StructureUsage>"""))));

        Assert.Equal((DataRules.UnknownStructure, 5), (error.Rule, error.Line));
        Assert.Contains("Dataflow=AG:NONE(2.0)", error.Detail, StringComparison.Ordinal);
        Assert.Equal(DataRules.NoStructure, Assert.Throws<SdmxFormatException>(() => Lines(Reader(Generic("", "")))).Rule);
        Assert.Equal(DataRules.NoStructure, Assert.Throws<SdmxFormatException>(() => Lines(Reader(Generic("").Replace("structureRef=\"S\"", "structureRef=\"T\"", StringComparison.Ordinal)))).Rule);
    }

    [Fact]
    public void Footer_that_puts_the_data_off_names_where_they_will_be()
    {
        const string Footer = """<f:Footer><f:Message code="413" severity="Information"><c:Text xml:lang="en">Due to the large query the response will be written to a file which will be located under URL: https://statistics.example.org/file/7JUd.zip.</c:Text></f:Message><f:Message code="500"><c:Text>other</c:Text></f:Message></f:Footer>""";
        var text = Specific("", behind: Footer);
        var set = text.IndexOf("<m:DataSet ", StringComparison.Ordinal);
        using var with = Reader(text);
        using var without = Reader(text[..set] + text[text.IndexOf("<f:Footer", StringComparison.Ordinal)..]);
        foreach (var reader in new[] { with, without })
        {
            Assert.Null(reader.LaterDownload);
            Assert.False(reader.Read());
            Assert.Equal(new Uri("https://statistics.example.org/file/7JUd.zip"), reader.LaterDownload);
            Assert.Equal(2, reader.Footer.Count);
            Assert.Same(Flow, reader.Dataflow);
        }
    }

    [Theory]
    [InlineData("no address here")]
    [InlineData("ftp://example.org/x")]
    [InlineData("http:// and no more")]
    public void Footer_without_an_address_of_the_web_names_none(string said)
    {
        using var reader = Reader(Specific("", behind: $"""<f:Footer><f:Message code="413"><c:Text>{said}</c:Text></f:Message></f:Footer>"""));

        Assert.False(reader.Read());
        Assert.Null(reader.LaterDownload);
    }

    [Fact]
    public void Error_of_a_service_is_repeated()
    {
        var stream = new MemoryStream();
        XmlErrors.Write(stream, new ServiceError(100, "No results", "Nothing matches"));

        var error = Assert.Throws<SdmxFormatException>(() => Lines(Reader(stream.ToArray())));

        Assert.Equal(DataRules.ErrorMessage, error.Rule);
        Assert.EndsWith("100 No results: Nothing matches", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<GenericData xmlns=\"http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message\"/>", DataRules.OldVersion)]
    [InlineData("<m:CompactData xmlns:m=\"http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message\"><m:Header/></m:CompactData>", DataRules.OldVersion)]
    [InlineData("<UtilityData xmlns=\"http://www.SDMX.org/resources/SDMXML/schemas/v1_0/message\"/>", DataRules.OldVersion)]
    [InlineData("<Structure xmlns=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\"/>", DataRules.UnknownFormat)]
    [InlineData("<html><body/></html>", DataRules.UnknownFormat)]
    [InlineData("<GenericData xmlns=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\"/>", DataRules.BadForm)]
    [InlineData("<GenericData xmlns=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\"><DataSet/></GenericData>", DataRules.BadForm)]
    [InlineData("", DataRules.NotXml)]
    [InlineData("<a", DataRules.NotXml)]
    public void Other_messages_are_refused_and_say_what_they_are(string text, string rule)
    {
        Assert.Equal(rule, Assert.Throws<SdmxFormatException>(() => Lines(Reader(text))).Rule);
    }
}
