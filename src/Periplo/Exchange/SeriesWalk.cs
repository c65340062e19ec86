using Periplo.Sdmx.Rest;

namespace Periplo.Exchange;

/// <summary>Goes over the series a query asks for, in order of key, and tells of each which figures are asked for. Serves one thread.</summary>
internal sealed class SeriesWalk
{
    private readonly List<KeyRange> keys;
    private readonly KeyFigures figures;
    private readonly FigureChange? change;
    private readonly PeriodWindow window;
    private readonly FigureTest test;
    private readonly int? first;
    private readonly int? last;
    private readonly List<FigurePlace> chosen = [];
    private int range = -1;
    private int key = -1;
    private int end;
    private bool isChosen;
    private int start;
    private int lead;
    private int jump;

    /// <summary>A walk.</summary>
    /// <param name="series">The flow.</param>
    /// <param name="keys">The keys to pass, in order.</param>
    /// <param name="moment">When, and whose.</param>
    /// <param name="before">An earlier moment: only figures that were others then, or were not there, are asked for; null for all.</param>
    /// <param name="test">What is asked of single figures.</param>
    /// <param name="query">Periods, and how many figures of a series.</param>
    public SeriesWalk(FlowSeries series, List<KeyRange> keys, FlowMoment moment, FlowMoment? before, FigureTest test, DataQuery query)
    {
        (this.keys, this.test) = (keys, test);
        figures = new(series, moment);
        change = before is null ? null : new(series, before, moment);
        window = new(query.From, query.To);
        (first, last) = (query.First, query.Last);
    }

    /// <summary>The series.</summary>
    public SeriesHead Head { get; private set; }

    /// <summary>How many of its figures are asked for.</summary>
    public int Count { get; private set; }

    /// <summary>True when they follow each other in time and are of one length, but for what may be left out between a first and a last few.</summary>
    public bool IsRun => !isChosen;

    /// <summary>One of them.</summary>
    public FigurePlace this[int place] => isChosen ? chosen[place] : new(Head.Run, place < lead ? start + place : jump + place);

    /// <summary>Goes to the next series that has any; false at the end.</summary>
    public bool Next()
    {
        while (true)
        {
            while (range < 0 || ++key >= end)
            {
                if (++range >= keys.Count)
                    return false;
                (key, end) = (keys[range].From - 1, keys[range].To);
            }

            if ((change is not null && change.IsNone(key)) || !figures.Load(key))
                continue;
            Head = figures.HeadOf(key);
            Choose();
            if (Count > 0)
                return true;
        }
    }

    private void Choose()
    {
        isChosen = !figures.IsPlain || !test.IsEmpty || change is not null;
        if (isChosen)
        {
            ChooseEach();
            return;
        }

        (start, var to) = window.Within(figures.Columns(Head.Run).Times, figures.Start, figures.Start + figures.Count);
        var (front, back) = Ends(to - start);
        (lead, jump, Count) = (front, to - back - front, front + back);
    }

    private void ChooseEach()
    {
        chosen.Clear();
        change?.Load(key);
        for (var i = 0; i < figures.Count; i++)
        {
            var place = figures[i];
            if (window.Holds(figures.Columns(place.Run).Times[place.Observation]) && change?.IsNew(place) != false && test.Holds(Head, place))
                chosen.Add(place);
        }

        var (front, back) = Ends(chosen.Count);
        chosen.RemoveRange(front, chosen.Count - front - back);
        Count = chosen.Count;
    }

    /// <summary>How many from the beginning and how many from the end, none twice.</summary>
    private (int Front, int Back) Ends(int count)
    {
        if (first is null && last is null)
            return (count, 0);
        var front = Math.Min(first ?? 0, count);
        return (front, Math.Min(last ?? 0, count - front));
    }
}
