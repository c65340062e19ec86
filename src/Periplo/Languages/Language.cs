namespace Periplo.Languages;

/// <summary>A language the site is complete in. Spanish is the reference.</summary>
public enum Language
{
    /// <summary>Spanish, with the number format of Mexico, Central America and the Caribbean (1,234.5).</summary>
    Es,

    /// <summary>English.</summary>
    En,

    /// <summary>French, with its own number format (1 234,5).</summary>
    Fr,
}

/// <summary>What is chosen by language.</summary>
public static class LanguageChoice
{
    /// <summary>The IETF tag of the language: <c>es</c>, <c>en</c>, <c>fr</c>.</summary>
    public static string Tag(this Language language) => language.Of("es", "en", "fr");

    /// <summary>The one of the three that belongs to the language.</summary>
    public static T Of<T>(this Language language, T es, T en, T fr) => language switch
    {
        Language.Es => es,
        Language.En => en,
        _ => fr,
    };
}
