using Periplo.Flows;
using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Flows;

/// <summary>Moves of one period, sex and method between the areas that have a population.</summary>
/// <param name="Period">The period as written; empty when the file has none.</param>
/// <param name="Sex">The sex.</param>
/// <param name="Method">The method.</param>
/// <param name="Areas">Labels of the areas, in ordinal order.</param>
/// <param name="System">The moves, populations and distances in the order of the areas.</param>
public sealed record LabelledSystem(string Period, string Sex, string Method, IReadOnlyList<string> Areas, FlowSystem System);

/// <summary>Reads what <c>periplo flows indices</c> needs. The areas of a table are those of its population: flows of zero need no row, persons do.</summary>
public static class FlowSystemFiles
{
    /// <summary>Reads flows (<c>origin,destination,flow</c>), populations (<c>area,population</c>) and distances (<c>origin,destination,distance</c>).</summary>
    /// <param name="flows">Path of the flows; may have <c>period</c>, <c>sex</c> and <c>method</c>.</param>
    /// <param name="population">Path of the populations; may have <c>period</c> and <c>sex</c>, written as in the flows.</param>
    /// <param name="distance">Path of the distances, or null. A pair given one way counts both ways.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The tables, by period, sex and method in ordinal order.</returns>
    /// <exception cref="InputException">A file cannot be taken; names file, line and column.</exception>
    public static IReadOnlyList<LabelledSystem> Read(string flows, string population, string? distance, CancellationToken cancellation)
    {
        var populations = AreaPopulationFile.Read(population, cancellation);
        var distances = distance is null ? null : DistanceFile.Read(distance, cancellation);
        var tables = new Dictionary<(string Period, string Sex, string Method), Cells>();
        using (var list = FlowListFile.Open(flows, mayBeNet: false, cancellation))
        {
            foreach (var row in list.Rows())
            {
                if (!tables.TryGetValue(row.Table, out var cells))
                    tables.Add(row.Table, cells = new(populations.Of(row.Period, row.Sex)));
                var cell = (Area(row.Origin, 0) * cells.Areas.Count) + Area(row.Destination, 1);
                if (cells.Lines[cell] > 0)
                    throw list.RefuseRepeated(cells.Lines[cell]);
                (cells.Moves[cell], cells.Lines[cell]) = (row.Persons, row.Line);

                int Area(string label, int column) => cells.Areas.Numbers.TryGetValue(label, out var number) ? number : throw list.Refuse(column, new Text(
                    $"«{Refusals.Shown(label)}» no tiene población en {population}{Of(row)}; añádala allí.",
                    $"\"{Refusals.Shown(label)}\" has no population in {population}{Of(row)}; add it there.",
                    $"« {Refusals.Shown(label)} » n’a pas de population dans {population}{Of(row)} ; ajoutez-la."));
            }
        }

        return [.. tables
            .OrderBy(table => table.Key.Period, StringComparer.Ordinal).ThenBy(table => table.Key.Sex, StringComparer.Ordinal).ThenBy(table => table.Key.Method, StringComparer.Ordinal)
            .Select(table => System(table.Key, table.Value, distances))];
    }

    private static LabelledSystem System((string Period, string Sex, string Method) key, Cells cells, DistanceFile? distances)
    {
        var (size, moves) = (cells.Areas.Count, cells.Moves);
        return new(key.Period, key.Sex, key.Method, cells.Areas.Labels, new(
            new(size, (origin, destination) => moves[(origin * size) + destination]), cells.Areas.Persons, distances?.Among(cells.Areas.Labels)));
    }

    private static string Of(FlowRow row) => row.Period.Length + row.Sex.Length == 0 ? "" : $" ({string.Join(", ", new[] { row.Period, row.Sex }.Where(part => part.Length > 0))})";

    private sealed record Cells(AreaPopulations Areas)
    {
        public double[] Moves { get; } = new double[Areas.Count * Areas.Count];

        public int[] Lines { get; } = new int[Areas.Count * Areas.Count];
    }
}
