using Periplo.Exchange;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Rest;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Exchange;

public class FigureSelectionTests
{
    [Fact]
    public void Queries_select_what_the_rules_say_figure_by_figure()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var flow = SampleFlow.Random(random);
            var plain = new PlainFlow(flow);
            for (var queries = 0; queries < 8; queries++)
            {
                var query = RandomQuery(flow, random);

                Assert.Equal(plain.Select(query), flow.Select(query).Select(Bare));
            }
        });
    }

    [Fact]
    public void Availability_counts_what_the_rules_say_figure_by_figure()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var flow = SampleFlow.Random(random);
            var plain = new PlainFlow(flow);
            for (var queries = 0; queries < 8; queries++)
            {
                var query = RandomQuery(flow, random) with { First = null, Last = null, UpdatedAfter = null, IncludeHistory = false };
                var exact = random.Next(2) == 0;

                var extent = FlowExtent.Of(flow.Series, flow.Structure, query, exact);

                var (series, observations, values) = plain.Extent(query, exact);
                Assert.Equal((series, observations), (extent.Series, extent.Observations));
                Assert.Equal(values, extent.Values(flow.Structure).Select(one => $"{one.Component} {string.Join(' ', one.Values.Order(StringComparer.Ordinal))}"));
            }
        });
    }

    [Fact]
    public void Pages_put_together_are_the_whole_in_any_order()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var flow = SampleFlow.Random(random);
            var query = RandomQuery(flow, random) with { IncludeHistory = false };
            if (random.Next(2) == 0)
                query = query with { Sort = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new SortKey(Component(flow, random), random.Next(2) == 0))] };
            var whole = flow.Select(query).Where(line => line.Contains(':', StringComparison.Ordinal)).ToList();
            var size = random.Next(1, 30);
            var pages = new List<string>();
            for (var offset = 0; offset <= whole.Count; offset += size)
                pages.AddRange(flow.Select(query with { Offset = offset, Limit = size }).Where(line => line.Contains(':', StringComparison.Ordinal)));

            Assert.Equal(whole, pages);
        });
    }

    [Fact]
    public void Sorting_orders_figures_and_loses_none()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var flow = SampleFlow.Random(random);
            var sort = new SortKey("OBS_VALUE", random.Next(2) == 0);

            var sets = FigureSelection.DataSets(flow.Series, flow.Structure, new() { Sort = [sort, new("TIME_PERIOD", Descending: true)] });

            var values = new List<double>();
            foreach (var set in sets)
            {
                while (set.Cursor.Read())
                    values.Add(set.Cursor.Value);
            }

            var numbers = values.Where(value => !double.IsNaN(value)).ToList();
            Assert.Equal(sort.Descending ? numbers.OrderDescending() : numbers.Order(), numbers);
            Assert.Equal(flow.Series.Whole.Observations, values.Count);
        });
    }

    [Fact]
    public void Cross_sections_have_their_observations_together()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var flow = SampleFlow.Random(random);
            var dimension = flow.Structure.Dimensions[random.Next(flow.Structure.Dimensions.Count)].Id;
            var at = flow.Structure.Position(dimension);
            var seen = new HashSet<string>();
            var last = "";
            foreach (var set in FigureSelection.DataSets(flow.Series, flow.Structure, new() { DimensionAtObservation = dimension }))
            {
                while (set.Cursor.Read())
                {
                    var section = string.Join('.', Enumerable.Range(0, flow.Structure.Dimensions.Count).Select(d => d == at ? "" : set.Cursor.Code(d))) + set.Cursor.Time;
                    Assert.True(section == last || seen.Add(section), section);
                    last = section;
                }
            }
        });
    }

    [Fact]
    public void Every_figure_leaves_with_its_papers()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var flow = SampleFlow.Random(random);
            var codes = flow.Revisions.SelectMany(revision => revision.Papers).Select(papers => papers.SourceDetail).ToHashSet();
            foreach (var line in flow.Select(new()).Skip(1))
            {
                var attributes = line.Split(' ').Where(word => word.Contains('=', StringComparison.Ordinal)).Select(word => word.Split('=', 2)).ToLookup(pair => pair[0], pair => pair[1]);
                foreach (var id in new[] { "OBS_STATUS", "UNIT_MULT", "SOURCE_DETAIL", "METHOD", "LICENCE", "REVISION" })
                    Assert.NotEmpty(attributes[id].Single());
                Assert.Contains(attributes["OBS_SOURCE"].SingleOrDefault() ?? attributes["SOURCE_DETAIL"].Single(), codes);
                foreach (var (id, value) in attributes.Select(one => (one.Key, one.First())))
                {
                    if (flow.Structure.Attributes.First(one => one.Id == id).CodeList is { } list)
                        Assert.NotNull(list.Find(value));
                }
            }
        });
    }

    [Fact]
    public void Keys_only_are_told_once_a_series()
    {
        var flow = SampleFlow.Of(Sample.Definitions.Stock, [("UNDESA", "2024", [(0, [Sample.Stock("USA", "MEX", 2015, 1), Sample.Stock("USA", "MEX", 2020, 2), Sample.Stock("CAN", "MEX", 2020, 3)])])]);

        Assert.Equal(2, flow.Select(new() { Detail = DataDetail.SeriesKeysOnly }).Count - 1);
        Assert.Single(flow.Select(new() { Detail = DataDetail.NoData, Offset = 1 }).Skip(1));
    }

    [Fact]
    public void Attributes_asked_for_alone_are_given()
    {
        var flow = SampleFlow.Of(Sample.Definitions.Stock, [("UNDESA", "2024", [(0, [Sample.Stock("USA", "MEX", 2020, 2)])])]);

        var set = Assert.Single(FigureSelection.DataSets(flow.Series, flow.Structure, new() { Attributes = ["OBS_STATUS", "REF_DATE", "DECIMALS"] }));

        Assert.Equal(["OBS_STATUS", "DECIMALS", "REF_DATE"], set.Cursor.Structure.Attributes.Select(one => one.Id));
        Assert.Equal(["A.USA.MEX._T.STOCK._T._T._T.PS:2020 2 OBS_STATUS=A DECIMALS=0 REF_DATE=2020-07-01"], SampleFlow.Lines(set.Cursor));
    }

    [Fact]
    public void Query_for_what_the_structure_lacks_is_refused()
    {
        var flow = SampleFlow.Of(Sample.Definitions.Stock, [("UNDESA", "2024", [(0, [Sample.Stock("USA", "MEX", 2020, 2)])])]);

        Assert.Throws<ArgumentException>(() => flow.Select(new() { Filters = [new("NO_SUCH", [[new(ConditionOperator.Eq, "A")]])] }));
        Assert.Throws<ArgumentException>(() => flow.Select(new() { Sort = [new("NO_SUCH", Descending: false)] }));
        Assert.Throws<ArgumentException>(() => flow.Select(new() { Keys = [new([.. Enumerable.Repeat<IReadOnlyList<string>>([], 10)])] }));
    }

    [Fact]
    public void Flow_without_figures_has_none_and_says_so()
    {
        var flow = SampleFlow.Of(Sample.Definitions.Stock);

        Assert.Empty(flow.Select(new()));
        Assert.Equal((0, 0, null), (flow.Series.Whole.Series, flow.Series.Whole.Observations, flow.Series.Whole.First));
    }

    /// <summary>Key, period and value of a line.</summary>
    private static string Bare(string line) => line.Contains(':', StringComparison.Ordinal) ? string.Join(' ', line.Split(' ').Take(2)) : line;

    private static string Component(SampleFlow flow, Random random) => random.Next(5) switch
    {
        0 => "TIME_PERIOD",
        1 => "OBS_VALUE",
        2 => flow.Structure.Attributes[random.Next(flow.Structure.Attributes.Count)].Id,
        _ => flow.Structure.Dimensions[random.Next(flow.Structure.Dimensions.Count)].Id,
    };

    private static DataQuery RandomQuery(SampleFlow flow, Random random)
    {
        var query = new DataQuery
        {
            Keys = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new KeySelection([.. flow.Series.Codes.Take(random.Next(flow.Series.Codes.Length + 1)).Select(IReadOnlyList<string> (codes) => Some(codes, random))]))],
            Filters = [.. Enumerable.Range(0, random.Next(3)).Select(_ => RandomFilter(flow, random))],
            From = random.Next(3) == 0 ? Sample.Period(random) : null,
            To = random.Next(3) == 0 ? Sample.Period(random) : null,
            First = random.Next(4) == 0 ? random.Next(1, 4) : null,
            Last = random.Next(4) == 0 ? random.Next(1, 4) : null,
            AsOf = random.Next(3) == 0 ? SampleFlow.Start.AddHours(random.Next(-1, 10)) : null,
            UpdatedAfter = random.Next(3) == 0 ? SampleFlow.Start.AddHours(random.Next(-1, 10)) : null,
            IncludeHistory = random.Next(4) == 0,
        };
        return random.Next(4) == 0 ? query with { Providers = [new(random.Next(2) == 0 ? "" : "PERIPLO", new[] { "OWN", "OFFICIAL", "NOBODY" }[random.Next(3)])] } : query;
    }

    private static List<string> Some(string[] codes, Random random)
    {
        if (random.Next(3) > 0 || codes.Length == 0)
            return [];
        var some = codes.Where(_ => random.Next(2) == 0).ToList();
        some.Add(random.Next(5) == 0 ? "NO_SUCH" : codes[random.Next(codes.Length)]);
        return some;
    }

    private static ComponentFilter RandomFilter(SampleFlow flow, Random random)
    {
        var d = random.Next(flow.Structure.Dimensions.Count);
        var (component, values) = random.Next(7) switch
        {
            0 => ("TIME_PERIOD", new[] { "2019", "2020-Q1", "2005", "2020-05" }),
            1 => ("OBS_VALUE", new[] { "0", "100", "500.5" }),
            2 => ("OBS_STATUS", new[] { "A", "E", "O" }),
            3 => ("DATA_TYPE", new[] { "BR", "C" }),
            4 => ("CONF_STATUS", new[] { "F", "C" }),
            _ => (flow.Structure.Dimensions[d].Id, flow.Series.Codes[d].Append("A").ToArray()),
        };
        Condition One() => new((ConditionOperator)random.Next(10), values[random.Next(values.Length)]);
        return new(component, [.. Enumerable.Range(0, random.Next(1, 3)).Select(IReadOnlyList<Condition> (_) => [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => One())])]);
    }
}
