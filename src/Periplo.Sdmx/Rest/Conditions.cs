using System.Globalization;

namespace Periplo.Sdmx.Rest;

/// <summary>Conditional requests (RFC 9110, section 13).</summary>
public static class Conditions
{
    private static readonly string[] Forms =
    [
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy",
        "ddd MMM dd yyyy HH:mm:ss 'GMT'zzz", "ddd MMM dd yyyy HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd",
    ];

    /// <summary>True when the client has the answer already: it may be told 304.</summary>
    /// <param name="ifNoneMatch">The header If-None-Match, or null; where it is given the other one does not count.</param>
    /// <param name="ifModifiedSince">The header If-Modified-Since, or null.</param>
    /// <param name="tag">The entity tag of the answer, in quotes, weak or not.</param>
    /// <param name="changed">When the answer last changed.</param>
    public static bool IsUnchanged(string? ifNoneMatch, string? ifModifiedSince, string tag, DateTimeOffset changed)
    {
        if (!string.IsNullOrEmpty(ifNoneMatch))
        {
            foreach (var range in ifNoneMatch.AsSpan().Split(','))
            {
                var one = ifNoneMatch.AsSpan(range).Trim();
                if (one is "*" || Opaque(one).SequenceEqual(Opaque(tag)))
                    return true;
            }

            return false;
        }

        // A second is the least that the header tells.
        return !string.IsNullOrEmpty(ifModifiedSince) && TryParseDate(ifModifiedSince, out var since)
            && changed.UtcTicks / TimeSpan.TicksPerSecond <= since.UtcTicks / TimeSpan.TicksPerSecond;
    }

    /// <summary>
    /// Reads a date of HTTP in any of its three forms, and what programs send in its place: the text of a Date of JavaScript
    /// (<c>Sat Nov 28 2026 10:00:00 GMT+0100 (Central European Standard Time)</c>) and ISO 8601.
    /// </summary>
    public static bool TryParseDate(string text, out DateTimeOffset date)
    {
        var span = text.AsSpan().Trim();
        var bracket = span.IndexOf('(');
        if (bracket > 0)
            span = span[..bracket].TrimEnd();
        var form = span.ToString();

        // JavaScript writes the zone without a colon.
        if (form.Length > 5 && form[^5] is '+' or '-' && form.AsSpan(0, form.Length - 5).EndsWith("GMT"))
            form = form.Insert(form.Length - 2, ":");
        return DateTimeOffset.TryParseExact(
            form, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out date);
    }

    private static ReadOnlySpan<char> Opaque(ReadOnlySpan<char> tag) => tag.StartsWith("W/") ? tag[2..] : tag;
}
