namespace Periplo.Populations;

/// <summary>
/// Net migration as what is left of a population's change once births and deaths are taken off. United Nations (1970), Manual VI,
/// Methods of Measuring Internal Migration, chapter II; Siegel and Swanson (2004), The Methods and Materials of Demography, chapter 19.
/// A residual holds the errors of everything it is made from. Worked examples: docs/methods/net-migration.md.
/// </summary>
public static class NetMigrationResiduals
{
    /// <summary>Vital statistics method: change of the population less natural change.</summary>
    /// <param name="before">Population at the beginning.</param>
    /// <param name="after">Population at the end.</param>
    /// <param name="births">Births between.</param>
    /// <param name="deaths">Deaths between.</param>
    public static double VitalStatistics(double before, double after, double births, double deaths) => after - before - (births - deaths);

    /// <summary>Vital statistics method by sex.</summary>
    /// <param name="before">Population at the beginning.</param>
    /// <param name="after">Population at the end.</param>
    /// <param name="births">Births between.</param>
    /// <param name="deaths">Deaths between.</param>
    public static BySex VitalStatisticsBySex(BySex before, BySex after, BySex births, BySex deaths) => new(
        VitalStatistics(before.Women, after.Women, births.Women, deaths.Women), VitalStatistics(before.Men, after.Men, births.Men, deaths.Men));

    /// <summary>Forward survival: those counted at the end less those expected to be alive, so migrants who died are left out.</summary>
    /// <param name="before">A cohort at the first count.</param>
    /// <param name="after">The same cohort at the second.</param>
    /// <param name="survival">Share of the cohort alive at the second, above 0 and at most 1.</param>
    public static double Forward(double before, double after, double survival) => after - (Checked(survival) * before);

    /// <summary>Reverse survival: those counted at the end, brought back to the beginning, less those counted then. Forward = reverse × survival.</summary>
    /// <param name="before">A cohort at the first count.</param>
    /// <param name="after">The same cohort at the second.</param>
    /// <param name="survival">Share of the cohort alive at the second, above 0 and at most 1.</param>
    public static double Reverse(double before, double after, double survival) => (after / Checked(survival)) - before;

    /// <summary>Average of forward and reverse: migrants are taken to come evenly over the period.</summary>
    /// <param name="before">A cohort at the first count.</param>
    /// <param name="after">The same cohort at the second.</param>
    /// <param name="survival">Share of the cohort alive at the second, above 0 and at most 1.</param>
    public static double Average(double before, double after, double survival) =>
        (Forward(before, after, survival) + Reverse(before, after, survival)) / 2;

    /// <summary>Survival by age and sex between two counts five years apart. Groups of the result are those at the end; the two oldest are one, put in the last.</summary>
    /// <param name="before">First count.</param>
    /// <param name="after">Second count.</param>
    /// <param name="births">Births between.</param>
    /// <param name="vital">Life tables.</param>
    /// <param name="method"><see cref="Forward"/>, <see cref="Reverse"/> or <see cref="Average"/>.</param>
    public static AgeStructure ByAge(AgeStructure before, AgeStructure after, BySex births, VitalAssumptions vital, Func<double, double, double, double> method)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(vital);
        ArgumentNullException.ThrowIfNull(method);
        return new(Of(before.Women, after.Women, births.Women, vital.Women), Of(before.Men, after.Men, births.Men, vital.Men));

        double[] Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double born, LifeTable table)
        {
            const int Last = AgeStructure.Groups - 1;
            var net = new double[AgeStructure.Groups];
            net[0] = method(born, second[0], table.SurvivalAtBirth);
            for (var group = 1; group < Last; group++)
                net[group] = method(first[group - 1], second[group], table.Survival(group - 1));
            net[Last] = method(first[Last - 1] + first[Last], second[Last], table.Survival(Last));
            return net;
        }
    }

    private static double Checked(double survival) => survival is > 0 and <= 1
        ? survival
        : throw new ArgumentOutOfRangeException(nameof(survival), survival, "A survival ratio lies above 0 and at most at 1.");
}
