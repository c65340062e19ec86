using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Flows;

/// <summary>The areas of one table and their persons.</summary>
/// <param name="Labels">Labels in ordinal order.</param>
/// <param name="Persons">Persons in the same order.</param>
internal sealed record AreaPopulations(IReadOnlyList<string> Labels, IReadOnlyList<double> Persons)
{
    public int Count => Labels.Count;

    /// <summary>Place of each label.</summary>
    public Dictionary<string, int> Numbers { get; } = Labels.Select((label, number) => (label, number)).ToDictionary(pair => pair.label, pair => pair.number);
}

/// <summary>Populations a user gives: <c>area,population</c>, and where they differ by it <c>period</c> and <c>sex</c>.</summary>
internal sealed class AreaPopulationFile
{
    private readonly string path;
    private readonly bool hasPeriod;
    private readonly bool hasSex;
    private readonly Dictionary<(string Period, string Sex), AreaPopulations> tables;

    private AreaPopulationFile(string path, bool hasPeriod, bool hasSex, Dictionary<(string Period, string Sex), AreaPopulations> tables) =>
        (this.path, this.hasPeriod, this.hasSex, this.tables) = (path, hasPeriod, hasSex, tables);

    /// <exception cref="InputException">It cannot be taken; names file, line and column.</exception>
    public static AreaPopulationFile Read(string path, CancellationToken cancellation)
    {
        using var stream = SourceReaders.OpenFile(path);
        using var table = NamedTable.OpenWithOthers(path, stream, ["area", "population"], cancellation);
        var (at, period, sex) = (table.Positions(), table.Rows.Find("period"), table.Rows.Find("sex"));
        var rows = new Dictionary<(string Period, string Sex), Dictionary<string, (double Persons, int Line)>>();
        while (table.Rows.Next())
        {
            var key = (period < 0 ? "" : table.Rows.Text(period), sex < 0 ? "" : table.Rows.Text(sex));
            var area = table.Label(at[0]);
            if (!table.Rows.TryCount(at[1], out var persons))
                throw table.Rows.Fault(at[1], new Text("falta la población; sin ella no hay tasas.", "the population is missing; there are no rates without it.", "la population manque ; sans elle il n’y a pas de taux."));
            if (!rows.TryGetValue(key, out var areas))
                rows.Add(key, areas = []);
            if (!areas.TryAdd(area, (persons, table.Rows.Line)))
                throw table.Rows.Fault(at[0], Refusals.Repeated(areas[area].Line));
            if (areas.Count > StockFile.MostAreas)
                throw table.Rows.Fault(at[0], new Text($"hay más de {StockFile.MostAreas} áreas.", $"there are more than {StockFile.MostAreas} areas.", $"il y a plus de {StockFile.MostAreas} zones."));
        }

        if (rows.Count == 0)
            throw new InputException(path, null, Refusals.NoFigures);
        var found = new Dictionary<(string Period, string Sex), AreaPopulations>();
        foreach (var (key, areas) in rows)
        {
            if (areas.Count < 2)
                throw new InputException(path, null, new Text($"hay una sola área{Shown(key)}; los movimientos son entre dos o más.", $"there is one area only{Shown(key)}; moves are between two or more.", $"il n’y a qu’une zone{Shown(key)} ; les déplacements se font entre deux ou plus."));
            string[] labels = [.. areas.Keys.Order(StringComparer.Ordinal)];
            found.Add(key, new(labels, [.. labels.Select(label => areas[label].Persons)]));
        }

        return new(path, period >= 0, sex >= 0, found);
    }

    /// <summary>The populations for flows of a period and sex.</summary>
    /// <exception cref="InputException">There are none.</exception>
    public AreaPopulations Of(string period, string sex)
    {
        var key = (hasPeriod ? period : "", hasSex ? sex : "");
        return tables.TryGetValue(key, out var found) ? found : throw new InputException(path, null, new Text(
            $"falta la población{Shown(key)}; escriba period y sex como en los flujos.",
            $"the population{Shown(key)} is missing; write period and sex as in the flows.",
            $"la population{Shown(key)} manque ; écrivez period et sex comme dans les flux."));
    }

    private static string Shown((string Period, string Sex) key) =>
        key is ("", "") ? "" : $" ({Refusals.Shown(string.Join(", ", new[] { key.Period, key.Sex }.Where(part => part.Length > 0)))})";
}
