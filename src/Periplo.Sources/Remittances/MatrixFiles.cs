using Periplo.Areas;
using Periplo.Languages;
using Periplo.Remittances;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Remittances;

/// <summary>Reads the three tables of <c>periplo remittances matrix</c>. Labels may be any texts; an empty figure says nothing.</summary>
public static class MatrixFiles
{
    /// <summary>Reads stocks (<c>origin,destination,migrants</c>), inflows (<c>country,usd</c>) and incomes (<c>country,usd_per_head</c>).</summary>
    /// <param name="stocks">Path of the stocks.</param>
    /// <param name="inflows">Path of the inflows.</param>
    /// <param name="incomes">Path of the incomes.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="definitions">The datasets.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">A file cannot be taken; names file, line and column.</exception>
    public static MatrixInputs Read(string stocks, string inflows, string incomes, AreaRegistry areas, DatasetDefinitions definitions, CancellationToken cancellation)
    {
        var corridors = new List<CorridorStock>();
        using (var table = Open(stocks, ["origin", "destination", "migrants"]))
        {
            var at = table.Positions();
            while (table.Rows.Next())
            {
                var (origin, destination) = (table.Label(at[0]), table.Label(at[1]));
                table.Once($"{origin.Length} {origin} {destination}", at[0]);
                if (!table.Rows.TryCount(at[2], out var migrants))
                    continue;
                if (origin != destination)
                    corridors.Add(new(origin, destination, migrants));
                else if (migrants > 0)
                    throw table.Rows.Fault(at[1], new Text($"«{Refusals.Shown(origin)}» es origen y destino; quien vive donde nació no es migrante.", $"\"{Refusals.Shown(origin)}\" is origin and destination; who lives where they were born is no migrant.", $"« {Refusals.Shown(origin)} » est à la fois l’origine et la destination ; qui vit là où il est né n’est pas un migrant."));
            }

            table.NeedsRows();
        }

        return new(corridors, Amounts(Open(inflows, ["country", "usd"]), mustExceedZero: false), Amounts(Open(incomes, ["country", "usd_per_head"]), mustExceedZero: true).ToDictionary(pair => pair.Key, pair => new HeadIncome(pair.Value)));

        NamedTable Open(string path, string[] columns) =>
            NamedTable.Open(path, SourceReaders.OpenFile(path), columns, mayHaveOthers: false, areas, definitions, cancellation);
    }

    private static Dictionary<string, double> Amounts(NamedTable opened, bool mustExceedZero)
    {
        using var table = opened;
        var amounts = new Dictionary<string, double>();
        var at = table.Positions();
        while (table.Rows.Next())
        {
            var country = table.Label(at[0]);
            table.Once(country, at[0]);
            if (!table.Rows.TryCount(at[1], out var value))
                continue;
            if (mustExceedZero && value == 0)
                throw table.Rows.Fault(at[1], new Text("un ingreso por habitante es mayor que cero; si falta, deje la celda vacía.", "income per head is above zero; if it is missing, leave the cell empty.", "un revenu par habitant est supérieur à zéro ; s’il manque, laissez la cellule vide."));
            amounts.Add(country, value);
        }

        table.NeedsRows();
        return amounts;
    }
}
