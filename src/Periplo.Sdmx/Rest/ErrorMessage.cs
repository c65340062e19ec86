using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Rest;

/// <summary>What a client that made a mistake, or met one of ours, is sent: SDMX-ML in 2.1 whatever it asked for, SDMX-JSON in 3.0.</summary>
public static class ErrorMessage
{
    /// <summary>The Content-Type of the message.</summary>
    public static string ContentType(RestVersion version) => version == RestVersion.V1 ? "application/xml; charset=utf-8" : "application/json; charset=utf-8";

    /// <summary>The message.</summary>
    /// <param name="version">The syntax of the query.</param>
    /// <param name="code">Code of the error, see <see cref="SdmxQueryException"/>.</param>
    /// <param name="detail">What is wrong.</param>
    public static byte[] Of(RestVersion version, int code, string detail)
    {
        var message = new MemoryStream();
        if (version == RestVersion.V1)
            XmlErrors.Write(message, new ServiceError(code, Fit(detail)));
        else
            JsonErrors.Write(message, new ServiceError(code, Title(code), detail));
        return message.ToArray();
    }

    /// <summary>A short text for a code, always the same.</summary>
    public static string Title(int code) => code switch
    {
        100 => "No results found",
        110 => "Unauthorized",
        130 or 510 => "Response too large",
        140 => "Syntax error",
        150 => "Semantic error",
        405 => "Method not allowed",
        406 => "Not acceptable",
        413 => "Body too large",
        414 => "Address too long",
        429 => "Too many requests",
        501 => "Not implemented",
        503 => "Service unavailable",
        _ => "Internal server error",
    };

    /// <summary>Texts of clients are told back: what cannot stand in XML is shown as a question.</summary>
    private static string Fit(string detail) => string.Create(detail.Length, detail, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = from[i] < ' ' || char.IsSurrogate(from[i]) || from[i] is '\uFFFE' or '\uFFFF' ? '?' : from[i];
    });
}
