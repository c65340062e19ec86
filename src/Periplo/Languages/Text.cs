namespace Periplo.Languages;

/// <summary>
/// A sentence for people in every language of the site. A language more is a parameter more, so a missing
/// translation does not compile.
/// </summary>
/// <param name="Es">Spanish, the reference.</param>
/// <param name="En">English.</param>
/// <param name="Fr">French.</param>
public sealed record Text(string Es, string En, string Fr)
{
    /// <summary>Whether it was written without French, so that the English one stands in its place.</summary>
    public bool LacksFrench { get; private init; }

    /// <summary>A text of a record, whose editors need not have written it in French: French readers are then given the English one.</summary>
    public static Text Written(string es, string en, string fr) => string.IsNullOrEmpty(fr) ? new(es, en, en) { LacksFrench = true } : new(es, en, fr);

    /// <summary>The language of what <see cref="In"/> gives for <paramref name="wanted"/>, which a page marks where it is another.</summary>
    public Language LanguageOf(Language wanted) => wanted == Language.Fr && LacksFrench ? Language.En : wanted;

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
