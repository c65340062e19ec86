using System.Text;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;
using Periplo.Tests.Sdmx.Xml;
using Xunit;
using static Periplo.Tests.Sdmx.Json.JsonText;
using static Periplo.Tests.Sdmx.Xml.MigrantData;

namespace Periplo.Tests.Sdmx.Json;

public class JsonDataReaderTests
{
    private const string Series = "\"series\":{\"0:0:0:1\":{\"observations\":{\"0\":[10890],\"1\":[11430.5]}}}";

    [Fact]
    public void Structure_may_stand_before_or_behind_the_data()
    {
        foreach (var text in new[] { One($"\"action\":\"Append\",{Series}"), Two($"{Series},\"links\":[],\"structure\":0,\"action\":\"Append\"") })
        {
            using var reader = Reader(text);

            Assert.Equal(["Append A.DE.SO._T._T 2020 10890", "Append A.DE.SO._T._T 2021 11430.5"], XmlText.Lines(reader));
            Assert.Equal(1, reader.DataSets);
            Assert.Same(Flow, reader.Dataflow);
        }
    }

    [Fact]
    public void Header_is_told_before_the_data_are_read()
    {
        using var two = Reader(Two(Series));
        using var one = Reader(One(Series));

        Assert.Equal(new MessageHeader("M1", new(2026, 7, 1, 10, 30, 0, TimeSpan.Zero), "MDIS"), two.Header);
        Assert.Null(one.Header);
        Assert.Equal(0, one.DataSets);
    }

    [Fact]
    public void Draft_of_banks_is_read()
    {
        // In the form of the draft: all at the top level, structures by the addresses they are served at, roles and values otherwise.
        const string Text = """
            {"header":{"id":"62b5f19d","test":false,"prepared":"2012-11-29T08:40:26Z","sender":{"id":"BANK","name":"A bank"}},
            "dataSets":[{"action":"Replace","validFrom":"2012-03-20T15:00:16.000+01:00","series":{
              "0":{"attributes":[],"observations":{"1":[40.3426,0,0]}},
              "1":{"attributes":[],"observations":{"0":[40.3,0,1],"1":[null,null,0]}}}},
              {"action":"Delete","validTo":"2012-03-20T10:07:58.000+01:00","series":{"0":{"observations":{"0":[]}}}}],
            "structure":{"links":[{"href":"https://service.example.org:443/service/dataflow/MDIS/DF_MIG_STOCK/1.0","rel":"dataflow"}],
            "dimensions":{"dataSet":[{"id":"FREQ","role":"FREQ","keyPosition":0,"values":[{"id":"A"}]},{"id":"COUNTERPART_AREA","keyPosition":2,"values":[{"id":"SO"}]},{"id":"SEX","keyPosition":3,"values":[{"id":"_T"}]},{"id":"AGE","keyPosition":4,"values":[{"id":"_T"}]}],
            "series":[{"id":"TIME","role":"TIME_PERIOD","values":[{"id":"2013-01-18","start":"2013-01-18T00:00:00.000Z"},{"id":"2013-01-21"}]}],
            "observation":[{"id":"REF_AREA","keyPosition":1,"values":[{"id":"DE"},{"id":"TR"}]}]},
            "attributes":{"dataSet":[],"series":[],"observation":[{"id":"COMMENT_OBS","name":"Title","values":[{"name":"Text without an id"}]},{"id":"OBS_STATUS","values":[{"id":"A"},{"id":"E"}]}]}}}
            """;
        using var reader = Reader(Text);

        Assert.Equal(
        [
            "Replace at 2012-03-20T14:00:16.0000000Z A.TR.SO._T._T 2013-01-18 40.3426 OBS_STATUS=A COMMENT_OBS=Text without an id",
            "Replace at 2012-03-20T14:00:16.0000000Z A.DE.SO._T._T 2013-01-21 40.3 OBS_STATUS=E COMMENT_OBS=Text without an id",
            "Replace at 2012-03-20T14:00:16.0000000Z A.TR.SO._T._T 2013-01-21 NaN OBS_STATUS=A",
            "Delete at 2012-03-20T09:07:58.0000000Z A.DE.SO._T._T 2013-01-18 NaN",
        ], XmlText.Lines(reader));
        Assert.Equal("BANK", reader.Header!.Sender);
        Assert.Equal(DataFormat.JsonDraft, DataFormats.Detect(new MemoryStream(Encoding.UTF8.GetBytes(Text))));
    }

