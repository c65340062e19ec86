using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Statistics;

public class ComparisonTests
{
    [Fact]
    public void Of_two_revisions_puts_the_largest_change_first()
    {
        var before = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 10_853_105), Sample.Stock("USA", "GTM", 2020, 100), Sample.Stock("USA", "HND", 2020, 50), Sample.Stock("USA", "CUB", 2020, 1));
        var after = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 11_177_052), Sample.Stock("USA", "GTM", 2020, 90), Sample.Stock("USA", "HND", 2020, 50), Sample.Stock("USA", "SLV", 2020, 2));

        var comparison = Comparison.Of(before, after, Query.All);

        Assert.Equal(["MEX 323947", "GTM -10"], comparison.Changes.Select(change => $"{change.Key[2]} {change.Difference}"));
        Assert.Equal((1, 1, 1), (comparison.Unchanged, comparison.OnlyBefore, comparison.OnlyAfter));
    }

    [Fact]
    public void Of_thousands_and_units_that_say_the_same_is_unchanged()
    {
        var before = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 10_853.105, set: new(3)));
        var after = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 10_853_105));

        Assert.Equal(1, Comparison.Of(before, after, Query.All).Unchanged);
    }

    [Fact]
    public void Of_values_gained_and_lost_come_after_all_that_have_a_difference()
    {
        var before = Sample.Stock(Sample.MissingStock("USA", "CAN", 2020), Sample.Stock("USA", "GTM", 2020, 1), Sample.MissingStock("USA", "HND", 2020), Sample.Stock("USA", "MEX", 2020, 5));
        var after = Sample.Stock(Sample.Stock("USA", "CAN", 2020, 9), Sample.MissingStock("USA", "GTM", 2020), Sample.MissingStock("USA", "HND", 2020), Sample.Stock("USA", "MEX", 2020, 6));

        var comparison = Comparison.Of(before, after, Query.All);

        Assert.Equal(["MEX", "CAN", "GTM"], comparison.Changes.Select(change => change.Key[2]));
        Assert.Equal(1, comparison.Unchanged);
    }

    [Fact]
    public void Of_changes_of_one_size_stand_in_order_of_key()
    {
        var countries = BundledData.Areas.All.Take(100).Select(area => area.Id).Order(StringComparer.Ordinal).ToList();
        var before = Sample.Stock([.. countries.Select(id => Sample.Stock("USA", id, 2020, 5))]);
        var after = Sample.Stock([.. countries.Select((id, i) => Sample.Stock("USA", id, 2020, i % 2 == 0 ? 6 : 4))]);

        Assert.Equal(countries, Comparison.Of(before, after, Query.All).Changes.Select(change => change.Key[2]));
    }

    [Fact]
    public void Of_revisions_of_two_datasets_is_refused()
    {
        var other = Sample.Dataset(Sample.Definitions.Flows, []);

        Assert.Throws<ArgumentException>(() => Comparison.Of(Sample.Stock(Sample.Stock("USA", "MEX", 2020, 1)), other, Query.All));
    }

    [Fact]
    public void Of_any_two_is_symmetric_and_every_key_is_in_exactly_one_place()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var rows = Sample.Random(Sample.Definitions.Stock, random, 120);
            var (before, after) = (Revised(rows, random), Revised(rows, random));
            var query = random.Next(2) == 0 || before.Observations.Count == 0 ? Query.All : Query.All.Where("COUNTERPART_AREA", before.Observations.Codes[2][0]);

            var comparison = Comparison.Of(before, after, query);
            var back = Comparison.Of(after, before, query);

            var (left, right) = (Keys(before, query), Keys(after, query));
            Assert.Equal(left.Keys.Except(right.Keys).Count(), comparison.OnlyBefore);
            Assert.Equal(right.Keys.Except(left.Keys).Count(), comparison.OnlyAfter);
            var common = left.Keys.Intersect(right.Keys).ToList();
            Assert.Equal(common.Where(key => !left[key].Equals(right[key])).Order(StringComparer.Ordinal), comparison.Changes.Select(Key).Order(StringComparer.Ordinal));
            Assert.Equal(common.Count, comparison.Unchanged + comparison.Changes.Count);

            Assert.Equal((comparison.Unchanged, comparison.OnlyBefore, comparison.OnlyAfter), (back.Unchanged, back.OnlyAfter, back.OnlyBefore));
            Assert.Equal(
                comparison.Changes.Select(change => $"{Key(change)} {change.Before} {change.After}"),
                back.Changes.Select(change => $"{Key(change)} {change.After} {change.Before}"));
        });
    }

    private static string Key(Change change) => $"{string.Join('.', change.Key)}:{change.Time}";

    private static Dictionary<string, double> Keys(Dataset dataset, Query query) => dataset.Select(query).ToDictionary(dataset.Observations.Key, dataset.Plain);

    private static Dataset Revised(List<SampleRow> rows, Random random) => Sample.Dataset(
        Sample.Definitions.Stock,
        rows.Where(_ => random.Next(5) > 0).Select(row => random.Next(3) > 0 || double.IsNaN(row.Value) ? row : row with { Value = Math.Round(row.Value) + random.Next(-3, 4) }));
}
