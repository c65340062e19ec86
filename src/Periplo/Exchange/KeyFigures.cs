using System.Runtime.InteropServices;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Exchange;

/// <summary>Where a figure lies: its run and its place in the columns of the run's revision.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FigurePlace(int Run, int Observation);

/// <summary>
/// The figures of one key at a moment, in order of time. For each span of time they are those of the first revision, in the order of
/// preference, whose figures of the key's table reach over it. Mostly one revision has the table, and the run is given as it lies.
/// Serves one thread.
/// </summary>
internal sealed class KeyFigures
{
    private readonly FlowSeries series;
    private readonly FlowMoment moment;
    private readonly List<Reach> reaches = [];
    private FlowGroup? group;
    private List<FigurePlace> places = [];
    private List<FigurePlace> spare = [];

    /// <summary>Figures at a moment.</summary>
    public KeyFigures(FlowSeries series, FlowMoment moment) => (this.series, this.moment) = (series, moment);

    /// <summary>The run of the revision preferred, which gives the series its papers; -1 where there is no figure.</summary>
    public int Head { get; private set; }

    /// <summary>Count of the figures.</summary>
    public int Count { get; private set; }

    /// <summary>True when the figures are those of the head as they lie, of one length of period.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>Where a plain one begins in the columns of the head's revision.</summary>
    public int Start { get; private set; }

    /// <summary>DECIMALS: the fewest that give every value exactly; null when nine do not.</summary>
    public string? Decimals { get; private set; }

    /// <summary>The series of the key gone to, where it has figures.</summary>
    public SeriesHead HeadOf(int key) => new(key, Head, Decimals, series.Revision(Head).PapersOf(series.Run(Head).End - 1));

    /// <summary>A figure.</summary>
    public FigurePlace this[int place] => IsPlain ? new(Head, Start + place) : places[place];

    /// <summary>Goes to a key; false where there is no figure.</summary>
    public bool Load(int key)
    {
        Count = 0;
        var run = series.First[key];
        if (series.Groups.Of(key) is { } shared)
        {
            LoadShared(key, shared);
        }
        else if (!moment.Sees(run))
        {
            Head = -1;
        }
        else if (!LoadPlain(run))
        {
            Begin();
            Merge(run, []);
            Count = places.Count;
        }

        return Count > 0;
    }

    /// <summary>The columns a run lies in.</summary>
    public Observations Columns(int run) => series.Revision(run).Dataset.Observations;

    private bool LoadPlain(int run)
    {
        IsPlain = moment.SeesWhole(run) && !series.IsMixed(run);
        if (!IsPlain)
            return false;
        var (start, end) = series.Run(run);
        (Head, Start, Count, Decimals) = (run, start, end - start, series.Decimals(run));
        return true;
    }

    private void LoadShared(int key, FlowGroup shared)
    {
        Look(shared);
        Begin();
        var (runs, only) = (0, -1);
        for (var run = series.First[key]; run < series.First[key + 1]; run++)
        {
            if (moment.Sees(run))
                (runs, only) = (runs + 1, run);
        }

        if (runs == 0 || (runs == 1 && series.RevisionOf(only) == reaches[0].Revision && LoadPlain(only)))
            return;
        IsPlain = false;
        for (var run = series.First[key]; run < series.First[key + 1]; run++)
        {
            if (moment.Sees(run))
                Merge(run, CollectionsMarshal.AsSpan(reaches));
        }

        Count = places.Count;
    }

    private void Begin()
    {
        places.Clear();
        Head = -1;
    }

    /// <summary>How far the figures of a table reach in each revision, as of the moment.</summary>
    private void Look(FlowGroup shared)
    {
        if (ReferenceEquals(group, shared))
            return;
        group = shared;
        reaches.Clear();
        for (var r = 0; r < shared.Revisions.Length; r++)
        {
            if (!moment.SeesRevision(shared.Revisions[r]))
                continue;
            var (from, to) = (int.MaxValue, int.MinValue);
            foreach (var span in shared.Spans[r])
            {
                if (span.ImportedAt <= moment.Until)
                    (from, to) = (Math.Min(from, span.From), Math.Max(to, span.To));
            }

            if (from <= to)
                reaches.Add(new(shared.Revisions[r], from, to));
        }
    }

    /// <summary>Puts in the figures of a run that no revision preferred to its own reaches over.</summary>
    private void Merge(int run, ReadOnlySpan<Reach> before)
    {
        var revision = series.RevisionOf(run);
        var (from, to) = series.Run(run);
        var times = Columns(run).Times;
        var (held, added) = (0, false);
        spare.Clear();
        for (var i = from; i < to; i++)
        {
            if (!moment.Sees(run, i) || IsReached(times[i], revision, before))
                continue;
            while (held < places.Count && Columns(places[held].Run).Times[places[held].Observation] < times[i])
                spare.Add(places[held++]);
            spare.Add(new(run, i));
            added = true;
        }

        if (!added)
            return;
        spare.AddRange(CollectionsMarshal.AsSpan(places)[held..]);
        (places, spare) = (spare, places);
        var own = series.Decimals(run);
        Decimals = Head < 0 ? own : own is null || Decimals is null ? null : string.CompareOrdinal(Decimals, own) >= 0 ? Decimals : own;
        if (Head < 0)
            Head = run;
    }

    private static bool IsReached(TimePeriod period, int revision, ReadOnlySpan<Reach> before)
    {
        foreach (var reach in before)
        {
            if (reach.Revision == revision)
                return false;
            if (period.LastDay.DayNumber >= reach.From && period.FirstDay.DayNumber <= reach.To)
                return true;
        }

        return false;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Reach(int Revision, int From, int To);
}
