using System.Text;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Xunit;
using static Periplo.Tests.Sdmx.Xml.MigrantData;
using static Periplo.Tests.Sdmx.Xml.XmlSamples;
using static Periplo.Tests.Sdmx.Xml.XmlText;

namespace Periplo.Tests.Sdmx.Xml;

public class XmlReaderTests
{
    [Fact]
    public void Generic_series_give_observations_with_the_attributes_of_series_and_data_set()
    {
        var text = Generic("<g:Attributes><g:Value id=\"PUBLISHER\" value=\"MDIS\"/></g:Attributes>"
            + GenericSeries(GenericObs("2020", "10890", "<g:Value id=\"OBS_STATUS\" value=\"E\"/>") + GenericObs("2021", "1.5"), "<g:Value id=\"UNIT_MULT\" value=\"0\"/>"));
        using var reader = Reader(text);

        Assert.True(reader.Read());
        Assert.Equal((5, ObservationStatus.E, DataAction.Replace, 1), (reader.Line, reader.Status, reader.Action, reader.DataSets));
        Assert.Equal("2021 1.5 A", $"{(reader.Read() ? reader.Time : default)} {reader.Value} {reader.Status}");
        Assert.False(reader.Read());
        Assert.False(reader.Read());
        Assert.Equal(
        [
            "Replace A.DE.SO._T._T 2020 10890 PUBLISHER=MDIS UNIT_MULT=0 OBS_STATUS=E",
            "Replace A.DE.SO._T._T 2021 1.5 PUBLISHER=MDIS UNIT_MULT=0",
        ], Lines(Reader(text)));
    }

    [Fact]
    public void Structure_specific_attributes_may_stand_in_any_order()
    {
        using var reader = Reader(Specific("<Series AGE=\"_T\" UNIT_MULT=\"0\" SEX=\"_T\" COUNTERPART_AREA=\"SO\" FREQ=\"A\" REF_AREA=\"DE\"><Obs OBS_STATUS=\"A\" OBS_VALUE=\"7\" TIME_PERIOD=\"2020\"/></Series>", attributes: "PUBLISHER=\"P\""));

        Assert.Equal(["Replace A.DE.SO._T._T 2020 7 PUBLISHER=P UNIT_MULT=0 OBS_STATUS=A"], Lines(reader));
    }

    [Fact]
    public void Flat_observations_have_their_whole_key()
    {
        string[] expected = ["Replace A.DE.SO._T._T 2020 7 UNIT_MULT=0", "Replace A.DE.SO._T._T 2021 8"];

        Assert.Equal(expected, Lines(Reader(Specific($"<Obs {Tag} TIME_PERIOD=\"2020\" OBS_VALUE=\"7\" UNIT_MULT=\"0\"/><Obs {Tag} TIME_PERIOD=\"2021\" OBS_VALUE=\"8\"/>", atObservation: "AllDimensions"))));
        Assert.Equal(expected, Lines(Reader(Generic(
            $"<g:Obs><g:ObsKey>{Key}<g:Value id=\"TIME_PERIOD\" value=\"2020\"/></g:ObsKey><g:ObsValue value=\"7\"/><g:Attributes><g:Value id=\"UNIT_MULT\" value=\"0\"/></g:Attributes></g:Obs>"
            + $"<g:Obs><g:ObsKey>{Key}<g:Value id=\"TIME_PERIOD\" value=\"2021\"/></g:ObsKey><g:ObsValue value=\"8\"/></g:Obs>", atObservation: "AllDimensions"))));
    }

