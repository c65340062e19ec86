using System.Text;
using System.Xml.Linq;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;
using Xunit;
using static Periplo.Tests.Sdmx.Xml.MigrantData;
using static Periplo.Tests.Sdmx.Xml.XmlText;

namespace Periplo.Tests.Sdmx.Xml;

public class XmlWriterTests
{
    [Fact]
    public void Structure_specific_time_series_are_attributes_of_series_and_observations()
    {
        var text = Encoding.UTF8.GetString(Written(Message(Few()), DataFormat.StructureSpecificXml));

        Assert.EndsWith(
            """
            <Series FREQ="A" REF_AREA="DE" COUNTERPART_AREA="SO" SEX="_T" AGE="_T" UNIT_MEASURE="PS" UNIT_MULT="0">
            <Obs TIME_PERIOD="2020" OBS_VALUE="10890" OBS_STATUS="A"/>
            <Obs TIME_PERIOD="2024" OBS_VALUE="11430" OBS_STATUS="E" COMMENT_OBS="Nowcast, &quot;preliminary&quot;"/></Series>
            <Series FREQ="A" REF_AREA="DE" COUNTERPART_AREA="TR" SEX="_T" AGE="_T" UNIT_MEASURE="PS" UNIT_MULT="0">
            <Obs TIME_PERIOD="2020" OBS_VALUE="1230000.5" OBS_STATUS="A"/></Series></message:DataSet>
            </message:StructureSpecificData>

            """, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Generic_time_series_are_values_by_the_ids_of_components()
    {
        var text = Encoding.UTF8.GetString(Written(Message(Few()[0]), DataFormat.GenericTimeSeriesXml));

        Assert.EndsWith(
            """
            <message:DataSet structureRef="S1" action="Replace">
            <generic:Series><generic:SeriesKey><generic:Value id="FREQ" value="A"/><generic:Value id="REF_AREA" value="DE"/><generic:Value id="COUNTERPART_AREA" value="SO"/><generic:Value id="SEX" value="_T"/><generic:Value id="AGE" value="_T"/></generic:SeriesKey><generic:Attributes><generic:Value id="UNIT_MEASURE" value="PS"/><generic:Value id="UNIT_MULT" value="0"/></generic:Attributes>
            <generic:Obs><generic:ObsDimension value="2020"/><generic:ObsValue value="10890"/><generic:Attributes><generic:Value id="OBS_STATUS" value="A"/></generic:Attributes></generic:Obs></generic:Series></message:DataSet>
            </message:GenericTimeSeriesData>

            """, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Header_says_who_sends_it_when_and_of_which_flow()
    {
        var header = Parsed(Message(Few()) with { Header = Header with { Test = true } }, DataFormat.GenericXml).Element(MessageSpace + "Header")!;

        Assert.Equal(("M1", "true", "2026-07-01T12:30:00+02:00", "MDIS"),
            (header.Element(MessageSpace + "ID")!.Value, header.Element(MessageSpace + "Test")!.Value, header.Element(MessageSpace + "Prepared")!.Value, (string)header.Element(MessageSpace + "Sender")!.Attribute("id")!));
        var structure = header.Element(MessageSpace + "Structure")!;
        Assert.Equal("TIME_PERIOD", (string)structure.Attribute("dimensionAtObservation")!);
        Assert.Equal("DF_MIG_STOCK 1.0 MDIS datastructure Dataflow", Attributes(structure.Element(CommonSpace + "StructureUsage")!.Element("Ref")!));
    }

    [Theory]
    [InlineData("TIME_PERIOD")]
    [InlineData("SEX")]
    [InlineData("AllDimensions")]
    public void Structure_specific_namespace_names_the_flow_and_the_dimension_at_the_observation(string dimension)
    {
        var root = Parsed(Message(Few()) with { DimensionAtObservation = dimension }, DataFormat.StructureSpecificXml);

        var space = $"urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=MDIS:DF_MIG_STOCK(1.0):ObsLevelDim:{dimension}";
        var structure = root.Descendants(MessageSpace + "Structure").Single();
        Assert.Equal((space, dimension), ((string)structure.Attribute("namespace")!, (string)structure.Attribute("dimensionAtObservation")!));
        Assert.Equal(space, root.GetNamespaceOfPrefix("ns1")!.NamespaceName);
        Assert.Equal("ns1:DataSetType", (string)root.Element(MessageSpace + "DataSet")!.Attribute(XName.Get("type", "http://www.w3.org/2001/XMLSchema-instance"))!);
        Assert.NotNull(structure.Element(CommonSpace + "StructureUsage"));
    }

    [Fact]
    public void Data_of_a_provider_refer_to_the_agreement_in_the_spelling_of_the_schema()
    {
        foreach (var format in Formats)
        {
            var message = Message(Few()) with { Provision = new StructureReference(StructureType.ProvisionAgreement, "MDIS", "PA_MIG_STOCK", "1.0") };

            var reference = Parsed(message, format).Descendants(CommonSpace + "ProvisionAgrement").Single().Element("Ref")!;

            Assert.Equal("PA_MIG_STOCK 1.0 MDIS registry ProvisionAgreement", Attributes(reference));
        }
    }

    [Fact]
    public void Structure_specific_dimensions_come_first_and_in_the_order_of_the_structure()
    {
        string[] Names(string dimension, string element) => [.. Parsed(Message(Few()) with { DimensionAtObservation = dimension }, DataFormat.StructureSpecificXml)
            .Descendants(element).First().Attributes().Select(one => one.Name.LocalName)];

        string[] key = ["FREQ", "REF_AREA", "COUNTERPART_AREA", "SEX", "AGE"];
        Assert.Equal([.. key, "UNIT_MEASURE", "UNIT_MULT"], Names("TIME_PERIOD", "Series"));
        Assert.Equal([.. key, "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS"], Names("AllDimensions", "Obs"));
        Assert.Equal([.. key.Where(id => id != "COUNTERPART_AREA"), "TIME_PERIOD"], Names("COUNTERPART_AREA", "Series"));
        Assert.Equal(["COUNTERPART_AREA", "OBS_VALUE", "UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS"], Names("COUNTERPART_AREA", "Obs"));
    }

    [Fact]
    public void Cross_sections_bring_what_differs_in_the_dimension_together()
    {
        DataRow[] rows = [Row("A.DE.SO.F._T", "2020", 1), Row("A.DE.SO.F._T", "2021", 2), Row("A.DE.SO.M._T", "2020", 3), Row("A.DE.SO.M._T", "2021", 4)];

        foreach (var (format, names) in new[] { (DataFormat.StructureSpecificXml, XNamespace.None), (DataFormat.GenericXml, GenericSpace) })
        {
            var series = Parsed(Message(rows) with { DimensionAtObservation = "SEX" }, format).Descendants(names + "Series").ToList();

            Assert.Equal(2, series.Count);
            Assert.All(series, one => Assert.Equal(2, one.Elements(names + "Obs").Count()));
        }
    }

    [Fact]
    public void Attributes_stand_with_a_cross_section_when_they_do_not_depend_on_its_dimension()
    {
        var row = Row("A.DE.SO.F._T", "2020", 1, "A", "SOURCE_DETAIL=census");

        var series = Parsed(Message(row) with { DimensionAtObservation = "SEX" }, DataFormat.StructureSpecificXml).Descendants("Series").Single();
        var other = Parsed(Message(row) with { DimensionAtObservation = "REF_AREA" }, DataFormat.StructureSpecificXml).Descendants("Series").Single();

        Assert.Equal("census", (string)series.Attribute("SOURCE_DETAIL")!);
        Assert.Null(other.Attribute("SOURCE_DETAIL"));
        Assert.Equal("census", (string)other.Element("Obs")!.Attribute("SOURCE_DETAIL")!);
    }

    [Fact]
    public void Detail_says_which_parts_are_written()
    {
        foreach (var format in Formats)
        {
            (int Series, int Obs, bool Value, bool Unit, bool Status) Parts(DataDetail detail, string dimension)
            {
                var root = Parsed(Message(Few()) with { Detail = detail, DimensionAtObservation = dimension }, format);
                var text = root.ToString();
                return (Count(root, "Series"), Count(root, "Obs"), text.Contains("10890", StringComparison.Ordinal), text.Contains("UNIT_MEASURE", StringComparison.Ordinal), text.Contains("OBS_STATUS", StringComparison.Ordinal));
            }

            Assert.Equal((2, 3, true, true, true), Parts(DataDetail.Full, "TIME_PERIOD"));
            Assert.Equal((2, 3, true, false, false), Parts(DataDetail.DataOnly, "TIME_PERIOD"));
            Assert.Equal((2, 0, false, false, false), Parts(DataDetail.SeriesKeysOnly, "TIME_PERIOD"));
            Assert.Equal((2, 0, false, true, false), Parts(DataDetail.NoData, "TIME_PERIOD"));
            // Without observations a flat message would have nothing.
            Assert.Equal((2, 0, false, false, false), Parts(DataDetail.SeriesKeysOnly, "AllDimensions"));
        }
    }

    [Fact]
    public void Data_sets_say_what_is_to_be_done_and_when_they_held()
    {
        var (then, later) = (new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 1, 0, 0, 0, 500, TimeSpan.Zero));
        var message = new DataMessage(Header, Flow,
        [
            new(new RowCursor(Structure, Few()), DataAction.Replace, then),
            new(new RowCursor(Structure, [Few()[0]]), DataAction.Delete, ValidTo: later),
            new(new RowCursor(Structure, Few()), DataAction.Merge),
        ]);

        var sets = Parsed(message, DataFormat.GenericXml).Elements(MessageSpace + "DataSet").ToList();

        Assert.Equal(["S1 Replace 2025-01-01T00:00:00+00:00", "S1 Delete 2026-01-01T00:00:00.5+00:00", "S1 Append"], sets.Select(Attributes));
        Assert.Empty(sets[1].Descendants(GenericSpace + "ObsValue"));
        Assert.Empty(sets[1].Descendants(GenericSpace + "Attributes"));
    }

    [Fact]
    public void Attributes_that_change_within_a_series_or_data_set_begin_another()
    {
        DataRow[] rows =
        [
            Row("A.DE.SO._T._T", "2020", 1, "A", "PUBLISHER=one"),
            Row("A.DE.SO._T._T", "2021", 2, "A", "PUBLISHER=one", "UNIT_MULT=3"),
            Row("A.DE.SO._T._T", "2022", 3, "A", "PUBLISHER=two", "UNIT_MULT=3"),
        ];

        foreach (var format in Formats)
        {
            var root = Parsed(Message(rows), format);

            Assert.Equal(2, Count(root, "DataSet"));
            Assert.Equal(3, Count(root, "Series"));
        }
    }

    [Fact]
    public void Message_without_observations_has_an_empty_data_set()
    {
        foreach (var format in Formats)
            Assert.Equal(1, Count(Parsed(Message(), format), "DataSet"));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(-12, "-12")]
    [InlineData(999999999999999, "999999999999999")]
    [InlineData(1e21, "1E+21")]
    [InlineData(0.1, "0.1")]
    [InlineData(-1234.5678, "-1234.5678")]
    [InlineData(5e-324, "5E-324")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "INF")]
    [InlineData(double.NegativeInfinity, "-INF")]
    public void Values_are_written_so_that_they_read_back(double value, string expected)
    {
        var observation = Parsed(Message(Row("A.DE.SO._T._T", "2020", value)), DataFormat.StructureSpecificXml).Descendants("Obs").Single();

        Assert.Equal(expected, (string)observation.Attribute("OBS_VALUE")!);
    }

    [Fact]
    public void Texts_are_escaped_and_what_cannot_stand_in_XML_is_replaced()
    {
        const string Text = "a<b>&\"c\"'d'\t\r\nñ€😀";
        var observation = Parsed(Message(Row("A.DE.SO._T._T", "2020", 1, "A", $"COMMENT_OBS={Text}\u0001\uD800\uFFFF")), DataFormat.StructureSpecificXml).Descendants("Obs").Single();

        Assert.Equal(Text + "\uFFFD\uFFFD\uFFFD", (string)observation.Attribute("COMMENT_OBS")!);
    }

    [Fact]
    public void Long_texts_pass_through_the_buffer_whole()
    {
        // Around the size of the buffer, with letters of several bytes on its edge.
        for (var length = (32 << 10) - 3; length < (32 << 10) + 3; length++)
        {
            var text = new string('x', length) + "ñ😀&" + new string('y', 40_000);

            var observation = Parsed(Message(Row("A.DE.SO._T._T", "2020", 1, "A", $"COMMENT_OBS={text}")), DataFormat.StructureSpecificXml).Descendants("Obs").Single();

            Assert.Equal(text, (string)observation.Attribute("COMMENT_OBS")!);
        }
    }

    [Fact]
    public void Ids_of_message_and_sender_are_made_such_as_the_schema_wants()
    {
        var header = Parsed(Message(Few()) with { Header = new("id with ñ", Header.Prepared, "") }, DataFormat.GenericXml).Element(MessageSpace + "Header")!;

        Assert.Equal(("id_with__", "_"), (header.Element(MessageSpace + "ID")!.Value, (string)header.Element(MessageSpace + "Sender")!.Attribute("id")!));
    }

    [Fact]
    public void Dimension_the_structure_does_not_have_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Written(Message(Few()) with { DimensionAtObservation = "NONE" }, DataFormat.GenericXml));
        Assert.Throws<ArgumentException>(() => XmlText.Schema(Flow, "NONE"));
    }

