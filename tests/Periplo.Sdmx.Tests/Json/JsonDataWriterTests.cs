using System.Text.Json;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;
using Periplo.Tests.Sdmx.Xml;
using Xunit;
using static Periplo.Tests.Sdmx.Json.JsonText;
using static Periplo.Tests.Sdmx.Xml.MigrantData;

namespace Periplo.Tests.Sdmx.Json;

public class JsonDataWriterTests
{
    [Fact]
    public void Series_have_numbered_keys_attributes_and_observations()
    {
        foreach (var version in Versions)
        {
            var set = Parsed(Message(Few()), version).GetProperty("data").GetProperty("dataSets")[0];

            Assert.Equal("Replace", set.GetProperty("action").GetString());
            Assert.Equal(
                """{"0:0:0:0:0":{"attributes":[0,0,null],"observations":{"0":[10890,0],"1":[11430,1,0]}},"0:0:1:0:0":{"attributes":[0,0,null],"observations":{"0":[1230000.5,0]}}}""",
                set.GetProperty("series").GetRawText());
            Assert.Equal("[null]", set.GetProperty("attributes").GetRawText());
        }
    }

    [Fact]
    public void Meta_names_schema_message_sender_and_language()
    {
        var meta = Parsed(Message(Few()) with { Languages = ["fr", "es-MX"] }, JsonVersion.V2).GetProperty("meta");

        Assert.EndsWith("/2.0.0/sdmx-json-data-schema.json", meta.GetProperty("schema").GetString(), StringComparison.Ordinal);
        Assert.Equal(("M1", "2026-07-01T12:30:00+02:00", false, "MDIS"),
            (meta.GetProperty("id").GetString(), meta.GetProperty("prepared").GetString(), meta.GetProperty("test").GetBoolean(), meta.GetProperty("sender").GetProperty("id").GetString()));
        Assert.Equal("""["es"]""", meta.GetProperty("contentLanguages").GetRawText());
    }

