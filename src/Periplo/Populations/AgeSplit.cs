using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Populations;

/// <summary>
/// Splits a flow, or a net number, over sexes and ages by model migration schedules. The parts add up to the number given to the last
/// bit, in whatever order they are added. Worked example and limits: docs/methods/age-schedules.md.
/// </summary>
public static class AgeSplit
{
    /// <summary>
    /// Oldest age that gets migrants where no population is known: beyond it the constant of a schedule would send as many
    /// centenarians as persons of forty.
    /// </summary>
    public const int OldestWithoutPopulation = 84;

    /// <summary>Share of women among migrants where nothing is known.</summary>
    public const double UsualWomen = 0.5;

    /// <summary>Binary digits of the parts below the first one of the whole; their sums are then exact.</summary>
    private const int Digits = 40;

    /// <summary>How many migrants to expect of each sex and age group, in proportion: rate × population.</summary>
    /// <param name="women">Schedule of women.</param>
    /// <param name="men">Schedule of men, in the same unit.</param>
    /// <param name="population">Population the migrants come from; null for as many persons at every age up to <see cref="OldestWithoutPopulation"/>.</param>
    public static AgeStructure Weights(RogersCastro women, RogersCastro men, AgeStructure? population)
    {
        ArgumentNullException.ThrowIfNull(women);
        ArgumentNullException.ThrowIfNull(men);
        var (ofWomen, ofMen) = (new double[AgeStructure.Groups], new double[AgeStructure.Groups]);
        for (var group = 0; group < AgeStructure.Groups; group++)
        {
            var (from, to) = (group * AgeStructure.Years, (group * AgeStructure.Years) + AgeStructure.Years - 1);
            var even = to <= OldestWithoutPopulation ? 1.0 : 0;
            // Of 100 and over only the first year is asked for: a slope that rises for ever has no mean.
            to = group == AgeStructure.Groups - 1 ? from : to;
            ofWomen[group] = women.Rate(from, to) * (population?.Women[group] ?? even);
            ofMen[group] = men.Rate(from, to) * (population?.Men[group] ?? even);
        }

        return new(ofWomen, ofMen);
    }

    /// <summary>The same weights within each sex, with so many women of all; a sex without any stays so.</summary>
    /// <param name="weights">Weights.</param>
    /// <param name="women">Share of women among migrants, 0 to 1.</param>
    public static AgeStructure WithWomen(AgeStructure weights, double women)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (!(women is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(women), women, "A share lies from 0 to 1.");
        var all = weights.Totals;
        return weights.Times(all.Women > 0 ? women / all.Women : 0, all.Men > 0 ? (1 - women) / all.Men : 0);
    }

    /// <summary>Splits a number in proportion to weights.</summary>
    /// <param name="total">The number; a net one may be below zero.</param>
    /// <param name="weights">Weights, none below zero.</param>
    /// <returns>The parts, all of the sign of the number; their sum is the number exactly.</returns>
    /// <exception cref="StatisticsException">There is a number and no weight at all to split it by.</exception>
    public static AgeStructure Of(double total, AgeStructure weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (!double.IsFinite(total))
            throw new ArgumentOutOfRangeException(nameof(total), total, "A flow is a number.");
        if (total == 0)
            return AgeStructure.Empty;
        double[] parts = [.. weights.Women, .. weights.Men];
        var all = parts.Sum();
        if (!(all > 0) || !double.IsFinite(all))
        {
            throw new StatisticsException(new Text(
                "No hay nadie de las edades y el sexo entre quienes repartir el flujo.",
                "There is nobody of the ages and sex to split the flow over.",
                "Il n’y a personne des âges et du sexe entre qui répartir le flux."));
        }

        // Multiples of a power of two add up without rounding; what they leave of the number goes to the greatest part.
        var grain = Math.Max(Math.ScaleB(1, Math.ILogB(total) - Digits), double.Epsilon);
        var (greatest, others) = (Array.IndexOf(parts, parts.Max()), 0.0);
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Math.Round(total * (parts[i] / all) / grain) * grain;
            others += i == greatest ? 0 : parts[i];
        }

        parts[greatest] = total - others;
        return new(parts.AsSpan(0, AgeStructure.Groups), parts.AsSpan(AgeStructure.Groups));
    }
}
