using Periplo.Languages;
using Periplo.Sources;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>How what was read goes into the store.</summary>
public sealed partial class Installation
{
    /// <summary>Keeps what a file brought: whole or not at all, and only once.</summary>
    private ImportResult Keep(SourceTable table, SourceFile file, CancellationToken cancellation)
    {
        var chunks = ObservationChunk.Cut(table.Observations).ToList();
        var part = new Part(
            table.Revision, file, table.Reader, table.Parameters, table.Papers, table.Observations.Count,
            table.Sheets, table.Notes, table.CompiledFrom, clock.GetUtcNow(), [.. chunks.Select(chunk => chunk.Hash)]);
        cancellation.ThrowIfCancellationRequested();
        using var writer = Store.BeginWrite();
        var parts = writer.Parts();
        if (parts.FirstOrDefault(other => other.Revision == part.Revision && other.File.Sha256 == file.Sha256) is { } same)
            return new(same, IsNew: false);
        if (writer.Load(table.Definition, table.Revision) is { } dataset)
            CheckAgrees(dataset, table, file);
        foreach (var chunk in chunks)
            writer.Add(chunk);
        writer.Add(part);
        cancellation.ThrowIfCancellationRequested();
        writer.Commit();
        Forget();
        return new(part, IsNew: true);
    }

    private static void CheckAgrees(Dataset dataset, SourceTable table, SourceFile file) =>
        dataset.CheckAgrees(table.Observations, (key, heldAt, value, row) =>
        {
            var part = dataset.PartOf(heldAt);
            var (heldSheet, heldRow) = dataset.Observations.Rows[heldAt].In(part);
            var heldPlace = heldSheet is null ? $"{heldRow}" : $"{heldSheet}!{heldRow}";
            var sheets = table.Sheets;
            var place = new Part(table.Revision, file, "", "", table.Papers, 0, sheets, [], [], default, []);
            var (sheet, line) = row.In(place);
            var before = dataset.Observations.Values[heldAt];
            return new InputException(
                file.Name,
                sheet is null ? new Text($"línea {line}", $"line {line}", $"ligne {line}") : new Text($"hoja «{sheet}», fila {line}", $"sheet \"{sheet}\", row {line}", $"feuille « {sheet} », ligne {line}"),
                new Text(
                    $"{key} vale {value}, pero {part.File.Name} (fila {heldPlace}) ya dice {before} en la revisión {table.Revision.Id}. No se importó nada. Si es otra publicación, importe con --revision.",
                    $"{key} is {value}, but {part.File.Name} (row {heldPlace}) already says {before} in revision {table.Revision.Id}. Nothing was imported. If it is another release, import with --revision.",
                    $"{key} vaut {value}, mais {part.File.Name} (ligne {heldPlace}) dit déjà {before} dans la révision {table.Revision.Id}. Rien n’a été importé. S’il s’agit d’une autre publication, importez avec --revision."));
        });
}
