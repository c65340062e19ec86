using Periplo.Sdmx;

namespace Periplo.Exchange;

/// <summary>What became of the figures of a key between two moments. Serves one thread.</summary>
internal sealed class FigureChange
{
    private readonly FlowSeries series;
    private readonly FlowMoment earlier;
    private readonly FlowMoment later;
    private readonly KeyFigures before;
    private readonly KeyFigures now;
    private readonly Dictionary<TimePeriod, FigurePlace> known = [];
    private readonly HashSet<TimePeriod> kept = [];

    /// <summary>Changes between two moments.</summary>
    public FigureChange(FlowSeries series, FlowMoment earlier, FlowMoment later)
    {
        (this.series, this.earlier, this.later) = (series, earlier, later);
        (before, now) = (new(series, earlier), new(series, later));
    }

    /// <summary>True when nothing can have changed, as the same is seen of every revision with figures of its table.</summary>
    public bool IsNone(int key)
    {
        if (series.Groups.Of(key) is not { } group)
            return earlier.IsAlike(later, series.RevisionOf(series.First[key]));
        foreach (var revision in group.Revisions)
        {
            if (!earlier.IsAlike(later, revision))
                return false;
        }

        return true;
    }

    /// <summary>Goes to a key.</summary>
    public void Load(int key)
    {
        known.Clear();
        before.Load(key);
        for (var i = 0; i < before.Count; i++)
            known.Add(Time(before[i]), before[i]);
    }

    /// <summary>True when a figure was not there before, or was another: value, status, multiplier or remarks.</summary>
    public bool IsNew(FigurePlace place)
    {
        if (!known.TryGetValue(Time(place), out var was))
            return true;
        if (was == place)
            return false;
        var (old, fresh) = (before.Columns(was.Run), before.Columns(place.Run));
        return !old.Values[was.Observation].Equals(fresh.Values[place.Observation]) || old.Statuses[was.Observation] != fresh.Statuses[place.Observation]
            || old.AttributeSets[old.Attributes[was.Observation]] != fresh.AttributeSets[fresh.Attributes[place.Observation]];
    }

    /// <summary>The figures of a key that are no longer there, in order of time.</summary>
    public IEnumerable<FigurePlace> Gone(int key)
    {
        if (IsNone(key))
            yield break;
        kept.Clear();
        now.Load(key);
        for (var i = 0; i < now.Count; i++)
            kept.Add(Time(now[i]));
        before.Load(key);
        for (var i = 0; i < before.Count; i++)
        {
            if (!kept.Contains(Time(before[i])))
                yield return before[i];
        }
    }

    /// <summary>The series as it was, of the key last asked for.</summary>
    public SeriesHead Head(int key) => before.HeadOf(key);

    private TimePeriod Time(FigurePlace place) => before.Columns(place.Run).Times[place.Observation];
}
