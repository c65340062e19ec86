using Periplo.Exchange;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Rest;
using Periplo.Statistics;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Exchange;

public class FlowHistoryTests
{
    private static readonly DatasetDefinition Stock = Sample.Definitions.Stock;

    [Fact]
    public void Latest_release_gives_a_table_whole_and_earlier_ones_what_lies_before_it()
    {
        var flow = SampleFlow.Of(
            Stock,
            ("UNDESA", "2024", [(1, [Sample.Stock("USA", "MEX", 2020, 20), Sample.Stock("USA", "MEX", 2024, 24)])]),
            ("UNDESA", "2019", [(0, [Sample.Stock("USA", "MEX", 2015, 1), Sample.Stock("USA", "MEX", 2022, 2), Sample.Stock("USA", "GTM", 2024, 3), Sample.Stock("CAN", "MEX", 2024, 4)])]));

        // What the later one leaves out of its table is not filled from the earlier one: neither a year between nor an origin.
        Assert.Equal(["CAN.MEX 2024 4 ", "USA.MEX 2015 1 UNDESA@2019", "USA.MEX 2020 20 ", "USA.MEX 2024 24 "], Short(flow, new()));
    }

    [Fact]
    public void Who_counts_its_own_country_goes_before_who_compiles_and_own_estimates_last()
    {
        var sources = new[] { "PERIPLO", "IOM", "IGM", "UNDESA" }.Select(source => new Revision("STOCK", source, "2024")).Append(new("STOCK", "IGM", "2025"));

        Assert.Equal(["IGM.2025", "IGM.2024", "IOM.2024", "UNDESA.2024", "PERIPLO.2024"], FlowOrder.Of(sources).Select(revision => revision.Id));
    }

    [Fact]
    public void As_of_gives_figures_as_they_were()
    {
        var flow = Corrected();

        // The two files of the release have papers of their own.
        Assert.Equal(["USA.MEX 2020 1 UNDESA@2024", "USA.MEX 2024 2 "], Short(flow, new() { AsOf = SampleFlow.Start.AddHours(1) }));
        Assert.Equal(["USA.GTM 2024 3 ", "USA.MEX 2020 1 ", "USA.MEX 2024 9 "], Short(flow, new() { AsOf = SampleFlow.Start.AddHours(2) }));
        Assert.Empty(flow.Select(new() { AsOf = SampleFlow.Start.AddHours(-1) }));
    }

    [Fact]
    public void Updated_after_gives_what_is_new_or_other_and_nothing_that_stayed()
    {
        Assert.Equal(["Replace", "USA.GTM 2024 3 ", "USA.MEX 2024 9 "], Short(Corrected(), new() { UpdatedAfter = SampleFlow.Start.AddHours(1) }, heads: true));
        Assert.Empty(Corrected().Select(new() { UpdatedAfter = SampleFlow.Start.AddHours(2) }));
    }

    [Fact]
    public void Figures_a_successor_has_no_more_are_deleted()
    {
        var first = SampleFlow.Revision(Stock, "INE", "2026-01-01", (0, [Sample.Stock("USA", "MEX", 2020, 1), Sample.Stock("USA", "MEX", 2024, 2), Sample.Stock("CAN", "MEX", 2024, 5)]));
        var second = SampleFlow.Revision(Stock, "INE", "2026-02-01", (3, [Sample.Stock("USA", "MEX", 2024, 2)]));
        var flow = SampleFlow.Of(Stock, [second, new FlowRevision(first.Dataset) { Until = second.Since }]);

        Assert.Equal(["USA.MEX 2024 2 "], Short(flow, new()));
        Assert.Equal(["Delete", "CAN.MEX 2024 NaN ", "USA.MEX 2020 NaN "], Short(flow, new() { UpdatedAfter = SampleFlow.Start }, heads: true));
        Assert.Equal(["Delete", "USA.MEX 2020 NaN "], Short(flow, new() { UpdatedAfter = SampleFlow.Start, Keys = [new([[], ["USA"]])] }, heads: true));
    }

    [Fact]
    public void History_has_a_data_set_or_two_for_every_dissemination_oldest_first()
    {
        var first = SampleFlow.Revision(Stock, "INE", "2026-01-01", (0, [Sample.Stock("USA", "MEX", 2020, 1)]), (1, [Sample.Stock("USA", "MEX", 2024, 2)]));
        var second = SampleFlow.Revision(Stock, "INE", "2026-02-01", (3, [Sample.Stock("USA", "MEX", 2024, 7)]));
        var flow = SampleFlow.Of(Stock, [second, new FlowRevision(first.Dataset) { Until = second.Since }]);

        var sets = FigureSelection.DataSets(flow.Series, flow.Structure, new() { IncludeHistory = true });

        Assert.Equal(
            [(DataAction.Replace, 0, null), (DataAction.Replace, 1, null), (DataAction.Replace, 3, null), (DataAction.Delete, null, 3)],
            sets.Select(set => (set.Action, set.ValidFrom?.Hour, set.ValidTo?.Hour)));
        Assert.Equal(["2020 1", "2024 2", "2024 7", "2020 NaN"], sets.SelectMany(set => SampleFlow.Lines(set.Cursor)).Select(line => string.Join(' ', line.Split(':')[1].Split(' ').Take(2))));
    }

