namespace Periplo.Sdmx.Json;

/// <summary>Texts in the languages asked for.</summary>
internal static class JsonLabels
{
    /// <summary>The text in the best language held, a language of the same main tag counting as one; else the English one; else the first.</summary>
    public static string Best(InternationalString texts, IReadOnlyList<string> languages) => Choose(texts, languages).Text;

    /// <summary>The language <see cref="Best(InternationalString, IReadOnlyList{string})"/> is in; English where there is no text.</summary>
    public static string BestLanguage(InternationalString texts, IReadOnlyList<string> languages) =>
        Choose(texts, languages).Language is { Length: > 0 } language ? language : "en";

    /// <summary>The same where there may be no text: then the id.</summary>
    public static string Best(InternationalString texts, IReadOnlyList<string> languages, string id) =>
        Best(texts, languages) is { Length: > 0 } text ? text : id;

    private static (string Language, string Text) Choose(InternationalString texts, IReadOnlyList<string> languages)
    {
        foreach (var language in languages)
        {
            foreach (var held in texts.Texts)
            {
                if (string.Equals(held.Language, language, StringComparison.OrdinalIgnoreCase))
                    return held;
            }

            foreach (var held in texts.Texts)
            {
                if (Main(held.Language).Equals(Main(language), StringComparison.OrdinalIgnoreCase))
                    return held;
            }
        }

        foreach (var held in texts.Texts)
        {
            if (string.Equals(held.Language, "en", StringComparison.OrdinalIgnoreCase))
                return held;
        }

        return texts.Texts.Count == 0 ? ("", "") : texts.Texts[0];
    }

    private static ReadOnlySpan<char> Main(string tag)
    {
        var end = tag.IndexOf('-', StringComparison.Ordinal);
        return end < 0 ? tag : tag.AsSpan(0, end);
    }
}
