using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Populations;

/// <summary>An area with its paths.</summary>
/// <param name="Model">Its assumptions.</param>
/// <param name="Paths">Its paths, those there are.</param>
public sealed record AreaScenarios(ProjectionModel Model, IReadOnlyList<PopulationPath> Paths)
{
    /// <summary>All scenarios of an area.</summary>
    /// <param name="published">Its figures.</param>
    /// <param name="steps">Steps of five years.</param>
    public static AreaScenarios Of(AreaDemography published, int steps)
    {
        var model = ProjectionModel.Fit(published);
        return new(model, [.. PopulationScenarios.All.Select(scenario => PopulationScenarios.Project(model, scenario, steps)).OfType<PopulationPath>()]);
    }

    /// <summary>The path of a scenario, or null.</summary>
    public PopulationPath? Path(PopulationScenario scenario) => Paths.FirstOrDefault(path => path.Scenario == scenario);
}

/// <summary>Puts paths into the dataset <c>POPULATION_SCENARIOS</c>. Persons are rounded to whole ones, ratios and ages to four decimals.</summary>
public sealed class ScenarioTable
{
    /// <summary>Area of the sum over all areas.</summary>
    public const string World = "001";

    /// <summary>Years after the start, in steps, for which ages are kept.</summary>
    public static IReadOnlyList<int> StepsWithAges { get; } = [0, 2, 6, 16];

    private readonly ObservationsBuilder builder;
    private readonly int area;
    private readonly int scenario;
    private readonly int measure;
    private readonly int sex;
    private readonly int age;
    private readonly int unit;
    private int row;

    private ScenarioTable(DatasetDefinition definition)
    {
        builder = new(definition);
        builder.Set("FREQ", "A5");
        (area, scenario, measure) = (definition.Dimension("REF_AREA"), definition.Dimension("SCENARIO"), definition.Dimension("MEASURE"));
        (sex, age, unit) = (definition.Dimension("SEX"), definition.Dimension("AGE"), definition.Dimension("UNIT_MEASURE"));
    }

    /// <summary>Code of a scenario in the dataset.</summary>
    public static string Code(PopulationScenario scenario) => scenario switch
    {
        PopulationScenario.Constant => "CONSTANT",
        PopulationScenario.Zero => "ZERO",
        PopulationScenario.ZeroAndReturn => "ZERO_RETURN",
        PopulationScenario.ReplaceTotal => "REPL_TOTAL",
        PopulationScenario.ReplaceWorkingAge => "REPL_WORKING_AGE",
        PopulationScenario.ReplaceSupport => "REPL_SUPPORT",
        _ => throw new ArgumentOutOfRangeException(nameof(scenario)),
    };

    /// <summary>The observations of all areas, of their sum as the world under the scenarios that every area has, and the measures of published populations.</summary>
    /// <param name="definition"><c>POPULATION_SCENARIOS</c>.</param>
    /// <param name="areas">The areas with their paths, all from one year.</param>
    /// <param name="published">Published populations by year and area; regions too.</param>
    public static Observations Build(
        DatasetDefinition definition, IReadOnlyList<AreaScenarios> areas, IEnumerable<(int Year, IReadOnlyDictionary<string, AgeStructure> Populations)> published)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(published);
        var table = new ScenarioTable(definition);
        foreach (var (year, populations) in published)
        {
            foreach (var (id, of) in populations)
                table.AddPublished(id, year, of);
        }

        foreach (var one in areas)
        {
            table.builder.Set(table.area, one.Model.Published.Area);
            foreach (var path in one.Paths)
                table.Add(path, one.Model.Vital.Both);
            if (one.Path(PopulationScenario.Constant) is { } with && one.Path(PopulationScenario.Zero) is { } without)
                table.AddEffect(with, without);
        }

