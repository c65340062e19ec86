namespace Periplo.Populations;

/// <summary>What is supposed of migration. Fertility and mortality are those of the five years before the start in every scenario.</summary>
public enum PopulationScenario
{
    /// <summary>Net migration of the five years before the start goes on, the same number of persons every five years.</summary>
    Constant,

    /// <summary>Nobody enters or leaves; who lives in the area stays.</summary>
    Zero,

    /// <summary>As <see cref="Zero"/>, and those born in the area who live abroad come back within thirty years, a sixth every five years. Who lives in the area stays.</summary>
    ZeroAndReturn,

    /// <summary>Net immigration that keeps the population from falling below its number at the start.</summary>
    ReplaceTotal,

    /// <summary>Net immigration that keeps persons from 15 to 64 from falling below their number at the start.</summary>
    ReplaceWorkingAge,

    /// <summary>Net immigration that keeps the potential support ratio from falling below that at the start.</summary>
    ReplaceSupport,
}

/// <summary>A population under a scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Start">Year of the start.</param>
/// <param name="Steps">Steps of five years; fewer than asked for where no migration can reach what the scenario asks.</param>
public sealed record PopulationPath(PopulationScenario Scenario, int Start, IReadOnlyList<ProjectionStep> Steps)
{
    /// <summary>Population after so many steps; 0 is the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The path has no such step.</exception>
    public AgeStructure At(int steps) => steps == 0 ? Steps[0].Before : Steps[steps - 1].After;

    /// <summary>Year after so many steps.</summary>
    public int Year(int steps) => Start + (steps * AgeStructure.Years);
}

/// <summary>Projects an area under a scenario. Scenarios say what would follow from their suppositions; they are no forecasts.</summary>
public static class PopulationScenarios
{
    /// <summary>Steps over which those born in the area return.</summary>
    public const int ReturnSteps = 6;

    /// <summary>All scenarios, in the order they are shown.</summary>
    public static IReadOnlyList<PopulationScenario> All { get; } = Enum.GetValues<PopulationScenario>();

    /// <summary>Projects.</summary>
    /// <param name="model">The area.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="steps">Steps of five years, 1 or more.</param>
    /// <returns>The path; null where the scenario needs a figure the area does not have (persons abroad).</returns>
    public static PopulationPath? Project(ProjectionModel model, PopulationScenario scenario, int steps)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (scenario == PopulationScenario.ZeroAndReturn && model.Published.Emigrants is null)
            return null;
        var start = model.Published.Now;
        var (now, made) = (start, new List<ProjectionStep>(steps));
        for (var step = 0; step < steps; step++)
        {
            if (Migrants(model, scenario, step, start, now) is not { } migrants)
                break;
            made.Add(CohortComponents.Step(now, model.Vital, migrants));
            now = made[^1].After;
        }

        return made.Count == 0 ? null : new(scenario, model.Published.Year, made);
    }

    private static AgeStructure? Migrants(ProjectionModel model, PopulationScenario scenario, int step, AgeStructure start, AgeStructure now)
    {
        switch (scenario)
        {
            case PopulationScenario.Constant:
                return model.NetMigrants;
            case PopulationScenario.Zero:
                return AgeStructure.Empty;
            case PopulationScenario.ZeroAndReturn:
                var abroad = model.Published.Emigrants!.Value;
                return step < ReturnSteps ? Unit.Times(2 * abroad.Women / ReturnSteps, 2 * abroad.Men / ReturnSteps) : AgeStructure.Empty;
            default:
                return Needed(model.Vital, scenario, start, now) is { } persons ? Unit.Times(persons, persons) : null;
        }
    }

    /// <summary>
    /// Net immigrants of a step that bring the figure to that of the start; zero where it does not fall short of it. What
    /// there is at the end grows in a straight line with the immigrants, so two steps tell the number.
    /// </summary>
    private static double? Needed(VitalAssumptions vital, PopulationScenario scenario, AgeStructure start, AgeStructure now)
    {
        var without = CohortComponents.Step(now, vital, AgeStructure.Empty).After;
        var with = CohortComponents.Step(now, vital, Unit.Times(Trial, Trial)).After;
        double Each(Func<AgeStructure, double> of) => (of(with) - of(without)) / Trial;
        double Working(AgeStructure of) => AgeMeasures.WorkingAge(of).Total;
        double Old(AgeStructure of) => AgeMeasures.Old(of).Total;
        if (scenario == PopulationScenario.ReplaceTotal)
            return Math.Max(0, (start.Total - without.Total) / Each(of => of.Total));
        if (scenario == PopulationScenario.ReplaceWorkingAge)
            return Math.Max(0, (Working(start) - Working(without)) / Each(Working));
        if (AgeMeasures.PotentialSupport(start) is not { } ratio)
            return null;
        var lacking = (ratio * Old(without)) - Working(without);
        var gained = Each(Working) - (ratio * Each(Old));
        // Where immigrants themselves have fewer of working age to an old person than is asked for, no number of them is enough.
        return lacking <= 0 ? 0 : gained > 0 ? lacking / gained : null;
    }

    /// <summary>Immigrants for a trial step: many enough that rounding does not show in the slope.</summary>
    private const double Trial = 1e6;

    /// <summary>One migrant, half a woman and half a man, by the model schedule.</summary>
    private static AgeStructure Unit { get; } = Half();

    private static AgeStructure Half()
    {
        var half = AgeSchedules.Migration.Select(share => share / 2).ToArray();
        return new(half, half);
    }
}
