namespace Periplo.Languages;

/// <summary>
/// A sentence for people in every language of the site. A language more is a parameter more, so a missing
/// translation does not compile.
/// </summary>
/// <param name="Es">Spanish, the reference.</param>
/// <param name="En">English.</param>
/// <param name="Fr">French; while the site is being translated, English where it is left out.</param>
public sealed record Text(string Es, string En, string Fr = "")
{
    /// <summary>French; while the site is being translated, English where none is given.</summary>
    public string Fr { get; } = Fr.Length == 0 ? En : Fr;

    /// <summary>The same in every language: a code, a file name, a number already written.</summary>
    public static Text Same(string everywhere) => new(everywhere, everywhere, everywhere);

    /// <summary>The text in <paramref name="language"/>.</summary>
    public string In(Language language) => language.Of(Es, En, Fr);

    /// <summary>The text and a colon, which French sets off with a no-break space.</summary>
    public string WithColon(Language language) => In(language) + language.Of(":", ":", "\u00A0:");

    /// <summary>Fills the places {0}, {1}… of every language; a <see cref="Text"/> among the values is put in its own language.</summary>
    public Text With(params ReadOnlySpan<object> values)
    {
        var filled = new string[3];
        foreach (var language in Enum.GetValues<Language>())
        {
            var inLanguage = new object[values.Length];
            for (var i = 0; i < values.Length; i++)
                inLanguage[i] = values[i] is Text text ? text.In(language) : values[i];
            filled[(int)language] = string.Format(In(language), inLanguage);
        }

        return new(filled[0], filled[1], filled[2]);
    }
}
