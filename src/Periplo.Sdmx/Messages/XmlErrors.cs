namespace Periplo.Sdmx.Messages;

/// <summary>The answer of a service of 2.1 that cannot answer: <c>Error</c> of SDMX-ML (SDMX 2.1, section 3A; codes by section 7).</summary>
public static class XmlErrors
{
    /// <summary>Writes a message that has only errors, in English as the codes of the standard are.</summary>
    public static void Write(Stream stream, params IReadOnlyList<ServiceError> errors)
    {
        using var output = new Utf8Output(stream);
        output.Write($"""
            <?xml version="1.0" encoding="utf-8"?>
            <message:Error xmlns:message="{XmlNamespaces.Message}" xmlns:common="{XmlNamespaces.Common}">
            """);
        foreach (var error in errors)
        {
            output.Write($"<message:ErrorMessage code=\"{error.Code}\"><common:Text xml:lang=\"en\">");
            output.WriteText(error.Title);
            if (error.Detail is { Length: > 0 } detail)
            {
                output.Write(": "u8);
                output.WriteText(detail);
            }

            output.Write("</common:Text></message:ErrorMessage>"u8);
        }

        output.Write("</message:Error>\n"u8);
        output.Flush();
    }
}
