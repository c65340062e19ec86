using Periplo.Areas;
using Periplo.Charts;
using Periplo.Flows;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Web.Views;

namespace Periplo.Web.Flows;

/// <summary>A selection of flows as circle, map and matrix with one table, in the addresses of one language. Made for one request.</summary>
/// <param name="site">The site.</param>
/// <param name="language">Language of addresses.</param>
/// <param name="choice">What is asked for.</param>
/// <param name="isWhole">True for files and pages of one figure, whose table holds every row; a page of many lists the greatest.</param>
/// <param name="isPart">True on the page of a country, where flows are one section of many.</param>
public sealed partial class FlowFigures(Site site, Language language, FlowChoice choice, bool isWhole = false, bool isPart = false)
{
    /// <summary>Rows of a table on a page of many figures.</summary>
    public const int Listed = 60;

    // A circle that is asked to draw all draws no more than the page can carry and the eye can part.
    private const int UsualRibbons = 60;
    private const int MostRibbons = 160;
    private const int Arrows = 30;

    private readonly FlowSelection selection = FlowSelection.Of(site, language, choice);

    /// <summary>What is shown.</summary>
    public FlowChoice Choice => choice;

    /// <summary>The flows of a country in the table shown unasked; null where it is not about the country.</summary>
    public static FlowFigures? Of(Site site, Language language, Area area)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(area);
        return site.Flows is [var flows, ..] && flows.Table(FlowChoice.Usual(flows)).Knows(area.Id)
            ? new(site, language, new FlowChoice(flows, FlowChoice.Usual(flows), area, null) { Revisions = site.Flows }, isPart: true)
            : null;
    }

    /// <summary>The flows.</summary>
    public FlowSelection Selection => selection;

    private Dataset Dataset => choice.Flows.Dataset;

    private Text Unit => choice.Key.Period.Years == 5 ? FlowWords.InFive : FlowWords.InFour;

    /// <summary>A view; null where there is nothing to show in it.</summary>
    public View? View(FlowView view) => selection.IsEmpty ? null : view switch
    {
        FlowView.Circle => Circle(),
        FlowView.Map => Map(),
        FlowView.Matrix => Matrix(),
        FlowView.Corridors => Corridors(),
        FlowView.Methods => Methods(),
        FlowView.Totals => Totals(),
        FlowView.Origins => Ends(view),
        FlowView.Destinations => Ends(view),
        _ => null,
    };

    private View Circle()
    {
        var threshold = Math.Max(
            choice.Threshold ?? CirclePlot.ThresholdFor(selection.Flows.Select(flow => flow.Persons), UsualRibbons),
            CirclePlot.ThresholdFor(selection.Flows.Select(flow => flow.Persons), MostRibbons));
        CircleFlow[] flows =
        [
            .. selection.Flows.Select(flow => new CircleFlow(selection.Areas[flow.Origin].Id, selection.Areas[flow.Destination].Id, Datum(flow))
            {
                Label = flow.Corridor?.Interval is { } interval ? Text.Same("({0})").With(Range(interval)) : null,
                Href = Address(flow),
            }),
        ];
        var credits = Credits(FlowView.Circle, Title(new("Flujos migratorios", "Migration flows", "Flux migratoires")), Notes());
        Figure Draw(Credits papers, double width) => CirclePlot.Draw(papers, selection.Areas, flows, new()
        {
            Threshold = threshold,
            Counted = selection.HasCountries ? new("áreas", "areas", "zones") : new("regiones", "regions", "régions"),
            Width = width,
        }, site.Font) with { MakeTable = Table };
        return Of(FlowView.Circle, Draw(credits, 960)) with { Narrow = Draw(CountryFigures.Narrow(credits), CountryFigures.NarrowWidth) };
    }

    private View? Map()
    {
        List<EstimatedFlow> corridors = [.. selection.Corridors];
        if (corridors.Count == 0)
            return null;
        var credits = Credits(FlowView.Map, Title(new("Mapa de los mayores corredores", "Map of the largest corridors", "Carte des principaux corridors")), []);
        PlacedFlow[] flows =
        [
            .. corridors.Select(flow => new PlacedFlow(site.Areas[flow.Origin], site.Areas[flow.Destination], DatumOf(flow))
            {
                Label = flow.Interval is { } interval ? Text.Same("({0})").With(Range(interval)) : null,
                Href = Addresses.Corridor(language, flow.Origin, flow.Destination),
            }),
        ];
        return Of(FlowView.Map, FlowMap.Draw(credits, site.World, flows, Arrows, NumberStyle.Compact, site.Font) with { MakeTable = () => CorridorTable(isWhole ? corridors : corridors.Take(Arrows)) });
    }

    private View? Matrix()
    {
        // A country's matrix is its two lists.
        if (choice.Area is { } area && !site.FlowRegions.IsRegion(area.Id))
            return null;
        var n = selection.Areas.Count;
        var cells = new SelectedFlow?[n * n];
        foreach (var flow in selection.Flows)
            cells[(flow.Origin * n) + flow.Destination] = flow;
        // A region's own countries send and receive; the other regions are only their partners, which stand in the columns.
        List<int> rows = [.. Enumerable.Range(0, n).Where(i => choice.Area is null || selection.IsCountry(i))];
        var greatest = Math.Max(1, selection.Flows.Max(flow => flow.Persons));
        HeatCell Cell(int origin, int destination) => cells[(origin * n) + destination] is { Persons: >= 500 } flow
            ? new(new Datum(Math.Round(flow.Persons / 1000), 'E'), Math.Log(1 + flow.Persons) / Math.Log(1 + greatest))
            : new(default, null, Text.Same(""));
        var figure = HeatTable.Draw(
            Credits(FlowView.Matrix, Title(new("Orígenes por destinos", "Origins by destinations", "Origines par destinations")), [FlowWords.MatrixNote]) with { Unit = FlowWords.Thousands },
            [.. rows.Select(origin => new HeatRow(Name(origin), [.. Enumerable.Range(0, n).Select(destination => Cell(origin, destination))]) { Href = selection.Areas[origin].Href })],
            new()
            {
                Rows = FlowWords.Origin,
                Columns = [.. Enumerable.Range(0, n).Select(i => new HeatColumn(Name(i), FlowWords.Thousands, NumberStyle.Whole) { Short = Text.Same($"{i + 1}"), Href = selection.Areas[i].Href })],
                More = FlowWords.MoreShade,
                Width = 230 + (n * 44),
            },
            site.Font);
        return Of(FlowView.Matrix, figure with { MakeTable = Table });

        Text Name(int i) => Text.Same("{0}. {1}").With(i + 1, selection.Areas[i].Name);
    }

    /// <summary>Every flow of the selection, the greatest first.</summary>
    private FigureTable Table()
    {
        var style = NumberStyle.Whole;
        var intervals = selection.Flows.Any(flow => flow.Corridor?.Interval is not null);
        return new(
            [
                new(FlowWords.Origin), new(FlowWords.Destination), new(FlowWords.PersonsHead, Unit, style),
                .. intervals ? Bounds(style) : [],
                new(FlowWords.LeastMethod, FlowWords.Persons, style), new(FlowWords.MostMethod, FlowWords.Persons, style),
                .. selection.HasCountries ? new TableColumn[] { new(FlowWords.DataType) } : [],
            ],
            [
                .. selection.Flows.Take(isWhole ? int.MaxValue : Listed).Select(flow => (Cell[])
                [
                    Cell.Of(selection.Areas[flow.Origin].Name, Address(flow)), Cell.Of(selection.Areas[flow.Destination].Name), Cell.Of(Datum(flow)),
                    .. intervals ? Bounds(flow.Corridor?.Interval) : [],
                    Cell.Of(new Datum(flow.Least, 'E')), Cell.Of(new Datum(flow.Most, 'E')),
                    .. selection.HasCountries ? new[] { Cell.Of(flow.Corridor is { } corridor ? TypeOf(corridor) : Text.Same("")) } : [],
                ]),
            ]);
    }

    /// <summary>Corridors between countries.</summary>
    private FigureTable CorridorTable(IEnumerable<EstimatedFlow> corridors)
    {
        List<EstimatedFlow> rows = [.. corridors];
        var intervals = rows.Exists(flow => flow.Interval is not null);
        return new(
            [new(FlowWords.Origin), new(FlowWords.Destination), new(FlowWords.PersonsHead, Unit, NumberStyle.Whole), .. intervals ? Bounds(NumberStyle.Whole) : [], new(FlowWords.DataType)],
            [
                .. rows.Select(flow => (Cell[])
                [
                    Cell.Of(site.Areas[flow.Origin].ShortName, Addresses.Corridor(language, flow.Origin, flow.Destination)), Cell.Of(site.Areas[flow.Destination].ShortName), Cell.Of(DatumOf(flow)),
                    .. intervals ? Bounds(flow.Interval) : [],
                    Cell.Of(TypeOf(flow)),
                ]),
            ]);
    }

    private static TableColumn[] Bounds(NumberStyle style) =>
        [.. new[] { FlowWords.Low80, FlowWords.High80, FlowWords.Low95, FlowWords.High95 }.Select(head => new TableColumn(head, FlowWords.Persons, style))];

    private static Cell[] Bounds(FlowInterval? interval) => interval is { } bounds
        ? [.. new[] { bounds.Lo80, bounds.Hi80, bounds.Lo95, bounds.Hi95 }.Select(bound => Cell.Of(new Datum(bound, 'E')))]
        : [.. Enumerable.Repeat(Cell.Of(Text.Same("")), 4)];

    /// <summary>How the destination counts its migrants.</summary>
    private Text TypeOf(EstimatedFlow flow)
    {
        var set = Dataset.Observations.AttributeSets[Dataset.Observations.Attributes[flow.Observation]];
        return set.DataType is { } type ? Dataset.Definition.Structure.Attributes[2].CodeList!.Find(type)?.Name.Text() ?? Text.Same(type) : FlowWords.NotSaid;
    }

    private Datum Datum(SelectedFlow flow) => flow.Corridor is { } corridor ? DatumOf(corridor) : new(flow.Persons, 'E');

    private Datum DatumOf(EstimatedFlow flow) =>
        new(flow.Persons, Dataset.Observations.Statuses[flow.Observation].Letter(), Lineage: Addresses.Observation(language, Dataset, flow.Observation));

    private string? Address(SelectedFlow flow) => flow.Corridor is { } corridor ? Addresses.Corridor(language, corridor.Origin, corridor.Destination) : null;

    private static Text Range(FlowInterval interval) => FlowWords.Interval80.With(Numbers.In(interval.Lo80, NumberStyle.Compact), Numbers.In(interval.Hi80, NumberStyle.Compact));

    /// <summary>What, where, when.</summary>
    private Text Title(Text what)
    {
        var period = FlowWords.Period(choice.Key.Period);
        if (choice.Area is not { } area)
            return new Text("{0} en el mundo, {1}", "{0} in the world, {1}", "{0} dans le monde, {1}").With(what, period);
        return site.FlowRegions.IsRegion(area.Id)
            ? new Text("{0} de los países de {1}, {2}", "{0} of the countries of {1}, {2}", "{0} des pays de la région « {1} », {2}").With(what, area.ShortName, period)
            : new Text("{0} de {1}, {2}", "{0} of {1}, {2}", "{0}, {2} : {1}").With(what, area.ShortName, period);
    }

    private List<Text> Notes()
    {
        var notes = new List<Text>
        {
            FlowWords.Caveat,
        };
        if (choice.Area is { } area)
            notes.Add(site.FlowRegions.IsRegion(area.Id) ? FlowWords.OpenedNote : FlowWords.CountryNote);
        if (selection.Compared.Count > 1)
            notes.Add(FlowWords.MethodSpread.With(selection.Compared.Count));
        notes.Add(!selection.Table.HasIntervals ? FlowWords.NoInterval : selection.HasCountries ? FlowWords.InputUncertainty : FlowWords.RegionsHaveNone);
        if (selection.HasCountries)
            notes.Add(FlowWords.CitizensNote);
        if (!isWhole && selection.Flows.Count > Listed)
            notes.Add(FlowWords.Listed.With(Listed, Numbers.In(selection.Flows.Count, NumberStyle.Whole)));
        return notes;
    }

    private Credits Credits(FlowView view, Text title, IReadOnlyList<Text> notes) =>
        new($"flow-{FlowAddresses.Word(view).En}", title, Unit, Provenance.Sources(Dataset), [.. choice.Key.Period.Years == 5 ? [] : new[] { FlowWords.FourYears }, .. notes])
        {
            Subtitle = Text.Same("{0}; {1}").With(choice.Key.Method.Name(), FlowWords.Sex(choice.Key.Sex)),
        };

    private View Of(FlowView view, Figure figure) => new(to => FlowAddresses.View(to, view), choice.Query, figure);
}
