using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>Turns Periplo's texts into names of the standard.</summary>
internal static class Names
{
    public static InternationalString International(this Text text) => new(("es", text.Es), ("en", text.En));

    public static Concept Concept(string id, string es, string en, string fr = "") => new(id, new Text(es, en, fr).International());

    public static Code Code(string id, string es, string en, string fr = "") => new(id, new Text(es, en, fr).International());
}
