using System.Collections.Concurrent;
using System.IO.Compression;
using Periplo.Sdmx.Rest;

namespace Periplo.Web.Sdmx;

/// <summary>How an answer is compressed on its way.</summary>
internal sealed class AnswerEncoding
{
    /// <summary>Not at all.</summary>
    public static readonly AnswerEncoding None = new(null, 0, stream => stream);

    private static readonly AnswerEncoding Gzip = new("gzip", 1, stream => new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true));
    private static readonly AnswerEncoding Brotli = new("br", 2, stream => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true));
    private static readonly ConcurrentDictionary<string, AnswerEncoding> Kept = new();

    private readonly Func<Stream, Stream> wrap;

    private AnswerEncoding(string? name, int number, Func<Stream, Stream> wrap) => (Name, Number, this.wrap) = (name, number, wrap);

    /// <summary>What Content-Encoding says; null for none.</summary>
    public string? Name { get; }

    /// <summary>A number of its own.</summary>
    public int Number { get; }

    /// <summary>The one a client likes best (RFC 9110, section 12.5.3); of two it likes alike, gzip, which begins sooner.</summary>
    public static AnswerEncoding For(string header)
    {
        if (header.Length == 0)
            return None;
        if (Kept.TryGetValue(header, out var kept))
            return kept;
        var (gzip, brotli) = (WeightOf("gzip", header), WeightOf("br", header));
        var best = gzip == 0 && brotli == 0 ? None : gzip >= brotli ? Gzip : Brotli;
        if (Kept.Count < 500)
            Kept[header] = best;
        return best;
    }

    /// <summary>A stream whose bytes arrive in another compressed. It must be closed, and leaves the other open.</summary>
    public Stream Wrap(Stream stream) => wrap(stream);

    private static int WeightOf(string name, string header)
    {
        var (weight, any) = ((int?)null, 0);
        foreach (var (word, given) in AcceptList.Parse(header))
        {
            if (string.Equals(word, name, StringComparison.OrdinalIgnoreCase))
                weight = given;
            else if (word == "*")
                any = given;
        }

        return weight ?? any;
    }
}
