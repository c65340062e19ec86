namespace Periplo.Populations;

/// <summary>Writes paths by age and sex as a plain table: <c>area,scenario,year,sex,age,persons</c>, persons with three decimals at most.</summary>
public static class ScenarioCsv
{
    /// <summary>Writes the paths of some scenarios.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="areas">Areas with their paths.</param>
    /// <param name="wanted">Which scenarios.</param>
    public static void Write(TextWriter to, IEnumerable<AreaScenarios> areas, Func<PopulationScenario, bool> wanted)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(wanted);
        to.Write("area,scenario,year,sex,age,persons\n");
        foreach (var area in areas)
        {
            foreach (var path in area.Paths.Where(path => wanted(path.Scenario)))
            {
                for (var step = 0; step <= path.Steps.Count; step++)
                    Write(to, $"{area.Model.Published.Area},{ScenarioTable.Code(path.Scenario)},{path.Year(step)}", path.At(step));
            }
        }
    }

    private static void Write(TextWriter to, string key, AgeStructure of)
    {
        for (var group = 0; group < AgeStructure.Groups; group++)
        {
            to.Write($"{key},F,{AgeStructure.Codes[group]},{Math.Round(of.Women[group], 3)}\n");
            to.Write($"{key},M,{AgeStructure.Codes[group]},{Math.Round(of.Men[group], 3)}\n");
        }
    }
}
