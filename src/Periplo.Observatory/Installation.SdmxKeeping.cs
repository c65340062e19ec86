using System.Text;
using Periplo.Languages;
using Periplo.Sources.Messages;
using Periplo.Statistics;
using Periplo.Storage;

namespace Periplo.Observatory;

/// <summary>How the changes of a message go into revisions, which never change themselves.</summary>
public sealed partial class Installation
{
    /// <summary>Keeps what a message brought, all of it in one transaction, and with it what is to be remembered of the remote.</summary>
    private List<KeptRevision> Keep(
        CollectedMessage message, string place, MessageOptions reading, RemoteAnswer answer, Func<CollectedMessage, IReadOnlyList<KeptRevision>, RemoteState>? remember, CancellationToken cancellation)
    {
        // Who sends changes alone may have none.
        var mayBeEmpty = remember is not null && !reading.IsWhole;
        if (message.Revisions.Count == 0 && !mayBeEmpty)
            throw new InputException(place, null, new Text("el mensaje no tiene ninguna observación que guardar.", "the message has no observation to keep.", "le message n’a aucune observation à garder."));
        using var writer = Store.BeginWrite();
        var kept = new List<KeptRevision>();
        var now = clock.GetUtcNow();
        var day = message.Header is { Prepared.Year: > 1900 } header ? header.Prepared : now;
        foreach (var revision in message.Revisions)
        {
            kept.Add(new KeepingRevision(writer, message.Definition!, revision, place, reading.IsWhole, part => Describe(part, message, answer, revision), answer, day, now).Keep());
            cancellation.ThrowIfCancellationRequested();
        }

        if (remember is not null)
            writer.Put(remember(message, kept));
        cancellation.ThrowIfCancellationRequested();
        writer.Commit();
        Forget();
        return kept;
    }

    /// <summary>A part with what is known of the message it came by.</summary>
    private static Part Describe(Part part, CollectedMessage message, RemoteAnswer answer, CollectedRevision revision)
    {
        var parameters = new StringBuilder($"format: {message.Format}\nflow: {message.Flow}\nretrieved: {answer.RetrievedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\n");
        if (message.Header is { } header)
            parameters.Append($"message: {header.Id}\nsender: {header.Sender}\nprepared: {header.Prepared.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\n");
        if (message.LeftOut.Count > 0)
            parameters.Append($"attributes left out: {string.Join(", ", message.LeftOut)}\n");
        if (message.Mapping.Length > 0)
            parameters.Append($"---\n{message.Mapping}\n");
        var retrieved = new Text(
            $"Recibido por SDMX el {answer.RetrievedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, flujo {message.Flow}{(message.Header is null ? "" : $", mensaje {message.Header.Id} de {message.Header.Sender}")}.",
            $"Received by SDMX on {answer.RetrievedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, flow {message.Flow}{(message.Header is null ? "" : $", message {message.Header.Id} of {message.Header.Sender}")}.",
            $"Reçu par SDMX le {answer.RetrievedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, flux {message.Flow}{(message.Header is null ? "" : $", message {message.Header.Id} de {message.Header.Sender}")}.");
        return part with
        {
            Reader = SdmxReader, Parameters = parameters.ToString(), Notes = [retrieved, .. message.Notes],
            Papers = revision.Papers.Url.Length > 0 || !answer.File.Name.Contains("://", StringComparison.Ordinal) ? revision.Papers : revision.Papers with { Url = answer.File.Name },
        };
    }
}
