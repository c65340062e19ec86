using System.Collections.Concurrent;

namespace Periplo.Web.Sdmx;

/// <summary>
/// Answers made before, as they go over the wire, by their entity tag: a tag says all that an answer depends on, so what is kept is never
/// stale. When there is no room left all are let go.
/// </summary>
/// <param name="most">Bytes kept at the most; 0 keeps none.</param>
internal sealed class KeptAnswers(long most)
{
    private readonly ConcurrentDictionary<(string Tag, int Encoding), (byte[] Body, bool IsEncoded)> kept = new();
    private long size;

    /// <summary>An answer made before; false where there is none.</summary>
    public bool TryFind(string tag, AnswerEncoding encoding, out byte[] body, out bool isEncoded)
    {
        var found = kept.TryGetValue((tag, encoding.Number), out var answer);
        (body, isEncoded) = (answer.Body ?? [], answer.IsEncoded);
        return found;
    }

    /// <summary>Keeps an answer, unless it would take more than its share of the room.</summary>
    public void Keep(string tag, AnswerEncoding encoding, byte[] body, bool isEncoded)
    {
        if (!Keeps(body.Length))
            return;
        if (Interlocked.Add(ref size, body.Length) > most)
        {
            kept.Clear();
            Interlocked.Exchange(ref size, body.Length);
        }

        kept[(tag, encoding.Number)] = (body, isEncoded);
    }

    /// <summary>Whether an answer of a length would be kept.</summary>
    public bool Keeps(int length) => length <= most / 8;
}
