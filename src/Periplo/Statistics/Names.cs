using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>Turns Periplo's texts into names of the standard and back.</summary>
public static class Names
{
    /// <summary>The name as a text of the site; a language the standard's name lacks is filled with its first one.</summary>
    public static Text Text(this InternationalString name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(name.In("es"), name.In("en"), name.In("fr"));
    }

    /// <summary>The name in a language of the site.</summary>
    public static string In(this InternationalString name, Language language)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.In(language.Tag());
    }

    internal static InternationalString International(this Text text) => new(("es", text.Es), ("en", text.En), ("fr", text.Fr));

    internal static Concept Concept(string id, string es, string en, string fr) => new(id, new Text(es, en, fr).International());

    internal static Code Code(string id, string es, string en, string fr) => new(id, new Text(es, en, fr).International());
}
