using Periplo.Charts;
using Periplo.Cooperation;
using Periplo.Languages;
using Periplo.Web.Views;

namespace Periplo.Web.Cooperation;

/// <summary>Activities counted by agency and theme.</summary>
public sealed class ActivityMatrix
{
    private readonly Language language;

    /// <summary>Counts the activities of a region, or of all when it is empty.</summary>
    public ActivityMatrix(Site site, Language language, string region)
    {
        (this.language, Region) = (language, region);
        var all = site.Cooperation.Of("activities");
        Regions = [.. all.GroupBy(record => record["region"]).Select(group => (group.Key, group.First().Meaning("region")!, group.Count())).OrderBy(one => one.Item2.In(language), StringComparer.Ordinal)];
        Records = [.. all.Where(record => region.Length == 0 || record["region"] == region)];
        Agencies = [.. Records.GroupBy(record => record["agency"]).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, (IReadOnlyList<PublishedRecord>)[.. group]))];
        Themes = [.. Records.SelectMany(record => record.Several("themes").Select(theme => (theme, record))).GroupBy(pair => pair.theme)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.First().record.Meaning("themes", group.Key), group.Count()))];
        View = new(ProcessAddresses.Activities, _ => region.Length == 0 ? "" : $"?region={region}", Figure(new ProcessFigures(site, language)));
    }

    /// <summary>Code of the region, or empty for all.</summary>
    public string Region { get; }

    /// <summary>Regions with activities: code, name and number.</summary>
    public List<(string Code, Text Name, int Count)> Regions { get; }

    /// <summary>The activities counted.</summary>
    public IReadOnlyList<PublishedRecord> Records { get; }

    /// <summary>Agencies with their activities, the busiest first.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<PublishedRecord> Records)> Agencies { get; }

    /// <summary>Themes with the number of activities, the most frequent first.</summary>
    public IReadOnlyList<(string Code, Text Name, int Count)> Themes { get; }

    /// <summary>The matrix with its address.</summary>
    public View View { get; }

    private Figure Figure(ProcessFigures figures)
    {
        var region = Regions.Find(one => one.Code == Region).Name;
        return new()
        {
            Credits = new("activities", region is null ? ProcessWords.ActivitiesTitle : ProcessWords.ActivitiesOf.With(region), ProcessWords.ActivityCount, figures.SourcesOf(Records), [ProcessWords.ActivitiesLead]),
            Width = 0,
            Height = 0,
            Marks = [],
            TextAlternative = ProcessWords.ActivitiesTitle,
            MakeTable = () => new(
                [new(ProcessWords.Agency), new(ProcessWords.Total, ProcessWords.ActivityCount, NumberStyle.Whole), .. Themes.Select(theme => new TableColumn(theme.Name, ProcessWords.ActivityCount, NumberStyle.Whole))],
                [
                    .. Agencies.Select(agency => (Cell[])
                    [
                        Cell.Of(Text.Same(agency.Name)),
                        Cell.Of(agency.Records.Count),
                        .. Themes.Select(theme => Cell.Of(agency.Records.Count(record => record.Several("themes").Contains(theme.Code)))),
                    ]),
                ]),
        };
    }
}
