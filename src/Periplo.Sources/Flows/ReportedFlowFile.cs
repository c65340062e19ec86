using Periplo.Flows;
using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Flows;

/// <summary>Reads what one side reports, as <c>periplo flows reconcile</c> takes it. Labels may be any texts; an empty count says nothing.</summary>
public static class ReportedFlowFile
{
    private const string Duration = "duration_months";

    private static readonly string[] Durations = ["0", "3", "6", "12", "permanent"];

    /// <summary>Reads <c>year,origin,destination,count[,duration_months]</c>, plain or gzipped.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">The file cannot be taken; names file, line and column.</exception>
    public static IReadOnlyList<ReportedCount> Read(string path, CancellationToken cancellation)
    {
        using var table = NamedTable.Open(path, SourceReaders.OpenFile(path), ["year", "origin", "destination", "count"], progress: null, cancellation, Duration);
        var at = table.Positions();
        var duration = table.Rows.Find(Duration);
        var counts = new List<ReportedCount>();
        while (table.Rows.Next())
        {
            var (year, origin, destination) = (table.Rows.Year(at[0]).Year, table.Label(at[1]), table.Label(at[2]));
            if (origin == destination)
            {
                throw table.Rows.Fault(at[2], new Text(
                    $"«{Refusals.Shown(origin)}» es origen y destino; una migración va de un área a otra.",
                    $"\"{Refusals.Shown(origin)}\" is origin and destination; a migration goes from one area to another.",
                    $"« {Refusals.Shown(origin)} » est à la fois l’origine et la destination ; une migration va d’une zone à une autre."));
            }

            table.Once($"{year} {origin.Length} {origin} {destination}", at[0]);
            var stay = duration < 0 ? null : Stay(table.Rows, duration);
            if (table.Rows.TryCount(at[3], out var count))
                counts.Add(new(year, origin, destination, count, stay));
        }

        table.NeedsRows();
        return counts;
    }

    private static StayDuration? Stay(CsvRows rows, int column)
    {
        var text = rows.Text(column);
        if (text.Length == 0)
            return null;
        return Durations.Contains(text) ? StayDurations.Find(text) : throw rows.Fault(column, Refusals.NotOneOf(Refusals.Shown(text), Durations));
    }
}
