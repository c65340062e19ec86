using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Tests.Sdmx.Xml;
using Xunit;
using static Periplo.Tests.Sdmx.Json.JsonText;

namespace Periplo.Tests.Sdmx.Json;

public class JsonRoundTripTests
{
    [Fact]
    public void Messages_of_every_variant_read_back_as_they_were()
    {
        Property.Holds(TestCounts.Properties * 4, random =>
        {
            var flow = RandomData.Flow(random);
            var seed = random.Next();
            var version = Versions[random.Next(2)];
            DataMessage Message() => RandomData.Message(new(seed), flow);
            var bytes = Written(Message(), version);

            foreach (var stream in new Stream[] { new MemoryStream(bytes), new NetworkStream(bytes, random.Next(1, 3000)) })
            {
                using var reader = new JsonDataReader(stream, _ => flow) { RequiresAttributes = false };
                var read = XmlText.Lines(reader);

                var expected = XmlText.Lines(Message());
                if (Message().DimensionAtObservation is not (DataStructure.TimeDimension or DataMessage.AllDimensions))
                {
                    // Cross-sections bring rows together that were apart.
                    read.Sort(StringComparer.Ordinal);
                    expected.Sort(StringComparer.Ordinal);
                }

                Assert.Equal(expected, read);
                Assert.Equal(Message().Header, reader.Header);
            }
        });
    }

    [Fact]
    public void Status_follows_the_attribute_or_the_value()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var flow = RandomData.Flow(random);
            var rows = RandomData.Rows(random, flow.Structure);
            var cursor = new RowCursor(flow.Structure, rows);
            using var reader = new JsonDataReader(
                new MemoryStream(Written(new(MigrantData.Header, flow, [new(new RowCursor(flow.Structure, rows))]), Versions[random.Next(2)])), _ => flow) { RequiresAttributes = false };
            while (cursor.Read())
            {
                Assert.True(reader.Read());
                Assert.Equal((cursor.Status, cursor.Time), (reader.Status, reader.Time));
            }

            Assert.False(reader.Read());
        });
    }

    [Fact]
    public void Observations_read_are_written_again_to_the_same_bytes()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var flow = RandomData.Flow(random);
            var version = Versions[random.Next(2)];
            var message = new DataMessage(MigrantData.Header, flow, [new(new RowCursor(flow.Structure, RandomData.Rows(random, flow.Structure)))]);
            var first = Written(message, version);

            using var reader = new JsonDataReader(new MemoryStream(first), _ => flow) { RequiresAttributes = false };
            var second = Written(new(reader.Header!, reader.Dataflow, [new(new OneSet(reader))]), version);

            Assert.Equal(first, second);
        });
    }

    [Fact]
    public void Large_cross_sections_read_back_whole()
    {
        // More rows than are put aside in memory.
        var cursor = new LongCursor(100, () => 0);
        var message = new DataMessage(MigrantData.Header, MigrantData.Flow, [new(cursor)]) { DimensionAtObservation = "SEX" };
        using var reader = Reader(Written(message, JsonVersion.V1), requiresAttributes: true);
        var (count, sum) = (0, 0.0);
        while (reader.Read())
            (count, sum) = (count + 1, sum + reader.Value);

        Assert.Equal((cursor.Count, cursor.Sum), (count, sum));
        Assert.Equal(1, reader.DataSets);
    }

    /// <summary>All data sets of a reader as one.</summary>
    private sealed class OneSet(DataReader reader) : DataCursor
    {
        public override DataStructure Structure => reader.Structure;

        public override TimePeriod Time => reader.Time;

        public override double Value => reader.Value;

        public override ObservationStatus Status => reader.Status;

        public override bool Read() => reader.Read();

        public override string Code(int dimension) => reader.Code(dimension);

        public override string? Attribute(int attribute) => reader.Attribute(attribute);
    }
}
