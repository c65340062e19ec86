using Periplo.Areas;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Profiles;

namespace Periplo.Web.Profiles;

/// <summary>The profiles of the site: which editions there are, and the profile of an area in one of them.</summary>
/// <param name="site">The site.</param>
internal sealed class ProfileShelf(Site site)
{
    private Counted? counted;

    /// <summary>Editions that are frozen, latest first.</summary>
    public IReadOnlyList<Edition> Editions => [];

    /// <summary>How many indicators of each area have a figure, of those that count.</summary>
    public IReadOnlyDictionary<string, int> Filled
    {
        get
        {
            var table = site.Indicators;
            if (counted is not { } known || known.Table != table)
                counted = known = new(table, table.Areas.ToDictionary(area => area, area => table.Filled(area).Count));
            return known.Filled;
        }
    }

    /// <summary>The profile of an area from an edition, or from the latest revisions.</summary>
    public Profile Of(Area area, Edition? edition, Language language)
    {
        _ = (area, edition, language);
        throw new NotSupportedException();
    }

    /// <summary>Writes a profile as a table or a document.</summary>
    public void Write(Profile profile, Language language, string form, Stream to)
    {
        _ = (profile, language, form, to);
        throw new NotSupportedException();
    }

    /// <summary>Counts and the table they are of; a class, so that it is put in place at once.</summary>
    private sealed record Counted(IndicatorTable Table, IReadOnlyDictionary<string, int> Filled);
}
