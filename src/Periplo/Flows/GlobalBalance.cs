using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>
/// Makes the world lose nobody: its population changes by births and deaths alone. What does not add up is taken half from each date,
/// from the native born in proportion to their number (Abel and Sander 2014; Abel 2018).
/// </summary>
internal static class GlobalBalance
{
    /// <summary>Share of the world's population that rounding may leave unbalanced.</summary>
    private const double Negligible = 1e-9;

    /// <summary>Balances the stocks, in whole persons or exactly.</summary>
    public static void Before(AccountedStocks stocks, bool whole)
    {
        var natural = Lanes.Sum(stocks.Births) - Lanes.Sum(stocks.Deaths);
        var (start, end) = (NativeBorn(stocks.Start, stocks.Areas), NativeBorn(stocks.End, stocks.Areas));
        var (startBefore, endBefore) = ((double[])start.Clone(), (double[])end.Clone());
        var delta = natural - (Lanes.Sum(stocks.End) - Lanes.Sum(stocks.Start));
        if (delta == 0)
            return;
        if (whole && Math.Abs(delta) % 2 == 1)
        {
            // Half a person cannot be moved: one is given to the end first.
            Rescale(end, Lanes.Sum(end) + 1, whole);
            delta--;
        }

        Rescale(start, Lanes.Sum(start) - (delta / 2), whole);
        Rescale(end, Lanes.Sum(end) + (delta / 2), whole);
        stocks.Repairs.StartAdded = Put(stocks.Start, start, startBefore, stocks.Repairs.StartAdded);
        stocks.Repairs.EndAdded = Put(stocks.End, end, endBefore, stocks.Repairs.EndAdded);
    }

    /// <summary>Balances those who live at both dates.</summary>
    public static void After(AccountedStocks stocks) => Halve(stocks, stocks.Survivors, stocks.BornBefore);

    /// <summary>Refuses stocks that do not balance.</summary>
    public static void Check(AccountedStocks stocks)
    {
        var (start, end) = (Lanes.Sum(stocks.Survivors), Lanes.Sum(stocks.BornBefore));
        if (Math.Abs(end - start) <= Negligible * Math.Max(start, end))
            return;
        throw new StatisticsException(new Text(
            "Las poblaciones no cuadran: sin nacimientos ni defunciones, el total final difiere del inicial en {0} personas. Pida un ajuste global.",
            "The stocks do not balance: without births and deaths the total at the end differs from that at the start by {0} persons. Ask for a global balance.",
            "Les stocks ne s’équilibrent pas : sans les naissances ni les décès, le total final diffère du total initial de {0} personnes. Demandez un ajustement global.").With((end - start).ToString("0.###")));
    }

    /// <summary>Takes half of the difference from each of two tables, from the native born in proportion.</summary>
    public static void Halve(AccountedStocks stocks, double[] survivors, double[] bornBefore)
    {
        var (start, end) = (NativeBorn(survivors, stocks.Areas), NativeBorn(bornBefore, stocks.Areas));
        var (startBefore, endBefore) = ((double[])start.Clone(), (double[])end.Clone());
        var delta = Lanes.Sum(bornBefore) - Lanes.Sum(survivors);
        if (delta == 0)
            return;
        Rescale(start, Lanes.Sum(start) + (delta / 2), whole: false);
        Rescale(end, Lanes.Sum(end) - (delta / 2), whole: false);
        stocks.Repairs.StartAdded = Put(survivors, start, startBefore, stocks.Repairs.StartAdded);
        stocks.Repairs.EndAdded = Put(bornBefore, end, endBefore, stocks.Repairs.EndAdded);
    }

    /// <summary>
    /// Brings values to a total in proportion. In whole persons each is rounded to even, and what rounding leaves goes to the largest,
    /// the first of those alike: the same for every run.
    /// </summary>
    internal static void Rescale(double[] values, double total, bool whole)
    {
        var sum = Lanes.Sum(values);
        if (!(sum > 0) || total < 0)
        {
            throw new StatisticsException(new Text(
                "No se puede cuadrar el mundo: la población nativa no alcanza.",
                "The world cannot be balanced: there are too few native born.",
                "Le monde ne peut pas être équilibré : la population native ne suffit pas."));
        }

        for (var at = 0; at < values.Length; at++)
        {
            values[at] *= total / sum;
            if (whole)
                values[at] = Math.Round(values[at], MidpointRounding.ToEven);
        }

        if (!whole)
            return;
        var largest = Array.IndexOf(values, values.Max());
        values[largest] += total - Lanes.Sum(values);
    }

    private static double[] NativeBorn(double[] table, int areas) => [.. Enumerable.Range(0, areas).Select(area => table[(area * areas) + area])];

    private static double[] Put(double[] table, double[] nativeBorn, double[] before, double[] added)
    {
        for (var area = 0; area < nativeBorn.Length; area++)
            table[(area * nativeBorn.Length) + area] = nativeBorn[area];
        return StockRepairs.Added(added, before, nativeBorn);
    }
}
