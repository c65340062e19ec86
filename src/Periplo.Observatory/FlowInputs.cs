using Periplo.Flows;
using Periplo.Languages;
using Periplo.Sources.Flows;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>Puts the tables of files together, period by period.</summary>
internal sealed class FlowInputs(IReadOnlyList<FlowMethod> methods, StockFile stocks, DemographyFile? demography, SeedFile? seed)
{
    /// <summary>Whether a method needs births and deaths; rates (Dennett) do for the number of moves.</summary>
    public static bool NeedsEvents(FlowMethod method) => method.NeedsVitalEvents() || method == FlowMethod.RatesDennett;

    /// <summary>The periods between consecutive stock years of each sex, by first year and sex.</summary>
    /// <exception cref="InputException">A sex has stocks of one year only.</exception>
    public IReadOnlyList<FlowFilePeriod> Periods()
    {
        var periods = new List<FlowFilePeriod>();
        foreach (var (sex, years) in stocks.Sexes)
        {
            if (years.Count < 2)
            {
                throw new InputException(stocks.Path, null, new Text(
                    $"de «{sex}» solo hay población de {years[0]}; los flujos necesitan dos años.",
                    $"of \"{sex}\" there are stocks of {years[0]} only; flows need two years.",
                    $"pour « {sex} », il n’y a de stocks que pour {years[0]} ; les flux demandent deux années."));
            }

            periods.AddRange(years.Zip(years.Skip(1), (start, end) => new FlowFilePeriod(start, end, sex)));
        }

        return [.. periods.OrderBy(period => period.Start).ThenBy(period => period.Sex, StringComparer.Ordinal)];
    }

    /// <summary>Stocks, births and deaths of a period, the seed among its areas, and areas with births and deaths but without stocks.</summary>
    /// <exception cref="InputException">Figures that a method needs are not there.</exception>
    public (FlowInput Input, double[]? Seed, IReadOnlyList<string> Others) Of(FlowFilePeriod period)
    {
        var (start, end) = stocks.Between(period.Sex, period.Start, period.End);
        var areas = start.Residences;
        if (NeedsPopulation && (stocks.WithoutNativeBorn(period.Sex, period.Start).Count == areas.Count || stocks.WithoutNativeBorn(period.Sex, period.End).Count == areas.Count))
        {
            throw new InputException(stocks.Path, Text.Same($"{period.Start}–{period.End}, {period.Sex}"), new Text(
                "no hay ninguna celda de nativos (birth = residence); los métodos que no son sd-drop ni sd-return necesitan la población entera.",
                "there is no native-born cell (birth = residence); methods other than sd-drop and sd-return need the whole population.",
                "il n’y a aucune cellule de natifs (birth = residence) ; les méthodes autres que sd-drop et sd-return demandent toute la population."));
        }

        if (!methods.Any(NeedsEvents))
            return (new(start, end, [], []), seed?.Among(areas), []);
        var (births, deaths, others) = demography!.Of(period.Sex, period.Start, period.End, areas);
        return (new(start, end, births, deaths), seed?.Among(areas), others);
    }

    /// <summary>Areas that have residents and no native-born cell, at one date or the other, where that matters.</summary>
    public IReadOnlyList<string> WithoutNativeBorn(FlowFilePeriod period) =>
        NeedsPopulation ? [.. stocks.WithoutNativeBorn(period.Sex, period.Start).Union(stocks.WithoutNativeBorn(period.Sex, period.End)).Order(StringComparer.Ordinal)] : [];

    private bool NeedsPopulation => methods.Any(method => method is not (FlowMethod.StockDifferenceDrop or FlowMethod.StockDifferenceReturn));
}