    [Fact]
    public void Played_in_order_history_leads_to_what_there_is_now()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var flow = SampleFlow.Random(random);
            var held = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var set in FigureSelection.DataSets(flow.Series, flow.Structure, new() { IncludeHistory = true }))
                Play(set, held);
            var now = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var set in FigureSelection.DataSets(flow.Series, flow.Structure, new()))
                Play(set, now);

            Assert.Equal(now, held);
        });
    }

    [Fact]
    public void Changes_since_any_moment_lead_from_what_was_to_what_is()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var flow = SampleFlow.Random(random);
            var at = SampleFlow.Start.AddHours(random.Next(-1, 9));
            var held = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var set in FigureSelection.DataSets(flow.Series, flow.Structure, new() { AsOf = at }))
                Play(set, held);
            foreach (var set in FigureSelection.DataSets(flow.Series, flow.Structure, new() { UpdatedAfter = at }))
                Play(set, held);
            var now = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var set in FigureSelection.DataSets(flow.Series, flow.Structure, new()))
                Play(set, now);

            Assert.Equal(now, held);
        });
    }

    [Fact]
    public void Provider_s_figures_are_those_of_its_revisions()
    {
        var flow = SampleFlow.Of(
            Stock,
            ("UNDESA", "2024", [(0, [Sample.Stock("USA", "MEX", 2020, 1)])]),
            ("PERIPLO", "1", [(1, [Sample.Stock("USA", "MEX", 2020, 7), Sample.Stock("CAN", "MEX", 2020, 8)])]));

        Assert.Equal(["CAN.MEX 2020 8 ", "USA.MEX 2020 1 "], Short(flow, new()));
        Assert.Equal(["CAN.MEX 2020 8 ", "USA.MEX 2020 7 "], Short(flow, new() { Providers = [new("", "OWN")] }));
        Assert.Equal(["USA.MEX 2020 1 "], Short(flow, new() { Providers = [new("PERIPLO", "OFFICIAL")] }));
        Assert.Empty(flow.Select(new() { Providers = [new("OTHER", "OWN")] }));
    }

    [Fact]
    public void Revision_named_after_a_day_takes_the_place_of_the_one_its_source_sent_before()
    {
        var at = SampleFlow.Start;
        Part Part(string source, string release, int hour, string sha, string reader) => new(
            new("STOCK", source, release), new("f", sha, 1), reader, "", Sample.Papers, 1, [], [], [], at.AddHours(hour), [sha]);
        Part[] parts =
        [
            Part("UNDESA", "2019", 0, "a", "csv 1"), Part("UNDESA", "2024", 1, "b", "csv 1"),
            Part("INE", "2026-01-01", 2, "c", "sdmx 1"), Part("INE", "2026-01-02", 2, "c", "sdmx 1"), Part("INE", "2026-01-02", 4, "d", "sdmx 1"),
        ];

        var spans = Successions.Of(parts);

        Assert.Equal((at.UtcTicks, long.MaxValue), spans[new("STOCK", "UNDESA", "2019")]);
        Assert.Equal((at.AddHours(2).UtcTicks, at.AddHours(4).UtcTicks), spans[new("STOCK", "INE", "2026-01-01")]);
        Assert.Equal((at.AddHours(4).UtcTicks, long.MaxValue), spans[new("STOCK", "INE", "2026-01-02")]);
    }

    private static SampleFlow Corrected() => SampleFlow.Of(
        Stock,
        ("UNDESA", "2025", [(2, [Sample.Stock("USA", "MEX", 2020, 1), Sample.Stock("USA", "MEX", 2024, 9), Sample.Stock("USA", "GTM", 2024, 3)])]),
        ("UNDESA", "2024", [(0, [Sample.Stock("USA", "MEX", 2020, 1)]), (1, [Sample.Stock("USA", "MEX", 2024, 2)])]));

    private static void Play(DataSet set, SortedDictionary<string, double> held)
    {
        while (set.Cursor.Read())
        {
            var key = string.Join('.', Enumerable.Range(0, set.Cursor.Structure.Dimensions.Count).Select(set.Cursor.Code)) + $":{set.Cursor.Time}";
            if (set.Action == DataAction.Delete)
                Assert.True(held.Remove(key), key);
            else
                held[key] = set.Cursor.Value;
        }
    }

    /// <summary>Destination, origin, period, value, and the publication where it is not that of the series.</summary>
    private static List<string> Short(SampleFlow flow, DataQuery query, bool heads = false) =>
    [
        .. FigureSelection.DataSets(flow.Series, flow.Structure, query).SelectMany(set =>
        {
            var lines = heads ? new List<string> { $"{set.Action}" } : [];
            var source = set.Cursor.Structure.Attributes.ToList().FindIndex(one => one.Id == "OBS_SOURCE");
            while (set.Cursor.Read())
                lines.Add($"{set.Cursor.Code(1)}.{set.Cursor.Code(2)} {set.Cursor.Time} {set.Cursor.Value} {set.Cursor.Attribute(source)}");
            return lines;
        }),
    ];
}
