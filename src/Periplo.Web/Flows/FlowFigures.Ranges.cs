using Periplo.Charts;
using Periplo.Flows;
using Periplo.Languages;
using Periplo.Web.Views;

namespace Periplo.Web.Flows;

/// <content>How sure the flows are: intervals of input uncertainty, and beside them the spread between methods.</content>
public sealed partial class FlowFigures
{
    private const int Drawn = 15;

    // On a country's page, two beside each other, as wide as the figures of its profile.
    private const int InPart = 8;
    private const double PartWidth = 360;

    /// <summary>The greatest corridors with their intervals; null where the table has none.</summary>
    private View? Corridors()
    {
        List<EstimatedFlow> corridors = [.. selection.Corridors.Where(flow => flow.Interval is not null)];
        if (corridors.Count == 0)
            return null;
        var credits = Credits(FlowView.Corridors, Title(new("Los mayores corredores y su intervalo", "The largest corridors and their interval", "Les principaux corridors et leur intervalle")), [FlowWords.InputUncertainty, .. DrawnOf(corridors.Count)]);
        return Intervals(FlowView.Corridors, credits, corridors.ConvertAll(flow => IntervalOf(flow, NameOf(flow))), CorridorTable(isWhole ? corridors : corridors.Take(Drawn)));
    }

    /// <summary>The greatest corridors by the method that gives least and the one that gives most; null where there is one method only.</summary>
    private View? Methods()
    {
        List<EstimatedFlow> corridors = [.. selection.Corridors.Take(isWhole ? int.MaxValue : Drawn)];
        if (selection.Compared.Count < 2 || corridors.Count == 0)
            return null;
        List<EstimatedTable> tables = [.. selection.Compared.Select(method => choice.Flows.Table(choice.Key with { Method = method }))];
        // A corridor that a table lacks has nobody in it, where the table is about both ends.
        double? Persons(EstimatedTable table, EstimatedFlow flow) =>
            table.Corridor(flow.Origin, flow.Destination)?.Persons ?? (table.Knows(flow.Origin) && table.Knows(flow.Destination) ? 0 : null);
        var intervals = corridors.Take(Drawn).Select(flow =>
        {
            List<double> values = [.. tables.Select(table => Persons(table, flow)).OfType<double>()];
            return new Interval(NameOf(flow), values.Min(), values.Max(), flow.Persons, null) { Href = Addresses.Corridor(language, flow.Origin, flow.Destination) };
        }).ToList();
        var credits = Credits(
            FlowView.Methods, Title(new("Los mayores corredores de un método a otro", "The largest corridors from one method to another", "Les principaux corridors d’une méthode à l’autre")),
            [FlowWords.MethodSpread.With(selection.Compared.Count), .. DrawnOf(selection.Table.Count)]);
        var table = new FigureTable(
            [new(FlowWords.Origin), new(FlowWords.Destination), .. selection.Compared.Select(method => new TableColumn(method.Name(), Unit, NumberStyle.Whole))],
            [
                .. corridors.Select(flow => (Cell[])
                [
                    Cell.Of(site.Areas[flow.Origin].ShortName, Addresses.Corridor(language, flow.Origin, flow.Destination)), Cell.Of(site.Areas[flow.Destination].ShortName),
                    .. tables.Select(one => Cell.Of(one.Corridor(flow.Origin, flow.Destination) is { } known ? DatumOf(known) : new Datum(Persons(one, flow), Persons(one, flow) is null ? 'O' : 'E'))),
                ]),
            ]);
        return Intervals(FlowView.Methods, credits, intervals, table, new(FlowWords.Spread, FlowWords.ChosenMethod, null));
    }

    /// <summary>All moves of the world by every method.</summary>
    private View? Totals()
    {
        var minimum = choice.Flows.Total(choice.Key with { Method = FlowMethod.ClosedMinimum });
        var credits = Credits(
            FlowView.Totals, new Text("Total mundial según cada método, {0}", "World total by each method, {0}", "Total mondial selon chaque méthode, {0}").With(FlowWords.Period(choice.Key.Period)),
            [FlowWords.MethodSpread.With(selection.Compared.Count)]) with { Subtitle = FlowWords.Sex(choice.Key.Sex) };
        List<(FlowMethod Method, int Observation, double Persons)> totals =
            [.. selection.Compared.Select(method => choice.Key with { Method = method }).Select(key => (key.Method, choice.Flows.TotalObservation(key), choice.Flows.Total(key)!.Value)).OrderByDescending(one => one.Item3)];
        FigureTable Table() => new(
            [new(FlowWords.MethodChoice), new(FlowWords.PersonsHead, Unit, NumberStyle.Whole), .. minimum is > 0 ? new TableColumn[] { new(FlowWords.OfMinimum, FlowWords.OfMinimumUnit, new(NumberForm.Plain, 2)) } : []],
            [
                .. totals.Select(one => (Cell[])
                [
                    Cell.Of(one.Method.Name()), Cell.Of(new Datum(one.Persons, 'E', Lineage: Addresses.Observation(language, Dataset, one.Observation))),
                    .. minimum is > 0 and { } least ? new[] { Cell.Of(new Datum(one.Persons / least, 'E')) } : [],
                ]),
            ]);
        NamedValue[] bars =
        [
            .. totals.Select(one => new NamedValue(one.Method.Name(), one.Persons, FlowAddresses.Flows(language) + (choice with { Key = choice.Key with { Method = one.Method } }).Query(language))),
        ];
        return Of(FlowView.Totals, NamedBars.Draw(credits, bars, null, FlowWords.MethodChoice, site.Font) with { MakeTable = Table, LinksInTabOrder = true });
    }

