using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>
/// Makes a table of stocks fit for accounts. Cells nobody reported are zero. Native born are mostly population less foreign born, which
/// sources that disagree can bring below zero: then the population stays, the foreign born shrink to it in proportion and the native
/// born are none.
/// </summary>
internal static class StockRepair
{
    /// <summary>The table without cells that nobody reported, which are counted.</summary>
    /// <exception cref="StatisticsException">A cell is infinite, or has fewer foreign born than none; names it.</exception>
    public static double[] Counted(StockTable stocks, StockRepairs repairs)
    {
        var (areas, table) = (stocks.Residences.Count, stocks.Cells.ToArray());
        for (var cell = 0; cell < table.Length; cell++)
        {
            var (birthplace, residence) = (cell / areas, cell % areas);
            if (double.IsNaN(table[cell]))
            {
                table[cell] = 0;
                repairs.Missing++;
            }
            else if (!double.IsFinite(table[cell]) || (table[cell] < 0 && birthplace != residence))
            {
                throw Impossible(stocks.Birthplaces[birthplace], stocks.Residences[residence], table[cell]);
            }
        }

        return table;
    }

    /// <summary>The table without native born below zero.</summary>
    public static double[] Repaired(StockTable stocks, StockRepairs repairs)
    {
        var (areas, table) = (stocks.Residences.Count, Counted(stocks, repairs));
        for (var area = 0; area < areas; area++)
        {
            if (table[(area * areas) + area] >= 0)
                continue;
            Shrink(table, areas, area, stocks.Residences);
            repairs.NegativeNativeBorn.Add(stocks.Residences[area]);
        }

        return table;
    }

    private static void Shrink(double[] table, int areas, int area, IReadOnlyList<string> labels)
    {
        var foreign = 0.0;
        for (var cell = area; cell < table.Length; cell += areas)
            foreign += Math.Max(table[cell], 0);
        var population = foreign + table[(area * areas) + area];
        if (!(population > 0))
        {
            throw new StatisticsException(new Text(
                "{0}: la población nacida en el extranjero supera a la población total, que no es positiva.",
                "{0}: the foreign born are more than the population, which is not above zero.",
                "{0} : les personnes nées à l’étranger dépassent la population totale, qui n’est pas positive.").With(labels[area]));
        }

        for (var cell = area; cell < table.Length; cell += areas)
            table[cell] = Math.Max(table[cell], 0) * (population / foreign);
    }

    private static StatisticsException Impossible(string birthplace, string residence, double persons) => new(new Text(
        "Personas nacidas en {0} que viven en {1}: {2} no es un número de personas.",
        "Persons born in {0} who live in {1}: {2} is no number of persons.",
        "Personnes nées en {0} qui vivent en {1} : {2} n’est pas un nombre de personnes.").With(birthplace, residence, persons));
}
