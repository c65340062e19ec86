using System.Diagnostics;
using Periplo.Disclosure;
using Periplo.Statistics;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Disclosure;

/// <summary>Tables of the size a region publishes: 150 nationalities and birthplaces, 18 age groups, 40 posts, 12 purposes.</summary>
public sealed class PublicationTests
{
    private static readonly DatasetDefinition Migration = Sample.Definitions.Movements.Migration;

    [Fact]
    public void A_publication_shows_no_small_cell_and_loses_little_besides()
    {
        var random = new Random(TestCounts.Seed);
        var count = TestCounts.DisclosureSystems;
        string[] measures = ["ARR", "DEP", "UND_E", "UND_X", "RET_RES", "NET"];
        string[] areas = ["GTM", "BLZ", "SLV", "HND", "NIC", "CRI", "PAN", "DOM"];
        var series = Enumerable.Range(0, count).Select(s => Breakdown.Series(
            $"{2015 + (s / 48 / 12)}-{(s / 48 % 12) + 1:00}", measures[s / 8 % 6], areas[s % 8])).ToList();
        var tables = Tables(random, count);

        var watch = Stopwatch.StartNew();
        var cells = Breakdown.Protect(new ProtectedTables(Migration, threads: 2), series, tables);
        var elapsed = watch.Elapsed;

        var (totals, nonZero, primaries, kept, all, lost) = (0, 0, 0, 0.0, 0.0, 0);
        for (var cell = 0; cell < cells.Count; cell++)
        {
            var value = cells.Value(cell);
            Assert.False(value is > 0 and < 10);
            nonZero += value == 0 ? 0 : 1;
            primaries += cells.State(cell) == Suppression.Primary ? 1 : 0;
            var isTotal = BreakdownTable.Allowed.All(dimension => cells.Code(cell, dimension) == "_T");
            totals += isTotal ? 1 : 0;
            lost += isTotal && double.IsNaN(value) ? 1 : 0;
            if (cells.Code(cell, "CITIZENSHIP") != "_T" && cells.Code(cell, "SEX") != "_T")
                kept += double.IsNaN(value) ? 0 : value;
            if (isTotal && !double.IsNaN(value))
                all += value;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{count} series, {cells.Count} cells in {elapsed.TotalSeconds:0.00} s: {primaries} primary, {cells.Suppressed - primaries} complementary, {lost} totals suppressed; by nationality and sex {kept / all:P1} of persons published");
        Assert.Equal(count, totals);
        Assert.True(primaries > nonZero / 10);
        Assert.True(lost <= 1 + (count / 100), $"{lost} totals");
        // Nearly every nationality has a few of unknown sex, and each of these takes its women or its men along.
        Assert.True(cells.Suppressed - primaries < primaries / 5, $"{cells.Suppressed} suppressed, {primaries} of them small");
        Assert.True(kept / all > 0.25, $"{kept / all:P1}");
    }

    private static List<BreakdownTable> Tables(Random random, int series)
    {
        string[] Areas() => [.. Sample.Definitions.Movements.Migration.Structure.Dimensions[2].CodeList.Codes.Select(code => code.Id).Where(id => id.Length == 3 && char.IsAsciiLetter(id[0])).Take(150)];
        var codes = new Dictionary<string, string[]>
        {
            ["CITIZENSHIP"] = Areas(), ["BIRTHPLACE"] = Areas(), ["SEX"] = ["F", "M", "_U"],
            ["AGE"] = [.. Enumerable.Range(0, 17).Select(group => $"Y{5 * group}T{(5 * group) + 4}"), "Y_GE85"],
            ["POST"] = [.. Enumerable.Range(1, 40).Select(post => $"P{post:D3}")], ["TRANSPORT_MODE"] = ["LAND", "AIR", "SEA"],
            ["PURPOSE"] = [.. Enumerable.Range(1, 12).Select(purpose => $"V{purpose:D2}")],
        };
        string[][] shapes = [["CITIZENSHIP", "SEX"], ["SEX", "AGE"], ["BIRTHPLACE"], ["POST", "TRANSPORT_MODE"], ["PURPOSE"]];
        var counts = shapes.Select(_ => new Dictionary<(int, int, int), long>()).ToList();
        for (var s = 0; s < series; s++)
        {
            for (var persons = (int)(300 * Math.Pow(20, random.NextDouble())); persons > 0; persons--)
            {
                var person = new Dictionary<string, int>
                {
                    ["CITIZENSHIP"] = (int)(150 * Math.Pow(random.NextDouble(), 5)), ["SEX"] = random.Next(60) == 0 ? 2 : random.Next(2),
                    ["AGE"] = (int)(18 * Math.Pow((random.NextDouble() + random.NextDouble()) / 2, 1.4)), ["POST"] = (int)(40 * Math.Pow(random.NextDouble(), 3)),
                    ["PURPOSE"] = (int)(12 * Math.Pow(random.NextDouble(), 3)),
                };
                // Most are born where their nationality is, and a post has its means of transport.
                person["BIRTHPLACE"] = random.Next(12) == 0 ? random.Next(150) : person["CITIZENSHIP"];
                person["TRANSPORT_MODE"] = random.Next(200) == 0 ? 2 : person["POST"] % 5 == 0 ? 1 : 0;
                for (var t = 0; t < shapes.Length; t++)
                {
                    var key = (s, person[shapes[t][0]], shapes[t].Length > 1 ? person[shapes[t][1]] : 0);
                    counts[t][key] = counts[t].GetValueOrDefault(key) + 1;
                }
            }
        }

        return [.. shapes.Zip(counts, (shape, count) => new BreakdownTable(
            shape, [.. shape.Select(id => codes[id])], [.. count.Select(pair => new BreakdownCount(pair.Key.Item1, pair.Key.Item2, pair.Key.Item3, 0, pair.Value))]))];
    }
}
