using Periplo.Flows;
using Periplo.Observatory;
using Periplo.Statistics;
using Periplo.Storage;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>What a store says of a corridor that two sides report, and what it says is missing.</summary>
public sealed class ReportedCorridorTests : IDisposable
{
    private const string Immigration = """
        year,dest_iso3,orig_iso3,immigrants
        2006,ESP,FRA,20000
        2015,ESP,FRA,12000
        2016,ESP,FRA,13341
        2016,ESP,XXO,255765
        2016,FRA,ESP,11000
        2016,DEU,ESP,10000
        2016,DEU,FRA,9000
        2016,FRA,DEU,8000

        """;

    private const string Emigration = """
        year,orig_iso3,dest_iso3,emigrants
        2016,FRA,ESP,10500
        2016,FRA,DEU,6000
        2016,ESP,DEU,12500
        2015,FRA,ESP,
        2016,ESP,FRA,13750

        """;

    private readonly string folder = Directory.CreateTempSubdirectory("periplo-reported-").FullName;
    private readonly Installation installation;

    public ReportedCorridorTests() => installation = new(Store.Open(Path.Combine(folder, "store.db")), new(BundledData.Path("."), null), TimeProvider.System);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Empty_store_lacks_both_sides()
    {
        var corridor = Corridor("FRA", "ESP");
        Assert.True(corridor.IsEmpty);
        Assert.Equal((SideCoverage.NoneAtAll, SideCoverage.NoneAtAll), (corridor.Emigration, corridor.Immigration));
        Assert.Contains("migr_emi5nxt", corridor.Missing(ReportingSide.Origin)!.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void One_side_says_that_the_other_is_missing()
    {
        Import("i.csv", Immigration);
        var corridor = Corridor("FRA", "ESP");
        Assert.Equal([2006, 2015, 2016], corridor.Years.Select(year => year.Year));
        Assert.Equal([20_000.0, 12_000, 13_341], corridor.Years.Select(year => year.Immigration!.Persons!.Value));
        Assert.Equal(["NAT", "12M", "12M"], corridor.Years.Select(year => year.Immigration!.Duration));
        Assert.Equal("Doce meses", corridor.Years[2].Immigration!.DurationName.Es);
        Assert.All(corridor.Years, year => Assert.Equal([ReportingSide.Origin], year.Missing));
        Assert.Null(corridor.Missing(ReportingSide.Destination));
        Assert.Contains("ningún país", corridor.Missing(ReportingSide.Origin)!.Es, StringComparison.Ordinal);
        Assert.Equal(0, corridor.YearsOfBoth);
        Assert.Equal((SideCoverage.NoneAtAll, SideCoverage.OtherCorridorsOnly), (Corridor("ITA", "ESP").Emigration, Corridor("ITA", "ESP").Immigration));
        Assert.Equal(SideCoverage.NoneOfReporter, Corridor("ESP", "ITA").Immigration);
    }

    [Fact]
    public void Both_sides_stand_side_by_side()
    {
        Import("i.csv", Immigration);
        Import("e.csv", Emigration);
        var corridor = Corridor("FRA", "ESP");
        Assert.Equal(1, corridor.YearsOfBoth);
        Assert.Equal(13_341 - 10_500, corridor.Years.Single(year => year.Year == 2016).Difference);
        var without = corridor.Years.Single(year => year.Year == 2015);
        Assert.NotNull(without.Emigration);
        Assert.Null(without.Emigration.Persons);
        Assert.Equal([ReportingSide.Origin], without.Missing);
        Assert.Equal((SideCoverage.Reported, SideCoverage.Reported), (corridor.Emigration, corridor.Immigration));
    }

    [Fact]
    public void Citizens_are_kept_apart_from_those_who_come()
    {
        Import("c.csv", "year,dest_iso3,citizenship_iso3,immigrants\n2016,ESP,COL,22938\n2017,ESP,COL,34000\n");
        var corridor = Corridor("COL", "ESP");
        Assert.Empty(corridor.Years);
        Assert.False(corridor.IsEmpty);
        Assert.Equal([(2016, 22_938.0), (2017, 34_000)], corridor.ByCitizenship.Select(figure => (figure.Year, figure.Persons!.Value)));
        Assert.Equal(SideCoverage.NoneAtAll, corridor.Immigration);
    }

    [Fact]
    public void Later_revision_comes_first_and_gaps_are_filled_from_the_earlier_one()
    {
        Import("i.csv", Immigration);
        Import("later.csv", "year,dest_iso3,orig_iso3,immigrants\n2016,ESP,FRA,13500\n2015,ESP,FRA,\n2019,ESP,FRA,15000\n");
        Assert.Equal([20_000.0, 12_000, 13_500, 15_000], Corridor("FRA", "ESP").Years.Select(year => year.Immigration!.Persons!.Value));
    }

    [Fact]
    public void Store_with_both_sides_is_reconciled()
    {
        Import("i.csv", Immigration);
        Import("e.csv", Emigration);
        var output = Path.Combine(folder, "out.csv");
        // DEU reports no emigration; ESP and FRA report both.
        var result = installation.ReconcileReportedFlows((2016, 2016), new(["DEU", "ESP", "FRA"]), output, null);
        Assert.Equal(5, result.Flows.Count);
        Assert.Equal(1, result.Count(MirrorBasis.Immigration));
        // q = 1 for all: p of FRA is the weighted ratio of its two corridors, that of ESP of its own two.
        double Ratio(params (double E, double I)[] pairs) => pairs.Sum(one => one.E * one.I / (one.E + one.I)) / pairs.Sum(one => one.E * one.E / (one.E + one.I));
        Assert.Equal(Ratio((10_500, 13_341), (6_000, 9_000)), Factor(result, "FRA"), 1e-9);
        Assert.Equal(Ratio((12_500, 10_000), (13_750, 11_000)), Factor(result, "ESP"), 1e-9);
        Assert.Equal(6, File.ReadAllLines(output).Length);
    }

    [Fact]
    public void Sides_say_who_reports_and_when()
    {
        Import("i.csv", Immigration);
        var sides = installation.ReportedSides();
        Assert.Equal([ReportingSide.Origin, ReportingSide.Destination], sides.Select(side => side.Side));
        Assert.Equal((MissingFlows.Emigration, 0, null), (sides[0].Missing, sides[0].Counts, sides[0].Years));
        // The row of several areas together has no other side.
        Assert.Equal((null, 7, (2006, 2016)), (sides[1].Missing, sides[1].Counts, sides[1].Years!.Value));
        Assert.Equal(["DEU", "ESP", "FRA"], sides[1].Reporters);
    }

    [Fact]
    public void Store_with_one_side_says_which_is_missing()
    {
        Import("i.csv", Immigration);
        var output = Path.Combine(folder, "out.csv");
        var refused = Assert.Throws<StatisticsException>(() => installation.ReconcileReportedFlows(null, new(["ESP"]), output, null));
        Assert.Equal(MissingFlows.Emigration, refused.Explanation);
        Assert.False(File.Exists(output));
    }

    private static double Factor(Reconciliation result, string area) => result.Factors.Single(one => one.Area == area && one.Side == ReportingSide.Origin).Factor!.Value;

    private ReportedCorridor Corridor(string origin, string destination) => installation.ReportedFlows(installation.Areas[origin], installation.Areas[destination]);

    private void Import(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        installation.Import(path, new(), progress: null, TestContext.Current.CancellationToken);
    }
}
