namespace Periplo.Populations;

/// <summary>
/// What migration adds to a population by a year: the scenario with migration less the one without. Directly by the net migrants
/// themselves, indirectly by their births less their deaths: Total = Direct + Births − Deaths.
/// </summary>
/// <param name="Total">Persons.</param>
/// <param name="Direct">Net migrants since the start.</param>
/// <param name="Births">Births since the start that would not have been.</param>
/// <param name="Deaths">Deaths since the start that would not have been there.</param>
/// <param name="Percent">Total per hundred persons of the scenario without; null where it has nobody.</param>
public sealed record MigrationEffect(double Total, double Direct, double Births, double Deaths, double? Percent)
{
    /// <summary>Births less deaths.</summary>
    public double Indirect => Births - Deaths;

    /// <summary>The effect after so many steps.</summary>
    /// <param name="with">Path with migration.</param>
    /// <param name="without">Path without, from the same start.</param>
    /// <param name="steps">Steps, within both.</param>
    public static MigrationEffect After(PopulationPath with, PopulationPath without, int steps)
    {
        ArgumentNullException.ThrowIfNull(with);
        ArgumentNullException.ThrowIfNull(without);
        var (direct, births, deaths) = (0.0, 0.0, 0.0);
        for (var step = 0; step < steps; step++)
        {
            direct += with.Steps[step].NetMigrants.Total - without.Steps[step].NetMigrants.Total;
            births += with.Steps[step].Births.Total - without.Steps[step].Births.Total;
            deaths += with.Steps[step].Deaths.Total - without.Steps[step].Deaths.Total;
        }

        var (whole, other) = (with.At(steps).Total, without.At(steps).Total);
        return new(whole - other, direct, births, deaths, other > 0 ? 100 * (whole - other) / other : null);
    }
}