    [Fact]
    public void Attributes_of_a_series_may_stand_behind_its_observations()
    {
        const string Attributes = "\"series\":[{\"id\":\"UNIT_MEASURE\",\"values\":[{\"id\":\"PS\"},{\"id\":\"PT\"}]}]";
        var series = string.Join(',', Enumerable.Range(0, 200).Select(i => $"\"0:{i % 2}:0:1\":{{\"observations\":{{\"0\":[{i}],\n\"1\":[{i}.5]}},\"attributes\":[{i % 2}]}}"));
        using var reader = Reader(Two($"\"series\":{{{series}}}", Attributes));

        var lines = XmlText.Lines(reader);

        Assert.Equal(400, lines.Count);
        Assert.Equal("Information A.DE.AF._T._T 2021 3.5 UNIT_MEASURE=PT", lines[7].Replace("A.DE.SO", "A.DE.AF", StringComparison.Ordinal));
        Assert.All(lines.Index(), line => Assert.EndsWith($" {line.Index / 2}{(line.Index % 2 == 0 ? "" : ".5")} UNIT_MEASURE={(line.Index / 2 % 2 == 0 ? "PS" : "PT")}", line.Item, StringComparison.Ordinal));
    }

    [Fact]
    public void Attributes_come_down_from_data_set_keys_with_open_places_series_and_defaults()
    {
        const string Attributes = """
            "dataSet":[{"id":"PUBLISHER","values":[{"id":"P"}]}],
            "dimensionGroup":[{"id":"SOURCE_DETAIL"},{"id":"UNIT_MULT","values":[{"id":"0"},{"id":"3"}]}],
            "series":[{"id":"UNIT_MEASURE","default":"PS","values":[{"id":"PS"},{"id":"PT"}]}],
            "observation":[{"id":"OBS_STATUS","default":"A","values":[{"id":"A"},{"id":"E"}]},{"id":"COMMENT_OBS"}]
            """;
        using var reader = Reader(Two("""
            "attributes":[0],"series":{"0:0:0:1":{"attributes":[1],"observations":{"0":[1],"1":[2,1,"as it is",7]}},"1:0:0:1":{"observations":{"0":[3,null,{"fr":"ici","en":"here"}]}},"1:1:0:1":{"observations":{"0":[4,0,["a","b"]]}}},
            "dimensionGroupAttributes":{":0":["from Germany"],":1::::":["from Türkiye",1],":1:0":["of Somalis"],":0::::1":[null,0],":9":["nobody"]}
            """, Attributes));

        Assert.Equal(
        [
            "Information A.DE.SO._T._T 2020 1 PUBLISHER=P UNIT_MEASURE=PT SOURCE_DETAIL=from Germany OBS_STATUS=A",
            "Information A.DE.SO._T._T 2021 2 PUBLISHER=P UNIT_MEASURE=PT UNIT_MULT=0 SOURCE_DETAIL=from Germany OBS_STATUS=E COMMENT_OBS=as it is",
            "Information A.TR.SO._T._T 2020 3 PUBLISHER=P UNIT_MEASURE=PS UNIT_MULT=3 SOURCE_DETAIL=of Somalis OBS_STATUS=A COMMENT_OBS=here",
            "Information A.TR.AF._T._T 2020 4 PUBLISHER=P UNIT_MEASURE=PS UNIT_MULT=3 SOURCE_DETAIL=from Türkiye OBS_STATUS=A COMMENT_OBS=a; b",
        ], XmlText.Lines(reader));
    }

