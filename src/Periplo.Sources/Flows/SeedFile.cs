using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Flows;

/// <summary>How probable moves are before the stocks are known, as a user gives it: <c>origin,destination,weight</c>.</summary>
/// <remarks>
/// Every pair of different areas must be there, for a pair left out could mean "impossible" or "as any other". Staying (origin = destination) counts 1
/// where it is not given, as with no seed at all.
/// </remarks>
public sealed class SeedFile
{
    private static readonly string[] Columns = ["origin", "destination", "weight"];

    private readonly string path;
    private readonly Dictionary<string, int> numbers;
    private readonly double[] weights;

    private SeedFile(string path, Dictionary<string, int> numbers, double[] weights) => (this.path, this.numbers, this.weights) = (path, numbers, weights);

    /// <summary>Reads a file, plain or gzipped.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">It cannot be taken; names file, line and column.</exception>
    public static SeedFile Read(string path, CancellationToken cancellation)
    {
        using var stream = SourceReaders.OpenFile(path);
        using var table = NamedTable.Open(path, stream, Columns, progress: null, cancellation);
        var at = table.Positions();
        var (areas, rows) = (new LabelColumn(), new List<(int Origin, int Destination, int Line, double Weight)>());
        while (table.Rows.Next())
        {
            var (origin, destination) = (areas.Of(table, at[0], StockFile.MostAreas), areas.Of(table, at[1], StockFile.MostAreas));
            if (!table.Rows.TryCount(at[2], out var weight))
            {
                throw table.Rows.Fault(at[2], new Text(
                    "falta el peso; escriba 0 si el movimiento es imposible.", "the weight is missing; write 0 if the move is impossible.", "le poids manque ; écrivez 0 si le déplacement est impossible."));
            }

            rows.Add((origin, destination, table.Rows.Line, weight));
        }

        if (rows.Count == 0)
            throw new InputException(path, null, Refusals.NoFigures);
        var n = areas.Names.Count;
        var (weights, lines) = (new double[n * n], new int[n * n]);
        Array.Fill(weights, double.NaN);
        foreach (var (origin, destination, line, weight) in rows)
        {
            if (lines[(origin * n) + destination] is not 0 and var earlier)
                throw InputException.At(path, line, at[0] + 1, Refusals.Repeated(earlier));
            (weights[(origin * n) + destination], lines[(origin * n) + destination]) = (weight, line);
        }

        return new(path, areas.Names.Select((name, i) => (name, i)).ToDictionary(area => area.name, area => area.i), weights);
    }

    /// <summary>The weights among areas, origin by destination row by row.</summary>
    /// <param name="areas">The areas.</param>
    /// <exception cref="InputException">A pair is missing.</exception>
    public double[] Among(IReadOnlyList<string> areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        var n = areas.Count;
        var seed = new double[n * n];
        var at = areas.Select(area => numbers.GetValueOrDefault(area, -1)).ToArray();
        var (missing, first) = (0, "");
        for (var origin = 0; origin < n; origin++)
        {
            for (var destination = 0; destination < n; destination++)
            {
                var weight = at[origin] < 0 || at[destination] < 0 ? double.NaN : weights[(at[origin] * numbers.Count) + at[destination]];
                if (double.IsNaN(weight) && origin == destination)
                    weight = 1;
                if (double.IsNaN(weight) && missing++ == 0)
                    first = $"{areas[origin]} → {areas[destination]}";
                seed[(origin * n) + destination] = weight;
            }
        }

        return missing == 0 ? seed : throw new InputException(path, null, missing == 1
            ? new Text($"falta el par {first}.", $"the pair {first} is missing.", $"la paire {first} manque.")
            : new Text($"faltan {missing} pares de áreas, el primero {first}.", $"{missing} pairs of areas are missing, the first {first}.", $"il manque {missing} paires de zones, la première {first}."));
    }
}
