using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>Takes the deaths of a period from the stocks at its start and the births from those at its end, by birthplace.</summary>
internal static class VitalEvents
{
    /// <summary>Births or deaths by residence; none where the input has none.</summary>
    /// <exception cref="StatisticsException">One is below zero or no number.</exception>
    public static double[] Checked(double[] events, IReadOnlyList<string> labels)
    {
        if (events.Length == 0)
            return new double[labels.Count];
        if (events.Length != labels.Count)
            throw new ArgumentException("There is one number of births and of deaths to a residence.", nameof(events));
        var wrong = Enumerable.Range(0, events.Length).Where(area => !double.IsFinite(events[area]) || events[area] < 0).ToList();
        return wrong.Count == 0 ? events : throw Refused(new(
            "Nacimientos o defunciones que no son un número de personas: {0}.",
            "Births or deaths that are no number of persons: {0}.",
            "Naissances ou décès qui ne sont pas un nombre de personnes : {0}."), wrong, labels);
    }

    /// <summary>P = stocks at the start − deaths.</summary>
    public static double[] WithoutDeaths(AccountedStocks stocks, FlowOptions options)
    {
        var populations = Lanes.ColumnSums(stocks.Start, stocks.Areas);
        var impossible = Enumerable.Range(0, stocks.Areas).Where(area => stocks.Deaths[area] > populations[area]).ToList();
        if (impossible.Count > 0)
        {
            throw Refused(new(
                "Más defunciones que población al inicio: {0}.",
                "More deaths than population at the start: {0}.",
                "Plus de décès que de population au début : {0}."), impossible, stocks.Labels);
        }

        return options.Deaths == DeathRule.Accounting ? Accounting(stocks, options.Threads) : Remaining(stocks.Start, populations, stocks.Deaths);
    }

    /// <summary>Q = stocks at the end − births.</summary>
    public static double[] WithoutBirths(AccountedStocks stocks, BirthRule rule)
    {
        var populations = Lanes.ColumnSums(stocks.End, stocks.Areas);
        var impossible = Enumerable.Range(0, stocks.Areas).Where(area => stocks.Births[area] > populations[area]).ToList();
        if (impossible.Count > 0)
        {
            throw Refused(new(
                "Más nacimientos que población al final: {0}.",
                "More births than population at the end: {0}.",
                "Plus de naissances que de population à la fin : {0}."), impossible, stocks.Labels);
        }

        if (rule == BirthRule.Proportional)
            return Remaining(stocks.End, populations, stocks.Births);
        var remaining = (double[])stocks.End.Clone();
        for (var area = 0; area < stocks.Areas; area++)
        {
            var native = (area * stocks.Areas) + area;
            if (stocks.End[native] >= stocks.Births[area])
            {
                remaining[native] -= stocks.Births[area];
                continue;
            }

            for (var cell = area; cell < remaining.Length; cell += stocks.Areas)
                remaining[cell] *= 1 - (stocks.Births[area] / populations[area]);
            stocks.Repairs.BirthsSpread.Add(stocks.Labels[area]);
        }

        return remaining;
    }

    /// <summary>Takes events from every birthplace of a residence in proportion.</summary>
    private static double[] Remaining(double[] table, double[] populations, double[] events)
    {
        var shares = populations.Select((population, area) => population > 0 ? 1 - (events[area] / population) : 1).ToArray();
        var remaining = new double[table.Length];
        for (var at = 0; at < table.Length; at += shares.Length)
            Lanes.Multiply(table.AsSpan(at, shares.Length), shares, remaining.AsSpan(at, shares.Length));
        return remaining;
    }

    /// <summary>
    /// Deaths fitted to what every birthplace lost, start + births − end, and to the deaths of every residence. Real tables with
    /// migration bring birthplaces that gained, and cells with more deaths than persons: both are refused by name.
    /// </summary>
    private static double[] Accounting(AccountedStocks stocks, int threads)
    {
        var areas = stocks.Areas;
        var lost = Lanes.RowSums(stocks.Start, areas);
        var end = Lanes.RowSums(stocks.End, areas);
        for (var birthplace = 0; birthplace < lost.Length; birthplace++)
            lost[birthplace] += (birthplace < areas ? stocks.Births[birthplace] : 0) - end[birthplace];
        var gained = Enumerable.Range(0, lost.Length).Where(birthplace => lost[birthplace] < 0).ToList();
        if (gained.Count > 0)
        {
            throw Refused(new(
                "Defunciones por balance: estos lugares de nacimiento tendrían menos de cero defunciones: {0}. Use la regla proporcional.",
                "Deaths by accounting: these birthplaces would have fewer deaths than none: {0}. Use the proportional rule.",
                "Décès par bilan : ces lieux de naissance auraient moins de zéro décès : {0}. Utilisez la règle proportionnelle."), gained, stocks.Birthplaces);
        }

        var died = DualFit.Fit(stocks.Start, areas, lost, stocks.Deaths, threads, []) ??
            throw TransportCut.Explain(stocks.Start, lost, stocks.Deaths, stocks.Birthplaces, stocks.Labels);
        var (remaining, more) = (new double[died.Length], new SortedSet<int>());
        for (var cell = 0; cell < died.Length; cell++)
        {
            remaining[cell] = Math.Max(stocks.Start[cell] - died[cell], 0);
            if (died[cell] > stocks.Start[cell] * (1 + 1e-9))
                more.Add(cell % areas);
        }

        return more.Count == 0 ? remaining : throw Refused(new(
            "Defunciones por balance: más defunciones que personas de algún lugar de nacimiento en {0}. Use la regla proporcional.",
            "Deaths by accounting: more deaths than persons of some birthplace in {0}. Use the proportional rule.",
            "Décès par bilan : plus de décès que de personnes d’un lieu de naissance en {0}. Utilisez la règle proportionnelle."), [.. more], stocks.Labels);
    }

    private static StatisticsException Refused(Text sentence, List<int> places, IReadOnlyList<string> labels) =>
        new(sentence.With(string.Join(", ", places.Select(place => labels[place]))));
}