    [Fact]
    public void Flat_data_and_several_measures_are_read()
    {
        const string Text = """
            {"data":{"structures":[{"dimensions":{"dataSet":[{"id":"FREQ","values":[{"id":"A"}]}],"observation":[{"id":"REF_AREA","values":[{"id":"DE"},{"id":"TR"}]},
            {"id":"TIME_PERIOD","values":[{"id":"2020"}]},{"id":"COUNTERPART_AREA","values":[{"id":"SO"}]},{"id":"SEX","values":[{"id":"F"},{"id":"M"}]},{"id":"AGE","values":[{"id":"_T"}]}]},
            "measures":{"observation":[{"id":"LOWER"},{"id":"OBS_VALUE"},{"id":"UPPER"}]},"attributes":{"observation":[{"id":"OBS_STATUS","values":[{"id":"A"}]}]}}],
            "dataSets":[{"links":[{"rel":"DataStructure","urn":"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=MDIS:DSD_MIG_STOCK(1.0)"}],"action":"Merge","observations":{"0:0:0:0:0":[1,2,3,0],"1:0:0:1:0":[4,null,6],"1:0:0:0:0":[4,"NaN",6]}}]}}
            """;
        using var reader = Reader(Text);

        Assert.True(reader.Read());
        Assert.True(reader.HasValue && reader.HasTime && !reader.IsPartialKey);
        Assert.Equal((DataAction.Merge, "F", 2.0, "A"), (reader.Action, reader.Code(3), reader.Value, reader.Attribute(4)));
        Assert.True(reader.Read());
        Assert.False(reader.HasValue);
        Assert.True(reader.Read());
        Assert.True(reader.HasValue && double.IsNaN(reader.Value));
        Assert.Equal(ObservationStatus.O, reader.Status);
        Assert.False(reader.Read());
        Assert.False(reader.Read());
    }

    [Fact]
    public void Series_without_observations_to_be_deleted_is_one_row_and_keys_may_be_open()
    {
        using var reader = Reader(Two("\"action\":\"Delete\",\"series\":{\"0:0:0:1\":{},\"1::0:1\":{\"observations\":{\"0\":[]}},\":1:0:\":{}}"));

        Assert.True(reader.Read());
        Assert.True(reader.IsPartialKey && !reader.HasTime && !reader.HasValue);
        Assert.Equal("A.DE.SO._T._T", string.Join('.', Enumerable.Range(0, 5).Select(reader.Code)));
        Assert.True(reader.Read());
        Assert.True(reader.IsPartialKey && reader.HasTime);
        Assert.Equal("A.TR.._T._T 2020", string.Join('.', Enumerable.Range(0, 5).Select(reader.Code)) + $" {reader.Time}");
        Assert.True(reader.Read());
        Assert.Equal("A..AF._T.", string.Join('.', Enumerable.Range(0, 5).Select(reader.Code)));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Series_without_observations_are_no_rows_elsewhere()
    {
        using var reader = Reader(Written(Message(Few()) with { Detail = DataDetail.SeriesKeysOnly }, JsonVersion.V2), requiresAttributes: true);

        Assert.False(reader.Read());
        Assert.Equal(1, reader.DataSets);
    }

    [Fact]
    public void Same_series_may_come_several_times()
    {
        using var reader = Reader(Two("\"series\":{\"0:0:0:1\":{\"observations\":{\"0\":[1]}},\"1:0:0:1\":{\"observations\":{\"0\":[2]}},\"0:0:0:1\":{\"observations\":{\"1\":[3]}}}"));

        Assert.Equal(["Information A.DE.SO._T._T 2020 1", "Information A.TR.SO._T._T 2020 2", "Information A.DE.SO._T._T 2021 3"], XmlText.Lines(reader));
    }

    [Fact]
    public void Data_sets_of_several_structures_are_read_each_by_its_own()
    {
        var other = Flow with { Id = "DF_OTHER", Structure = Structure with { Id = "DSD_OTHER", Dimensions = [Structure.Dimensions[1]], Attributes = [] } };
        var text = """
            {"data":{"structures":[
            {"links":[{"urn":"urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=MDIS:DF_MIG_STOCK(1.0)"}],"dimensions":{"dataSet":[{"id":"FREQ","values":[{"id":"A"}]},{"id":"COUNTERPART_AREA","values":[{"id":"SO"}]},{"id":"SEX","values":[{"id":"F"}]},{"id":"AGE","values":[{"id":"_T"}]}],"series":[{"id":"REF_AREA","values":[{"id":"DE"}]}],"observation":[{"id":"TIME_PERIOD","values":[{"id":"2020"}]}]}},
            {"links":[{"urn":"urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=MDIS:DF_OTHER(1.0)"}],"dimensions":{"series":[{"id":"REF_AREA","values":[{"id":"TR"}]}],"observation":[{"id":"TIME_PERIOD","values":[{"id":"2021"}]}]}}],
            "dataSets":[{"structure":1,"series":{"0":{"observations":{"0":[1]}}}},{"structure":0,"series":{"0":{"observations":{"0":[2]}}}}]}}
            """;
        using var reader = new JsonDataReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), reference => reference.Id == "DF_OTHER" ? other : Find(reference));

