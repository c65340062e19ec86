using Periplo.Areas;
using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>A flow on a map.</summary>
/// <param name="Origin">The area it leaves.</param>
/// <param name="Destination">The area it reaches.</param>
/// <param name="Datum">How many.</param>
public readonly record struct PlacedFlow(Area Origin, Area Destination, Datum Datum)
{
    /// <summary>What is said behind the number: its interval; null for nothing.</summary>
    public Text? Label { get; init; }

    /// <summary>Address the arrow leads to, or null.</summary>
    public string? Href { get; init; }
}

/// <summary>
/// The greatest flows of a selection as arrows on the map, from many areas to many; a <see cref="CorridorMap"/> is the one
/// for an area that all flows share. Arrows bend to the left of their way, so that the two of a pair do not lie on each
/// other, and the greatest lie below.
/// </summary>
public static class FlowMap
{
    private const double WidestArrow = 13;
    private const double NarrowestArrow = 1.2;
    private const double Gap = 3;

    /// <summary>Draws the map.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="world">Outlines and places.</param>
    /// <param name="flows">The flows, in any order.</param>
    /// <param name="top">How many of the greatest are drawn; the rest is in the table.</param>
    /// <param name="style">Form of the numbers.</param>
    /// <param name="metrics">Measures names.</param>
    /// <param name="width">Width in units.</param>
    /// <param name="height">Height in units; a map of the whole world takes less.</param>
    public static Figure Draw(Credits credits, World world, IReadOnlyList<PlacedFlow> flows, int top, NumberStyle style, FontMetrics metrics, double width = 960, double height = 520)
    {
        PlacedFlow[] known = [.. flows.Where(flow => flow.Datum.Value is > 0).OrderByDescending(flow => flow.Datum.Value)];
        var drawn = new List<(PlacedFlow Flow, Place From, Place To)>(top);
        var nowhere = new List<PlacedFlow>();
        foreach (var flow in known)
        {
            if (drawn.Count == top)
                break;
            if (world.Find(flow.Origin.Id) is { } from && world.Find(flow.Destination.Id) is { } to)
                drawn.Add((flow, from, to));
            else
                nowhere.Add(flow);
        }

        var view = World.Window([.. drawn.SelectMany(one => new[] { (one.From.X, one.From.Y), (one.To.X, one.To.Y) })], width, height);
        if (view.Height > World.Height)
        {
            view = new(view.Left, 0, view.Right, World.Height);
            height = Math.Ceiling(width * World.Height / view.Width);
        }

        var zoom = width / view.Width;
        (double X, double Y) Seen(Place place) => ((place.X - view.Left) * zoom, (place.Y - view.Top) * zoom);
        var ends = drawn.SelectMany(one => new[] { one.From, one.To }).Distinct().ToList();
        var marks = new List<Mark>(drawn.Count + 64) { Ground(world, view, ends, width, height) };
        var greatest = drawn.Count > 0 ? drawn[0].Flow.Datum.Value!.Value : 1;
        foreach (var (flow, from, to) in drawn)
        {
            marks.Add(new PathMark(Arrow.Between(Seen(from), Seen(to), Math.Max(NarrowestArrow, WidestArrow * flow.Datum.Value!.Value / greatest), Gap))
            {
                Class = "flow",
                Title = new(Text.Same("{0} → {1}").With(flow.Origin.ShortName, flow.Destination.ShortName), flow.Datum.Value, style, flow.Label is { } label ? Text.Same("{0} {1}").With(credits.Unit, label) : credits.Unit),
                Href = flow.Href,
            });
        }

        AddNames(marks, ends, Seen, width, height, metrics);
        return new()
        {
            Credits = credits.WithNotes(Notes(drawn.Count, known.Length, nowhere, style)),
            Width = width,
            Height = drawn.Count > 0 ? AddKey(marks, greatest, style, height) : height,
            Marks = marks,
            MakeTable = () => Table(flows, credits.Unit, style),
            TextAlternative = Alternative(known, drawn.Count, style),
            LinksInTabOrder = false,
        };
    }

    private static FrameMark Ground(World world, Box view, List<Place> ends, double width, double height)
    {
        const double T = World.Tenths;
        return new(0, 0, width, height, new(view.Left * T, view.Top * T, view.Right * T, view.Bottom * T),
        [
            .. world.Places.Where(place => place.HasOutline && place.Bounds.Overlaps(view)).Select(place => new OutlineMark(place)
            {
                Class = ends.Contains(place) ? "area q1" : "area land",
                Title = place.Area is { } area ? Caption.FromText(area.ShortName) : (Caption?)null,
            }),
        ]);
    }

