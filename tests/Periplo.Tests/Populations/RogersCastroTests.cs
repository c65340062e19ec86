using Periplo.Populations;
using Xunit;

namespace Periplo.Tests.Populations;

/// <summary>The model migration schedule and splitting by it: the worked example of docs/methods/age-schedules.md.</summary>
public sealed class RogersCastroTests
{
    [Fact]
    public void Fundamental_schedule_is_worked_by_hand()
    {
        var standard = RogersCastro.Fundamental;
        Assert.Equal(0.023, standard.Rate(0), 1e-7);

        // Age 20: 0.02 e^−2 + 0.06 e^−1 + 0.003.
        Assert.Equal(0.0027067057 + 0.0220727665 + 0.003, standard.Rate(20), 1e-9);
        Assert.Equal((standard.Rate(20) + standard.Rate(21)) / 2, standard.Rate(20, 21), 1e-15);

        // The labour peak alone stands at 20 − ln(0.1 / 0.4) / 0.4.
        var top = 20 - (Math.Log(0.25) / 0.4);
        Assert.True(standard.Labour.Rate(top) > standard.Labour.Rate(top - 0.01) && standard.Labour.Rate(top) > standard.Labour.Rate(top + 0.01));
    }

    [Fact]
    public void Ratios_of_the_fundamental_schedule()
    {
        Assert.Equal(1 / 3.0, RogersCastro.Fundamental.ChildDependency!.Value, 1e-12);
        Assert.Equal(3, RogersCastro.Fundamental.LabourDependency!.Value, 1e-12);
        Assert.Equal(4, RogersCastro.Fundamental.LabourAsymmetry!.Value, 1e-12);
        Assert.Equal(1, RogersCastro.Fundamental.ParentalShift!.Value, 1e-12);
        Assert.Null(RogersCastro.Of(RogersCastroFamily.Seven, [0, 0.1, 0, 0, 20, 0.4, 1]).ChildDependency);
    }

    [Theory]
    [InlineData(RogersCastroFamily.Seven)]
    [InlineData(RogersCastroFamily.Nine)]
    [InlineData(RogersCastroFamily.Eleven)]
    [InlineData(RogersCastroFamily.Thirteen)]
    public void Family_has_its_parameters_in_order(RogersCastroFamily family)
    {
        double[] values = [.. Enumerable.Range(1, (int)family).Select(one => one / 100.0)];
        var schedule = RogersCastro.Of(family, values);
        Assert.Equal(values, schedule.Values());
        Assert.Equal(family, schedule.Family);
        Assert.Equal((int)family, RogersCastro.Names(family).Count);
        Assert.Throws<ArgumentException>(() => RogersCastro.Of(family, values.AsSpan(1)));
        values[2] = -1;
        Assert.Throws<ArgumentException>(() => RogersCastro.Of(family, values));
        values[2] = double.NaN;
        Assert.Throws<ArgumentException>(() => RogersCastro.Of(family, values));
    }

    [Fact]
    public void Thirteen_parameters_are_the_sum_of_the_parts()
    {
        var schedule = RogersCastro.Of(RogersCastroFamily.Thirteen, [0.02, 0.1, 0.06, 0.1, 20, 0.4, 0.01, 0.3, 65, 0.2, 0.0002, 0.03, 0.003]);
        var expected = RogersCastro.Fundamental.Rate(70) + (0.01 * Math.Exp((-0.3 * 5) - Math.Exp(-0.2 * 5))) + (0.0002 * Math.Exp(0.03 * 70));
        Assert.Equal(expected, schedule.Rate(70), 1e-15);
    }

    [Fact]
    public void Standard_shares_are_those_of_the_page()
    {
        var shares = AgeSplit.Of(100, AgeSplit.WithWomen(AgeSplit.Weights(RogersCastro.Fundamental, RogersCastro.Fundamental, null), AgeSplit.UsualWomen));
        double[] page = [9.69, 6.46, 4.51, 5.94, 17.18, 16.00, 10.86, 7.22, 4.97, 3.60, 2.77, 2.26, 1.96, 1.77, 1.66, 1.59, 1.55];
        for (var group = 0; group < AgeStructure.Groups; group++)
        {
            Assert.Equal(group < page.Length ? page[group] : 0, shares[group], 0.005);
            Assert.Equal(shares.Women[group], shares.Men[group], 1e-9);
        }
    }

    [Fact]
    public void Projections_use_the_same_curve_over_exact_ages()
    {
        var shares = AgeSplit.Of(1, AgeSplit.Weights(RogersCastro.Fundamental, RogersCastro.Fundamental, null));
        for (var group = 0; group < AgeStructure.Groups; group++)
            Assert.Equal(AgeSchedules.Migration[group], shares[group], 0.012);
    }

