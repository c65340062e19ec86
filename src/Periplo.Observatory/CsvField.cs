namespace Periplo.Observatory;

/// <summary>A field of separated values.</summary>
internal static class CsvField
{
    /// <summary>A text as a field: in quotes where it needs them (RFC 4180).</summary>
    public static string Of(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
