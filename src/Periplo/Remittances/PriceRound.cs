using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Remittances;

/// <summary>Money that the cost above the 3 % target takes in a year, in the corridors priced, US dollars.</summary>
/// <param name="Rule1">With the flows of rule 1.</param>
/// <param name="Rule2">With those of rule 2.</param>
/// <param name="Rule3">With those of rule 3, the default.</param>
public sealed record MoneyAboveTarget(double Rule1, double Rule2, double Rule3)
{
    /// <summary>The least of the three.</summary>
    public double Low => Math.Min(Rule1, Math.Min(Rule2, Rule3));

    /// <summary>The most of the three.</summary>
    public double High => Math.Max(Rule1, Math.Max(Rule2, Rule3));
}

/// <summary>One round of the price survey: the components of SDG 10.c.1 and what goes with them.</summary>
/// <param name="Round">The quarter.</param>
/// <param name="Corridors">Corridors with an average.</param>
/// <param name="MeanOfServices">Component 1: simple mean over services, percent; null where only averages of corridors are published.</param>
/// <param name="MeanOfCorridors">Simple mean of the averages of corridors, percent.</param>
/// <param name="WeightedMean">Mean of the averages of corridors weighted with the money of rule 3, percent; null without a matrix.</param>
/// <param name="WeightYear">Year of the matrix: that of the round, or the last estimated.</param>
/// <param name="WeightedShare">Share of all estimated money that flows through the corridors in the weighted mean, 0 to 1.</param>
/// <param name="BelowFive">Corridors whose average is below 5 %.</param>
/// <param name="AboveFive">Component 2: corridors whose average is above 5 %.</param>
/// <param name="SmartMean">Simple mean of SmaRT over corridors that have one, percent; null where quotes are not held.</param>
/// <param name="SmartAboveFive">Component 2 by SmaRT: corridors above 5 %; null where quotes are not held.</param>
/// <param name="WithoutSmart">Corridors in which no service qualifies; null where quotes are not held.</param>
/// <param name="AboveTarget">Money above 3 % in a year; null without a matrix.</param>
public sealed record PriceRound(
    TimePeriod Round,
    int Corridors,
    double? MeanOfServices,
    double MeanOfCorridors,
    double? WeightedMean,
    int? WeightYear,
    double? WeightedShare,
    int BelowFive,
    int AboveFive,
    double? SmartMean,
    int? SmartAboveFive,
    int? WithoutSmart,
    MoneyAboveTarget? AboveTarget)
{
    /// <summary>Months after the end of its quarter for which a round may guide somebody who wants to send money.</summary>
    public const int MonthsCurrent = 6;

    /// <summary>Share of corridors below 5 %, 0 to 1.</summary>
    public double BelowFiveShare => (double)BelowFive / Corridors;

    /// <summary>What must stand beside rounds that are too old to choose a service by.</summary>
    public static Text OldRound { get; } = new(
        "Esta ronda tiene más de seis meses: es parte de una serie y no sirve para elegir hoy con quién enviar dinero.",
        "This round is more than six months old: it is part of a series and no guide to whom to send money with today.",
        "Ce relevé date de plus de six mois : il fait partie d’une série et ne permet pas de choisir aujourd’hui un service d’envoi.");

    /// <summary>Whether a round is recent enough to choose a service by.</summary>
    /// <param name="round">The quarter.</param>
    /// <param name="today">The day it is looked at.</param>
    public static bool IsCurrent(TimePeriod round, DateOnly today) => today < round.LastDay.AddDays(1).AddMonths(MonthsCurrent);

    /// <summary>The rounds of a revision of <c>REMITTANCE_PRICES</c>, in order.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="matrix">The bilateral matrices that weight corridors, or null.</param>
    public static IReadOnlyList<PriceRound> Of(Dataset prices, MatrixTable? matrix)
    {
        ArgumentNullException.ThrowIfNull(prices);
        var table = new PriceTable(prices);
        return [.. table.Rounds.Select(round => Of(round, table, matrix))];
    }

    private static PriceRound Of(TimePeriod round, PriceTable table, MatrixTable? matrix)
    {
        var corridors = table.Of(round);
        var costs = corridors.Where(corridor => corridor.Average is not null).ToList();
        var quoted = corridors.Any(corridor => corridor.Quotes > 0);
        var smart = corridors.Where(corridor => corridor.Smart is not null).Select(corridor => corridor.Smart!.Value).ToList();
        (double? Mean, int Year, double Share, MoneyAboveTarget Above)? weights = matrix is null ? null : Weights(round, costs, matrix);
        return new(
            round, costs.Count, table.World(round, "_T", "_T")?.Cost, costs.Average(corridor => corridor.Average!.Value),
            weights?.Mean, weights?.Year, weights?.Share,
            costs.Count(corridor => corridor.Average < TransferCost.MostPerCorridor), costs.Count(corridor => corridor.Average > TransferCost.MostPerCorridor),
            smart.Count == 0 ? null : smart.Average(), quoted ? smart.Count(cost => cost > TransferCost.MostPerCorridor) : null,
            quoted ? corridors.Count(corridor => corridor is { Quotes: > 0, Qualifying: 0 }) : null,
            weights?.Above);
    }

    private static (double? Mean, int Year, double Share, MoneyAboveTarget Above) Weights(TimePeriod round, List<CorridorPrice> costs, MatrixTable matrix)
    {
        var year = Math.Clamp(round.Year, matrix.Years[0], matrix.Years[^1]);
        var flows = matrix.Of(year);
        var byPair = flows.ToDictionary(flow => (flow.Sender, flow.Receiver));
        var (money, paid) = (0.0, 0.0);
        var above = new double[SharingRules.All.Count];
        foreach (var corridor in costs)
        {
            if (!byPair.TryGetValue((corridor.Sender, corridor.Receiver), out var flow))
                continue;
            money += flow.Rule3;
            paid += flow.Rule3 * corridor.Average!.Value;
            for (var rule = 0; rule < above.Length; rule++)
                above[rule] += flow.By(SharingRules.All[rule]) * Math.Max(0, corridor.Average.Value - TransferCost.Target) / 100;
        }

        var all = flows.Sum(flow => flow.Rule3);
        return (money > 0 ? paid / money : null, year, all > 0 ? money / all : 0, new(above[0], above[1], above[2]));
    }
}
