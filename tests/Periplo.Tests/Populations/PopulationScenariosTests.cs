using Periplo.Populations;
using Xunit;

namespace Periplo.Tests.Populations;

/// <summary>Scenarios of all areas of World Population Prospects 2019, and of Guatemala as docs/methods/projection.md tells it.</summary>
public sealed class PopulationScenariosTests
{
    private const int Steps = 16;
    private const int To2050 = 6;
    private static readonly Lazy<IReadOnlyList<AreaScenarios>> Projected = new(() => [.. PublishedPopulations.All.Select(one => AreaScenarios.Of(one, Steps))]);

    [Fact]
    public void Every_step_of_every_area_and_scenario_balances_of_each_sex()
    {
        foreach (var step in Projected.Value.SelectMany(one => one.Paths).SelectMany(path => path.Steps))
        {
            Assert.Equal(step.Before.Totals.Women + step.Births.Women - step.Deaths.Women + step.NetMigrants.Women, step.After.Totals.Women, 1e-10 * step.Before.Total);
            Assert.Equal(step.Before.Totals.Men + step.Births.Men - step.Deaths.Men + step.NetMigrants.Men, step.After.Totals.Men, 1e-10 * step.Before.Total);
        }
    }

    [Fact]
    public void Without_net_migration_the_scenarios_are_the_same()
    {
        foreach (var published in PublishedPopulations.All.Where((_, i) => i % 10 == 0))
        {
            // Net migration of each sex is zero when the counts agree with births and deaths.
            var girls = published.Births / (1 + published.SexRatioAtBirth);
            var (women, men) = (published.Before.Totals.Women + girls - published.Deaths.Women, published.Before.Totals.Men + published.Births - girls - published.Deaths.Men);
            var still = published with
            {
                NetMigration = 0, Now = published.Now.Times(women / published.Now.Totals.Women, men / published.Now.Totals.Men), Emigrants = new(0, 0),
            };
            var model = ProjectionModel.Fit(still);
            var zero = PopulationScenarios.Project(model, PopulationScenario.Zero, Steps)!;
            foreach (var scenario in new[] { PopulationScenario.Constant, PopulationScenario.ZeroAndReturn })
            {
                var other = PopulationScenarios.Project(model, scenario, Steps)!;
                for (var step = 0; step <= Steps; step++)
                {
                    for (var group = 0; group < AgeStructure.Groups; group++)
                        Assert.Equal(zero.At(step)[group], other.At(step)[group], 1e-6);
                }

                Assert.Equal(0, MigrationEffect.After(other, zero, Steps).Total, 1e-4);
            }
        }
    }

    [Fact]
    public void Replacement_keeps_what_it_says_or_needs_nobody()
    {
        foreach (var area in Projected.Value)
        {
            Check(area, PopulationScenario.ReplaceTotal, of => of.Total);
            Check(area, PopulationScenario.ReplaceWorkingAge, of => AgeMeasures.WorkingAge(of).Total);
            Check(area, PopulationScenario.ReplaceSupport, of => AgeMeasures.PotentialSupport(of)!.Value);
        }

        static void Check(AreaScenarios area, PopulationScenario scenario, Func<AgeStructure, double> of)
        {
            if (area.Path(scenario) is not { } path)
                return;
            var start = of(path.At(0));
            foreach (var step in path.Steps)
            {
                var reached = of(step.After) / start;
                Assert.True(step.NetMigrants.Total > 1e-6 ? Math.Abs(reached - 1) < 1e-6 : reached >= 1 - 1e-9, $"{area.Model.Published.Area} {scenario} {reached}");
            }
        }
    }

    [Fact]
    public void Effect_is_migrants_and_their_births_less_their_deaths()
    {
        foreach (var area in Projected.Value)
        {
            var effect = MigrationEffect.After(area.Path(PopulationScenario.Constant)!, area.Path(PopulationScenario.Zero)!, To2050);
            Assert.Equal(effect.Direct + effect.Births - effect.Deaths, effect.Total, 1e-9 * area.Model.Published.Now.Total);
        }
    }

