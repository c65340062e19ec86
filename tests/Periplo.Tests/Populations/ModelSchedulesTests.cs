using Periplo.Populations;
using Xunit;

namespace Periplo.Tests.Populations;

public sealed class ModelSchedulesTests
{
    [Theory]
    [InlineData(true, 0.003)]
    [InlineData(false, 0.003)]
    [InlineData(true, 0.15)]
    [InlineData(false, 0.15)]
    public void Life_table_has_the_child_mortality_asked_for(bool women, double underFive)
    {
        var table = ModelMortality.Table(women, underFive, 0);
        Assert.Equal(1 - underFive, table.Survivors[2], 1e-12);
        for (var row = 1; row < LifeTable.Ages.Count; row++)
            Assert.True(table.Survivors[row] < table.Survivors[row - 1] && table.Survivors[row] > 0);
    }

    [Fact]
    public void More_child_mortality_or_more_adult_mortality_is_a_shorter_life() => Property.Holds(TestCounts.Properties, random =>
    {
        var (women, low, k) = (random.Next(2) == 0, 0.001 + (0.1 * random.NextDouble()), (2 * random.NextDouble()) - 1);
        var life = ModelMortality.Table(women, low, k).LifeExpectancy;
        Assert.True(ModelMortality.Table(women, low * 1.1, k).LifeExpectancy < life);
        Assert.True(ModelMortality.Table(women, low, k + 0.1).LifeExpectancy < life);
    });

    [Fact]
    public void Table_of_one_rate_at_every_age_is_exponential()
    {
        // A rate of 2 % at all ages: life expectancy 50 years, and five-year survival exp(-0.1) from group to group.
        var rates = new double[22];
        Array.Fill(rates, 0.02);
        var table = LifeTable.Of(0.02, 1 - Math.Exp(-0.1), rates, women: true);
        Assert.Equal(50, table.LifeExpectancy, 0.05);
        Assert.Equal(Math.Exp(-0.1), table.Survival(7), 1e-12);
        Assert.Equal(Math.Exp(-0.1), table.Survival(20), 1e-12);
    }

    [Fact]
    public void Age_with_so_many_years_left_is_met_by_the_table()
    {
        var table = ModelMortality.Table(women: true, 0.005, 0);
        var age = table.AgeWithRemaining(15);
        Assert.InRange(age, 65, 75);
        Assert.True(table.AgeWithRemaining(14) > age);
    }

    [Theory]
    [InlineData(2.1, 28)]
    [InlineData(6.5, 30)]
    public void Fertility_adds_up_to_the_total_around_its_mean_age(double total, double meanAge)
    {
        var rates = AgeSchedules.Fertility(total, meanAge);
        Assert.Equal(total, 5 * rates.Sum(), 1e-12);
        Assert.Equal(meanAge, rates.Select((rate, group) => rate * ((5 * group) + 2.5)).Sum() / rates.Sum(), 0.4);
    }

    [Fact]
    public void Migrants_peak_in_their_twenties()
    {
        Assert.Equal(1, AgeSchedules.Migration.Sum(), 1e-12);
        Assert.Equal(0.1785, AgeSchedules.Migration.Max(), 1e-4);
        Assert.Equal(AgeSchedules.Migration[4], AgeSchedules.Migration.Max());
        Assert.All(AgeSchedules.Migration, share => Assert.True(share >= 0));
    }

    [Fact]
    public void Measures_of_a_small_population()
    {
        var (women, men) = (new double[AgeStructure.Groups], new double[AgeStructure.Groups]);
        (women[0], men[0], women[6], men[6], women[14], men[14]) = (10, 10, 40, 20, 15, 5);
        var of = new AgeStructure(women, men);
        Assert.Equal(100 * 20 / 60.0, AgeMeasures.OldAgeDependency(of)!.Value, 1e-12);
        Assert.Equal(100 * 20 / 60.0, AgeMeasures.ChildDependency(of)!.Value, 1e-12);
        Assert.Equal(3, AgeMeasures.PotentialSupport(of)!.Value, 1e-12);
        // Thirty more of the sixty from 30 to 34 make fifty, half way through the group.
        Assert.Equal(32.5, AgeMeasures.MedianAge(of)!.Value, 1e-12);
        Assert.Null(AgeMeasures.MedianAge(AgeStructure.Empty));
        Assert.Null(AgeMeasures.PotentialSupport(AgeStructure.Empty));
        var table = ModelMortality.Table(women: true, 0.005, 0);
        var from = table.AgeWithRemaining(AgeMeasures.ProspectiveRemaining);
        var old = 20 * Math.Clamp((75 - from) / 5, 0, 1);
        Assert.Equal(100 * old / (80 - old), AgeMeasures.ProspectiveOldAgeDependency(of, table)!.Value, 1e-9);
    }
}