        Assert.True(reader.Read());
        Assert.Equal(("DF_OTHER", "TR", 1.0), (reader.Dataflow.Id, reader.Code(0), reader.Value));
        Assert.True(reader.Read());
        Assert.Equal(("DF_MIG_STOCK", "DE", 2.0), (reader.Dataflow.Id, reader.Code(1), reader.Value));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Message_without_a_reference_is_asked_for_by_nothing()
    {
        var text = Two(Series).Replace("DataStructure=MDIS", "Thing=MDIS", StringComparison.Ordinal);
        StructureReference? asked = null;
        using var reader = new JsonDataReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), reference =>
        {
            asked = reference;
            return Flow;
        });

        Assert.Equal(new StructureReference(StructureType.Dataflow, "", "", ""), asked);
        Assert.True(reader.Read());
        Assert.Equal(DataRules.NoStructure, Assert.Throws<SdmxFormatException>(() => Reader(text)).Rule);
    }

    [Fact]
    public void Empty_answers_are_read()
    {
        using var reader = Reader("{\"data\":{\"dataSets\":[]}}");

        Assert.False(reader.Read());
        Assert.Equal(DataRules.NoStructure, Assert.Throws<SdmxFormatException>(() => reader.Dataflow).Rule);
    }

    [Fact]
    public void Stream_is_read_from_where_it_stands_and_closed()
    {
        var stream = new MemoryStream(Encoding.UTF8.GetBytes("{}\uFEFF" + Two(Series))) { Position = 2 };
        using (var reader = new JsonDataReader(stream, Find) { RequiresAttributes = false })
            Assert.Equal(2, XmlText.Lines(reader).Count);

        Assert.False(stream.CanRead);
    }

    [Fact]
    public void Large_message_from_a_network_goes_through_a_file_and_nothing_is_held()
    {
        var cursor = new LongCursor(30, () => 0);
        var bytes = Written(new(Header, Flow, [new(cursor)]) { DimensionAtObservation = DataMessage.AllDimensions }, JsonVersion.V2);
        using var reader = new JsonDataReader(new NetworkStream([.. bytes, .. Enumerable.Repeat((byte)' ', 40 << 20)], 1 << 20), Find);
        Assert.True(reader.Read());
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (count, sum) = (1, reader.Value);
        while (reader.Read())
            (count, sum) = (count + 1, sum + reader.Value);

        Assert.Equal((cursor.Count, cursor.Sum), (count, sum));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 1_000_000);
    }
}
