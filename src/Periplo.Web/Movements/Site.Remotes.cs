using Periplo.Movements;
using Periplo.Statistics;
using Periplo.Storage;

namespace Periplo.Web;

/// <summary>The offices of countries whose figures are collected, and what is remembered of every remote.</summary>
public sealed partial class Site
{
    private OfficesRead? offices;

    /// <summary>What is remembered of remotes, by id.</summary>
    public IReadOnlyList<RemoteState> Remotes => Installation.Remotes();

    /// <summary>Whose figures a regional table of movements may be made of: the offices of countries together, where any are collected, and each source by itself.</summary>
    public IReadOnlyList<ReportingSources> MonthlySources => Offices().Monthly;

    /// <summary>The figures that the office of an area gives of a dataset; null where none are collected.</summary>
    public Dataset? OfficeOf(DatasetDefinition definition, string area) =>
        Offices().Sources.GetValueOrDefault((definition.Id, area)) is { } source && Installation.Revisions(definition).FirstOrDefault(one => one.Source == source) is { } revision
            ? Installation.Dataset(definition, revision)
            : null;

    private OfficesRead Offices()
    {
        var (states, monthly) = (Remotes, Monthly);
        if (offices is { } known && known.States.SequenceEqual(states) && ReferenceEquals(known.Datasets, monthly))
            return known;
        var sources = states.Where(state => state is { Area: not null, Dataset: not null, Revision: not null })
            .GroupBy(state => (state.Dataset!, state.Area!)).ToDictionary(group => group.Key, group => group.First().Revision!.Split('.')[0]);
        var id = Installation.Definitions.Movements.Monthly.Id;
        var reporting = new Dictionary<string, Dataset>();
        foreach (var ((dataset, area), source) in sources)
        {
            if (dataset == id && monthly.FirstOrDefault(one => one.Revision.Source == source) is { } held)
                reporting.Add(area, held);
        }

        return offices = new(
            states, monthly, sources, [.. reporting.Count > 0 ? [ReportingSources.Of(reporting)] : Array.Empty<ReportingSources>(), .. monthly.Select(ReportingSources.Of)]);
    }

    /// <summary>What was made of the remotes and figures held; a class, so that it is put in place at once.</summary>
    private sealed record OfficesRead(
        IReadOnlyList<RemoteState> States, IReadOnlyList<Dataset> Datasets, IReadOnlyDictionary<(string Dataset, string Area), string> Sources, IReadOnlyList<ReportingSources> Monthly);
}
