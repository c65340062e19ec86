using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>Flows from rates that two stock tables imply. Both take the stock of one date as a picture of how people move.</summary>
public static class FlowRates
{
    /// <summary>
    /// Shares moves over corridors in proportion to the foreign-born stock at the start: F[k,j] = M · S1[k,j] / Σ S1 over k ≠ j
    /// (Dennett 2016, in Wilson (ed.), Global Dynamics: Approaches from Complexity Science). Where people live decides; whether they came in the period does not.
    /// </summary>
    /// <param name="input">Stocks; of them only those at the start, without the birthplaces that have no own residence.</param>
    /// <param name="moves">M: moves in the period, zero or more. The published series takes <see cref="AbsoluteNetMigration"/>.</param>
    /// <returns>Moves, origin by destination row by row, zero on the diagonal.</returns>
    /// <exception cref="StatisticsException">Nobody lives outside the birthplace at the start, so that there is nothing to share over.</exception>
    public static double[] Dennett(FlowInput input, double moves)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentOutOfRangeException.ThrowIfNegative(moves);
        if (!double.IsFinite(moves))
            throw new ArgumentOutOfRangeException(nameof(moves), moves, "Moves are a number.");
        var n = input.Start.Residences.Count;
        var flows = Known(input.Start, n * n);
        for (var i = 0; i < n; i++)
            flows[(i * n) + i] = 0;
        var abroad = flows.Sum();
        if (!(abroad > 0))
        {
            throw new StatisticsException(new(
                "al inicio del periodo nadie vive fuera de su lugar de nacimiento; las tasas (rates-dennett) no tienen sobre qué repartirse.",
                "at the start of the period nobody lives outside the birthplace; rates (rates-dennett) have nothing to be shared over.",
                "au début de la période, personne ne vit hors de son lieu de naissance ; les taux (rates-dennett) n’ont pas sur quoi être répartis."));
        }

        for (var i = 0; i < flows.Length; i++)
            flows[i] = moves * flows[i] / abroad;
        return flows;
    }

    /// <summary>Sum over areas of |net migration|, where net migration is the change of population less births plus deaths.</summary>
    /// <param name="input">Stocks with native-born, births and deaths.</param>
    /// <returns>Persons in the period.</returns>
    /// <exception cref="StatisticsException">There are no births and deaths.</exception>
    public static double AbsoluteNetMigration(FlowInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Births.Length == 0 || input.Deaths.Length == 0)
        {
            throw new StatisticsException(new(
                "las tasas (rates-dennett) reparten un número de movimientos: sin él, hacen falta nacimientos y defunciones para la migración neta.",
                "rates (rates-dennett) share out a number of moves: without it, births and deaths are needed for net migration.",
                "les taux (rates-dennett) répartissent un nombre de déplacements : sans lui, il faut les naissances et les décès pour la migration nette."));
        }

        var (start, end) = (Populations(input.Start), Populations(input.End));
        var sum = 0.0;
        for (var i = 0; i < start.Length; i++)
            sum += Math.Abs(end[i] - start[i] - input.Births[i] + input.Deaths[i]);
        return sum;
    }

    /// <summary>
    /// Reads the two stock tables as one step of a chain: the rates G solve S1 · G = S2, and moves are F[i,j] = G[i,j] · P1[i] with P1
    /// the population at the start (Rogers and von Rabenau 1971, Demography 8).
    /// </summary>
    /// <remarks>A cell may come out negative: then no rates lead from one table to the other. It is kept, since cutting it off would hide that.</remarks>
    /// <param name="input">Stocks with native-born at both dates; births and deaths are not asked for. Birthplaces without own residence count in the population only.</param>
    /// <returns>Moves, origin by destination row by row, zero on the diagonal.</returns>
    /// <exception cref="StatisticsException">The table at the start is singular; the message names the area at which that shows.</exception>
    public static double[] RogersVonRabenau(FlowInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var n = input.Start.Residences.Count;
        if (LuFactors.Of(n, Known(input.Start, n * n), out var singular) is not { } factors)
        {
            var area = input.Start.Residences[singular];
            throw new StatisticsException(new(
                $"la tabla inicial es singular: la población de «{area}» por lugar de nacimiento falta o es combinación de la de otras áreas, así que las tasas (rates-rogers) no quedan determinadas.",
                $"the table at the start is singular: the population of \"{area}\" by birthplace is missing or is a combination of that of other areas, so rates (rates-rogers) are not determined.",
                $"le tableau initial est singulier : la population de « {area} » selon le lieu de naissance manque ou est une combinaison de celle d’autres zones, si bien que les taux (rates-rogers) ne sont pas déterminés."));
        }

        var flows = factors.Solve(Known(input.End, n * n), n);
        var population = Populations(input.Start);
        for (var origin = 0; origin < n; origin++)
        {
            for (var destination = 0; destination < n; destination++)
                flows[(origin * n) + destination] = origin == destination ? 0 : flows[(origin * n) + destination] * population[origin];
        }

        return flows;
    }

    private static double[] Populations(StockTable stocks)
    {
        var n = stocks.Residences.Count;
        var sums = new double[n];
        var cells = Known(stocks, stocks.Cells.Length);
        for (var i = 0; i < cells.Length; i++)
            sums[i % n] += cells[i];
        return sums;
    }

    /// <summary>The first cells; one that nobody reported counts zero.</summary>
    private static double[] Known(StockTable stocks, int count)
    {
        var cells = stocks.Cells[..count].ToArray();
        for (var i = 0; i < cells.Length; i++)
            cells[i] = double.IsNaN(cells[i]) ? 0 : cells[i];
        return cells;
    }
}
