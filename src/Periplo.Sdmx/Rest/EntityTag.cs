namespace Periplo.Sdmx.Rest;

/// <summary>Entity tags of answers: weak, since the same data may be sent compressed or not and at different times (RFC 9110, section 8.8.3).</summary>
public static class EntityTag
{
    /// <summary>A tag of everything an answer depends on: the state of the data, the address, the format, the language.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        // FNV-1a of 64 bits, the same on every machine and in every process.
        var hash = 0xcbf29ce484222325UL;
        foreach (var part in parts)
        {
            foreach (var letter in part)
                hash = (hash ^ letter) * 0x100000001b3UL;
            hash = (hash ^ 0x1F) * 0x100000001b3UL;
        }

        return $"W/\"{hash:x16}\"";
    }
}