    [Fact]
    public void Models_give_the_published_figures_of_the_years_before()
    {
        var models = Projected.Value.Select(one => one.Model).ToList();
        Assert.Equal(201, models.Count);
        var totals = models.Select(model => Math.Abs((model.BackTest().After.Total / model.Published.Now.Total) - 1)).Order().ToList();
        Assert.True(totals[totals.Count / 2] < 0.0005 && totals[^1] < 0.01, $"{totals[totals.Count / 2]} {totals[^1]}");
        var working = models.Select(model => Math.Abs((AgeMeasures.WorkingAge(model.BackTest().After).Total / AgeMeasures.WorkingAge(model.Published.Now).Total) - 1)).Order().ToList();
        Assert.True(working[working.Count / 2] < 0.005 && working[^1] < 0.05, $"{working[working.Count / 2]} {working[^1]}");
        var life = models.Select(model => Math.Abs(model.LifeExpectancyError)).Order().ToList();
        Assert.True(life[life.Count / 2] < 0.1 && life[^1] < 3.6, $"{life[life.Count / 2]} {life[^1]}");
        Assert.True(models.Count(model => Math.Abs(model.BirthsRatio - 1) < 1e-6) >= 185);
    }

    [Fact]
    public void Net_migration_of_all_areas_nearly_cancels_out()
    {
        // What is left over is reported with the dataset.
        Assert.Equal(6324, Projected.Value.Sum(one => one.Model.NetMigrants.Total), 1.0);
    }

    [Fact]
    public void Guatemala_is_as_the_method_page_says()
    {
        var guatemala = Projected.Value.Single(one => one.Model.Published.Area == "GTM");
        var model = guatemala.Model;
        Assert.Equal(15.24, 1000 * model.UnderFive.Women, 0.005);
        Assert.Equal(25.20, 1000 * model.UnderFive.Men, 0.005);
        Assert.Equal(-1, model.Adult);
        Assert.Equal(-0.35, model.LifeExpectancyError, 0.005);
        Assert.Equal(28.68, model.MeanAge, 0.005);
        Assert.Equal(0.9979887, model.Vital.Women.Survival(4), 1e-7);
        var first = guatemala.Path(PopulationScenario.Constant)!.Steps[0];
        Assert.Equal(889_326, first.Before.Women[4], 1e-6);
        Assert.Equal(-4127.0, model.NetMigrants.Women[4], 0.05);
        Assert.Equal(-3613.5, model.NetMigrants.Women[5], 0.05);
        Assert.Equal(883_671.2, first.After.Women[5], 0.05);
        Assert.Equal(17_915_567, first.Before.Total, 1e-6);
        Assert.Equal(2_354_192.1, first.Births.Total, 0.05);
        Assert.Equal(480_700.2, first.Deaths.Total, 0.05);
        Assert.Equal(-46_073, first.NetMigrants.Total, 1e-6);
        Assert.Equal(19_742_985.9, first.After.Total, 0.05);
        var effect = MigrationEffect.After(guatemala.Path(PopulationScenario.Constant)!, guatemala.Path(PopulationScenario.Zero)!, To2050);
        Assert.Equal(-374_581, effect.Total, 0.5);
        Assert.Equal(-276_438, effect.Direct, 0.5);
        Assert.Equal(-98_143, effect.Indirect, 0.5);
        Assert.Equal(-1.2372, effect.Percent!.Value, 1e-4);
    }

    [Fact]
    public void Return_brings_home_who_lives_abroad_within_thirty_years()
    {
        var published = PublishedPopulations.Of("GTM") with { Emigrants = new(600_000, 660_000) };
        var path = PopulationScenarios.Project(ProjectionModel.Fit(published), PopulationScenario.ZeroAndReturn, Steps)!;
        Assert.Equal(1_260_000, path.Steps.Sum(step => step.NetMigrants.Total), 1e-3);
        Assert.Equal(110_000, path.Steps[0].NetMigrants.Men, 1e-6);
        Assert.Equal(0, path.Steps[To2050].NetMigrants.Total);
        Assert.Null(PopulationScenarios.Project(ProjectionModel.Fit(published with { Emigrants = null }), PopulationScenario.ZeroAndReturn, 1));
    }

    [Fact]
    public void Figures_of_nobody_are_refused() =>
        Assert.Throws<ArgumentException>(() => ProjectionModel.Fit(PublishedPopulations.Of("GTM") with { Births = 0 }));
}
