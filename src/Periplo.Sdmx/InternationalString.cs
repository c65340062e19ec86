namespace Periplo.Sdmx;

/// <summary>A text in several languages, keyed by IETF language tag ("es", "en").</summary>
public sealed class InternationalString(params IReadOnlyList<(string Language, string Text)> texts)
{
    /// <summary>Every language held, in the order given.</summary>
    public IReadOnlyList<(string Language, string Text)> Texts { get; } = texts;

    /// <summary>The text in <paramref name="language"/>, else the English one, else the first.</summary>
    public string In(string language) => Held(language) ?? Held("en") ?? (Texts.Count == 0 ? "" : Texts[0].Text);

    private string? Held(string language)
    {
        foreach (var (tag, text) in Texts)
        {
            if (string.Equals(tag, language, StringComparison.OrdinalIgnoreCase))
                return text;
        }

        return null;
    }
}