    /// <summary>A country's arrivals by origin or departures by destination, with their intervals where there are any.</summary>
    private View? Ends(FlowView view)
    {
        if (choice.Area is not { } area || site.FlowRegions.IsRegion(area.Id))
            return null;
        var arrivals = view == FlowView.Origins;
        List<EstimatedFlow> corridors = [.. selection.Corridors.Where(flow => (arrivals ? flow.Destination : flow.Origin) == area.Id)];
        if (corridors.Count == 0)
            return null;
        var other = corridors.ConvertAll(flow => site.Areas[arrivals ? flow.Origin : flow.Destination]);
        var title = arrivals
            ? new Text("De dónde llegaron a {0}, {1}", "Where those who moved to {0} came from, {1}", "D’où sont venus les arrivants, {1} : {0}")
            : new Text("A dónde se fueron de {0}, {1}", "Where those who left {0} went, {1}", "Où sont allés les partants, {1} : {0}");
        var credits = Credits(view, title.With(area.ShortName, FlowWords.Period(choice.Key.Period)), [corridors[0].Interval is null ? FlowWords.NoInterval : FlowWords.InputUncertainty, .. DrawnOf(corridors.Count)]);
        var table = CorridorTable(isWhole ? corridors : corridors.Take(isPart ? InPart : Drawn));
        if (corridors.TrueForAll(flow => flow.Interval is not null))
            return Intervals(view, credits, [.. corridors.Zip(other, (flow, end) => IntervalOf(flow, end.ShortName))], table);
        List<AreaDatum> values = [.. corridors.Zip(other, (flow, end) => new AreaDatum(end, DatumOf(flow)))];
        Figure Draw(Credits papers, double width) => RankedBars.Draw(papers, values, new()
        {
            Top = isPart ? InPart : Drawn, Style = NumberStyle.Compact, Counted = new("corredores", "corridors", "corridors"), Width = width,
            Href = end => arrivals ? Addresses.Corridor(language, end.Id, area.Id) : Addresses.Corridor(language, area.Id, end.Id),
        }, site.Font) with { MakeTable = () => table, LinksInTabOrder = false };
        return isPart ? Of(view, Draw(credits, PartWidth)) : Of(view, Draw(credits, 620)) with { Narrow = Draw(CountryFigures.Narrow(credits), CountryFigures.NarrowWidth) };
    }

    private Interval IntervalOf(EstimatedFlow flow, Text name) => new(name, flow.Interval!.Value.Lo80, flow.Interval.Value.Hi80, flow.Persons, null)
    {
        Href = Addresses.Corridor(language, flow.Origin, flow.Destination),
    };

    private View Intervals(FlowView view, Credits credits, IReadOnlyList<Interval> rows, FigureTable table, IntervalWords? words = null)
    {
        Figure Draw(Credits papers, double width) => IntervalBars.Draw(
            papers, [.. rows.Take(isPart ? InPart : Drawn)], new(words ?? new(FlowWords.Range, FlowWords.Estimate, null), NumberStyle.Compact, () => table, width), site.Font);
        return isPart ? Of(view, Draw(credits, PartWidth)) : Of(view, Draw(credits, 760)) with { Narrow = Draw(CountryFigures.Narrow(credits), CountryFigures.NarrowWidth) };
    }

    private Text NameOf(EstimatedFlow flow) => Text.Same("{0} → {1}").With(site.Areas[flow.Origin].ShortName, site.Areas[flow.Destination].ShortName);

    private IEnumerable<Text> DrawnOf(int known) => known <= (isPart ? InPart : Drawn) ? [] :
        [new Text("Se dibujan los {0} mayores de {1} corredores.", "The {0} largest of {1} corridors are drawn.", "Les {0} principaux corridors sur {1} sont dessinés.").With(isPart ? InPart : Drawn, Numbers.In(known, NumberStyle.Whole))];
}
