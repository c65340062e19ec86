using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Flows;

/// <summary>Distances a user gives: <c>origin,destination,distance</c>, in any unit. A pair given one way counts both ways.</summary>
internal sealed class DistanceFile
{
    private readonly string path;
    private readonly Dictionary<(string, string), double> distances;

    private DistanceFile(string path, Dictionary<(string, string), double> distances) => (this.path, this.distances) = (path, distances);

    /// <exception cref="InputException">It cannot be taken; names file, line and column.</exception>
    public static DistanceFile Read(string path, CancellationToken cancellation)
    {
        using var stream = SourceReaders.OpenFile(path);
        using var table = NamedTable.OpenWithOthers(path, stream, ["origin", "destination", "distance"], cancellation);
        var at = table.Positions();
        var (distances, lines) = (new Dictionary<(string, string), double>(), new Dictionary<(string, string), int>());
        while (table.Rows.Next())
        {
            var pair = (table.Label(at[0]), table.Label(at[1]));
            if (!lines.TryAdd(pair, table.Rows.Line))
                throw table.Rows.Fault(at[0], Refusals.Repeated(lines[pair]));
            var given = table.Rows.TryCount(at[2], out var distance);
            // Of an area to itself nothing is asked, and tables often say 0.
            if (pair.Item1 == pair.Item2)
                continue;
            if (!given || distance == 0)
                throw table.Rows.Fault(at[2], new Text("una distancia entre dos áreas es mayor que cero.", "a distance between two areas is above zero.", "une distance entre deux zones est supérieure à zéro."));
            distances.Add(pair, distance);
        }

        return distances.Count > 0 ? new(path, distances) : throw new InputException(path, null, Refusals.NoFigures);
    }

    /// <summary>The distances among areas, row by row.</summary>
    /// <exception cref="InputException">A pair is missing.</exception>
    public double[] Among(IReadOnlyList<string> areas)
    {
        var among = new double[areas.Count * areas.Count];
        for (var cell = 0; cell < among.Length; cell++)
        {
            var (origin, destination) = (areas[cell / areas.Count], areas[cell % areas.Count]);
            if (origin == destination)
                continue;
            if (!distances.TryGetValue((origin, destination), out among[cell]) && !distances.TryGetValue((destination, origin), out among[cell]))
            {
                throw new InputException(path, null, new Text(
                    $"falta la distancia entre «{Refusals.Shown(origin)}» y «{Refusals.Shown(destination)}».",
                    $"the distance between \"{Refusals.Shown(origin)}\" and \"{Refusals.Shown(destination)}\" is missing.",
                    $"il manque la distance entre « {Refusals.Shown(origin)} » et « {Refusals.Shown(destination)} »."));
            }
        }

        return among;
    }
}
