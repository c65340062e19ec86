using Periplo.Populations;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Populations;

/// <summary>Schedules are fitted back from what they generate: exact, rounded, with noise, in groups, from near and far.</summary>
public sealed class RogersCastroFitTests
{
    private static readonly double[] Thirteen = [0.021, 0.11, 0.059, 0.083, 21.4, 0.39, 0.008, 0.31, 66, 0.22, 0.00012, 0.035, 0.0027];

    public static TheoryData<RogersCastroFamily> Families => [.. RogersCastro.Families];

    [Theory]
    [MemberData(nameof(Families))]
    public void Schedule_is_recovered_from_its_own_rates(RogersCastroFamily family)
    {
        var truth = Example(family);
        var fit = RogersCastroFit.OfRates(Rates(truth), family);
        AssertSameCurve(truth, fit.Schedule, 1e-6);
        Assert.All(truth.Values().Zip(fit.Schedule.Values()), pair => Assert.Equal(1, pair.Second / pair.First, 1e-3));
        Assert.InRange(fit.ErrorPercent, 0, 1e-4);
        Assert.Equal(1, fit.R2!.Value, 1e-9);
        Assert.True(fit.Settled);
        Assert.InRange(fit.Agreeing, 2, fit.Starts);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Random_schedules_are_recovered(RogersCastroFamily family) => Property.Holds(Math.Max(3, TestCounts.Properties / 40), random =>
    {
        var truth = RandomSchedule(random, family);
        AssertSameCurve(truth, RogersCastroFit.OfRates(Rates(truth), family).Schedule, 1e-4);
    });

    [Theory]
    [MemberData(nameof(Families))]
    public void Search_finds_the_curve_from_starts_away_from_it(RogersCastroFamily family)
    {
        var truth = Example(family);
        var rates = Rates(truth);
        Property.Holds(12, random =>
        {
            // Each parameter up to a third away, ages of peaks up to four years.
            var values = truth.Values().Zip(RogersCastro.Names(family), (value, name) =>
                name.StartsWith("mu", StringComparison.Ordinal) ? value + (8 * (random.NextDouble() - 0.5)) : value * Math.Exp(0.6 * (random.NextDouble() - 0.5))).ToArray();
            AssertSameCurve(truth, RogersCastroFit.OfRatesFrom(rates, RogersCastro.Of(family, values)).Schedule, 1e-4);
        });
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Unit_of_the_rates_does_not_matter(RogersCastroFamily family)
    {
        var truth = Example(family);
        var perThousand = RogersCastroFit.OfRates([.. Rates(truth).Select(rate => rate with { Rate = rate.Rate * 1000 })], family);
        Assert.All(Enumerable.Range(0, 101), age => Assert.Equal(1000 * truth.Rate(age), perThousand.Schedule.Rate(age), 1e-4));
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Noise_leaves_the_curve_near(RogersCastroFamily family) => Property.Holds(Math.Max(2, TestCounts.Properties / 50), random =>
    {
        var truth = Example(family);
        var noisy = Rates(truth).Select(rate => rate with { Rate = Math.Max(0, rate.Rate * (1 + (0.05 * Normal(random)))) }).ToList();
        var fit = RogersCastroFit.OfRates(noisy, family);

        // Five percent of noise at each age: at the peak few ages speak, so the curve may be off by twice that there, but over all ages it is
        // nearer to the truth than what was observed. Of at most 13 parameters and 91 ages the root of 13/91, 0.38, is expected.
        var greatest = noisy.Max(rate => rate.Rate);
        Assert.All(Enumerable.Range(0, 91), age => Assert.Equal(truth.Rate(age), fit.Schedule.Rate(age), 0.1 * greatest));
        Assert.InRange(fit.ErrorPercent, 0.5, 6);
        var ofTruth = Math.Sqrt(noisy.Average(rate => Math.Pow(rate.Rate - truth.Rate(rate.From), 2)));
        Assert.InRange(Math.Sqrt(noisy.Average(rate => Math.Pow(fit.Schedule.Rate(rate.From) - truth.Rate(rate.From), 2))), 0, 0.8 * ofTruth);

        // Least squares are never worse than the truth they do not know.
        Assert.InRange(fit.RootMeanSquare, 0, ofTruth * (1 + 1e-9));
    });

    [Fact]
    public void Counts_of_groups_are_recovered_and_weigh_by_population()
    {
        var truth = RogersCastro.Fundamental;
        var counts = Enumerable.Range(0, 17).Select(group => new AgeCount(5 * group, (5 * group) + 4, 80_000 * truth.Rate(5 * group, (5 * group) + 4), 80_000)).ToList();
        var exact = RogersCastroFit.OfCounts(counts, RogersCastroFamily.Seven);
        AssertSameCurve(truth, exact.Schedule, 1e-4);
        Assert.Equal(0, exact.Deviance!.Value, 1e-6);

        // One group of few persons that is far off counts for little; by rates alone it counts like any other.
        counts[10] = new(50, 54, 40, 400);
        var byCounts = RogersCastroFit.OfCounts(counts, RogersCastroFamily.Seven);
        var byRates = RogersCastroFit.OfRates([.. counts.Select(count => new AgeRate(count.From, count.To, count.Migrants / count.Population))], RogersCastroFamily.Seven);
        Assert.InRange(Math.Abs(byCounts.Schedule.Rate(52) - truth.Rate(52)), 0, 0.25 * Math.Abs(byRates.Schedule.Rate(52) - truth.Rate(52)));
    }

    [Fact]
    public void Standard_errors_cover_the_parameters()
    {
        var (truth, inside, all) = (RogersCastro.Fundamental, 0, 0);
        Property.Holds(40, random =>
        {
            var counts = Enumerable.Range(0, 80).Select(age => new AgeCount(age, age, Poisson(random, 20_000 * truth.Rate(age)), 20_000)).ToList();
            var fit = RogersCastroFit.OfCounts(counts, RogersCastroFamily.Seven);
            foreach (var (value, (true_, error)) in fit.Schedule.Values().Zip(truth.Values().Zip(fit.StandardErrors)))
            {
                all++;
                inside += error is { } known && Math.Abs(value - true_) <= 2 * known ? 1 : 0;
            }
        });

        // Two standard errors cover about 95 of 100.
        Assert.InRange(inside / (double)all, 0.88, 1);
    }

    [Fact]
    public void Example_of_the_page_is_fitted()
    {
        var rounded = Enumerable.Range(0, 81).Select(age => new AgeRate(age, age, Math.Round(RogersCastro.Fundamental.Rate(age), 3))).ToList();
        var fit = RogersCastroFit.OfRates(rounded, RogersCastroFamily.Seven);
        double[] page = [0.01986, 0.09845, 0.06030, 0.10023, 20.0032, 0.39796, 0.002945];
        Assert.All(page.Zip(fit.Schedule.Values()), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * Math.Max(1, 10 * pair.First)));
        Assert.Equal(2.05, fit.ErrorPercent, 0.005);
    }

    [Fact]
    public void Same_rates_give_the_same_bits()
    {
        var rates = Rates(Example(RogersCastroFamily.Thirteen));
        Assert.Equal(RogersCastroFit.OfRates(rates, RogersCastroFamily.Eleven).Schedule.Values(), RogersCastroFit.OfRates(rates, RogersCastroFamily.Eleven).Schedule.Values());
    }

    [Fact]
    public void More_parameters_never_fit_worse()
    {
        var rates = Rates(Example(RogersCastroFamily.Thirteen));
        var errors = RogersCastro.Families.Select(family => RogersCastroFit.OfRates(rates, family).RootMeanSquare).ToList();
        Assert.True(errors[1] <= errors[0] * 1.0001 && errors[2] <= errors[0] * 1.0001 && errors[3] <= Math.Min(errors[1], errors[2]) * 1.0001);
    }

    [Fact]
    public void Rates_no_schedule_explains_still_end()
    {
        Property.Holds(Math.Max(10, TestCounts.Properties / 10), random =>
        {
            var rates = Enumerable.Range(0, random.Next(13, 90)).Select(age => new AgeRate(age, age, random.Next(4) == 0 ? 0 : Math.Exp((random.NextDouble() * 40) - 30))).ToList();
            if (rates.TrueForAll(rate => rate.Rate == 0))
                return;
            var fit = RogersCastroFit.OfRates(rates, RogersCastro.Families[random.Next(4)], 3);
            Assert.All(fit.Schedule.Values(), value => Assert.True(double.IsFinite(value) && value >= 0));
            Assert.True(double.IsFinite(fit.ErrorPercent) && double.IsFinite(fit.RootMeanSquare));
        });
        Assert.Null(RogersCastroFit.OfRates([.. Enumerable.Range(0, 60).Select(age => new AgeRate(age, age, 0.01))], RogersCastroFamily.Seven).R2);
    }

    [Fact]
    public void As_many_ages_as_parameters_leave_no_standard_error()
    {
        var fit = RogersCastroFit.OfRates([.. Enumerable.Range(0, 7).Select(i => new AgeRate(10 * i, 10 * i, RogersCastro.Fundamental.Rate(10 * i)))], RogersCastroFamily.Seven);
        Assert.All(fit.StandardErrors, Assert.Null);
    }

    [Fact]
    public void Rates_that_cannot_be_fitted_are_refused()
    {
        var rates = Rates(RogersCastro.Fundamental);
        Assert.Throws<StatisticsException>(() => RogersCastroFit.OfRates(rates.GetRange(0, 6), RogersCastroFamily.Seven));
        Assert.Throws<StatisticsException>(() => RogersCastroFit.OfRates([.. rates, new(40, 44, 1)], RogersCastroFamily.Seven));
        Assert.Throws<StatisticsException>(() => RogersCastroFit.OfRates([.. rates, new(130, 130, 1)], RogersCastroFamily.Seven));
        Assert.Throws<StatisticsException>(() => RogersCastroFit.OfRates([.. rates, new(120, 119, 1)], RogersCastroFamily.Seven));
        Assert.Throws<StatisticsException>(() => RogersCastroFit.OfRates([.. rates, new(101, 101, -1)], RogersCastroFamily.Seven));
        Assert.Throws<StatisticsException>(() => RogersCastroFit.OfRates([.. rates, new(101, 101, double.NaN)], RogersCastroFamily.Seven));
        Assert.Throws<StatisticsException>(() => RogersCastroFit.OfRates([.. rates.Select(rate => rate with { Rate = 0 })], RogersCastroFamily.Seven));
        Assert.Throws<StatisticsException>(() => RogersCastroFit.OfCounts([.. rates.Select(rate => new AgeCount(rate.From, rate.To, 1, 0))], RogersCastroFamily.Seven));
        Assert.Throws<ArgumentOutOfRangeException>(() => RogersCastroFit.OfRates(rates, RogersCastroFamily.Seven, 0));
    }

    private static RogersCastro Example(RogersCastroFamily family) => RogersCastro.Of(
        family, [.. Thirteen[..6], .. RogersCastro.HasPeak(family) ? Thirteen[6..10] : [], .. RogersCastro.HasSlope(family) ? Thirteen[10..12] : [], Thirteen[12]]);

    private static RogersCastro RandomSchedule(Random random, RogersCastroFamily family)
    {
        double Within(double low, double high) => low + (random.NextDouble() * (high - low));
        return RogersCastro.Of(family,
        [
            Within(0.005, 0.05), Within(0.03, 0.2), Within(0.02, 0.15), Within(0.04, 0.2), Within(17, 28), Within(0.15, 0.7),
            .. RogersCastro.HasPeak(family) ? (double[])[Within(0.003, 0.02), Within(0.1, 0.5), Within(60, 72), Within(0.15, 0.5)] : [],
            .. RogersCastro.HasSlope(family) ? (double[])[Within(0.0001, 0.001), Within(0.02, 0.05)] : [],
            Within(0.0005, 0.008),
        ]);
    }

    private static List<AgeRate> Rates(RogersCastro schedule) => [.. Enumerable.Range(0, 101).Select(age => new AgeRate(age, age, schedule.Rate(age)))];

    private static void AssertSameCurve(RogersCastro truth, RogersCastro fitted, double tolerance)
    {
        var greatest = Enumerable.Range(0, 101).Max(age => truth.Rate(age));
        Assert.All(Enumerable.Range(0, 81), age => Assert.Equal(truth.Rate(age), fitted.Rate(age), tolerance * greatest));
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Poisson(Random random, double mean) => Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * Normal(random))));
}
