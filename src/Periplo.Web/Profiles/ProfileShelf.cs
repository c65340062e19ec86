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
    private ProfileMaterial? held;

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
        var material = Material();
        return new ProfileGenerator(material, edition ?? Working(material), ProfileAddresses.Links(language)).Of(area, EditionStanding.Draft);
    }

    /// <summary>Writes a profile as a table or a document.</summary>
    public static void Write(Profile profile, Language language, string form, Stream to)
    {
        if (form == ".csv")
            ProfileCsv.Write(profile, language, to);
        else
            ProfileDocument.Write(profile, language, to);
    }

    private Edition Working(ProfileMaterial material) => Edition.Working(
        site.Installation.Today, typeof(ProfileShelf).Assembly.GetName().Version?.ToString(3) ?? "", [.. material.Sources.Select(source => new FrozenRevision(source.Dataset, source.Revision, ""))], site.Installation.Records.Number);

    private ProfileMaterial Material()
    {
        var (table, cooperation) = (site.Indicators, site.Cooperation);
        if (held is { } known && known.Indicators == table && known.Cooperation == cooperation)
            return known;
        var parts = site.Installation.Parts().ToLookup(part => (part.Revision.Dataset, part.Revision.Id));
        return held = new(
            site.Areas, table, cooperation, site.Installation.Dossier(),
            [.. table.Revisions.Select(revision => new ProfileSource(revision.Dataset, site.Installation.Definition(revision.Dataset).Name, revision.Id, [.. parts[(revision.Dataset, revision.Id)].Select(part => part.Papers).Distinct()]))],
            site.Font, World: null);
    }

    /// <summary>Counts and the table they are of; a class, so that it is put in place at once.</summary>
    private sealed record Counted(IndicatorTable Table, IReadOnlyDictionary<string, int> Filled);
}
