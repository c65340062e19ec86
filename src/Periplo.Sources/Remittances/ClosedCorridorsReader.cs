using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Remittances;

/// <summary>Reads the table of corridors through which no remittances pass for political reasons (data/remittances/README.md).</summary>
public static class ClosedCorridorsReader
{
    /// <summary>Reads <c>area,other,source</c>; each row closes both ways.</summary>
    /// <param name="file">Name for messages.</param>
    /// <param name="stream">The table.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="definitions">The datasets.</param>
    /// <returns>Pairs of sender and receiver.</returns>
    /// <exception cref="InputException">The table cannot be taken.</exception>
    public static IReadOnlySet<(string Sender, string Receiver)> Read(string file, Stream stream, AreaRegistry areas, DatasetDefinitions definitions)
    {
        using var table = NamedTable.Open(file, stream, ["area", "other", "source"], mayHaveOthers: false, areas, definitions, CancellationToken.None);
        var at = table.Positions();
        var closed = new HashSet<(string, string)>();
        while (table.Rows.Next())
        {
            var (area, other) = (table.Rows.Area(at[0]), table.Rows.Area(at[1]));
            if (area == other)
                throw table.Rows.Fault(at[1], new Text("un corredor va de un área a otra.", "a corridor goes from one area to another.", "un corridor va d’une zone à une autre."));
            table.Label(at[2]);
            table.Once(string.CompareOrdinal(area, other) < 0 ? $"{area} {other}" : $"{other} {area}", at[0]);
            closed.Add((area, other));
            closed.Add((other, area));
        }

        return closed;
    }
}
