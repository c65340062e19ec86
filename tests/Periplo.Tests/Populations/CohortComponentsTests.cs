using Periplo.Populations;
using Xunit;

namespace Periplo.Tests.Populations;

public sealed class CohortComponentsTests
{
    [Fact]
    public void Step_balances_of_each_sex() => Property.Holds(TestCounts.Properties, random =>
    {
        var (before, vital) = (RandomPopulation.Structure(random, 1e6), RandomPopulation.Vital(random));
        var step = CohortComponents.Step(before, vital, RandomPopulation.Net(random, 4e5));
        Assert.Equal(before.Totals.Women + step.Births.Women - step.Deaths.Women + step.NetMigrants.Women, step.After.Totals.Women, 1e-10 * before.Total);
        Assert.Equal(before.Totals.Men + step.Births.Men - step.Deaths.Men + step.NetMigrants.Men, step.After.Totals.Men, 1e-10 * before.Total);
    });

    [Fact]
    public void Nobody_is_below_zero_however_many_are_asked_to_leave() => Property.Holds(TestCounts.Properties, random =>
    {
        var before = RandomPopulation.Structure(random, 1000);
        var step = CohortComponents.Step(before, RandomPopulation.Vital(random), RandomPopulation.Net(random, 20_000));
        for (var group = 0; group < AgeStructure.Groups; group++)
            Assert.True(step.After.Women[group] >= 0 && step.After.Men[group] >= 0);
        Assert.True(step.Unplaced >= 0);
    });

    [Fact]
    public void Cohort_is_survived_with_half_of_its_migrants()
    {
        var (women, net) = (new double[AgeStructure.Groups], new double[AgeStructure.Groups]);
        (women[4], net[4], net[5]) = (1000, 100, 60);
        var vital = RandomPopulation.Vital(new Random(1));
        var step = CohortComponents.Step(new(women, new double[AgeStructure.Groups]), vital, new(net, new double[AgeStructure.Groups]));
        Assert.Equal(((1000 + 50) * vital.Women.Survival(4)) + 30, step.After.Women[5], 1e-9);
        Assert.Equal(50, step.After.Women[4], 1e-9);
        Assert.Equal(30 * vital.Women.Survival(5), step.After.Women[6], 1e-9);
        Assert.Equal(160, step.NetMigrants.Women, 1e-9);
    }

    [Fact]
    public void Oldest_two_groups_share_one_survival()
    {
        var women = new double[AgeStructure.Groups];
        (women[19], women[20]) = (300, 100);
        var vital = RandomPopulation.Vital(new Random(2));
        var step = CohortComponents.Step(new(women, new double[AgeStructure.Groups]), vital, AgeStructure.Empty);
        Assert.Equal(400 * vital.Women.Survival(20), step.After.Women[20], 1e-9);
        Assert.Equal(vital.Women.Survival(19), vital.Women.Survival(20));
    }

    [Fact]
    public void Births_come_of_the_mean_of_women_at_both_ends()
    {
        var women = new double[AgeStructure.Groups];
        women[4] = 1000;
        var model = RandomPopulation.Vital(new Random(3));
        var rates = new double[AgeStructure.Groups];
        (rates[4], rates[5]) = (0.1, 0.2);
        var vital = new VitalAssumptions(model.Women, model.Men, rates, 1.05);
        var step = CohortComponents.Step(new(women, new double[AgeStructure.Groups]), vital, AgeStructure.Empty);
        Assert.Equal(5 * ((0.1 * 500) + (0.2 * 500 * vital.Women.Survival(4))), step.Births.Total, 1e-9);
        Assert.Equal(1.05, step.Births.Men / step.Births.Women, 1e-12);
        Assert.Equal(step.Births.Men * vital.Men.SurvivalAtBirth, step.After.Men[0], 1e-9);
    }
}

/// <summary>Populations drawn at random.</summary>
internal static class RandomPopulation
{
    public static AgeStructure Structure(Random random, double most) => new(Groups(() => random.NextDouble() * most), Groups(() => random.NextDouble() * most));

    public static AgeStructure Net(Random random, double most) =>
        new(Groups(() => (random.NextDouble() - 0.5) * most), Groups(() => (random.NextDouble() - 0.5) * most));

    public static VitalAssumptions Vital(Random random)
    {
        LifeTable Table(bool women) => ModelMortality.Table(women, 0.001 + (0.2 * random.NextDouble()), (2 * random.NextDouble()) - 1);
        return new(Table(true), Table(false), AgeSchedules.Fertility(1 + (5 * random.NextDouble()), 25 + (8 * random.NextDouble())), 1.02 + (0.1 * random.NextDouble()));
    }

    private static double[] Groups(Func<double> draw) => [.. Enumerable.Range(0, AgeStructure.Groups).Select(_ => draw())];
}