    /// <summary>Names of the ends where there is room, those of the greatest flows first; every arrow has both in its title.</summary>
    private static void AddNames(List<Mark> marks, List<Place> ends, Func<Place, (double X, double Y)> seen, double width, double height, FontMetrics metrics)
    {
        const double Farthest = 14;
        var labels = new LabelPlacement(new(2, 2, width - 2, height - 2));
        foreach (var place in ends)
        {
            var (x, y) = seen(place);
            labels.Reserve(x, y, 2.5);
            marks.Add(new CircleMark(x, y, 2.2) { Class = "dot s2" });
        }

        foreach (var place in ends)
        {
            var ((x, y), name) = (seen(place), place.Area!.ShortName);
            if (labels.Place(x, y, 3, metrics.Width(name, TextSize.Small), TextSize.Small.Units() + 2, Farthest) is not { } label)
                continue;
            if (label.Leader is { } leader)
                marks.Add(leader);
            marks.Add(new LabelMark(label.X, label.Y, name, TextSize.Small) { Class = "halo" });
        }
    }

    /// <summary>Two sample arrows under the map that say how many a width stands for.</summary>
    private static double AddKey(List<Mark> marks, double greatest, NumberStyle style, double top)
    {
        var sample = Ticks.Round(greatest * 0.4);
        var x = 4.0;
        foreach (var value in (ReadOnlySpan<double>)[sample, sample / 10])
        {
            marks.Add(new PathMark(Arrow.Between((x, top + 14), (x + 40, top + 14), Math.Max(NarrowestArrow, WidestArrow * value / greatest), 0, bend: 0)) { Class = "flow" });
            marks.Add(new LabelMark(x + 46, top + 18, Caption.Number(value, style), TextSize.Small));
            x += 150;
        }

        return top + 28;
    }

    private static List<Text> Notes(int drawn, int known, List<PlacedFlow> nowhere, NumberStyle style)
    {
        var notes = new List<Text>(3);
        if (drawn < known)
            notes.Add(new($"Se dibujan los {drawn} flujos mayores de {known}; todos están en la tabla.", $"The {drawn} largest of {known} flows are drawn; all are in the table.", $"Les {drawn} flux les plus importants sur {known} sont dessinés ; tous figurent dans le tableau."));
        if (nowhere.Count > 0)
        {
            string Listed(Language language) => string.Join("; ", nowhere.Select(flow => $"{flow.Origin.ShortName.In(language)} → {flow.Destination.ShortName.In(language)}, {Numbers.Format(flow.Datum.Value!.Value, style, language)}"));
            notes.Add(new($"No están en el mapa: {Listed(Language.Es)}.", $"Not on the map: {Listed(Language.En)}.", $"Ne figurent pas sur la carte : {Listed(Language.Fr)}."));
        }

        notes.Add(Choropleth.BoundaryDisclaimer);
        return notes;
    }

    private static FigureTable Table(IReadOnlyList<PlacedFlow> flows, Text unit, NumberStyle style) => new(
        [new(new("Origen", "Origin", "Origine")), new(new("Destino", "Destination", "Destination")), new(unit, unit, style.Form is NumberForm.Compact or NumberForm.Short ? NumberStyle.Whole : style)],
        [
            .. flows.OrderByDescending(flow => flow.Datum.Value ?? double.NegativeInfinity).Select(flow => (Cell[])
                [Cell.Of(flow.Origin.ShortName, flow.Href), Cell.Of(flow.Destination.ShortName), Cell.Of(flow.Datum)]),
        ]);

    private static Text Alternative(PlacedFlow[] known, int drawn, NumberStyle style)
    {
        if (known.Length == 0)
            return new("No hay flujos.", "There are no flows.", "Il n’y a pas de flux.");
        var (first, value) = (Text.Same("{0} → {1}").With(known[0].Origin.ShortName, known[0].Destination.ShortName), Numbers.In(known[0].Datum.Value!.Value, style));
        return new Text("Mapa con {0} flechas entre países. La mayor: {1}, {2}.", "A map with {0} arrows between countries. The largest: {1}, {2}.", "Carte avec {0} flèches entre pays. La plus importante : {1}, {2}.").With(drawn, first, value);
    }
}
