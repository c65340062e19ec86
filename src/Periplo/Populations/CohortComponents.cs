namespace Periplo.Populations;

/// <summary>What a step assumes of births and deaths.</summary>
/// <param name="Women">Life table of women.</param>
/// <param name="Men">Life table of men.</param>
/// <param name="Fertility">Births a year to a woman by group.</param>
/// <param name="SexRatioAtBirth">Boys to a girl, above zero.</param>
public sealed record VitalAssumptions(LifeTable Women, LifeTable Men, IReadOnlyList<double> Fertility, double SexRatioAtBirth)
{
    /// <summary>Life table of both sexes.</summary>
    public LifeTable Both { get; } = LifeTable.Together(Women, Men, SexRatioAtBirth);

    /// <summary>Births parted into girls and boys.</summary>
    public BySex Part(double births) => new(births / (1 + SexRatioAtBirth), births * SexRatioAtBirth / (1 + SexRatioAtBirth));
}

/// <summary>Five years of a population. After = before + births − deaths + net migrants, of each sex.</summary>
/// <param name="Before">Population at the beginning.</param>
/// <param name="After">Population at the end.</param>
/// <param name="Births">Births of the five years.</param>
/// <param name="Deaths">Deaths.</param>
/// <param name="NetMigrants">Net migrants that took part.</param>
/// <param name="Unplaced">Net departures asked for that could not be, because nobody was left of that age.</param>
public sealed record ProjectionStep(AgeStructure Before, AgeStructure After, BySex Births, BySex Deaths, BySex NetMigrants, double Unplaced);

/// <summary>The cohort-component method in steps of five years (Preston, Heuveline and Guillot 2001, Demography, chapter 6).</summary>
public static class CohortComponents
{
    /// <summary>
    /// One step. Half of the net migrants of an age come at the beginning, are subject to its survival and grow five years
    /// older; half come at the end. Births come of the women alive in the middle, taken as the mean of both ends.
    /// </summary>
    /// <param name="before">Population at the beginning.</param>
    /// <param name="vital">Births and deaths.</param>
    /// <param name="netMigrants">Net migrants of the five years by age.</param>
    public static ProjectionStep Step(AgeStructure before, VitalAssumptions vital, AgeStructure netMigrants)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(vital);
        ArgumentNullException.ThrowIfNull(netMigrants);
        Span<double> women = stackalloc double[AgeStructure.Groups];
        Span<double> men = stackalloc double[AgeStructure.Groups];
        var (deadWomen, movedWomen) = Survive(before.Women, vital.Women, netMigrants.Women, women);
        var (deadMen, movedMen) = Survive(before.Men, vital.Men, netMigrants.Men, men);
        var births = 0.0;
        // No girl of the youngest groups bears, so the women of the end are known before the births are.
        for (var group = 0; group < AgeStructure.Groups; group++)
            births += AgeStructure.Years * vital.Fertility[group] * (before.Women[group] + women[group]) / 2;
        var born = vital.Part(births);
        var (girls, girlsMoved) = Newborn(born.Women, vital.Women, netMigrants.Women[0]);
        var (boys, boysMoved) = Newborn(born.Men, vital.Men, netMigrants.Men[0]);
        (women[0], men[0]) = (girls, boys);
        var deaths = new BySex(
            deadWomen + (born.Women * (1 - vital.Women.SurvivalAtBirth)), deadMen + (born.Men * (1 - vital.Men.SurvivalAtBirth)));
        var moved = new BySex(movedWomen + girlsMoved, movedMen + boysMoved);
        return new(before, new(women, men), born, deaths, moved, moved.Total - netMigrants.Total);
    }

    private static (double Deaths, double Moved) Survive(ReadOnlySpan<double> before, LifeTable table, ReadOnlySpan<double> net, Span<double> after)
    {
        var (deaths, moved) = (0.0, 0.0);
        after.Clear();
        for (var group = 0; group < AgeStructure.Groups; group++)
        {
            var first = Math.Max(net[group] / 2, -before[group]);
            var exposed = before[group] + first;
            var alive = exposed * table.Survival(group);
            deaths += exposed - alive;
            moved += first;
            after[Math.Min(group + 1, AgeStructure.Groups - 1)] += alive;
        }

        for (var group = 1; group < AgeStructure.Groups; group++)
        {
            var second = Math.Max(net[group] / 2, -after[group]);
            after[group] += second;
            moved += second;
        }

        return (deaths, moved);
    }

    private static (double Alive, double Moved) Newborn(double births, LifeTable table, double net)
    {
        var alive = births * table.SurvivalAtBirth;
        var second = Math.Max(net / 2, -alive);
        return (alive + second, second);
    }
}
