using Periplo.Movements;
using Xunit;

namespace Periplo.Tests.Movements;

public sealed class PostQualityTests(ITestOutputHelper output)
{
    /// <summary>The worked example of docs/methods/post-quality.md.</summary>
    [Fact]
    public void Worked_example_is_that_worked_by_hand()
    {
        long[] records = [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 200, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 220, 120, 40];
        var judged = PostQuality.Of(records.Select((count, month) => Row(24_240 + month, count)), 24_265);
        Assert.Equal(26, judged.Count);
        Assert.All(judged.Take(12), month => Assert.Equal((PostBehaviour.NotJudged, null, null), (month.Behaviour, month.Deviation, month.Expected)));
        Assert.All(judged.Skip(12).Take(13), month => Assert.Equal(PostBehaviour.Usual, month.Behaviour));
        Assert.Equal(PostBehaviour.Fall, judged[25].Behaviour);
        Assert.Equal(110, judged[25].Expected!.Value, 1e-9);
        Assert.Equal(-8.36, judged[25].Deviation!.Value, 5e-3);

        var shares = PostQuality.Of([new(0, 7, 24_240, 120, 95, 6, 4, 3, 12)], 24_240)[0];
        Assert.Equal((new Share(95, 116), new Share(6, 122), new Share(4, 120), new Share(3, 120), new Share(12, 120)), (shares.Matched, shares.Gaps, shares.Duplicates, shares.Late, shares.Unknown));
        Assert.Equal(0.819, shares.Matched.Value!.Value, 5e-4);
        Assert.Equal(0.049, shares.Gaps.Value!.Value, 5e-4);
        Assert.Null(PostQuality.Of([Row(24_240, 0)], 24_240)[0].Matched.Value);
    }

    [Fact]
    public void Steady_growing_and_seasonal_posts_are_seldom_flagged()
    {
        int flagged = 0, judged = 0;
        Property.Holds(TestCounts.Properties, random =>
        {
            var level = Math.Exp(3 + (6 * random.NextDouble()));
            var growth = 0.01 * random.NextDouble();
            var season = random.NextDouble();
            foreach (var month in PostQuality.Of(Enumerable.Range(0, 60).Select(month => Row(month, Poisson(random, level * Math.Exp((growth * month) + (season * Math.Sin(month * Math.PI / 6)))))), 59))
            {
                judged += month.Behaviour == PostBehaviour.NotJudged ? 0 : 1;
                flagged += month.Behaviour is PostBehaviour.Rise or PostBehaviour.Fall ? 1 : 0;
            }
        });
        output.WriteLine($"{flagged} of {judged} flagged");
        Assert.True(judged > TestCounts.Properties * 40);
        Assert.InRange((double)flagged / judged, 0, 0.005);
    }

    [Fact]
    public void Lasting_change_is_flagged_at_once_and_becomes_usual()
    {
        int noticed = 0, after = 0;
        Property.Holds(TestCounts.Properties, random =>
        {
            var level = 200 + random.Next(2000);
            var months = PostQuality.Of(Enumerable.Range(0, 84).Select(month => Row(month, Poisson(random, month < 36 ? level : level * 2.5))), 83);
            noticed += months[36].Behaviour == PostBehaviour.Rise ? 1 : 0;
            after += months.Skip(44).Count(month => month.Behaviour != PostBehaviour.Usual);
        });
        output.WriteLine($"noticed {noticed}, flagged later {after}, of {TestCounts.Properties}");
        Assert.Equal(TestCounts.Properties, noticed);
        Assert.InRange((double)after / (40 * TestCounts.Properties), 0, 0.005);
    }

    [Fact]
    public void Silence_of_a_post_is_flagged_and_a_month_that_did_not_come_is_missing()
    {
        var rows = Enumerable.Range(0, 40).Where(month => month != 30).Select(month => Row(month, month == 35 ? 0 : 300 + (month % 3)));
        var months = PostQuality.Of(rows, 41);
        Assert.Equal(42, months.Count);
        Assert.Equal((false, PostBehaviour.Missing), (months[30].Delivered, months[30].Behaviour));
        Assert.Equal((true, PostBehaviour.Fall), (months[35].Delivered, months[35].Behaviour));
        Assert.Equal((PostBehaviour.Missing, PostBehaviour.Missing), (months[40].Behaviour, months[41].Behaviour));
        Assert.All(months.Skip(12).Take(28).Where(month => month.Month.Month is not (30 or 35)), month => Assert.Equal(PostBehaviour.Usual, month.Behaviour));
    }

    [Fact]
    public void Posts_with_few_records_or_a_short_past_are_not_judged()
    {
        Assert.All(PostQuality.Of(Enumerable.Range(0, 48).Select(month => Row(month, month == 40 ? 90 : month % 9)), 48), month => Assert.Equal(PostBehaviour.NotJudged, month.Behaviour));
        Assert.All(PostQuality.Of(Enumerable.Range(0, 12).Select(month => Row(month, month == 11 ? 0 : 5000)), 11), month => Assert.Equal(PostBehaviour.NotJudged, month.Behaviour));
        Assert.Empty(PostQuality.Of([], 11));
    }

    [Fact]
    public void A_later_month_changes_no_earlier_judgement()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            PostMonth[] rows = [.. Enumerable.Range(0, 50).Where(_ => random.Next(12) > 0).Select(month => Row(month, random.Next(400)))];
            var some = rows[..random.Next(1, rows.Length)];
            Assert.Equal(PostQuality.Of(some, some[^1].Month), PostQuality.Of(rows, 49).Take(some[^1].Month - some[0].Month + 1));
        });
    }

    [Fact]
    public void Two_rows_of_a_month_and_impossible_counts_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PostQuality.Of([Row(1, 5), Row(1, 5)], 2));
        Assert.Throws<ArgumentException>(() => PostQuality.Of([new(0, 7, 1, 5, 6, 0, 0, 0, 0)], 2));
        Assert.Throws<ArgumentException>(() => PostQuality.Of([new(0, 7, 1, 5, 0, 0, 0, 0, -1)], 2));
    }

    private static PostMonth Row(int month, long records) => new(0, 7, month, records, 0, 0, 0, 0, 0);

    private static long Poisson(Random random, double mean)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return Math.Max(0, (long)Math.Round(mean + (normal * Math.Sqrt(mean))));
    }
}
