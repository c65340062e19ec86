using Periplo.Sdmx.Messages;
using Xunit;
using static Periplo.Tests.Sdmx.Xml.XmlText;

namespace Periplo.Tests.Sdmx.Xml;

public class XmlRoundTripTests
{
    [Fact]
    public void Messages_of_every_variant_read_back_as_they_were()
    {
        Property.Holds(TestCounts.Properties * 4, random =>
        {
            var flow = RandomData.Flow(random);
            var seed = random.Next();
            var format = Formats[random.Next(4)];
            DataMessage Message() => RandomData.Message(new(seed), flow);

            using var reader = new XmlDataReader(new MemoryStream(Written(Message(), format)), _ => flow) { RequiresAttributes = false };
            var read = Lines(reader);

            var expected = Lines(Message());
            if (Message().DimensionAtObservation != "TIME_PERIOD" && !format.IsTimeSeries())
            {
                // Cross-sections bring rows together that were apart.
                read.Sort(StringComparer.Ordinal);
                expected.Sort(StringComparer.Ordinal);
            }

            Assert.Equal(expected, read);
            Assert.Equal(Message().Header, reader.Header);
            Assert.Equal(format, reader.Format);
        });
    }

    [Fact]
    public void Observations_read_are_written_again_to_the_same_bytes()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var flow = RandomData.Flow(random);
            var format = Formats[random.Next(4)];
            var first = Written(new(MigrantData.Header, flow, [new(new RowCursor(flow.Structure, RandomData.Rows(random, flow.Structure)))]), format);

            using var reader = new XmlDataReader(new MemoryStream(first), _ => flow) { RequiresAttributes = false };
            var second = Written(new(reader.Header!, reader.Dataflow, [new(reader)]), format);

            Assert.Equal(first, second);
        });
    }

    [Fact]
    public void Large_cross_sections_read_back_whole()
    {
        // More rows than are brought together at a time.
        const int Years = 2000;
        IEnumerable<DataRow> Rows() => from sex in new[] { "_T", "F", "M" } from age in Enumerable.Range(0, 9) from year in Enumerable.Range(1000, Years)
            select MigrantData.Row($"A.DE.SO.{sex}.Y{age}", $"{year}", year + age);

        var message = new DataMessage(MigrantData.Header, MigrantData.Flow, [new(new RowCursor(MigrantData.Structure, Rows()))]) { DimensionAtObservation = "SEX" };
        using var reader = Reader(Written(message, DataFormat.StructureSpecificXml));
        var read = Lines(reader);

        var expected = Rows().Count();
        Assert.True(expected > 1 << 15);
        Assert.Equal(expected, read.Count);
        Assert.Equal(expected, read.Distinct().Count());
    }
}
