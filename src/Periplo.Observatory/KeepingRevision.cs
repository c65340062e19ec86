using Periplo.Languages;
using Periplo.Sources.Messages;
using Periplo.Statistics;
using Periplo.Storage;

namespace Periplo.Observatory;

/// <summary>
/// Makes the changes of a message to one revision within a transaction. Changes that only add make a part more. Those that change or
/// delete make another release, named after the day; in it every figure that stays keeps the file and row it came from.
/// </summary>
/// <param name="writer">The transaction.</param>
/// <param name="definition">The dataset.</param>
/// <param name="revision">The changes.</param>
/// <param name="place">The message, for refusals.</param>
/// <param name="isWhole">Whether the message is all there is of the source.</param>
/// <param name="describe">Gives a part what is known of the message.</param>
/// <param name="answer">The message's file.</param>
/// <param name="day">Day to name a release after: when the message was prepared.</param>
/// <param name="now">The time.</param>
internal sealed class KeepingRevision(
    StoreWriter writer, DatasetDefinition definition, CollectedRevision revision, string place, bool isWhole, Func<Part, Part> describe, RemoteAnswer answer, DateTimeOffset day, DateTimeOffset now)
{
    private readonly IReadOnlyList<Part> parts = [.. writer.Parts().Where(part => part.Revision.Dataset == definition.Id && part.Revision.Source == revision.Source)];

    /// <summary>Keeps them.</summary>
    /// <exception cref="InputException">A change cannot be made.</exception>
    public KeptRevision Keep()
    {
        // Without a name for the release, the changes are to what the source said last.
        var target = revision.Release is { } release ? new Revision(definition.Id, revision.Source, release) : parts.Count > 0 ? parts[^1].Revision : null;
        var held = target is null ? null : writer.Load(definition, target);
        try
        {
            var figures = Changed(held);
            if (held is null)
                return First(target ?? new(definition.Id, revision.Source, Name(revision)), figures);
            var whole = isWhole ? Changed(null) : null;
            var removed = whole is null ? figures.Removed : held.Observations.Count + figures.Added - whole.Count;
            if (figures is { Added: 0, Changed: 0 } && removed == 0)
                return new(held.Parts[^1], IsNew: false, 0, 0, 0);
            var isRepeated = held.Parts.Any(part => part.File.Sha256 == answer.File.Sha256);
            if (figures.Changed == 0 && removed == 0 && !isRepeated)
                return new(Add(target!, figures.Brought()!), IsNew: true, figures.Added, 0, 0);
            if (revision.Release is not null)
                throw new InputException(place, null, Changes(target!, figures.Changed, removed));
            return whole is null ? Anew(held, figures) : new(Add(Another(), whole.Brought() ?? throw Empty()), IsNew: true, figures.Added, figures.Changed, removed);
        }
        catch (InvalidOperationException e)
        {
            throw new InputException(place, null, new Text(
                "el mensaje trae más cifras o más notas distintas de las que caben en una revisión; divídalo por años o deje fuera el componente de notas.",
                "the message brings more figures or more distinct remarks than a revision holds; split it by years, or leave out the component of remarks.",
                "le message apporte plus de chiffres ou de notes distinctes que n’en contient une révision ; divisez-le par années ou laissez de côté le composant des notes."), e);
        }
    }

    private ChangedFigures Changed(Dataset? held)
    {
        var faults = new MessageFaults();
        var figures = ChangedFigures.Of(held, revision.Changes, (fault, row, key) =>
        {
            var (rule, words) = MessageRules.Of(fault);
            faults.Add(new MessageFault(rule, words, row.Packed, key));
        });
        return faults.Count == 0 ? figures : throw faults.Refusal(place);
    }

    private KeptRevision First(Revision target, ChangedFigures figures) => new(Add(target, figures.Brought() ?? throw Empty()), IsNew: true, figures.Added, 0, 0);

    /// <summary>Another release: the files of the one held with the figures of theirs that stay, and the message with those it brought.</summary>
    private KeptRevision Anew(Dataset held, ChangedFigures figures)
    {
        if (figures.Count == 0)
            throw new InputException(place, null, new Text("las eliminaciones no dejan ninguna cifra.", "the deletions leave no figure.", "les suppressions ne laissent aucun chiffre."));
        var target = Another();
        var same = -1;
        Part? last = null;
        for (var p = 0; p < held.Parts.Count; p++)
        {
            if (held.Parts[p].File.Sha256 == answer.File.Sha256)
                same = p;
            else if (figures.Left(p) is { } left)
                last = Add(held.Parts[p] with { Revision = target, ImportedAt = now }, left);
        }

        // The same file again, with other changes between: what stays of it and what it brings are of one part.
        if (figures.Brought(same) is { } brought)
            last = Add(target, brought);
        return new(last!, IsNew: true, figures.Added, figures.Changed, figures.Removed);
    }

    private Revision Another()
    {
        var name = Name(revision with { Release = null });
        bool Taken(string release) => parts.Any(part => part.Revision.Release == release);
        return new(definition.Id, revision.Source, !Taken(name) ? name : Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{name}-{number:D2}").First(release => !Taken(release)));
    }

    private string Name(CollectedRevision of) => of.Release ?? day.UtcDateTime.ToString("yyyy-MM-dd");

    private Part Add(Revision target, Observations figures) =>
        Add(describe(new(target, answer.File, "", "", revision.Papers, 0, [], [], [], now, [])), figures);

    private Part Add(Part part, Observations figures)
    {
        var chunks = ObservationChunk.Cut(figures).ToList();
        var whole = part with { Observations = figures.Count, Chunks = [.. chunks.Select(chunk => chunk.Hash)] };
        foreach (var chunk in chunks)
            writer.Add(chunk);
        writer.Add(whole);
        return whole;
    }

    private InputException Empty() => new(place, null, new Text(
        "el mensaje no deja ninguna cifra que guardar: solo elimina, o cambia lo que no se tiene.", "the message leaves no figure to keep: it only deletes, or changes what is not held.", "le message ne laisse aucun chiffre à garder : il ne fait que supprimer, ou change ce que l’on n’a pas."));

    private static Text Changes(Revision target, int changed, int removed) => new(
        $"cambia {changed} cifras y elimina {removed} de la revisión {target.Id}, y una revisión no cambia. No se importó nada; sin --revision se hace otra.",
        $"it changes {changed} figures and deletes {removed} of revision {target.Id}, and a revision does not change. Nothing was imported; without --revision another one is made.",
        $"il change {changed} chiffres et en supprime {removed} de la révision {target.Id}, et une révision ne change pas. Rien n’a été importé ; sans --revision, une autre est faite.");
}
