using System.Buffers;

namespace Periplo.Sdmx.Messages;

/// <summary>What a service says behind the data of a message (SDMX-ML 2.1 footer), or instead of them.</summary>
/// <param name="Code">Code of the standard: 413 for too many data at once.</param>
/// <param name="Severity"><c>Error</c>, <c>Warning</c>, <c>Information</c>, or empty.</param>
/// <param name="Text">The texts, a line each.</param>
public sealed record FooterMessage(string Code, string Severity, string Text)
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'<>");

    /// <summary>The first address of the web in the text, or null.</summary>
    public Uri? Address
    {
        get
        {
            var at = Text.IndexOf("http", StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return null;
            var rest = Text.AsSpan(at);
            var end = rest.IndexOfAny(Ends);
            var address = (end < 0 ? rest : rest[..end]).TrimEnd(".,;)").ToString();
            return Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri : null;
        }
    }
}
