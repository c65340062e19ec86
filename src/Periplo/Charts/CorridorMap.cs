using Periplo.Areas;
using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>Which way the moves of a <see cref="CorridorMap"/> go.</summary>
public enum CorridorDirection
{
    /// <summary>From many origins to one destination.</summary>
    ToHub,

    /// <summary>From one origin to many destinations.</summary>
    FromHub,
}

/// <summary>What a map of corridors shows.</summary>
public sealed record CorridorOptions
{
    /// <summary>Which way people went.</summary>
    public CorridorDirection Direction { get; init; } = CorridorDirection.ToHub;

    /// <summary>How many of the greatest corridors are drawn; the rest is in the table.</summary>
    public int Top { get; init; } = 10;

    /// <summary>Form of the values beside the names.</summary>
    public NumberStyle Style { get; init; } = NumberStyle.Compact;

    /// <summary>Address of the corridor with an area, or null for none.</summary>
    public Func<Area, string?>? Href { get; init; }

    /// <summary>Width in units.</summary>
    public double Width { get; init; } = 640;

    /// <summary>Height in units.</summary>
    public double Height { get; init; } = 420;
}

/// <summary>
/// Arrows between one area and others, as wide as their numbers are large. Arrows are curved, widen towards their head and
/// end in a point, so that the direction is seen without colour (B. Jenny et al. 2018, "Design principles for
/// origin-destination flow maps", Cartography and Geographic Information Science 45(1), 62–75).
/// </summary>
public static class CorridorMap
{
    private const double WidestArrow = 11;
    private const double NarrowestArrow = 1.6;
    private const double HubRadius = 5;

    // Codes of areas that play no part stay near their dots or are left to the tooltip: the arrows are the subject.
    private const double FarthestCode = 9;

    /// <summary>Draws the map.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="world">Outlines and places.</param>
    /// <param name="hub">The one area all corridors share.</param>
    /// <param name="values">One number for each area at the other end.</param>
    /// <param name="options">What to show.</param>
    /// <param name="metrics">Measures names.</param>
    public static Figure Draw(Credits credits, World world, Area hub, IReadOnlyList<AreaDatum> values, CorridorOptions options, FontMetrics metrics)
    {
        (values, var standing) = EstimateMarks.Of(values);
        var ranking = Ranking.Of(values);
        var ends = new List<(Place Place, Datum Datum)>(options.Top);
        var offMap = new List<AreaDatum>();
        foreach (var one in ranking.All[..ranking.Known])
        {
            if (one.Datum.Value <= 0 || one.Area.Id == hub.Id)
                continue;
            if (world.Find(one.Area.Id) is not { } place)
                offMap.Add(one);
            else if (ends.Count < options.Top)
                ends.Add((place, one.Datum));
        }

        var home = world.Find(hub.Id);
        var points = new List<(double X, double Y)>(ends.Count + 1);
        if (home is not null)
            points.Add((home.X, home.Y));
        foreach (var end in ends)
            points.Add((end.Place.X, end.Place.Y));
        var view = World.Window(points, options.Width, options.Height);
        if (view.Height > World.Height)
        {
            // The whole world is wider than the picture is high: what lies beyond its edges is not drawn as empty space.
            view = new(view.Left, 0, view.Right, World.Height);
            options = options with { Height = Math.Ceiling(options.Width * World.Height / view.Width) };
        }

        var zoom = options.Width / view.Width;
        (double X, double Y) Seen(Place place) => ((place.X - view.Left) * zoom, (place.Y - view.Top) * zoom);

        var marks = new List<Mark>(64) { Ground(world, view, options, ends, home) };
        var labels = new LabelPlacement(new(2, 2, options.Width - 2, options.Height - 2));
        var quiet = Quiet(world, view, ends, home);
        foreach (var place in quiet)
        {
            var (x, y) = Seen(place);
            labels.Reserve(x, y, 1.6);
        }

        if (home is not null)
            DrawArrows(marks, labels, ends, Seen, Seen(home), credits.Unit, options, metrics);
        if (home is not null)
            DrawHub(marks, labels, hub, Seen(home), metrics);
        DrawNames(marks, labels, ends, Seen, options, metrics);
        DrawDots(marks, labels, quiet, Seen, options, metrics);
        var missing = values.Where(one => one.Datum.Value is null).ToArray();
        return new()
        {
            Credits = credits.WithNotes(standing).WithNotes(Notes(ends.Count, ranking.Known, missing.Length, home is null ? hub : null, offMap, options)),
            Width = options.Width,
            Height = options.Height,
            Marks = marks,
            MakeTable = () => ranking.Table(credits.Unit, options.Style with { Form = options.Style.Form == NumberForm.Compact ? NumberForm.Plain : options.Style.Form }, options.Href, []),
            TextAlternative = Words(hub, ranking, missing, options),
        };
    }

