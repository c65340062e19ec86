using Periplo.Statistics;

namespace Periplo.Remittances;

/// <summary>What one person paid to be recruited abroad (SDG 10.7.1): numerator and denominator are of the same person and first job.</summary>
/// <param name="Cost">All that worker and family paid, in any currency, zero or more.</param>
/// <param name="MonthlyEarnings">Earnings of the first full month in the first job abroad, same currency, above zero: bonuses included, and what was held back to recover recruitment cost added again.</param>
/// <param name="Group">Sex, skill, corridor or whatever the tabulation is by; empty where there is one group.</param>
public sealed record RecruitmentCase(double Cost, double MonthlyEarnings, string Group = "")
{
    /// <summary>Months of earnings the recruitment cost.</summary>
    /// <exception cref="StatisticsException">The cost is negative or the earnings are not above zero.</exception>
    public double Months => Cost >= 0 && MonthlyEarnings > 0 && double.IsFinite(Cost) && double.IsFinite(MonthlyEarnings)
        ? Cost / MonthlyEarnings
        : throw new StatisticsException(new(
            $"Un costo de {Cost} y un ingreso mensual de {MonthlyEarnings} no dan un costo de contratación: el costo debe ser cero o más y el ingreso mayor que cero. Quien no ganó nada no entra en el indicador.",
            $"A cost of {Cost} and monthly earnings of {MonthlyEarnings} give no recruitment cost: the cost must be zero or more and the earnings above zero. Who earned nothing is not in the indicator.",
            $"Un coût de {Cost} et un gain mensuel de {MonthlyEarnings} ne donnent pas de coût de recrutement : le coût doit être nul ou positif et le gain supérieur à zéro. Qui n’a rien gagné n’entre pas dans l’indicateur."));
}

/// <summary>
/// Recruitment cost of a group of persons, months of earnings. The statistics are of the ratios of single persons, never
/// the ratio of the means. Quantiles interpolate linearly between order statistics (Hyndman and Fan 1996, type 7).
/// </summary>
/// <param name="Group">The group.</param>
/// <param name="Persons">Persons in it, n.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Minimum">Least.</param>
/// <param name="FirstQuartile">First quartile.</param>
/// <param name="Median">Median: the indicator.</param>
/// <param name="ThirdQuartile">Third quartile.</param>
/// <param name="Maximum">Most, the fourth quartile.</param>
public sealed record RecruitmentCost(string Group, int Persons, double Mean, double Minimum, double FirstQuartile, double Median, double ThirdQuartile, double Maximum)
{
    /// <summary>All persons together.</summary>
    /// <exception cref="StatisticsException">There is nobody, or a case is out of range.</exception>
    public static RecruitmentCost Of(IReadOnlyCollection<RecruitmentCase> cases) => Of("", cases);

    /// <summary>Group by group, in ordinal order.</summary>
    /// <exception cref="StatisticsException">A case is out of range.</exception>
    public static IReadOnlyList<RecruitmentCost> ByGroup(IEnumerable<RecruitmentCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return [.. cases.GroupBy(one => one.Group).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Of(group.Key, [.. group]))];
    }

    private static RecruitmentCost Of(string group, IReadOnlyCollection<RecruitmentCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        if (cases.Count == 0)
        {
            throw new StatisticsException(new(
                "No hay ningún caso: sin personas no hay costo de contratación.",
                "There is no case: without persons there is no recruitment cost.",
                "Il n’y a aucun cas : sans personnes, il n’y a pas de coût de recrutement."));
        }

        double[] months = [.. cases.Select(one => one.Months).Order()];
        return new(group, months.Length, months.Average(), months[0], Quantile(months, 0.25), Quantile(months, 0.5), Quantile(months, 0.75), months[^1]);
    }

    private static double Quantile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        return below == sorted.Length - 1 ? sorted[below] : sorted[below] + ((sorted[below + 1] - sorted[below]) * (at - below));
    }
}
