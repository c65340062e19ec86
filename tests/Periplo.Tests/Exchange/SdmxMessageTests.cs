using Periplo.Exchange;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Exchange;

public class SdmxMessageTests
{
    private static readonly DataFormat[] Written =
    [
        DataFormat.GenericXml, DataFormat.GenericTimeSeriesXml, DataFormat.StructureSpecificXml, DataFormat.StructureSpecificTimeSeriesXml,
        DataFormat.Json1, DataFormat.Json2, DataFormat.Csv1, DataFormat.Csv2,
    ];

    public static TheoryData<DataFormat> Formats => [.. Written];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Figures_of_every_dataset_written_and_read_are_as_they_were(DataFormat format)
    {
        var random = new Random(TestCounts.Seed);
        foreach (var definition in Sample.Definitions.All)
        {
            for (var times = 0; times < 5; times++)
            {
                var flow = SampleFlow.Of(definition, [("UNDESA", "2024", [(0, Sample.Random(definition, random, 60))]), ("WB", "2023", [(1, Sample.Random(definition, random, 60))])]);
                if (flow.Series.Whole.Observations > 0)
                    AssertRoundTrip(definition.Dataflow with { Structure = flow.Structure }, format, () => FigureSelection.DataSets(flow.Series, flow.Structure, new()));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Changes_and_deletions_written_and_read_are_as_they_were(DataFormat format)
    {
        // Only these say of every data set what is to be done with it.
        Assert.SkipWhen(format == DataFormat.Csv1, "SDMX-CSV 1.0 has no deletions.");
        var stock = Sample.Definitions.Stock;
        var first = SampleFlow.Revision(stock, "INE", "2026-01-01", (0, [Sample.Stock("USA", "MEX", 2020, 1), Sample.Stock("USA", "MEX", 2024, 2)]));
        var second = SampleFlow.Revision(stock, "INE", "2026-02-01", (3, [Sample.Stock("USA", "MEX", 2024, 7)]));
        var flow = SampleFlow.Of(stock, [second, new FlowRevision(first.Dataset) { Until = second.Since }]);
        var message = Message(stock.Dataflow with { Structure = flow.Structure }, FigureSelection.DataSets(flow.Series, flow.Structure, new() { UpdatedAfter = SampleFlow.Start }));
        using var stream = new MemoryStream();
        DataFormats.Write(message, stream, format);
        stream.Position = 0;

        using var reader = DataMessages.Open(stream, _ => message.Dataflow);

        Assert.True(reader.Read());
        Assert.Equal((DataAction.Replace, "2024", 7), (reader.Action, reader.Time.ToString(), reader.Value));
        Assert.True(reader.Read());
        Assert.Equal((DataAction.Delete, "USA", "2020"), (reader.Action, reader.Code(1), reader.Time.ToString()));
        Assert.False(reader.Read());
    }

    /// <summary>Writes data sets in a format, reads them and compares figure by figure.</summary>
    internal static void AssertRoundTrip(Dataflow flow, DataFormat format, Func<IReadOnlyList<DataSet>> select)
    {
        using var stream = new MemoryStream();
        DataFormats.Write(Message(flow, select()), stream, format);
        stream.Position = 0;
        using var reader = DataMessages.Open(stream, _ => flow, out var found);
        Assert.Equal(format, found);

        Assert.Equal(select().SelectMany(set => SampleFlow.Lines(set.Cursor)).Order(StringComparer.Ordinal), SampleFlow.Lines(reader).Order(StringComparer.Ordinal));
    }

    private static DataMessage Message(Dataflow flow, IReadOnlyList<DataSet> sets) => new(new("TEST", DateTimeOffset.UnixEpoch, "PERIPLO"), flow, sets);
}
