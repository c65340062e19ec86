using Periplo.Areas;
using Periplo.Cooperation;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Profiles;

namespace Periplo.Web.Profiles;

/// <summary>The profiles of the site: which editions there are, and the profile of an area in one of them.</summary>
/// <param name="site">The site.</param>
internal sealed class ProfileShelf(Site site)
{
    private Counted? counted;
    private Working? working;

    /// <summary>Editions that are frozen, latest first.</summary>
    public IReadOnlyList<Edition> Editions => site.Installation.Editions();

    /// <summary>How many indicators of each area and process have a figure, of those that count.</summary>
    public IReadOnlyDictionary<string, int> Filled
    {
        get
        {
            var table = site.Indicators;
            if (counted is not { } known || known.Table != table)
                counted = known = new(table, table.Areas.Concat(table.Groups.Select(group => group.Id)).ToDictionary(area => area, area => table.Filled(area).Count));
            return known.Filled;
        }
    }

    /// <summary>The profile of an area from an edition, or from the latest revisions.</summary>
    /// <exception cref="Statistics.StatisticsException">A revision of the edition is no longer held as it was frozen.</exception>
    public Profile Of(Area area, Edition? edition, Language language)
    {
        var (from, material) = From(edition);
        return new ProfileGenerator(material, from, ProfileAddresses.Links(language)).Of(area, site.Installation.ProfileStanding(from, area.Id));
    }

    /// <summary>The members of a process as an edition has them; null when no two countries are known to be in it.</summary>
    /// <param name="process">Id of the process.</param>
    /// <param name="edition">The edition, or null for the latest revisions.</param>
    /// <exception cref="Statistics.StatisticsException">A revision of the edition is no longer held as it was frozen.</exception>
    public Area? Process(string process, Edition? edition) => From(edition).Material.Indicators.Groups.FirstOrDefault(group => ProcessGroups.Process(group) == process);

    /// <summary>Writes a profile as a table or a document.</summary>
    public static void Write(Profile profile, Language language, string form, Stream to)
    {
        if (form == ".csv")
            ProfileCsv.Write(profile, language, to);
        else
            ProfileDocument.Write(profile, language, to);
    }

    private (Edition Edition, ProfileMaterial Material) From(Edition? edition) =>
        edition is null ? Latest() : (edition, site.Installation.ProfileMaterial(edition, site.Font, null, CancellationToken.None));

    /// <summary>The edition that is not frozen and its material, made anew when figures or registers or the day have changed.</summary>
    private (Edition Edition, ProfileMaterial Material) Latest()
    {
        var (table, cooperation, day) = (site.Indicators, site.Cooperation, site.Installation.Today);
        if (working is not { } known || known.Table != table || known.Cooperation != cooperation || known.Edition.Cutoff != day)
            working = known = new(table, cooperation, site.Installation.Edition(null, CancellationToken.None), site.Installation.ProfileMaterial(site.Installation.Edition(null, CancellationToken.None), site.Font, null, CancellationToken.None));
        return (known.Edition, known.Material);
    }

    /// <summary>Counts and the table they are of; a class, so that it is put in place at once.</summary>
    private sealed record Counted(IndicatorTable Table, IReadOnlyDictionary<string, int> Filled);

    /// <summary>An edition, its material, and what they were made of; a class, so that it is put in place at once.</summary>
    private sealed record Working(IndicatorTable Table, CooperationIndex Cooperation, Edition Edition, ProfileMaterial Material);
}