    [Fact]
    public void Structure_of_2_0_is_a_list_whose_periods_have_id_name_start_and_end()
    {
        var data = Parsed(Message([.. Few(), Row("A.DE.SO.F._T", "2015", 1)]), JsonVersion.V2).GetProperty("data");

        Assert.Equal(0, data.GetProperty("dataSets")[0].GetProperty("structure").GetInt32());
        var structure = Assert.Single(data.GetProperty("structures").EnumerateArray());
        Assert.Equal("[0]", structure.GetProperty("dataSets").GetRawText());
        Assert.Equal("""{"en":"Migrant stock","es":"Migrant stock (es)"}""", structure.GetProperty("names").GetRawText());
        var time = structure.GetProperty("dimensions").GetProperty("observation")[0];
        Assert.Equal(("TIME_PERIOD", 5, "[\"TIME_PERIOD\"]"), (time.GetProperty("id").GetString(), time.GetProperty("keyPosition").GetInt32(), time.GetProperty("roles").GetRawText()));
        Assert.Equal(
            """{"id":"2024","name":"2024","order":2,"start":"2024-01-01T00:00:00Z","end":"2024-12-31T23:59:59Z"}""",
            time.GetProperty("values")[1].GetRawText());
        Assert.Equal([1, 2, 0], time.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("order").GetInt32()));
        Assert.Equal("OBS_VALUE", structure.GetProperty("measures").GetProperty("observation")[0].GetProperty("id").GetString());
        Assert.Equal(0, structure.GetProperty("attributes").GetProperty("dimensionGroup").GetArrayLength());
    }

    [Fact]
    public void Every_attribute_says_what_it_hangs_on_and_every_component_its_roles()
    {
        string Relationships(JsonVersion version)
        {
            var data = Parsed(Message(Few()), version).GetProperty("data");
            var structure = version == JsonVersion.V1 ? data.GetProperty("structure") : data.GetProperty("structures")[0];
            Assert.All(structure.GetProperty("dimensions").EnumerateObject().SelectMany(level => level.Value.EnumerateArray()), one => Assert.True(one.GetProperty("roles").ValueKind == JsonValueKind.Array));
            return string.Join(' ', structure.GetProperty("attributes").EnumerateObject().SelectMany(level => level.Value.EnumerateArray())
                .Select(one => one.GetProperty("roles").GetRawText() + one.GetProperty("relationship").GetRawText()));
        }

        const string Whole = "{\"dimensions\":[\"FREQ\",\"REF_AREA\",\"COUNTERPART_AREA\",\"SEX\",\"AGE\"]}";
        Assert.Equal(
            $$$"""[]{"none":{}} ["UNIT_MEASURE"]{{{Whole}}} ["UNIT_MULT"]{{{Whole}}} []{"dimensions":["REF_AREA"]} ["OBS_STATUS"]{"primaryMeasure":"OBS_VALUE"} []{"primaryMeasure":"OBS_VALUE"}""",
            Relationships(JsonVersion.V1));
        Assert.Equal(
            $$$"""[]{"dataflow":{}} ["UNIT_MEASURE"]{{{Whole}}} ["UNIT_MULT"]{{{Whole}}} []{"dimensions":["REF_AREA"]} ["OBS_STATUS"]{"observation":{}} []{"observation":{}}""",
            Relationships(JsonVersion.V2));
    }

    [Fact]
    public void Labels_are_in_the_best_language_held_and_free_texts_are_values()
    {
        var message = Message([Row("A.DE.SO._T.0 to 4", "2020", 1, "E", "COMMENT_OBS=see \"notes\"")]);
        var structure = Parsed(message with { Languages = ["fr", "es"] }, JsonVersion.V2).GetProperty("data").GetProperty("structures")[0];
        var series = structure.GetProperty("dimensions").GetProperty("series");

        Assert.Equal("Migrant stock (es)", structure.GetProperty("name").GetString());
        Assert.Equal("REF_AREA (es)", series[1].GetProperty("name").GetString());
        Assert.Equal("""[{"id":"DE","name":"DE (es)","order":0}]""", series[1].GetProperty("values").GetRawText());
        Assert.Equal("""[{"value":"0 to 4","name":"0 to 4"}]""", series[4].GetProperty("values").GetRawText());
        Assert.Equal("Période", structure.GetProperty("dimensions").GetProperty("observation")[0].GetProperty("name").GetString());
        var attributes = structure.GetProperty("attributes").GetProperty("observation");
        Assert.Equal("""[{"id":"E","name":"E (es)","order":2}]""", attributes[0].GetProperty("values").GetRawText());
        Assert.Equal("""[{"value":"see \"notes\"","name":"see \"notes\""}]""", attributes[1].GetProperty("values").GetRawText());
    }

    [Fact]
    public void Flat_message_has_whole_keys_at_observations()
    {
        foreach (var version in Versions)
        {
            var set = Parsed(Message(Few()) with { DimensionAtObservation = DataMessage.AllDimensions }, version).GetProperty("data").GetProperty("dataSets")[0];

            Assert.Equal(
                """{"0:0:0:0:0:0":[10890,0,0,null,0],"0:0:0:0:0:1":[11430,0,0,null,1,0],"0:0:1:0:0:0":[1230000.5,0,0,null,0]}""",
                set.GetProperty("observations").GetRawText());
        }
    }

    [Fact]
    public void Cross_section_brings_observations_together_that_lie_apart()
    {
        var message = Message([Row("A.DE.SO.F._T", "2020", 1), Row("A.DE.SO.F._T", "2021", 2), Row("A.DE.SO.M._T", "2020", 3), Row("A.DE.SO.M._T", "2021", 4)]);
        var data = Parsed(message with { DimensionAtObservation = "SEX", Detail = DataDetail.DataOnly }, JsonVersion.V1).GetProperty("data");

        Assert.Equal(
            """{"0:0:0:0:0":{"observations":{"0":[1],"1":[3]}},"0:0:0:0:1":{"observations":{"0":[2],"1":[4]}}}""",
            data.GetProperty("dataSets")[0].GetProperty("series").GetRawText());
        var dimensions = data.GetProperty("structure").GetProperty("dimensions");
        Assert.Equal(["FREQ", "REF_AREA", "COUNTERPART_AREA", "AGE", "TIME_PERIOD"], dimensions.GetProperty("series").EnumerateArray().Select(one => one.GetProperty("id").GetString()));
        Assert.Equal("SEX", dimensions.GetProperty("observation")[0].GetProperty("id").GetString());
    }

    [Fact]
    public void Attributes_of_a_cross_section_stand_with_it_when_its_dimensions_are_all_they_depend_on()
    {
        var message = Message([Row("A.DE.SO.F._T", "2020", 1, "A", "SOURCE_DETAIL=census"), Row("A.DE.SO.M._T", "2020", 3, "A", "SOURCE_DETAIL=census")]);
        var structure = Parsed(message with { DimensionAtObservation = "SEX" }, JsonVersion.V1).GetProperty("data").GetProperty("structure").GetProperty("attributes");

        Assert.Equal(["SOURCE_DETAIL"], structure.GetProperty("series").EnumerateArray().Select(one => one.GetProperty("id").GetString()));
        Assert.Equal(["UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS", "COMMENT_OBS"], structure.GetProperty("observation").EnumerateArray().Select(one => one.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData(DataDetail.DataOnly, """{"0:0:0:0:0":{"observations":{"0":[10890],"1":[11430]}},"0:0:1:0:0":{"observations":{"0":[1230000.5]}}}""")]
    [InlineData(DataDetail.NoData, """{"0:0:0:0:0":{"attributes":[0,0,null]},"0:0:1:0:0":{"attributes":[0,0,null]}}""")]
    [InlineData(DataDetail.SeriesKeysOnly, """{"0:0:0:0:0":{},"0:0:1:0:0":{}}""")]
    public void Detail_leaves_parts_out(DataDetail detail, string series)
    {
        foreach (var dimension in new[] { DataStructure.TimeDimension, DataMessage.AllDimensions })
        {
            if (detail == DataDetail.DataOnly && dimension == DataMessage.AllDimensions)
                continue;
            var set = Parsed(Message(Few()) with { Detail = detail, DimensionAtObservation = dimension }, JsonVersion.V2).GetProperty("data").GetProperty("dataSets")[0];

            Assert.Equal(series, set.GetProperty("series").GetRawText());
        }
    }

    [Fact]
    public void Data_sets_say_what_is_done_with_them_and_when_they_held()
    {
        var then = new DateTimeOffset(2025, 1, 1, 10, 0, 0, TimeSpan.FromHours(-6)).AddTicks(5);
        var message = new DataMessage(Header, Flow,
        [
            new(new RowCursor(Structure, Few()), DataAction.Merge, then, then.AddDays(1)),
            new(new RowCursor(Structure, Few()), DataAction.Delete, ValidTo: then),
            new(new RowCursor(Structure, []), DataAction.Information),
        ]);
        var sets = Parsed(message, JsonVersion.V2).GetProperty("data").GetProperty("dataSets").EnumerateArray().ToList();

        Assert.Equal(["Append", "Delete", "Information"], sets.Select(set => set.GetProperty("action").GetString()));
        Assert.Equal(("2025-01-01T10:00:00.0000005-06:00", "2025-01-02T10:00:00.0000005-06:00"), (sets[0].GetProperty("validFrom").GetString(), sets[0].GetProperty("validTo").GetString()));

        // Deletions remove observations whole: they name neither values nor attributes.
        Assert.Equal("""{"0:0:0:0:0":{"observations":{"0":[],"1":[]}},"0:0:1:0:0":{"observations":{"0":[]}}}""", sets[1].GetProperty("series").GetRawText());
        Assert.Equal("{}", sets[2].GetProperty("series").GetRawText());
    }

    [Fact]
    public void What_comes_again_out_of_order_goes_on_in_another_data_set()
    {
        var message = Message([Row("A.DE.SO._T._T", "2020", 1), Row("A.TR.SO._T._T", "2020", 2), Row("A.DE.SO._T._T", "2021", 3), Row("A.TR.SO._T._T", "2021", 4), Row("A.TR.SO._T._T", "2022", 5, "A", "PUBLISHER=P")]);
        var data = Parsed(message, JsonVersion.V2).GetProperty("data");

        Assert.Equal(
            ["""{"0":[1,0]} {"0":[2,0]}""", """{"1":[3,0]} {"1":[4,0]}""", """{"2":[5,0]}"""],
            data.GetProperty("dataSets").EnumerateArray().Select(set => string.Join(' ', set.GetProperty("series").EnumerateObject().Select(one => one.Value.GetProperty("observations").GetRawText()))));
        Assert.Equal(["[null]", "[null]", "[0]"], data.GetProperty("dataSets").EnumerateArray().Select(set => set.GetProperty("attributes").GetRawText()));
        Assert.Equal("[0,1,2]", data.GetProperty("structures")[0].GetProperty("dataSets").GetRawText());
    }

    [Fact]
    public void Missing_value_is_null_and_keeps_its_attributes()
    {
        Assert.Contains("\"0\":[null,0,0]", Text(Message([Row("A.DE.SO._T._T", "2020", double.NaN, "O", "COMMENT_OBS=lost")]), JsonVersion.V1), StringComparison.Ordinal);
        Assert.Contains("\"0\":[null]", Text(Message([Row("A.DE.SO._T._T", "2020", double.NaN, "")]), JsonVersion.V1), StringComparison.Ordinal);
    }

    [Fact]
    public void Dimension_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Written(Message(Few()) with { DimensionAtObservation = "COLOUR" }, JsonVersion.V1));
    }

    [Fact]
    public void Agreement_is_linked_before_the_flow()
    {
        var message = Message(Few()) with { Provision = new StructureReference(StructureType.ProvisionAgreement, "MDIS", "PA_MIG_STOCK", "1.0") };

        Assert.Equal(
            ["provisionagreement", "dataflow", "structure"],
            Parsed(message, JsonVersion.V2).GetProperty("data").GetProperty("structures")[0].GetProperty("links").EnumerateArray().Select(link => link.GetProperty("rel").GetString()));
    }

    [Fact]
    public void Bytes_leave_before_the_last_observation_is_read_and_nothing_is_held()
    {
        foreach (var version in Versions)
        {
            foreach (var dimension in new[] { DataStructure.TimeDimension, DataMessage.AllDimensions })
            {
                using var sink = new CountingStream();
                var cursor = new LongCursor(30, () => sink.Length);
                var allocated = GC.GetAllocatedBytesForCurrentThread();

                JsonDataWriter.Write(new(Header, Flow, [new(cursor)]) { DimensionAtObservation = dimension }, sink, version);

                Assert.True(cursor.WrittenAtFirst < 1000 && cursor.WrittenAtLast > sink.Length * 9 / 10);
                Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 3_000_000);
            }
        }
    }

    /// <summary>Counts bytes and forgets them.</summary>
    private sealed class CountingStream : Stream
    {
        private long length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => length;

        public override long Position
        {
            get => length;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => length += buffer.Length;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
