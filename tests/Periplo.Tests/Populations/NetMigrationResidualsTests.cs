using Periplo.Populations;
using Xunit;

namespace Periplo.Tests.Populations;

/// <summary>Worked examples of docs/methods/net-migration.md.</summary>
public sealed class NetMigrationResidualsTests
{
    [Fact]
    public void Vital_statistics_leave_what_births_and_deaths_do_not_explain()
    {
        // Guatemala from mid-2015 to mid-2020, World Population Prospects 2019.
        Assert.Equal(-46_064, NetMigrationResiduals.VitalStatistics(16_252_425, 17_915_567, 2_115_201, 405_995), 1e-6);
        var bySex = NetMigrationResiduals.VitalStatisticsBySex(new(100, 90), new(120, 100), new(30, 32), new(12, 14));
        Assert.Equal(new BySex(2, -8), bySex);
    }

    [Fact]
    public void Survival_methods_bracket_the_migrants()
    {
        Assert.Equal(50, NetMigrationResiduals.Forward(1000, 950, 0.9), 1e-12);
        Assert.Equal(55.5556, NetMigrationResiduals.Reverse(1000, 950, 0.9), 5e-5);
        Assert.Equal(52.7778, NetMigrationResiduals.Average(1000, 950, 0.9), 5e-5);
    }

    [Fact]
    public void Forward_is_reverse_times_survival() => Property.Holds(TestCounts.Properties, random =>
    {
        var (before, after, survival) = (random.NextDouble() * 1e6, random.NextDouble() * 1e6, 0.01 + (0.99 * random.NextDouble()));
        Assert.Equal(NetMigrationResiduals.Forward(before, after, survival), NetMigrationResiduals.Reverse(before, after, survival) * survival, 1e-6);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Survival_that_is_no_share_is_refused(double survival) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NetMigrationResiduals.Forward(1, 1, survival));

    [Fact]
    public void By_age_a_projection_gives_its_migrants_back() => Property.Holds(TestCounts.Properties, random =>
    {
        var (before, vital) = (RandomPopulation.Structure(random, 1e6), RandomPopulation.Vital(random));
        var closed = CohortComponents.Step(before, vital, AgeStructure.Empty);
        var none = NetMigrationResiduals.ByAge(before, closed.After, closed.Births, vital, NetMigrationResiduals.Forward);
        for (var group = 0; group < AgeStructure.Groups; group++)
            Assert.Equal(0, none[group], 1e-3);

        // Who comes at the end of the five years is found whole by the forward method.
        var arrived = RandomPopulation.Structure(random, 1000);
        var found = NetMigrationResiduals.ByAge(before, closed.After.Plus(arrived), closed.Births, vital, NetMigrationResiduals.Forward);
        for (var group = 0; group < AgeStructure.Groups; group++)
            Assert.Equal(arrived[group], found[group], 1e-3);
    });
}
