using System.Globalization;
using System.IO.Compression;
using Periplo.Flows;
using Periplo.Statistics;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>The tests that compare with the published flows.</summary>
[CollectionDefinition(nameof(AbelCohenFlows))]
public sealed class AbelCohenFlowsTests : ICollectionFixture<AbelCohenFlows>;

/// <summary>
/// The flows of G. Abel and J. Cohen (2019, 2022), and what we make of the figures they used: UN migrant stock, revision 2020, and World
/// Population Prospects 2022. Read once, where the files are at hand.
/// </summary>
public sealed class AbelCohenFlows
{
    private static readonly string[] Columns = ["sd_drop_neg", "sd_rev_neg", "da_min_closed", "da_pb_closed"];
    private readonly Lazy<FlowMaterials> materials = new(() => new(
        Read("stock/undesa_ims2020_od_sex.csv.gz"), Read("demography/wpp2022_annual.csv.gz"), BundledData.Areas));

    private readonly Lazy<Dictionary<(int Year, string Column), Dictionary<(string From, string To), double>>> theirs = new(ReadFlows);

    /// <summary>Of our four methods that have a published counterpart, its name there.</summary>
    public static string Column(FlowMethod method) => method switch
    {
        FlowMethod.StockDifferenceDrop => Columns[0],
        FlowMethod.StockDifferenceReturn => Columns[1],
        FlowMethod.ClosedMinimum => Columns[2],
        FlowMethod.PseudoBayes => Columns[3],
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    /// <summary>What the datasets hold.</summary>
    public FlowMaterials Materials => materials.Value;

    /// <summary>Published flows of a period and method by corridor; those of zero are left out.</summary>
    public IReadOnlyDictionary<(string From, string To), double> Theirs(int year, FlowMethod method) => theirs.Value[(year, Column(method))];

    /// <summary>Our flows, every corridor of the table.</summary>
    public Dictionary<(string From, string To), double> Ours(FlowPeriod period, FlowMethod method)
    {
        var estimate = Assert.Single(FlowSeries.Estimate(Materials, period, new([method], 0, 1), threads: 1, TestContext.Current.CancellationToken), one => one.Material.Sex == "_T");
        var areas = estimate.Material.Input.Start.Residences;
        var flows = new Dictionary<(string, string), double>();
        for (var i = 0; i < areas.Count * areas.Count; i++)
        {
            if (i / areas.Count != i % areas.Count)
                flows.Add((areas[i / areas.Count], areas[i % areas.Count]), estimate.Table!.Flows[i]);
        }

        return flows;
    }

    /// <summary>Our flows with persons of unknown birthplace taken as native born of where they live, as it seems the published series does.</summary>
    public Dictionary<(string From, string To), double> OursWithUnknownAsNative(FlowPeriod period, FlowMethod method)
    {
        var input = Materials.Accounts(period, "_T")!.Input;
        var areas = input.Start.Residences;
        StockTable Known(StockTable stocks)
        {
            var cells = stocks.Cells[..(areas.Count * areas.Count)].ToArray();
            for (var birth = areas.Count; birth < stocks.Birthplaces.Count; birth++)
            {
                for (var area = 0; area < areas.Count; area++)
                    cells[(area * areas.Count) + area] += stocks[birth, area];
            }

            return new(areas, areas, cells);
        }

        var table = FlowEstimation.Estimate(input with { Start = Known(input.Start), End = Known(input.End) }, method, FlowSettings.Usual.Options);
        return Enumerable.Range(0, areas.Count * areas.Count).Where(i => i / areas.Count != i % areas.Count)
            .ToDictionary(i => (areas[i / areas.Count], areas[i % areas.Count]), i => table.Flows[i]);
    }

    /// <summary>The areas whose flows were published for a year.</summary>
    public IReadOnlySet<string> Areas(int year) =>
        Columns.SelectMany(column => theirs.Value[(year, column)].Keys).SelectMany(pair => new[] { pair.From, pair.To }).ToHashSet();

    private static Dataset Read(string relative)
    {
        var (table, file) = SourceFiles.Readers.Read(SharedData.Path(relative), new(), cancellation: TestContext.Current.CancellationToken);
        var part = new Part(table.Revision, file, table.Reader, "", table.Papers, table.Observations.Count, [], [], [], default, []);
        return new(table.Definition, table.Revision, [part], table.Observations);
    }

    private static Dictionary<(int, string), Dictionary<(string, string), double>> ReadFlows()
    {
        using var stream = File.OpenRead(SharedData.Path("flows/abel_cohen_bilateral_5yr.csv.gz"));
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        var header = reader.ReadLine()!.Split(',');
        var at = Array.ConvertAll(Columns, column => Array.IndexOf(header, column));
        var all = new Dictionary<(int, string), Dictionary<(string, string), double>>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            for (var c = 0; c < Columns.Length; c++)
            {
                var key = (int.Parse(cells[0], CultureInfo.InvariantCulture), Columns[c]);
                if (!all.TryGetValue(key, out var flows))
                    all.Add(key, flows = []);
                if (cells[at[c]].Length > 0)
                    flows.Add((cells[1], cells[2]), double.Parse(cells[at[c]], CultureInfo.InvariantCulture));
            }
        }

        return all;
    }
}
