namespace Periplo.Languages;

/// <summary>A language the site is complete in. Spanish is the reference.</summary>
public enum Language
{
    /// <summary>Spanish, with the number format of Mexico, Central America and the Caribbean (1,234.5).</summary>
    Es,

    /// <summary>English.</summary>
    En,
}
