using System.IO.Compression;
using Periplo.Flows;
using Periplo.Sdmx.Csv;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>Stock differences against the series of Abel and Cohen, made from the same stocks.</summary>
public sealed class PublishedFlowsTests
{
    private static readonly Lazy<Dictionary<(int Year, string Birth, string Residence), (double Both, double Male, double Female)>> Stocks = new(() => Read(
        "stock/undesa_ims2020_od_sex.csv.gz", row => ((int.Parse(row[0]), row[2], row[1]), (double.Parse(row[3]), double.Parse(row[4]), double.Parse(row[5])))));

    private static readonly Lazy<Dictionary<(int Year, string Origin, string Destination), (double Drop, double Return, double Rates)>> Published = new(() => Read(
        "flows/abel_cohen_bilateral_5yr.csv.gz", row => ((int.Parse(row[0]), row[1], row[2]), (double.Parse(row[3]), double.Parse(row[4]), double.Parse(row[5])))));

    // Areas that the publishers put together before they became two: neither their parts nor the whole can be compared.
    private static readonly string[] Merged = ["SDN", "SSD", "SUD", "SRB", "MNE", "SCG"];

    [Theory]
    [InlineData(2010, new string[0], 52_212)]
    [InlineData(2000, new[] { "SDN", "SSD", "SUD", "SRB", "MNE", "SCG" }, 49_506)]
    [InlineData(1990, new[] { "SDN", "SSD", "SUD", "SRB", "MNE", "SCG" }, 49_506)]
    public void Differences_of_stocks_equal_the_published_flows_for_every_pair(int year, string[] merged, int pairs)
    {
        Assert.All(merged, area => Assert.Contains(area, Merged));
        var published = Published.Value.Where(flow => flow.Key.Year == year).ToDictionary(flow => (flow.Key.Origin, flow.Key.Destination), flow => flow.Value);
        var areas = published.Keys.SelectMany(pair => new[] { pair.Origin, pair.Destination }).Distinct().Order(StringComparer.Ordinal).ToList();
        var input = new FlowInput(Table(areas, year), Table(areas, year + 5), [], []);
        var (drop, back) = (StockDifference.Drop(input), StockDifference.Return(input));
        var (compared, n) = (0, areas.Count);
        for (var origin = 0; origin < n; origin++)
        {
            for (var destination = 0; destination < n; destination++)
            {
                if (origin == destination || merged.Contains(areas[origin]) || merged.Contains(areas[destination]))
                    continue;

                // Rows in which all six methods give zero were left out by the publishers.
                var expected = published.GetValueOrDefault((areas[origin], areas[destination]));
                Assert.True(
                    (expected.Drop, expected.Return) == (drop[(origin * n) + destination], back[(origin * n) + destination]),
                    $"{year} {areas[origin]} → {areas[destination]}: {expected}, {drop[(origin * n) + destination]}, {back[(origin * n) + destination]}");
                compared++;
            }
        }

        Assert.Equal(pairs, compared);
        if (merged.Length == 0)
            Assert.Equal((31_412_976, 38_017_782), (drop.Sum(), back.Sum()));
    }

    [Fact]
    public void Summed_by_sex_differences_are_others()
    {
        // Men may have left where women came, so the sum over sexes is not the figure published for both.
        var areas = Published.Value.Keys.Where(flow => flow.Year == 2010).SelectMany(flow => new[] { flow.Origin, flow.Destination }).ToHashSet();
        var both = Rise(pair => pair.Both);
        Assert.Equal(31_412_976, both);
        Assert.True(Rise(pair => pair.Male) + Rise(pair => pair.Female) > both);

        double Rise(Func<(double Both, double Male, double Female), double> of) => Stocks.Value
            .Where(cell => cell.Key.Year == 2015 && areas.Contains(cell.Key.Birth) && areas.Contains(cell.Key.Residence))
            .Sum(cell => Math.Max(0, of(cell.Value) - of(Stocks.Value.GetValueOrDefault(cell.Key with { Year = 2010 }))));
    }

    [Fact]
    public void Rates_spread_the_published_total_as_published()
    {
        // Published flows are rounded to persons, so the number of moves behind them is known from their sum to a few hundred.
        var rates = Published.Value.Where(flow => flow.Key.Year == 2010).ToDictionary(flow => (flow.Key.Origin, flow.Key.Destination), flow => flow.Value.Rates);
        var areas = rates.Keys.SelectMany(pair => new[] { pair.Origin, pair.Destination }).Distinct().Order(StringComparer.Ordinal).ToList();
        var input = new FlowInput(Table(areas, 2010), Table(areas, 2015), [], []);
        var flows = FlowRates.Dennett(input, rates.Values.Sum());
        var worst = Enumerable.Range(0, flows.Length).Max(i => Math.Abs(flows[i] - rates.GetValueOrDefault((areas[i / areas.Count], areas[i % areas.Count]))) / (1 + (flows[i] * 1e-4)));
        Assert.InRange(worst, 0, 1);
    }

    private static StockTable Table(List<string> areas, int year)
    {
        var cells = new double[areas.Count * areas.Count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = Stocks.Value.GetValueOrDefault((year, areas[i / areas.Count], areas[i % areas.Count])).Both;
        return new(areas, areas, cells);
    }

    private static Dictionary<TKey, TValue> Read<TKey, TValue>(string file, Func<string[], (TKey Key, TValue Value)> row)
        where TKey : notnull
    {
        using var stream = new GZipStream(File.OpenRead(SharedData.Path(file)), CompressionMode.Decompress);
        var (csv, read) = (new CsvReader(stream), new Dictionary<TKey, TValue>());
        csv.Read();
        while (csv.Read())
        {
            var (key, value) = row(csv.Texts());
            read.Add(key, value);
        }

        return read;
    }
}