    private static FrameMark Ground(World world, Box view, CorridorOptions options, List<(Place Place, Datum Datum)> ends, Place? home)
    {
        var outlines = new List<Mark>(world.Places.Count);
        foreach (var place in world.Places)
        {
            if (!place.HasOutline || !place.Bounds.Overlaps(view))
                continue;
            var involved = place == home || ends.Exists(end => end.Place == place);
            outlines.Add(new OutlineMark(place) { Class = involved ? "area q1" : "area land", Title = place.Area is { } area ? Caption.FromText(area.ShortName) : (Caption?)null });
        }

        const double T = World.Tenths;
        return new(0, 0, options.Width, options.Height, new(view.Left * T, view.Top * T, view.Right * T, view.Bottom * T), outlines);
    }

    private static void DrawArrows(
        List<Mark> marks, LabelPlacement labels, List<(Place Place, Datum Datum)> ends, Func<Place, (double X, double Y)> seen, (double X, double Y) hub, Text unit, CorridorOptions options, FontMetrics metrics)
    {
        var greatest = ends.Count > 0 ? ends[0].Datum.Value!.Value : 1;
        foreach (var (place, datum) in ends)
        {
            var width = Math.Max(NarrowestArrow, WidestArrow * datum.Value!.Value / greatest);
            var there = seen(place);
            var (from, to) = options.Direction == CorridorDirection.ToHub ? (there, hub) : (hub, there);
            marks.Add(new PathMark(Arrow.Between(from, to, width, options.Direction == CorridorDirection.ToHub ? HubRadius + 1 : 3))
            {
                Class = datum.IsEstimate ? "flow est" : "flow",
                Title = new(place.Area!.ShortName, datum.Value, options.Style, datum.StatusWords is { } status ? new($"{unit.Es} {status.Es}", $"{unit.En} {status.En}", $"{unit.Fr} {status.Fr}") : unit),
                Href = options.Href?.Invoke(place.Area),
            });
            labels.Reserve(there.X, there.Y, 3);
        }

        labels.Reserve(hub.X, hub.Y, HubRadius + 1);
        if (ends.Count > 0)
            Key(marks, labels, greatest, options, metrics);
    }

    /// <summary>Two sample arrows that say how many people a width stands for, at the lower left.</summary>
    private static void Key(List<Mark> marks, LabelPlacement labels, double greatest, CorridorOptions options, FontMetrics metrics)
    {
        var sample = Ticks.Round(greatest * 0.4);
        var y = options.Height - 34;
        foreach (var value in (ReadOnlySpan<double>)[sample, sample / 10])
        {
            var width = Math.Max(NarrowestArrow, WidestArrow * value / greatest);
            marks.Add(new PathMark(Arrow.Between((8, y), (48, y), width, 0, bend: 0)) { Class = "flow" });
            marks.Add(new LabelMark(54, y + 4, Caption.Number(value, options.Style), TextSize.Small) { Class = "halo" });
            labels.Reserve(new(4, y - 9, 58 + metrics.Width(value, options.Style, TextSize.Small), y + 9));
            y += 18;
        }
    }

    private static void DrawHub(List<Mark> marks, LabelPlacement labels, Area hub, (double X, double Y) at, FontMetrics metrics)
    {
        marks.Add(new CircleMark(at.X, at.Y, HubRadius) { Class = "dot s2" });
        if (labels.Place(at.X, at.Y, HubRadius + 1, metrics.Width(hub.ShortName, TextSize.Strong), TextSize.Strong.Units() + 2) is { } label)
            AddLabel(marks, label, hub.ShortName, TextSize.Strong);
    }

