using Periplo.Flows;
using Periplo.Sources.Flows;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>Indices of the flows of files a user gives, without any store.</summary>
public static class FlowIndexFiles
{
    /// <summary>
    /// Works out the indices of each table of flows and writes <c>period,sex,method,index,area,destination,value</c>: of the whole table without area, of
    /// an area, and where pairs are wanted of those that have moves. A value that is not there is empty.
    /// </summary>
    /// <param name="flows">File of <c>origin,destination,flow</c>, with <c>period</c>, <c>sex</c> and <c>method</c> where there are several tables.</param>
    /// <param name="population">File of <c>area,population</c>, with <c>period</c> and <c>sex</c> where it differs by them.</param>
    /// <param name="distance">File of <c>origin,destination,distance</c>, or null.</param>
    /// <param name="output">File to write, or null.</param>
    /// <param name="pairs">Whether indices of pairs are written too.</param>
    /// <param name="cancellation">Stops the work; nothing is written.</param>
    /// <returns>The tables of flows.</returns>
    /// <exception cref="InputException">A file cannot be taken or written.</exception>
    public static IReadOnlyList<LabelledSystem> Indices(string flows, string population, string? distance, string? output, bool pairs, CancellationToken cancellation)
    {
        var tables = FlowSystemFiles.Read(flows, population, distance, cancellation);
        if (output is not null)
            RowFile.Write(output, "period,sex,method,index,area,destination,value", tables.SelectMany(table => Rows(table, pairs)), cancellation);
        return tables;
    }

    private static IEnumerable<string> Rows(LabelledSystem table, bool pairs)
    {
        var key = $"{CsvField.Of(table.Period)},{CsvField.Of(table.Sex)},{CsvField.Of(table.Method)}";
        var labels = table.Areas.Select(CsvField.Of).ToArray();
        foreach (var index in FlowIndexList.OfSystem)
            yield return $"{key},{index.Id},,,{index.Value(table.System):R}";
        for (var area = 0; area < labels.Length; area++)
        {
            foreach (var index in FlowIndexList.OfArea)
                yield return $"{key},{index.Id},{labels[area]},,{index.Value(table.System, area):R}";
        }

        for (var pair = 0; pairs && pair < labels.Length * labels.Length; pair++)
        {
            var (origin, destination) = (pair / labels.Length, pair % labels.Length);
            if (!(table.System.Flows[origin, destination] > 0))
                continue;
            foreach (var index in FlowIndexList.OfPair)
                yield return $"{key},{index.Id},{labels[origin]},{labels[destination]},{index.Value(table.System, origin, destination):R}";
        }
    }
}
