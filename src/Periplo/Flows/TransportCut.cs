using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>
/// Why no table with given zeros has given totals: the least cut of the flow from rows to columns (L. Ford and D. Fulkerson 1956; D.
/// Gale 1957). Either some birthplaces have more persons than the areas where any of them live can hold, or some areas hold more than
/// the birthplaces they are fed by. Asked only once a fit has failed.
/// </summary>
internal sealed class TransportCut
{
    private const int MostNames = 12;

    private readonly bool[] open;
    private readonly double[] sent;
    private readonly double[] left;
    private readonly double[] room;
    private readonly int[] rowFrom;
    private readonly int[] columnFrom;

    private TransportCut(ReadOnlySpan<double> table, ReadOnlySpan<double> rows, ReadOnlySpan<double> columns)
    {
        (left, room) = (rows.ToArray(), columns.ToArray());
        (rowFrom, columnFrom) = (new int[rows.Length], new int[columns.Length]);
        (open, sent) = (new bool[table.Length], new double[table.Length]);
        for (var cell = 0; cell < table.Length; cell++)
            open[cell] = table[cell] > 0;
    }

    /// <summary>The refusal that names those who do not fit.</summary>
    public static StatisticsException Explain(
        ReadOnlySpan<double> table, ReadOnlySpan<double> rows, ReadOnlySpan<double> columns, IReadOnlyList<string> birthplaces, IReadOnlyList<string> areas)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row] < 0)
                return Many(birthplaces[row], -rows[row]);
        }

        var (reachedRows, reachedColumns, excess) = Between(table, rows, columns);
        if (!(excess > Least(rows)))
        {
            return new(new(
                "El ajuste a los totales por lugar de nacimiento no converge, aunque existe una solución. Revise las poblaciones muy pequeñas.",
                "The fit to the totals of birthplaces does not settle although a solution exists. Look at very small stocks.",
                "L’ajustement aux totaux par lieu de naissance ne converge pas, bien qu’une solution existe. Vérifiez les stocks très petits."));
        }

        var otherRows = Others(reachedRows, rows.Length);
        var otherColumns = Others(reachedColumns, columns.Length);
        return reachedRows.Count <= otherColumns.Count ? Rows(Names(birthplaces, reachedRows), Names(areas, reachedColumns), excess) : Columns(Names(areas, otherColumns), Names(birthplaces, otherRows), excess);
    }

    /// <summary>Rows that together have more than all columns where any of them has a cell, and those columns.</summary>
    public static (List<int> Rows, List<int> Columns, double Excess) Between(ReadOnlySpan<double> table, ReadOnlySpan<double> rows, ReadOnlySpan<double> columns)
    {
        var cut = new TransportCut(table, rows, columns);
        cut.Fill();
        while (cut.Augment(Least(rows)))
        {
        }

        // Rows still reached from rows with persons left over, and the columns they reach, all full.
        var (reachedRows, reachedColumns) = (Reached(cut.rowFrom), Reached(cut.columnFrom));
        return (reachedRows, reachedColumns, Picked(rows, reachedRows) - Picked(columns, reachedColumns));
    }

    /// <summary>Labels for a sentence, a dozen at most.</summary>
    public static string Names(IReadOnlyList<string> labels, List<int> places) =>
        string.Join(", ", places.Take(MostNames).Select(place => labels[place])) + (places.Count > MostNames ? ", …" : "");

    private static double Least(ReadOnlySpan<double> rows) => 1e-9 * Lanes.Sum(rows);

    private static StatisticsException Rows(string birthplaces, string areas, double excess) => new(new Text(
        "Ningún flujo explica estas poblaciones: las personas nacidas en {0} son {2} más (media de ambas fechas) de las que pueden vivir donde vive alguna de ellas ({1}). Agregue esas áreas o añada la población nacida en el extranjero que falta.",
        "No flows explain these stocks: persons born in {0} are {2} more (mean of both dates) than can live where any of them live ({1}). Aggregate those areas or add the foreign born that lack.",
        "Aucun flux n’explique ces stocks : les personnes nées en {0} sont {2} de plus (moyenne des deux dates) que celles qui peuvent vivre là où vit l’une d’elles ({1}). Agrégez ces zones ou ajoutez les personnes nées à l’étranger qui manquent.").With(birthplaces, areas, Persons(excess)));

    private static StatisticsException Columns(string areas, string birthplaces, double excess) => new(new Text(
        "Ningún flujo explica estas poblaciones: quienes viven en {0} son {2} más que las personas nacidas donde nació alguno de ellos ({1}, media de ambas fechas). Use el ajuste para áreas sin población nacida en el extranjero, agréguelas o añada la que falta.",
        "No flows explain these stocks: those who live in {0} are {2} more than the persons born where any of them were born ({1}, mean of both dates). Use the matching for areas without foreign born, aggregate them or add the foreign born that lack.",
        "Aucun flux n’explique ces stocks : les habitants de {0} sont {2} de plus que les personnes nées là où l’un d’eux est né ({1}, moyenne des deux dates). Utilisez l’ajustement pour les zones sans personnes nées à l’étranger, agrégez-les ou ajoutez celles qui manquent.").With(areas, birthplaces, Persons(excess)));

    private static StatisticsException Many(string birthplace, double lacking) => new(new Text(
        "El total de las personas nacidas en {0} sería negativo ({1}).",
        "The total of persons born in {0} would be below zero ({1}).",
        "Le total des personnes nées en {0} serait négatif ({1}).").With(birthplace, Persons(-lacking)));

    /// <summary>Whole persons, at least one, without grouping: the same in every language.</summary>
    private static string Persons(double persons) => (persons < 0 ? Math.Floor(persons) : Math.Ceiling(persons)).ToString("0");

    /// <summary>Sends at once what fits without going back, which is nearly all.</summary>
    private void Fill()
    {
        for (var cell = 0; cell < sent.Length; cell++)
        {
            if (!open[cell])
                continue;
            var (row, column) = (cell / room.Length, cell % room.Length);
            sent[cell] = Math.Min(left[row], room[column]);
            left[row] -= sent[cell];
            room[column] -= sent[cell];
        }
    }

    /// <summary>Sends what it can along one shortest path found breadth first; false where no row with persons left reaches room.</summary>
    private bool Augment(double least)
    {
        Array.Fill(rowFrom, -1);
        Array.Fill(columnFrom, -1);
        var queue = new Queue<int>();
        for (var row = 0; row < left.Length; row++)
        {
            if (left[row] <= least / left.Length)
                continue;
            rowFrom[row] = row;
            queue.Enqueue(row);
        }

        // Rows are r, columns are −1 − c.
        while (queue.TryDequeue(out var node))
        {
            if (node >= 0)
            {
                for (var column = 0; column < room.Length; column++)
                {
                    if (columnFrom[column] >= 0 || !open[(node * room.Length) + column])
                        continue;
                    columnFrom[column] = node;
                    if (room[column] > 0)
                    {
                        Send(column);
                        return true;
                    }

                    queue.Enqueue(-1 - column);
                }
            }
            else
            {
                var column = -1 - node;
                for (var row = 0; row < left.Length; row++)
                {
                    if (rowFrom[row] >= 0 || !(sent[(row * room.Length) + column] > 0))
                        continue;
                    rowFrom[row] = left.Length + column;
                    queue.Enqueue(row);
                }
            }
        }

        return false;
    }

    private void Send(int end)
    {
        var amount = room[end];
        for (var column = end; ;)
        {
            var row = columnFrom[column];
            if (rowFrom[row] == row)
            {
                amount = Math.Min(amount, left[row]);
                break;
            }

            column = rowFrom[row] - left.Length;
            amount = Math.Min(amount, sent[(row * room.Length) + column]);
        }

        room[end] -= amount;
        for (var column = end; ;)
        {
            var row = columnFrom[column];
            sent[(row * room.Length) + column] += amount;
            if (rowFrom[row] == row)
            {
                left[row] -= amount;
                return;
            }

            column = rowFrom[row] - left.Length;
            sent[(row * room.Length) + column] -= amount;
        }
    }

    private static List<int> Reached(int[] from) => [.. Enumerable.Range(0, from.Length).Where(at => from[at] >= 0)];

    private static List<int> Others(List<int> places, int count) => [.. Enumerable.Range(0, count).Except(places)];

    private static double Picked(ReadOnlySpan<double> values, List<int> places)
    {
        var sum = 0.0;
        foreach (var place in places)
            sum += values[place];
        return sum;
    }
}