        if (areas.Count > 0)
            table.AddWorld(areas);
        return table.builder.Build((key, _, _) => throw new InvalidOperationException($"{key} was made twice."));
    }

    private void AddPublished(string id, int year, AgeStructure of)
    {
        builder.Set(area, id);
        builder.Set(scenario, "PUBLISHED");
        Add(of, TimePeriod.OfYear(year));
    }

    private void Add(AgeStructure of, TimePeriod time)
    {
        Persons("POP", "_T", of.Totals, time);
        Number("POP_BROAD", "_T", "Y0T14", "PS", Math.Round(AgeMeasures.Children(of).Total), time);
        Persons("POP_BROAD", "Y15T64", AgeMeasures.WorkingAge(of), time);
        Number("POP_BROAD", "_T", "Y_GE65", "PS", Math.Round(AgeMeasures.Old(of).Total), time);
        Ratio("OADR", "PT", AgeMeasures.OldAgeDependency(of), time);
        Ratio("CDR", "PT", AgeMeasures.ChildDependency(of), time);
        Ratio("PSR", "PURE_NUMB", AgeMeasures.PotentialSupport(of), time);
        Ratio("MEDIAN_AGE", "YR", AgeMeasures.MedianAge(of), time);
    }

    private void Add(PopulationPath path, LifeTable bothSexes)
    {
        builder.Set(scenario, Code(path.Scenario));
        for (var step = 0; step <= path.Steps.Count; step++)
        {
            var (time, of) = (TimePeriod.OfYear(path.Year(step)), path.At(step));
            Add(of, time);
            Ratio("POADR", "PT", AgeMeasures.ProspectiveOldAgeDependency(of, bothSexes), time);
            if (step < path.Steps.Count)
                Changes(path.Steps[step], time);
            if (path.Scenario is PopulationScenario.Constant or PopulationScenario.Zero && StepsWithAges.Contains(step))
                Ages(of, time);
        }
    }

    private void AddEffect(PopulationPath with, PopulationPath without)
    {
        builder.Set(scenario, "EFFECT");
        for (var step = 1; step <= Math.Min(with.Steps.Count, without.Steps.Count); step++)
        {
            var (time, effect) = (TimePeriod.OfYear(with.Year(step)), MigrationEffect.After(with, without, step));
            var (one, other) = (AgeMeasures.WorkingAge(with.At(step)), AgeMeasures.WorkingAge(without.At(step)));
            Number("POP", "_T", "_T", "PS", Math.Round(effect.Total), time);
            Number("POP_BROAD", "_T", "Y15T64", "PS", Math.Round(one.Total - other.Total), time);
            Number("EFFECT_DIRECT", "_T", "_T", "PS", Math.Round(effect.Direct), time);
            Number("EFFECT_INDIRECT", "_T", "_T", "PS", Math.Round(effect.Indirect), time);
            Ratio("EFFECT_PT", "PT", effect.Percent, time);
        }
    }

    private void AddWorld(IReadOnlyList<AreaScenarios> areas)
    {
        builder.Set(area, World);
        foreach (var one in new[] { PopulationScenario.Constant, PopulationScenario.Zero })
        {
            builder.Set(scenario, Code(one));
            var paths = areas.Select(all => all.Path(one)!).ToList();
            for (var step = 0; step <= paths[0].Steps.Count; step++)
            {
                var time = TimePeriod.OfYear(paths[0].Year(step));
                var of = paths.Aggregate(AgeStructure.Empty, (sum, path) => sum.Plus(path.At(step)));
                Persons("POP", "_T", of.Totals, time);
                Persons("POP_BROAD", "Y15T64", AgeMeasures.WorkingAge(of), time);
                Ratio("OADR", "PT", AgeMeasures.OldAgeDependency(of), time);
                if (step < paths[0].Steps.Count)
                    Number("NET_MIG_5Y", "_T", "_T", "PS", Math.Round(paths.Sum(path => path.Steps[step].NetMigrants.Total)), time);
            }
        }
    }

    private void Changes(ProjectionStep step, TimePeriod time)
    {
        Number("BIRTHS_5Y", "_T", "_T", "PS", Math.Round(step.Births.Total), time);
        Number("DEATHS_5Y", "_T", "_T", "PS", Math.Round(step.Deaths.Total), time);
        Number("NET_MIG_5Y", "_T", "_T", "PS", Math.Round(step.NetMigrants.Total), time);
    }

    private void Ages(AgeStructure of, TimePeriod time)
    {
        for (var group = 0; group < AgeStructure.Groups; group++)
        {
            Number("POP", "F", AgeStructure.Codes[group], "PS", Math.Round(of.Women[group]), time);
            Number("POP", "M", AgeStructure.Codes[group], "PS", Math.Round(of.Men[group]), time);
        }
    }

    private void Persons(string what, string ages, BySex persons, TimePeriod time)
    {
        Number(what, "_T", ages, "PS", Math.Round(persons.Total), time);
        Number(what, "F", ages, "PS", Math.Round(persons.Women), time);
        Number(what, "M", ages, "PS", Math.Round(persons.Men), time);
    }

    private void Ratio(string what, string of, double? value, TimePeriod time)
    {
        if (value is { } number)
            Number(what, "_T", "_T", of, Math.Round(number, 4), time);
    }

    private void Number(string what, string sexCode, string ages, string of, double value, TimePeriod time)
    {
        builder.Set(measure, what);
        builder.Set(sex, sexCode);
        builder.Set(age, ages);
        builder.Set(unit, of);
        // Minus zero is written as zero.
        builder.Add(time, value + 0.0, ObservationStatus.E, AttributeSet.Units, SourceRow.Line(++row));
    }
}
