using System.Globalization;
using System.Text;
using Periplo.Observatory;
using Periplo.Populations;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>The tables that <c>periplo flows schedule</c> reads and writes.</summary>
public sealed class AgeScheduleFileTests : IDisposable
{
    private const string Split = "period,sex,method,origin,destination,flow\n1990,T,da-open,A,B,1000\n1990,T,da-open,A,C,3\n1990,F,da-open,B,A,41.25\n";

    private readonly string folder = Directory.CreateTempSubdirectory("periplo-schedule-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Rates_are_fitted_and_the_parameters_come_back()
    {
        var rates = Write("rates.csv", "age,rate\n" + string.Concat(Enumerable.Range(0, 86).Select(age => $"{age},{RogersCastro.Fundamental.Rate(age):R}\n")) + "86+,0.5\n");
        var (output, curve) = (Path.Combine(folder, "out.csv"), Path.Combine(folder, "curve.csv"));
        var result = Run(new() { Rates = rates, Output = output, Curve = curve });
        var fitted = Assert.Single(result.Fits);
        Assert.Equal((null, 86, 1), (fitted.Sex, fitted.Ages, fitted.Open));
        var rows = File.ReadAllLines(output);
        Assert.Equal("sex,parameter,value,standard_error", rows[0]);
        Assert.Equal(RogersCastro.Names(RogersCastroFamily.Seven), rows.Skip(1).Select(row => row.Split(',')[1]));
        Assert.All(RogersCastro.Fundamental.Values().Zip(rows.Skip(1)), pair => Assert.Equal(1, double.Parse(pair.Second.Split(',')[2], CultureInfo.InvariantCulture) / pair.First, 1e-6));
        Assert.Equal("sex,age,rate,fitted", File.ReadLines(curve).First());
        Assert.Equal(87, File.ReadLines(curve).Count());

        // What the fit wrote is a schedule to give.
        var parts = Path.Combine(folder, "parts.csv");
        Run(new() { Schedule = output, Split = Write("split.csv", Split), Output = parts });
        Assert.Equal(1044.25, Sum(parts, "1990,"), 1e-9);
    }

    [Fact]
    public void Sexes_and_counts_in_groups_are_fitted_each()
    {
        var text = new StringBuilder("population,migrants,age,sex\n");
        foreach (var (sex, level) in (ReadOnlySpan<(string, double)>)[("female", 1.0), ("M", 2.0)])
        {
            for (var from = 0; from < 85; from += 5)
                text.Append(CultureInfo.InvariantCulture, $"50000,{level * 50000 * RogersCastro.Fundamental.Rate(from, from + 4):R},{from}–{from + 4},{sex}\n");
        }

        var rates = Write("rates.csv", text.ToString());
        var output = Path.Combine(folder, "out.csv");
        var result = Run(new() { Rates = rates, Split = Write("split.csv", "area,net\nA,-900\n"), Output = output });
        Assert.Equal(["F", "M"], result.Fits.Select(fitted => fitted.Sex));
        Assert.Equal(2, result.Men.Rate(20) / result.Women.Rate(20), 1e-3);

        // Twice the rates of men are two thirds of the migrants.
        Assert.Equal(-900, Sum(output, ","));
        Assert.Equal(-600, Sum(output, ",M,"), 0.5);
        Assert.StartsWith("period,sex,method,area,age,net", File.ReadLines(output).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_schedule_splits_where_nothing_is_given_and_says_so()
    {
        var output = Path.Combine(folder, "out.csv");
        var result = Run(new() { Split = Write("split.csv", Split), Output = output });
        Assert.True(result.IsStandard);
        Assert.Equal((3, 1044.25), (result.Rows, result.Persons));
        Assert.Equal(1000, Sum(output, "1990,", ",A,B,"));
        Assert.Equal(500, Sum(output, "1990,F,", ",A,B,"), 1e-9);
        Assert.Equal(171.76, Sum(output, "1990,", ",A,B,Y20T24,"), 0.005);
        Assert.Equal(41.25, Sum(output, "1990,F,", ",B,A,"));
        Assert.Equal(0, Sum(output, "1990,M,", ",B,A,"));
        Assert.DoesNotContain(File.ReadLines(output), row => row.Contains("Y85T89", StringComparison.Ordinal));
        Assert.Equal(result.Parts, File.ReadLines(output).Count() - 1);
    }

    [Fact]
    public void Population_and_share_of_women_are_heeded()
    {
        var population = Write("population.csv", "area,sex,age,population\nA,F,20-24,100\nA,M,20,60\nA,M,85+,10\nB,F,0-4,1\n");
        var output = Path.Combine(folder, "out.csv");
        Run(new() { Split = Write("split.csv", Split), Population = population, Output = output });
        Assert.Equal(["Y20T24", "Y20T24", "Y_GE85"], File.ReadLines(output).Where(row => row.Contains(",A,B,", StringComparison.Ordinal)).Select(row => row.Split(',')[5]));
        var rate = RogersCastro.Fundamental;
        var women = 100 * rate.Rate(20, 24);
        var men = (60 * rate.Rate(20, 24)) + (10 * rate.Rate(85, 89));
        Assert.Equal(1000 * women / (women + men), Sum(output, "1990,F,", ",A,B,"), 1e-9);
        Assert.Equal(41.25, Sum(output, "1990,F,", ",B,A,Y0T4,"));
        Run(new() { Split = Path.Combine(folder, "split.csv"), Population = population, Women = 0.3, Output = output });
        Assert.Equal(300, Sum(output, "1990,F,", ",A,B,"), 1e-9);
    }

    [Fact]
    public void Whole_persons_keep_the_sums_of_rows_and_of_ages()
    {
        var random = new Random(TestCounts.Seed);
        var text = new StringBuilder("origin,destination,flow\n");
        for (var destination = 0; destination < 60; destination++)
            text.Append(CultureInfo.InvariantCulture, $"A,D{destination},{random.Next(1, 9)}\n");
        var (split, exact, whole) = (Write("split.csv", text.ToString()), Path.Combine(folder, "exact.csv"), Path.Combine(folder, "whole.csv"));
        Run(new() { Split = split, Output = exact });
        Run(new() { Split = split, Output = whole, Whole = true });
        foreach (var line in text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
            Assert.Equal(double.Parse(line.Split(',')[2], CultureInfo.InvariantCulture), Sum(whole, "", $",{line.Split(',')[1]},"));

        // Rounded one by one, flows of few persons would all be twenty years old.
        foreach (var age in AgeStructure.Codes.Take(17))
            Assert.True(Math.Abs(Sum(exact, ",F,", $",{age},") - Sum(whole, ",F,", $",{age},")) < 1, age);
        Assert.All(File.ReadLines(whole).Skip(1), row => Assert.Matches(@",\d+$", row));
        Run(new() { Split = Write("net.csv", "area,net\nA,-7\nB,12\nC,-5\n"), Output = whole, Whole = true });
        Assert.Equal((-7, 12, -5), (Sum(whole, "", ",A,"), Sum(whole, "", ",B,"), Sum(whole, "", ",C,")));
    }

    [Theory]
    [InlineData("age,rate\n17,-1\n", 2, 2)]
    [InlineData("age,rate\n17,NaN\n", 2, 2)]
    [InlineData("age,rate\nold,1\n", 2, 1)]
    [InlineData("age,rate\n-3,1\n", 2, 1)]
    [InlineData("age,rate\n20-15,1\n", 2, 1)]
    [InlineData("age,rate\n15-400,1\n", 2, 1)]
    [InlineData("age,rate\n15-19,1\n17,1\n", 3, 1)]
    [InlineData("age,rate\n80+,1\n85,1\n", 3, 1)]
    [InlineData("age,rate,sex\n17,1,X\n", 2, 3)]
    [InlineData("age,migrants,population\n17,5,0\n", 2, 3)]
    [InlineData("age,migrants\n17,5\n", 1, 1)]
    [InlineData("age\n17\n", 1, 1)]
    public void Bad_rates_are_refused_with_their_place(string rates, int line, int column)
    {
        var refused = Assert.Throws<InputException>(() => Run(new() { Rates = Write("rates.csv", rates) }));
        Assert.EndsWith("rates.csv", refused.File, StringComparison.Ordinal);
        Assert.Equal($"line {line}, column {column}", refused.Place!.En);
    }

    [Theory]
    [InlineData("")]
    [InlineData("age,rate\n")]
    [InlineData("age,rate\n17,\n")]
    [InlineData("age,rate\n17,1\n18,1\n")]
    [InlineData("age,rate\n1,0\n2,0\n3,0\n4,0\n5,0\n6,0\n7,0\n8,0\n")]
    public void Rates_that_cannot_be_fitted_are_refused(string rates)
    {
        var refused = Assert.Throws<InputException>(() => Run(new() { Rates = Write("rates.csv", rates), Output = Path.Combine(folder, "out.csv") }));
        Assert.EndsWith("rates.csv", refused.File, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "out.csv")));
    }

    [Theory]
    [InlineData("parameter,value\nb1,1\n")]
    [InlineData("parameter,value\na1,1\na1,1\n")]
    [InlineData("parameter,value\na1,-1\n")]
    [InlineData("parameter,value\na1,\n")]
    [InlineData("parameter,value\na1,1\n")]
    [InlineData("parameter,value\na1,0\nalpha1,0\na2,0\nalpha2,0\nmu2,0\nlambda2,0\nc,0\n")]
    [InlineData("parameter,value\na1,1\nalpha1,0\na2,1\nalpha2,1e9\nmu2,900\nlambda2,0\nc,0\n")]
    [InlineData("parameter,value,sex\na1,.02,F\nalpha1,.1,F\na2,.06,F\nalpha2,.1,F\nmu2,20,F\nlambda2,.4,F\nc,.003,F\n")]
    public void Bad_schedule_is_refused(string schedule)
    {
        var request = new AgeScheduleRequest { Schedule = Write("schedule.csv", schedule), Split = Write("split.csv", Split), Output = Path.Combine(folder, "out.csv") };
        var refused = Assert.Throws<InputException>(() => Run(request));
        Assert.EndsWith("schedule.csv", refused.File, StringComparison.Ordinal);
        Assert.False(File.Exists(request.Output));
    }

    [Theory]
    [InlineData("origin,destination,flow\nA,B,-1\n", "age,population\n20,5\n", "split.csv")]
    [InlineData("origin,destination,flow\nA,A,1\n", "age,population\n20,5\n", "split.csv")]
    [InlineData("origin,destination,flow,sex\nA,B,1,other\n", "age,population\n20,5\n", "split.csv")]
    [InlineData("area,net\nA,\n", "age,population\n20,5\n", "split.csv")]
    [InlineData("area,net\n", "age,population\n20,5\n", "split.csv")]
    [InlineData("area\nA\n", "age,population\n20,5\n", "split.csv")]
    [InlineData("area,net\nA,1\n", "age,population\n20,0\n", "split.csv")]
    [InlineData("area,net\nA,1\n", "age,population\n20,-1\n", "population.csv")]
    [InlineData("area,net\nA,1\n", "age,population\n18-24,1\n", "population.csv")]
    [InlineData("area,net\nA,1\n", "age,population\n82+,1\n", "population.csv")]
    [InlineData("area,net\nA,1\n", "age,population,sex\n20,1,T\n", "population.csv")]
    [InlineData("area,net\nA,1\n", "age,population,area\n20,1,B\n", "population.csv")]
    [InlineData("area,net\nA,1\n", "age,population\n20,1\n20-24,1\n", "population.csv")]
    public void Split_that_cannot_be_is_refused(string split, string population, string file)
    {
        var request = new AgeScheduleRequest { Split = Write("split.csv", split), Population = Write("population.csv", population), Output = Path.Combine(folder, "out.csv") };
        var refused = Assert.Throws<InputException>(() => Run(request));
        Assert.EndsWith(file, refused.File, StringComparison.Ordinal);
        Assert.False(File.Exists(request.Output));
    }

    [Fact]
    public void Requests_that_do_not_go_together_are_refused()
    {
        var (rates, split) = (Write("rates.csv", "age,rate\n17,1\n"), Write("split.csv", Split));
        Assert.Throws<StatisticsException>(() => Run(new()));
        Assert.Throws<StatisticsException>(() => Run(new() { Split = split }));
        Assert.Throws<StatisticsException>(() => Run(new() { Rates = rates, Schedule = split }));
        Assert.Throws<StatisticsException>(() => Run(new() { Split = split, Output = Path.Combine(folder, "o"), Curve = Path.Combine(folder, "c") }));
        Assert.Throws<InputException>(() => Run(new() { Split = split, Output = split }));
    }

    [Fact]
    public void Mutated_files_give_parts_or_a_message()
    {
        var rates = "age,rate,sex\n" + string.Concat(from sex in new[] { "F", "M" } from age in Enumerable.Range(0, 18) select $"{5 * age}-{(5 * age) + 4},{RogersCastro.Fundamental.Rate(5 * age):R},{sex}\n");
        string[] texts = [rates, Split, "age,population\n0-4,50\n20-24,80\n85+,7\n"];
        Property.Holds(TestCounts.FolderMutations / 20, random =>
        {
            string[] paths = [Write("rates.csv", texts[0]), Write("split.csv", texts[1]), Write("population.csv", texts[2])];
            var hit = random.Next(3);
            File.WriteAllBytes(paths[hit], Periplo.Tests.Mutation.Of(Encoding.UTF8.GetBytes(texts[hit]), random));
            var output = Path.Combine(folder, "out.csv");
            try
            {
                var result = Run(new() { Rates = paths[0], Starts = 1, Split = paths[1], Population = paths[2], Output = output });
                Assert.Equal(result.Persons, File.ReadLines(output).Skip(1).Sum(row => double.Parse(row[(row.LastIndexOf(',') + 1)..], CultureInfo.InvariantCulture)), Math.Max(1e-9, result.Persons * 1e-9));
            }
            catch (InputException refused)
            {
                Assert.NotNull(refused.File);
            }
        });
    }

    private static AgeScheduleResult Run(AgeScheduleRequest request) => AgeScheduleFiles.Run(request, TestContext.Current.CancellationToken);

    private static double Sum(string path, string begins, string contains = "") =>
        File.ReadLines(path).Skip(1).Where(row => row.StartsWith(begins, StringComparison.Ordinal) && row.Contains(contains, StringComparison.Ordinal))
            .Sum(row => double.Parse(row[(row.LastIndexOf(',') + 1)..], CultureInfo.InvariantCulture));

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
