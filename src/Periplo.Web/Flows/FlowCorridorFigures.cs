using Periplo.Areas;
using Periplo.Charts;
using Periplo.Flows;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Web.Views;

namespace Periplo.Web.Flows;

/// <summary>The estimates of moves from one area to another, period by period. Made for one request.</summary>
public sealed class FlowCorridorFigures
{
    private readonly Site site;
    private readonly Language language;
    private readonly List<EstimatedRow> rows = [];

    /// <summary>Reads what the page of a corridor needs.</summary>
    public FlowCorridorFigures(Site site, Language language, Area origin, Area destination)
    {
        ArgumentNullException.ThrowIfNull(site);
        (this.site, this.language, Origin, Destination) = (site, language, origin, destination);
        if (site.Flows.Count == 0)
            return;
        Flows = site.Flows[0];
        var usual = FlowChoice.Usual(Flows);
        var (corridor, sent, received) = (Flows.Corridor(origin.Id, destination.Id), Flows.Corridor(origin.Id, "_T"), Flows.Corridor("_T", destination.Id));
        foreach (var period in Flows.Periods.Reverse())
        {
            if (!corridor.TryGetValue(usual with { Period = period }, out var flow))
                continue;
            // A corridor that a table lacks has nobody in it, where the table is about both ends.
            List<double> methods = [.. Flows.Keys.Where(other => other.Period == period && other.Sex == usual.Sex && sent.ContainsKey(other) && received.ContainsKey(other)).Select(other => corridor.GetValueOrDefault(other)?.Persons ?? 0)];
            rows.Add(new(period, flow, methods.Append(flow.Persons).Min(), methods.Append(flow.Persons).Max()));
        }

        Method = usual.Method;
    }

    /// <summary>The area that is left.</summary>
    public Area Origin { get; }

    /// <summary>The area that is entered.</summary>
    public Area Destination { get; }

    /// <summary>The revision the estimates are of; null when the store has none.</summary>
    public EstimatedFlows? Flows { get; }

    /// <summary>The method of the estimates.</summary>
    public FlowMethod Method { get; }

    /// <summary>The estimates of the last period as a tile; empty when there is none.</summary>
    public IEnumerable<Fact> Facts()
    {
        if (rows.Count == 0)
            yield break;
        var last = rows[^1];
        yield return new(
            new Text("Se mudaron en {0}", "Moved in {0}", "Ont migré en {0}").With(FlowWords.Period(last.Period)), DatumOf(last.Flow), NumberStyle.Compact, null, Provenance.Short(Flows!.Dataset),
            last.Flow.Interval is { } interval
                ? Text.Same("{0}, {1}").With(FlowWords.Persons, FlowWords.Interval80.With(Numbers.In(interval.Lo80, NumberStyle.Compact), Numbers.In(interval.Hi80, NumberStyle.Compact)))
                : FlowWords.Persons);
    }

    /// <summary>The estimates period by period; null where there is none.</summary>
    public View? Estimates()
    {
        if (rows.Count == 0)
            return null;
        var intervals = rows.TrueForAll(row => row.Flow.Interval is not null);
        var credits = new Credits(
            "flow-estimates", new Text("Flujos estimados, {0} → {1}", "Estimated flows, {0} → {1}", "Flux estimés, {0} → {1}").With(Origin.ShortName, Destination.ShortName),
            rows.Exists(row => row.Period.Years != 5) ? FlowWords.Persons : FlowWords.InFive, Provenance.Sources(Flows!.Dataset),
            [
                FlowWords.Caveat, intervals ? FlowWords.InputUncertainty : FlowWords.NoInterval,
                .. rows.Exists(row => row.Period.Years != 5) ? new[] { FlowWords.FourYears } : [],
                .. Provenance.Remarks(Flows.Dataset, rows.Select(row => row.Flow.Observation)),
            ])
        {
            Subtitle = Method.Name(),
        };
        // Without intervals the bars would show the spread between methods in their place: they say which it is.
        List<Interval> bars = rows.ConvertAll(row => row.Flow.Interval is { } interval && intervals
            ? new Interval(FlowWords.Period(row.Period), interval.Lo80, interval.Hi80, row.Flow.Persons, null)
            : new Interval(FlowWords.Period(row.Period), row.Least, row.Most, row.Flow.Persons, null));
        var words = intervals ? new IntervalWords(FlowWords.Range, FlowWords.Estimate, null) : new(FlowWords.Spread, FlowWords.ChosenMethod, null);
        Figure Draw(Credits papers, double width) => IntervalBars.Draw(papers, bars, new(words, NumberStyle.Compact, Table, width), site.Font);
        return new(to => FlowAddresses.Corridor(to, Origin.Id, Destination.Id), _ => "", Draw(credits, 760))
        {
            Narrow = Draw(CountryFigures.Narrow(credits), CountryFigures.NarrowWidth),
        };
    }

    private Datum DatumOf(EstimatedFlow flow) => new(
        flow.Persons, Flows!.Dataset.Observations.Statuses[flow.Observation].Letter(), Lineage: Addresses.Observation(language, Flows.Dataset, flow.Observation));

    private FigureTable Table()
    {
        var intervals = rows.Exists(row => row.Flow.Interval is not null);
        return new(
            [
                new(Words.Period), new(FlowWords.PersonsHead, FlowWords.Persons, NumberStyle.Whole),
                .. intervals ? new[] { FlowWords.Low80, FlowWords.High80, FlowWords.Low95, FlowWords.High95 }.Select(head => new TableColumn(head, FlowWords.Persons, NumberStyle.Whole)) : [],
                new(FlowWords.LeastMethod, FlowWords.Persons, NumberStyle.Whole), new(FlowWords.MostMethod, FlowWords.Persons, NumberStyle.Whole),
            ],
            [
                .. rows.Select(row => (Cell[])
                [
                    Cell.Of(FlowWords.Period(row.Period)), Cell.Of(DatumOf(row.Flow)),
                    .. !intervals ? [] : row.Flow.Interval is { } bounds ? new[] { bounds.Lo80, bounds.Hi80, bounds.Lo95, bounds.Hi95 }.Select(bound => Cell.Of(new Datum(bound, 'E'))) : Enumerable.Repeat(Cell.Of(Text.Same("")), 4),
                    Cell.Of(new Datum(row.Least, 'E')), Cell.Of(new Datum(row.Most, 'E')),
                ]),
            ]);
    }

    private sealed record EstimatedRow(FlowPeriod Period, EstimatedFlow Flow, double Least, double Most);
}