    private static void DrawNames(List<Mark> marks, LabelPlacement labels, List<(Place Place, Datum Datum)> ends, Func<Place, (double X, double Y)> seen, CorridorOptions options, FontMetrics metrics)
    {
        foreach (var (place, datum) in ends)
        {
            var at = seen(place);
            marks.Add(new CircleMark(at.X, at.Y, 2.5) { Class = "dot s1" });
            var words = new Caption(place.Area!.ShortName, datum.Value, options.Style, null);
            var width = metrics.Width(place.Area.ShortName, TextSize.Small) + metrics.Width("\u00A0: ", TextSize.Small) + metrics.Width(datum.Value!.Value, options.Style, TextSize.Small);
            if (labels.Place(at.X, at.Y, 3, width, TextSize.Small.Units() + 2) is { } label)
                AddLabel(marks, label, words, TextSize.Small, options.Href?.Invoke(place.Area));
        }
    }

    /// <summary>Areas without outline that are not among the corridors drawn: quiet, but there.</summary>
    private static List<Place> Quiet(World world, Box view, List<(Place Place, Datum Datum)> ends, Place? home)
    {
        var quiet = new List<Place>();
        foreach (var place in world.Places)
        {
            if (place.Dot is not null && place != home && place.Bounds.Overlaps(view) && !ends.Exists(end => end.Place == place))
                quiet.Add(place);
        }

        return quiet;
    }

    private static void DrawDots(List<Mark> marks, LabelPlacement labels, List<Place> quiet, Func<Place, (double X, double Y)> seen, CorridorOptions options, FontMetrics metrics)
    {
        foreach (var place in quiet)
        {
            var at = seen(place);
            var parts = new List<Mark>(3) { new CircleMark(at.X, at.Y, 8) { Class = "target" }, new CircleMark(at.X, at.Y, 1.6) { Class = "dot land" } };
            if (labels.Place(at.X, at.Y, 2, metrics.Width(place.Id, TextSize.Code), TextSize.Code.Units(), FarthestCode) is { } label)
                AddLabel(parts, label, Text.Same(place.Id), TextSize.Code, null, "soft halo");
            marks.Add(new GroupMark(parts) { Title = place.Area!.ShortName, Href = options.Href?.Invoke(place.Area) });
        }
    }

    private static void AddLabel(List<Mark> marks, PlacedLabel label, Caption words, TextSize size, string? href = null, string names = "halo")
    {
        if (label.Leader is { } leader)
            marks.Add(leader);
        marks.Add(new LabelMark(label.X, label.Y, words, size) { Class = names, Href = href });
    }

    private static List<Text> Notes(int drawn, int known, int missing, Area? homeless, List<AreaDatum> offMap, CorridorOptions options)
    {
        var notes = new List<Text>(4);
        if (drawn < known)
            notes.Add(new($"Se muestran los {drawn} mayores de {known} corredores; todos están en la tabla.", $"The {drawn} largest of {known} corridors are shown; all are in the table.", $"Les {drawn} plus grands des {known} corridors sont affichés ; tous sont dans le tableau."));
        if (missing > 0)
            notes.Add(new($"Sin datos: {missing} de {known + missing} corredores.", $"No data: {missing} of {known + missing} corridors.", $"Sans données : {missing} corridors sur {known + missing}."));
        if (homeless is not null)
            notes.Add(new($"{homeless.ShortName.Es} no tiene lugar en el mapa.", $"{homeless.ShortName.En} has no place on the map.", $"{homeless.ShortName.Fr} n’a pas de place sur la carte."));
        if (offMap.Count > 0)
        {
            string Listed(Language language) => string.Join("; ", offMap.Select(one => $"{one.Area.ShortName.In(language)}: {Numbers.Format(one.Datum.Value!.Value, options.Style, language)}"));
            notes.Add(new($"No están en el mapa: {Listed(Language.Es)}.", $"Not on the map: {Listed(Language.En)}.", $"Ne figurent pas sur la carte : {Listed(Language.Fr)}."));
        }

        notes.Add(Choropleth.BoundaryDisclaimer);
        return notes;
    }

    private static Text Words(Area hub, Ranking ranking, AreaDatum[] missing, CorridorOptions options)
    {
        var values = ranking.Words(options.Style, missing);
        return options.Direction == CorridorDirection.ToHub
            ? new($"Corredores hacia {hub.ShortName.Es}. {values.Es}", $"Corridors to {hub.ShortName.En}. {values.En}", $"Corridors vers {hub.ShortName.Fr}. {values.Fr}")
            : new($"Corredores desde {hub.ShortName.Es}. {values.Es}", $"Corridors from {hub.ShortName.En}. {values.En}", $"Corridors depuis {hub.ShortName.Fr}. {values.Fr}");
    }
}
