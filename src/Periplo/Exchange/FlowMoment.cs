namespace Periplo.Exchange;

/// <summary>
/// A flow as it stood at a moment and as some providers provide it. Stores only grow, so the past is what was imported until then.
/// </summary>
internal sealed class FlowMoment
{
    private readonly FlowSeries series;
    private readonly Sight[] sights;

    /// <summary>The flow at a moment.</summary>
    /// <param name="series">The flow.</param>
    /// <param name="asOf">The moment, null for now.</param>
    /// <param name="providers">Whose figures.</param>
    public FlowMoment(FlowSeries series, DateTimeOffset? asOf, IReadOnlyList<string> providers)
    {
        this.series = series;
        Until = asOf?.UtcTicks ?? long.MaxValue - 1;
        sights = [.. series.Revisions.Select(revision => providers.Contains(revision.Provider) ? SightOf(revision) : Sight.None)];
    }

    private enum Sight : byte
    {
        None,
        Some,
        All,
    }

    /// <summary>The moment, in ticks of UTC.</summary>
    public long Until { get; }

    /// <summary>True when figures of a run were there.</summary>
    public bool Sees(int run) => sights[series.RevisionOf(run)] switch { Sight.All => true, Sight.Some => HasSome(run), _ => false };

    /// <summary>True when every figure of a run was there.</summary>
    public bool SeesWhole(int run) => sights[series.RevisionOf(run)] == Sight.All;

    /// <summary>True when a figure of a run that is seen was there.</summary>
    public bool Sees(int run, int observation) => SeesWhole(run) || series.Revision(run).ImportedAt(observation) <= Until;

    /// <summary>True when what is seen of a revision is what is seen of it at another moment.</summary>
    public bool IsAlike(FlowMoment other, int revision) => sights[revision] == other.sights[revision] && sights[revision] != Sight.Some;

    /// <summary>True when something of a revision was there.</summary>
    public bool SeesRevision(int revision) => sights[revision] != Sight.None;

    private Sight SightOf(FlowRevision revision)
    {
        if (Until < revision.Since || Until >= revision.Until)
            return Sight.None;
        if (Array.TrueForAll(revision.Imported, at => at <= Until))
            return Sight.All;
        return Array.Exists(revision.Imported, at => at <= Until) ? Sight.Some : Sight.None;
    }

    private bool HasSome(int run)
    {
        var revision = series.Revision(run);
        var (start, end) = series.Run(run);
        for (var i = start; i < end; i++)
        {
            if (revision.ImportedAt(i) <= Until)
                return true;
        }

        return false;
    }
}