    [Fact]
    public void Split_adds_up_to_the_last_bit_in_any_order() => Property.Holds(TestCounts.Properties, random =>
    {
        var total = (random.Next(2) == 0 ? random.Next(1, 1_000_000) : Math.Exp((random.NextDouble() * 60) - 30)) * (random.Next(3) == 0 ? -1 : 1);
        var weights = new AgeStructure(
            [.. Enumerable.Range(0, AgeStructure.Groups).Select(_ => random.Next(4) == 0 ? 0 : random.NextDouble())], [.. Enumerable.Range(0, AgeStructure.Groups).Select(_ => random.NextDouble() * 1e-5)]);
        var parts = AgeSplit.Of(total, weights);
        double[] cells = [.. parts.Women, .. parts.Men];
        random.Shuffle(cells);
        Assert.Equal(total, cells.Sum());
        Assert.Equal(total, parts.Total);
        Assert.All(cells, cell => Assert.True(cell == 0 || cell > 0 == total > 0));
        for (var group = 0; group < AgeStructure.Groups; group++)
            Assert.Equal(weights.Women[group] / weights.Total, parts.Women[group] / total, 1e-9);
    });

    [Fact]
    public void Split_follows_population_and_share_of_women()
    {
        var (women, men) = (new double[AgeStructure.Groups], new double[AgeStructure.Groups]);
        (women[4], men[4], men[8]) = (100, 100, 200);
        var standard = RogersCastro.Fundamental;
        var weights = AgeSplit.Weights(standard, standard, new(women, men));
        Assert.Equal(standard.Rate(20, 24) * 100, weights.Women[4], 1e-12);
        Assert.Equal(standard.Rate(40, 44) * 200, weights.Men[8], 1e-12);
        var parts = AgeSplit.Of(80, AgeSplit.WithWomen(weights, 0.25));
        Assert.Equal(20, parts.Totals.Women, 1e-9);
        Assert.Equal(20, parts.Women[4], 1e-9);
        Assert.Equal(parts.Men[4] / parts.Men[8], weights.Men[4] / weights.Men[8], 1e-9);

        // Of whom there is none, none moves, whatever their share.
        Assert.Equal(80, AgeSplit.Of(80, AgeSplit.WithWomen(weights.Times(1, 0), 0.25)).Totals.Women);
    }

    [Fact]
    public void Nobody_cannot_be_split()
    {
        Assert.Throws<Periplo.Statistics.StatisticsException>(() => AgeSplit.Of(5, AgeStructure.Empty));
        Assert.Equal(0, AgeSplit.Of(0, AgeStructure.Empty).Total);
        Assert.Throws<ArgumentOutOfRangeException>(() => AgeSplit.Of(double.NaN, AgeStructure.Empty));
        Assert.Throws<ArgumentOutOfRangeException>(() => AgeSplit.WithWomen(AgeStructure.Empty, 1.5));
    }

    [Fact]
    public void Profile_of_a_small_schedule()
    {
        // Single years 8 to 20 with a peak of 8 at 14.
        double[] rates = [9, 1, 1, 2, 4, 7, 8, 6, 5, 5, 4, 3, 2];
        var profile = AgeProfile.Of([.. rates.Select((rate, i) => new AgeRate(8 + i, 8 + i, rate))])!;
        Assert.Equal(57, profile.GrossMigraproduction);
        Assert.Equal((14, 8), (profile.PeakAge, profile.PeakRate));

        // Ages 9 to 19 of all: 57 − 9 − 2 = 46.
        Assert.Equal(100 * 46 / 57.0, profile.BreadthPercent, 1e-12);
        Assert.Equal((3, 12.5), (profile.Upward!.Value, profile.UpwardAge!.Value));
        Assert.Equal((2, 14.5), (profile.Downward!.Value, profile.DownwardAge!.Value));
    }

    [Fact]
    public void Profile_of_groups_weighs_their_years()
    {
        var profile = AgeProfile.Of([new(10, 14, 0.01), new(15, 19, 0.02), new(20, 24, 0.05), new(25, 29, 0.03)])!;
        Assert.Equal(0.55, profile.GrossMigraproduction, 1e-12);
        Assert.Equal(22.5, profile.PeakAge);

        // Five years below the group and five above it are 15 to 29.
        Assert.Equal(100 * 0.5 / 0.55, profile.BreadthPercent, 1e-9);
        Assert.Equal(0.03 / 5, profile.Upward!.Value, 1e-12);
        Assert.Equal(0.02 / 5, profile.Downward!.Value, 1e-12);
        Assert.Null(AgeProfile.Of([new(60, 64, 1)]));
        Assert.Null(AgeProfile.Of([new(20, 24, 0)]));
    }
}