    [Fact]
    public void Cross_sections_have_their_dimension_at_the_observation_and_time_at_the_series()
    {
        string[] expected = ["Replace A.DE.SO.F._T 2020 7", "Replace A.DE.SO.M._T 2020 8"];
        var key = Key.Replace("<g:Value id=\"SEX\" value=\"_T\"/>", "<g:Value id=\"TIME_PERIOD\" value=\"2020\"/>", StringComparison.Ordinal);

        Assert.Equal(expected, Lines(Reader(Specific($"<Series {Tag.Replace("SEX=\"_T\"", "TIME_PERIOD=\"2020\"", StringComparison.Ordinal)}><Obs SEX=\"F\" OBS_VALUE=\"7\"/><Obs SEX=\"M\" OBS_VALUE=\"8\"/></Series>", atObservation: "SEX"))));
        Assert.Equal(expected, Lines(Reader(Generic(
            $"<g:Series><g:SeriesKey>{key}</g:SeriesKey><g:Obs><g:ObsDimension value=\"F\"/><g:ObsValue value=\"7\"/></g:Obs><g:Obs><g:ObsDimension id=\"SEX\" value=\"M\"/><g:ObsValue value=\"8\"/></g:Obs></g:Series>", atObservation: "SEX"))));
    }

    [Fact]
    public void Explicit_measures_name_the_code_of_their_dimension_by_their_type()
    {
        using var reader = Reader(Specific($"<Series {Tag.Replace("SEX=\"_T\"", "TIME_PERIOD=\"2020\"", StringComparison.Ordinal)}><Obs type=\"F\" xsi:type=\"ns1:F\" OBS_VALUE=\"7\"/></Series>", atObservation: "SEX"));

        Assert.Equal(["Replace A.DE.SO.F._T 2020 7"], Lines(reader));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void Group_attributes_reach_their_series_from_before_and_from_behind(bool before, bool generic)
    {
        var group = generic
            ? """<g:Group type="Area"><g:GroupKey><g:Value id="REF_AREA" value="DE"/></g:GroupKey><g:Attributes><g:Value id="SOURCE_DETAIL" value="census"/></g:Attributes></g:Group><g:Group type="None"><g:Attributes><g:Value id="SOURCE_DETAIL" value="constraint"/></g:Attributes></g:Group>"""
            : """<Group xsi:type="ns1:Area" type="Area" REF_AREA="DE" SOURCE_DETAIL="census"/><Group type="Other" REF_AREA="TR" SOURCE_DETAIL="other"><c:Annotations/></Group>""";
        var series = generic ? GenericSeries(GenericObs("2020", "7")) : $"<Series {Tag}><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\"/></Series>";
        var set = before ? group + series : series + group;

        using var reader = Reader(generic ? Generic(set) : Specific(set));

        Assert.Equal(["Replace A.DE.SO._T._T 2020 7 SOURCE_DETAIL=census"], Lines(reader));
    }

    [Fact]
    public void Group_attributes_give_way_to_what_a_series_says_itself_and_reach_flat_and_crossing_observations()
    {
        const string Groups = """<Group REF_AREA="DE" SEX="F" SOURCE_DETAIL="women"/><Group REF_AREA="DE" SOURCE_DETAIL="all" UNIT_MULT="3"/>""";
        var flat = Tag.Replace("_T\" AGE", "F\" AGE", StringComparison.Ordinal);
        var crossing = Tag.Replace("SEX=\"_T\"", "TIME_PERIOD=\"2020\"", StringComparison.Ordinal);

        Assert.Equal(["Replace A.DE.SO.F._T 2020 7 UNIT_MULT=0 SOURCE_DETAIL=women"], Lines(Reader(Specific($"{Groups}<Obs {flat} TIME_PERIOD=\"2020\" OBS_VALUE=\"7\" UNIT_MULT=\"0\"/>", atObservation: "AllDimensions"))));
        Assert.Equal(["Replace A.DE.SO.F._T 2020 7 UNIT_MULT=3 SOURCE_DETAIL=own"], Lines(Reader(Specific($"{Groups}<Series {crossing} SOURCE_DETAIL=\"own\"><Obs SEX=\"F\" OBS_VALUE=\"7\"/></Series>", atObservation: "SEX"))));
    }

    [Fact]
    public void Groups_behind_their_series_need_a_stream_that_can_be_read_twice()
    {
        var text = Specific($"<Series {Tag}/><Group REF_AREA=\"DE\" SOURCE_DETAIL=\"census\"/>");
        using var reader = new XmlDataReader(new NetworkStream(Encoding.UTF8.GetBytes(text)), Find);

        Assert.Equal(DataRules.BadForm, Assert.Throws<SdmxFormatException>(() => Lines(reader)).Rule);
    }

    [Fact]
    public void Late_groups_are_found_on_every_edge_of_the_blocks_that_are_searched()
    {
        for (var filler = (64 << 10) - 1500; filler < (64 << 10) + 200; filler += 7)
        {
            var text = Specific($"<Series {Tag}><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\"/></Series><!--{new string('x', filler - 900)}--><Group REF_AREA=\"DE\" SOURCE_DETAIL=\"census\"/>");

            Assert.Equal(["Replace A.DE.SO._T._T 2020 7 SOURCE_DETAIL=census"], Lines(Reader(text)));
        }
    }

    [Fact]
    public void Values_may_be_absent_empty_or_no_number()
    {
        var text = Specific($"<Series {Tag}><Obs TIME_PERIOD=\"2020\"/><Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"\"/><Obs TIME_PERIOD=\"2022\" OBS_VALUE=\"NaN\" OBS_STATUS=\"M\"/><Obs TIME_PERIOD=\"2023\" OBS_VALUE=\" 1e3 \"/></Series>");
        var read = new List<string>();
        using var reader = Reader(text);
        while (reader.Read())
            read.Add($"{reader.Time} {reader.Value} {reader.HasValue} {reader.Status}");

        Assert.Equal(["2020 NaN False O", "2021 NaN False O", "2022 NaN True M", "2023 1000 True A"], read);
    }

    [Fact]
    public void Several_data_sets_have_their_own_action_structure_and_time()
    {
        var other = Flow with { Id = "OTHER", Structure = Structure with { Dimensions = [Dimension("X", Sexes)], Attributes = [] } };
        var text = Specific($"<Series {Tag}><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\"/></Series>").Replace("</m:Header>",
            """<m:Structure structureID="T" dimensionAtObservation="TIME_PERIOD" namespace="urn:y"><c:StructureUsage><Ref id="OTHER" version="1.0" agencyID="MDIS"/></c:StructureUsage></m:Structure><m:DataSetAction>Append</m:DataSetAction></m:Header>""", StringComparison.Ordinal)
            .Replace("</m:StructureSpecificData>", """<m:DataSet s:structureRef="T" s:validFromDate="2026-01-01T00:00:00Z" validToDate="2026-02-01T00:00:00"><Series X="M"><Obs TIME_PERIOD="2021" OBS_VALUE="1"/></Series></m:DataSet></m:StructureSpecificData>""", StringComparison.Ordinal);
        using var reader = new XmlDataReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), reference => reference.Id == "OTHER" ? other : Find(reference)) { RequiresAttributes = false };

        Assert.Same(Flow, reader.Dataflow);
        Assert.True(reader.Read());
        Assert.True(reader.Read());
        Assert.Same(other, reader.Dataflow);
        Assert.Equal((DataAction.Append, 2, "M"), (reader.Action, reader.DataSets, reader.Code(0)));
        Assert.Equal((new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero)), (reader.ValidFrom!.Value, reader.ValidTo!.Value));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Deletions_may_name_whole_series_and_parts_of_keys()
    {
        var text = Specific("""<Series REF_AREA="DE"/><Series REF_AREA="TR" SEX="F"><Obs TIME_PERIOD="2020"/></Series>""", action: "Delete");
        var read = new List<string>();
        using var reader = Reader(text, requiresAttributes: true);
        while (reader.Read())
            read.Add($"{reader.Action} {string.Join('.', Enumerable.Range(0, 5).Select(reader.Code))} {reader.HasTime} {reader.HasValue} {reader.IsPartialKey}");

        Assert.Equal(["Delete .DE... False False True", "Delete .TR..F. True False True"], read);
    }

    [Fact]
    public void Series_without_observations_give_none()
    {
        Assert.Empty(Lines(Reader(Specific($"<Series {Tag}/>"))));
        Assert.Empty(Lines(Reader(Generic(GenericSeries("")))));
    }

    [Fact]
    public void Annotations_providers_and_comments_are_passed_over()
    {
        const string Annotations = "<c:Annotations><c:Annotation><c:AnnotationTitle>t</c:AnnotationTitle></c:Annotation></c:Annotations>";
        var text = Generic($"{Annotations}<g:DataProvider><Ref/></g:DataProvider><?pi?><g:Series>{Annotations}<!-- c --><g:SeriesKey>{Key}</g:SeriesKey><g:Obs>{Annotations}<g:ObsDimension value=\"2020\"/><g:ObsValue value=\"7\"/></g:Obs></g:Series>");

        Assert.Equal(["Replace A.DE.SO._T._T 2020 7"], Lines(Reader(text)));
    }

    [Fact]
    public void Data_of_3_0_with_one_value_a_component_are_read()
    {
        var text = Specific($"<Series {Tag}><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\"/></Series>", "<c:StructureUsage>urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=MDIS:DF_MIG_STOCK(1.0)</c:StructureUsage>", action: "Merge")
            .Replace("v2_1", "v3_0", StringComparison.Ordinal);

        Assert.Equal(["Merge A.DE.SO._T._T 2020 7"], Lines(Reader(text)));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("iso-8859-1", false)]
    public void Encodings_of_XML_are_read(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = Specific($"<Series {Tag}><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\" COMMENT_OBS=\"año\"/></Series>").Replace("UTF-8", name == "utf-16BE" ? "utf-16" : name, StringComparison.Ordinal);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

        Assert.Equal(["Replace A.DE.SO._T._T 2020 7 COMMENT_OBS=año"], Lines(Reader(bytes)));
        Assert.Equal(DataFormat.StructureSpecificXml, DataFormats.Detect(new MemoryStream(bytes)));
    }

    [Theory]
    [InlineData("<Other/>")]
    [InlineData("<Series/><Attributes/>")]
    [InlineData("<Series><Other/></Series>")]
    [InlineData("<Series><Obs><Comp/></Obs></Series>")]
    [InlineData("<Group><Other/></Group>")]
    public void Elements_that_do_not_belong_are_refused(string inside)
    {
        var error = Assert.Throws<SdmxFormatException>(() => Lines(Reader(Specific(inside.Replace("<Series", $"<Series {Tag}", StringComparison.Ordinal)))));

        Assert.Equal((DataRules.BadForm, 5), (error.Rule, error.Line));
        Assert.True(error.Column > 1);
    }

    [Fact]
    public void What_stands_behind_the_message_must_be_well_formed()
    {
        Assert.Equal(DataRules.NotXml, Assert.Throws<SdmxFormatException>(() => Lines(Reader(Specific("") + "<more/>"))).Rule);
    }

    [Fact]
    public void Reader_closes_the_stream_with_itself()
    {
        var stream = new MemoryStream(Encoding.UTF8.GetBytes(Specific("")));
        new XmlDataReader(stream, Find).Dispose();

        Assert.False(stream.CanRead);
    }
}
