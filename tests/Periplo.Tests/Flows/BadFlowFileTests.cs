using System.Text;
using Periplo.Flows;
using Periplo.Observatory;
using Periplo.Statistics;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>Every way the files of <c>periplo flows estimate --stocks</c> can be wrong.</summary>
public sealed class BadFlowFileTests : IDisposable
{
    private const string StockHeader = "year,sex,birth,residence,count\n";
    private const string Stocks = StockHeader + "1990,both,A,A,100\n1990,both,A,B,20\n1990,both,B,A,10\n1990,both,B,B,200\n1995,both,A,A,105\n1995,both,A,B,25\n1995,both,B,A,12\n1995,both,B,B,198\n";
    private const string DemographyHeader = "period,sex,country,births,deaths\n";
    private const string Demography = DemographyHeader + "1990,both,A,8,3\n1990,both,B,9,4\n";
    private const string Seed = "origin,destination,weight\nA,B,2\nB,A,1\n";
    private readonly string folder = Directory.CreateTempSubdirectory("periplo-flows-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Files_themselves_are_good() => Assert.Equal(2, Run(Stocks, Demography, Seed)[0].Areas.Count);

    [Theory]
    [InlineData("1990,both,A,A,5\n1990,both,A,A,5", 3, 1)]
    [InlineData("1990,both,A,B,1\n1990,both, A,B ,1", 3, 1)]
    [InlineData("1990,both,A,B,-1", 2, 5)]
    [InlineData("1990,both,A,B,NaN", 2, 5)]
    [InlineData("1990,both,A,A,NA", 2, 5)]
    [InlineData("1990,both,A,B,Infinity", 2, 5)]
    [InlineData("1990,both,A,B,1e16", 2, 5)]
    [InlineData("1990,both,A,B,-1e16", 2, 5)]
    [InlineData("1990,both,A,B,1 000", 2, 5)]
    [InlineData("1990,both,A,B,\"1,5\"", 2, 5)]
    [InlineData("90,both,A,B,1", 2, 1)]
    [InlineData(",both,A,B,1", 2, 1)]
    [InlineData("1990.5,both,A,B,1", 2, 1)]
    [InlineData("1990,,A,B,1", 2, 2)]
    [InlineData("1990,both,,B,1", 2, 3)]
    [InlineData("1990,both,A,,1", 2, 4)]
    [InlineData("1990,both,A,B", 2, 4)]
    [InlineData("1990,both,A,B,1,2", 2, 5)]
    [InlineData("1990,both,A,\"B,1", 2, 4)]
    public void Bad_stock_is_refused_with_its_place(string rows, int line, int column) => AssertRefused("stocks.csv", line, column, $"{StockHeader}{rows}\n", Demography, Seed);

    [Theory]
    [InlineData("1990,both,A,8,3\n1990,both,B,9,4\n1990,both,A,8,3", 4, 1)]
    [InlineData("1990,both,A,-8,3", 2, 4)]
    [InlineData("1990,both,A,8,-3", 2, 5)]
    [InlineData("1990,both,A,NaN,3", 2, 4)]
    [InlineData("1990,both,A,8,1e99", 2, 5)]
    [InlineData("1990,both,,8,3", 2, 3)]
    [InlineData("1990,,A,8,3", 2, 2)]
    [InlineData("1990-1995,both,A,8,3", 2, 1)]
    [InlineData("1990,both,A,8", 2, 4)]
    [InlineData("1990,both,A,8,3\n1990,both,B,9,4\n1992,both,A,1,1", 4, 1)]
    public void Bad_demography_is_refused_with_its_place(string rows, int line, int column) => AssertRefused("demography.csv", line, column, Stocks, $"{DemographyHeader}{rows}\n", Seed);

    [Theory]
    [InlineData("A,B,-1\nB,A,1", 2, 3)]
    [InlineData("A,B,\nB,A,1", 2, 3)]
    [InlineData("A,B,1\nB,A,1\nA,B,1", 4, 1)]
    [InlineData("A,,1\nB,A,1", 2, 2)]
    public void Bad_seed_is_refused_with_its_place(string rows, int line, int column) => AssertRefused("seed.csv", line, column, Stocks, Demography, $"origin,destination,weight\n{rows}\n");

    [Theory]
    [InlineData("1990,both,A,8,3\n", "births or deaths of period 1990 (to 1995) of \"both\" are missing in: B")]
    [InlineData("1990,both,A,8,\n1990,both,B,9,4\n", "of \"both\" are missing in: A")]
    [InlineData("1995,both,A,8,3\n1995,both,B,9,4\n", "births and deaths of period 1990 (to 1995) of \"both\" are missing")]
    [InlineData("1990,female,A,8,3\n", "There are those of: female")]
    public void Missing_births_and_deaths_are_refused_naming_period_sex_and_area(string rows, string said) =>
        Assert.Contains(said, Refused(Stocks, DemographyHeader + rows, Seed).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n")]
    [InlineData(StockHeader)]
    [InlineData("year,sex,birth,residence\n1990,both,A,B\n")]
    [InlineData("year,sex,birth,residence,count,age\n1990,both,A,B,1,TOTAL\n")]
    [InlineData("year,sex,birth,residence,count,year\n1990,both,A,B,1,1990\n")]
    [InlineData("year;sex;birth;residence;count\n1990;both;A;B;1\n")]
    [InlineData("Year,sex,birth,residence,count\n1990,both,A,B,1\n")]
    [InlineData(StockHeader + "1990,both,A,A,5\n1990,both,A,B,5\n1990,both,B,B,5\n")]
    [InlineData(StockHeader + "1990,both,A,A,5\n1995,both,A,A,5\n")]
    [InlineData(StockHeader + "1990,both,B,A,5\n1995,both,A,B,5\n")]
    public void Stocks_without_two_dates_areas_native_born_or_the_columns_are_refused(string stocks) =>
        Assert.EndsWith("stocks.csv", Refused(stocks, Demography, Seed).File, StringComparison.Ordinal);

    [Fact]
    public void What_no_flows_explain_is_refused_naming_period_and_areas()
    {
        var refused = Refused(Stocks, Demography.Replace("A,8,3", "A,8,300", StringComparison.Ordinal), Seed);
        Assert.EndsWith("stocks.csv", refused.File, StringComparison.Ordinal);
        Assert.Contains("1990–1995, both", refused.Message, StringComparison.Ordinal);
        Assert.Contains("A", refused.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Truncated_gzip_is_refused()
    {
        var bytes = SourceFiles.Gzip(Encoding.UTF8.GetBytes(Stocks));
        var refused = Assert.Throws<InputException>(() => Run(bytes[..^9], Encoding.UTF8.GetBytes(Demography), null, FlowMethod.StockDifferenceDrop));
        Assert.EndsWith("stocks.csv", refused.File, StringComparison.Ordinal);
        Assert.Contains("gzip", refused.Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(DemographyHeader)]
    public void Demography_may_be_empty_for_methods_that_need_none(string demography)
    {
        Assert.Single(Run(Encoding.UTF8.GetBytes(Stocks), Encoding.UTF8.GetBytes(demography), null, FlowMethod.StockDifferenceDrop));
        var refused = Refused(Stocks, demography, null);
        Assert.EndsWith("demography.csv", refused.File, StringComparison.Ordinal);
    }

    [Fact]
    public void Demography_not_given_is_asked_for_by_the_methods_that_need_it() =>
        Assert.Contains("da-closed-qi need births and deaths", Assert.Throws<InputException>(() => Run(Encoding.UTF8.GetBytes(Stocks), null, null, FlowMethod.StockDifferenceDrop, FlowMethod.ClosedMinimum)).Message, StringComparison.Ordinal);

    [Fact]
    public void Repairs_are_counted()
    {
        var more = string.Concat(new[] { 1990, 1995 }.Select(year => $"{year},both,A,E,10\n{year},both,B,E,10\n{year},both,E,E,-1\n{year},both,E,A,5\n")) + "1995,both,C,E,\n";
        var none = string.Concat("ABCDE".Select(area => $"1990,both,{area},0,0\n"));
        var period = Run(FlowFileTests.WorkedStocks("both", 1990, 1995) + more, DemographyHeader + none, null)[0];
        Assert.Equal(1, period.Tables[0].Summary.MissingCells);
        Assert.Equal(["E"], period.Tables[0].Summary.NegativeNativeBorn);
    }

    [Fact]
    public void Native_born_that_are_not_given_are_named()
    {
        var period = Run(Stocks.Replace("1995,both,B,B,198\n", "", StringComparison.Ordinal).Replace("1990,both,B,B,200\n", "1990,both,B,B,1\n", StringComparison.Ordinal), DemographyHeader + "1990,both,A,0,0\n1990,both,B,0,0\n", null)[0];
        Assert.Equal(["B"], period.WithoutNativeBorn);
    }

    [Fact]
    public void Mutated_tables_give_flows_or_a_message()
    {
        string[] texts = [Stocks, Demography, Seed];
        Property.Holds(TestCounts.FolderMutations / 4, random =>
        {
            var bytes = texts.Select(Encoding.UTF8.GetBytes).ToArray();
            var hit = random.Next(3);
            bytes[hit] = Periplo.Tests.Mutation.Of(random.Next(4) > 0 ? bytes[hit] : SourceFiles.Gzip(bytes[hit]), random);
            try
            {
                foreach (var table in Run(bytes[0], bytes[1], bytes[2], FlowMethod.StockDifferenceReturn, FlowMethod.ClosedMinimum).SelectMany(period => period.Tables))
                    Assert.True(double.IsFinite(table.Summary.Total) && table.Summary.Total >= 0);
            }
            catch (InputException refused)
            {
                Assert.NotNull(refused.File);
                Assert.False(File.Exists(Path.Combine(folder, "out.csv")));
            }
        });
    }

    private InputException Refused(string stocks, string demography, string? seed)
    {
        var refused = Assert.Throws<InputException>(() => Run(stocks, demography, seed));
        Assert.False(File.Exists(Path.Combine(folder, "out.csv")));
        return refused;
    }

    private void AssertRefused(string file, int line, int column, string stocks, string demography, string seed)
    {
        var refused = Refused(stocks, demography, seed);
        Assert.EndsWith(file, refused.File, StringComparison.Ordinal);
        Assert.Equal($"line {line}, column {column}", refused.Place?.En);
    }

    private IReadOnlyList<FlowFilePeriod> Run(string stocks, string demography, string? seed) =>
        Run(Encoding.UTF8.GetBytes(stocks), Encoding.UTF8.GetBytes(demography), seed is null ? null : Encoding.UTF8.GetBytes(seed), FlowMethod.ClosedMinimum);

    private IReadOnlyList<FlowFilePeriod> Run(byte[] stocks, byte[]? demography, byte[]? seed, params FlowMethod[] methods)
    {
        string Write(string name, byte[] bytes)
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
            return Path.Combine(folder, name);
        }

        var output = Path.Combine(folder, "out.csv");
        File.Delete(output);
        return FlowFiles.Estimate(
            new()
            {
                Stocks = Write("stocks.csv", stocks), Demography = demography is null ? null : Write("demography.csv", demography), Seed = seed is null ? null : Write("seed.csv", seed),
                Methods = methods, Output = output,
            },
            TimeProvider.System, null, TestContext.Current.CancellationToken);
    }
}
