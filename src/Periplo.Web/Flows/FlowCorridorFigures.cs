using Periplo.Areas;
using Periplo.Charts;
using Periplo.Flows;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Web.Views;

namespace Periplo.Web.Flows;

/// <summary>Moves from one area to another: the estimates of every period, and what both sides report. Made for one request.</summary>
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
        Published = site.Installation.ReportedFlows(origin, destination);
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

    /// <summary>What both sides report.</summary>
    public ReportedCorridor Published { get; }

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
            new Text("Se mudaron en {0}", "Moved in {0}", "Ont migré en {0}").With(FlowWords.Period(last.Period)), DatumOf(last.Flow), NumberStyle.Compact, TimePeriod.OfYear(last.Period.First), Provenance.Short(Flows!.Dataset),
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
        return new(to => FlowAddresses.Corridor(to, Origin.Id, Destination.Id, isReported: false), _ => "", Draw(credits, 760))
        {
            Narrow = Draw(CountryFigures.Narrow(credits), CountryFigures.NarrowWidth),
        };
    }

    /// <summary>What both sides report, year by year; null where neither does.</summary>
    public View? Reported()
    {
        if (Published.IsEmpty)
            return null;
        var byCitizenship = Published.ByCitizenship.ToDictionary(figure => figure.Year);
        int[] years = [.. Published.Years.Select(year => year.Year).Union(byCitizenship.Keys).Order()];
        var byYear = Published.Years.ToDictionary(year => year.Year);
        (Text Name, Func<int, ReportedFigure?> Of)[] sides =
        [
            (new("Emigración según el origen", "Emigration by the origin", "Émigration selon l’origine"), year => byYear.GetValueOrDefault(year)?.Emigration),
            (new("Inmigración según el destino", "Immigration by the destination", "Immigration selon la destination"), year => byYear.GetValueOrDefault(year)?.Immigration),
            (new("Inmigrantes con la nacionalidad del origen", "Immigrants with citizenship of the origin", "Immigrés ayant la nationalité de l’origine"), year => byCitizenship.GetValueOrDefault(year)),
        ];
        var held = sides.Where(side => years.Any(year => side.Of(year) is not null)).ToList();
        var unit = new Text("personas al año", "persons a year", "personnes par an");
        var figures = held.SelectMany(side => years.Select(side.Of)).OfType<ReportedFigure>().ToList();
        var credits = new Credits(
            "flow-reported", new Text("Flujos notificados, {0} → {1}", "Reported flows, {0} → {1}", "Flux déclarés, {0} → {1}").With(Origin.ShortName, Destination.ShortName), unit,
            Provenance.Sources(figures.Select(figure => figure.Dataset)), [.. MissingSides, .. Durations(figures)]);
        List<Series> series = held.ConvertAll(side => new Series(side.Name, [.. years.Select(year => new YearDatum(year, side.Of(year) is { } figure ? DatumOf(figure) : new(null, 'O')))]));
        FigureTable Table() => new(
            [new(Words.Year), .. held.Select(side => new TableColumn(side.Name, unit, NumberStyle.Whole))],
            [.. years.Select(year => (Cell[])[Cell.Of(Text.Same($"{year}")), .. held.Select(side => Cell.Of(side.Of(year) is { } figure ? DatumOf(figure) : new Datum(null, 'O')))])]);
        return new(to => FlowAddresses.Corridor(to, Origin.Id, Destination.Id, isReported: true), _ => "", Lines.Draw(credits, series, new() { Width = 760 }, site.Font) with { MakeTable = Table })
        {
            Narrow = Lines.Draw(CountryFigures.Narrow(credits), series, new() { Width = CountryFigures.NarrowWidth, Height = 260 }, site.Font) with { MakeTable = Table },
        };
    }

    /// <summary>Which side is missing, and how much of it; or that both report.</summary>
    public IReadOnlyList<Text> MissingSides =>
    [
        .. new[] { Published.Missing(ReportingSide.Origin), Published.Missing(ReportingSide.Destination) }.OfType<Text>(),
        .. Published.YearsOfBoth > 0 ? new[] { FlowWords.BothReport.With(Published.YearsOfBoth) } : [],
    ];

    private Datum DatumOf(EstimatedFlow flow) => new(
        flow.Persons, Flows!.Dataset.Observations.Statuses[flow.Observation].Letter(), Lineage: Addresses.Observation(language, Flows.Dataset, flow.Observation));

    private Datum DatumOf(ReportedFigure figure)
    {
        var lineage = Addresses.Observation(language, figure.Dataset, figure.Observation);
        return figure.Persons is { } persons ? new(persons, figure.Status.Letter(), Lineage: lineage) : new(null, figure.Status.Letter(), Provenance.Reason(figure.Status), lineage);
    }

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

    /// <summary>How long one must stay to be counted, where the sources say so.</summary>
    private static IEnumerable<Text> Durations(List<ReportedFigure> figures)
    {
        List<Text> durations = [.. figures.Select(figure => figure.DurationName).Distinct()];
        if (durations.Count > 0)
            yield return new Text("Duración que se exige: {0}.", "Duration asked for: {0}.", "Durée exigée : {0}.").With(new Text(string.Join("; ", durations.Select(one => one.Es)), string.Join("; ", durations.Select(one => one.En)), string.Join("; ", durations.Select(one => one.Fr))));
    }

    private sealed record EstimatedRow(FlowPeriod Period, EstimatedFlow Flow, double Least, double Most);
}