    [Fact]
    public void Component_whose_id_cannot_stand_in_XML_is_refused()
    {
        var structure = Structure with { Dimensions = [Dimension("1<", Sexes)] };
        var message = new DataMessage(Header, Flow with { Structure = structure }, []);

        Assert.Throws<ArgumentException>(() => Written(message, DataFormat.StructureSpecificXml));
    }

    [Fact]
    public void Writing_begins_before_the_last_observation_is_read_and_holds_no_more_for_more()
    {
        foreach (var format in Formats)
        {
            foreach (var dimension in new[] { "TIME_PERIOD", "AllDimensions" })
            {
                var stream = new CountingStream();
                var before = 0L;
                IEnumerable<DataRow> Many()
                {
                    var row = Row("A.DE.SO._T._T", "2020", 7);
                    for (var i = 0; i < 100_000; i++)
                        yield return row;
                    before = stream.Count;
                }

                var allocated = GC.GetAllocatedBytesForCurrentThread();
                DataFormats.Write(new(Header, Flow, [new(new RowCursor(Structure, Many()))]) { DimensionAtObservation = dimension }, stream, format);

                Assert.True(before > 1_000_000);
                Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < 200_000);
            }
        }
    }

    private static string Attributes(XElement element) =>
        string.Join(' ', element.Attributes().Where(one => !one.IsNamespaceDeclaration).Select(one => one.Value));

    private static int Count(XElement root, string name) => root.DescendantsAndSelf().Count(one => one.Name.LocalName == name);

    /// <summary>Counts what is written and forgets it.</summary>
    private sealed class CountingStream : MemoryStream
    {
        public long Count { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => Count += count;

        public override void Write(ReadOnlySpan<byte> buffer) => Count += buffer.Length;
    }
}
