using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Populations;

/// <summary>
/// A model migration schedule fitted to what was observed. Levenberg–Marquardt (D. Marquardt 1963, "An algorithm for least-squares
/// estimation of nonlinear parameters", Journal of the SIAM 11(2)) on the logarithms of the parameters, so that none falls below
/// zero, from several starts: the sum of squares has more than one valley. Worked example and limits: docs/methods/age-schedules.md.
/// </summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="StandardErrors">
/// Standard error of each parameter in the order of <see cref="RogersCastro.Names"/>; null where the data do not tell it: a parameter at its bound, or as many parameters as ages.
/// </param>
/// <param name="ErrorPercent">Index E of Rogers and Castro: mean absolute difference of observed and fitted rates per hundred of the mean observed rate.</param>
/// <param name="R2">Share of the variance of the observed rates explained; null when they are all alike.</param>
/// <param name="RootMeanSquare">Root of the mean square difference, in the unit of the rates.</param>
/// <param name="Deviance">Poisson deviance; null for rates without populations.</param>
/// <param name="Starts">Starts tried.</param>
/// <param name="Agreeing">How many of them ended as low as the best, within a millionth. One alone is a reason for doubt.</param>
/// <param name="Settled">Whether the best search ended by itself and not by its limit of rounds.</param>
public sealed record RogersCastroFit(
    RogersCastro Schedule, IReadOnlyList<double?> StandardErrors, double ErrorPercent, double? R2, double RootMeanSquare, double? Deviance, int Starts, int Agreeing, bool Settled)
{
    /// <summary>Starts tried where nobody says how many.</summary>
    public const int UsualStarts = 12;

    /// <summary>Most starts that can be asked for.</summary>
    public const int MostStarts = 200;

    private const int OldestAge = 120;
    private const double AsLow = 1e-6;

    /// <summary>Fits a family to rates by least squares; every observation weighs alike.</summary>
    /// <param name="rates">Rates of ages that do not overlap, as many as the family has parameters or more.</param>
    /// <param name="family">The family.</param>
    /// <param name="starts">Starts to try, 1 to <see cref="MostStarts"/>.</param>
    /// <exception cref="StatisticsException">The ages or rates cannot be fitted.</exception>
    public static RogersCastroFit OfRates(IReadOnlyList<AgeRate> rates, RogersCastroFamily family, int starts = UsualStarts) =>
        Search(Of(rates, family), family, starts, start: null);

    /// <summary>Fits a family to counts by Poisson likelihood: what is counted of few persons weighs less.</summary>
    /// <param name="counts">Migrants and populations of ages that do not overlap, as many as the family has parameters or more.</param>
    /// <param name="family">The family.</param>
    /// <param name="starts">Starts to try, 1 to <see cref="MostStarts"/>.</param>
    /// <exception cref="StatisticsException">The ages or counts cannot be fitted.</exception>
    public static RogersCastroFit OfCounts(IReadOnlyList<AgeCount> counts, RogersCastroFamily family, int starts = UsualStarts) =>
        Search(Of(counts, family), family, starts, start: null);

    /// <summary>Fits rates from one start alone, which must be of the family wanted.</summary>
    /// <param name="rates">Rates of ages that do not overlap.</param>
    /// <param name="start">Where to begin.</param>
    /// <exception cref="StatisticsException">The ages or rates cannot be fitted.</exception>
    public static RogersCastroFit OfRatesFrom(IReadOnlyList<AgeRate> rates, RogersCastro start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return Search(Of(rates, start.Family), start.Family, 1, start);
    }

    private static RogersCastroFit Search(ScheduleObjective objective, RogersCastroFamily family, int starts, RogersCastro? start)
    {
        if (starts is < 1 or > MostStarts)
            throw new ArgumentOutOfRangeException(nameof(starts), starts, $"There are 1 to {MostStarts} starts.");
        var from = start is null ? ScheduleStarts.Of(objective, starts) : [objective.Scaled(start)];
        // One after the other in a fixed order, so that the same data give the same bits.
        var ends = from.ConvertAll(one => ScheduleSearch.Descend(objective, one));
        var best = ends.MinBy(end => end.Value)!;
        var agreeing = ends.Count(end => end.Value <= (best.Value * (1 + AsLow)) + objective.Negligible);
        var fitted = RogersCastro.Of(family, objective.Unscaled(best.Logarithms));
        var (error, r2, root, deviance) = objective.Judge(best.Logarithms);
        return new(fitted, objective.StandardErrors(best.Logarithms, fitted.Values()), error, r2, root, deviance, from.Count, agreeing, best.Settled);
    }

    private static ScheduleObjective Of(IReadOnlyList<AgeRate> rates, RogersCastroFamily family)
    {
        ArgumentNullException.ThrowIfNull(rates);
        return new(family, Checked(rates, family), populations: null);
    }

    private static ScheduleObjective Of(IReadOnlyList<AgeCount> counts, RogersCastroFamily family)
    {
        ArgumentNullException.ThrowIfNull(counts);
        foreach (var count in counts)
        {
            if (!double.IsFinite(count.Population) || !(count.Population > 0))
            {
                throw new StatisticsException(new Text(
                    $"A la edad {count.From} la población no es mayor que cero; quite esa edad.",
                    $"At age {count.From} the population is not above zero; leave that age out.",
                    $"À l’âge {count.From} la population n’est pas supérieure à zéro ; retirez cet âge."));
            }
        }

        return new(family, Checked([.. counts.Select(count => new AgeRate(count.From, count.To, count.Migrants / count.Population))], family), [.. counts.Select(count => count.Population)]);
    }

    private static AgeRate[] Checked(IReadOnlyList<AgeRate> rates, RogersCastroFamily family)
    {
        if (rates.Count < (int)family)
        {
            throw new StatisticsException(new Text(
                $"Hay {rates.Count} edades y {(int)family} parámetros; elija una familia con menos parámetros o dé más edades.",
                $"There are {rates.Count} ages and {(int)family} parameters; choose a family with fewer parameters or give more ages.",
                $"Il y a {rates.Count} âges et {(int)family} paramètres ; choisissez une famille à moins de paramètres ou donnez plus d’âges."));
        }

        var before = -1;
        foreach (var rate in rates.OrderBy(rate => rate.From))
        {
            if (rate.From < 0 || rate.To < rate.From || rate.To > OldestAge || rate.From <= before)
            {
                throw new StatisticsException(new Text(
                    $"Las edades de {rate.From} a {rate.To} se traslapan con otras o no son edades de 0 a {OldestAge}.",
                    $"The ages {rate.From} to {rate.To} overlap others or are no ages from 0 to {OldestAge}.",
                    $"Les âges de {rate.From} à {rate.To} en chevauchent d’autres ou ne sont pas des âges de 0 à {OldestAge}."));
            }

            before = rate.To;
            if (!double.IsFinite(rate.Rate) || rate.Rate < 0)
            {
                throw new StatisticsException(new Text(
                    $"La tasa de la edad {rate.From} es negativa o no es un número.", $"The rate at age {rate.From} is negative or no number.", $"Le taux à l’âge {rate.From} est négatif ou n’est pas un nombre."));
            }
        }

        return rates.Any(rate => rate.Rate > 0)
            ? [.. rates]
            : throw new StatisticsException(new Text("Todas las tasas son cero: no hay nada que ajustar.", "All rates are zero: there is nothing to fit.", "Tous les taux sont nuls : il n’y a rien à ajuster."));
    }
}
