using Periplo.Areas;
using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>A kind of areas on a map: parties, signatories, those that answered.</summary>
/// <param name="Class">Class of the style sheet: <c>q1</c> to <c>q7</c>, or <c>miss</c> for what nothing is known of.</param>
/// <param name="Name">What the legend says.</param>
public sealed record StandingClass(string Class, Text Name);

/// <summary>The standing of one area.</summary>
/// <param name="Area">The area.</param>
/// <param name="Standing">Position among the standings of the map.</param>
/// <param name="Words">It in words, dates included: title and table.</param>
public readonly record struct AreaStanding(Area Area, int Standing, Text Words);

/// <summary>A map of the world with areas coloured by kind instead of by size. Areas not given are hatched: nothing is known of them.</summary>
public static class StandingMap
{
    /// <summary>Draws the map.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="world">Outlines and dots.</param>
    /// <param name="standings">The kinds, in the order of the legend.</param>
    /// <param name="areas">One an area; one that is not on the map is named in a note.</param>
    /// <param name="unknown">What the legend says of areas not given.</param>
    /// <param name="href">Address an area leads to, or null for none.</param>
    /// <param name="metrics">Measures the legend.</param>
    public static Figure Draw(Credits credits, World world, IReadOnlyList<StandingClass> standings, IReadOnlyList<AreaStanding> areas, Text unknown, Func<Area, string?> href, FontMetrics metrics)
    {
        var byArea = areas.ToDictionary(one => one.Area.Id);
        var counts = new int[standings.Count];
        foreach (var one in areas)
            counts[one.Standing]++;
        var outlines = new List<Mark>(world.Places.Count);
        var dots = new List<Mark>(96);
        var others = 0;
        foreach (var place in world.Places)
        {
            if (place.Area is not { } area)
            {
                outlines.Add(new OutlineMark(place) { Class = "area land" });
                continue;
            }

            var known = byArea.TryGetValue(area.Id, out var one);
            if (!known)
                others++;
            Add(outlines, dots, place, known ? standings[one.Standing].Class : "miss", new(area.ShortName, null, default, known ? one.Words : unknown), href(area));
        }

        var marks = new List<Mark>(dots.Count + 16) { new FrameMark(0, 0, World.Width, World.Height, World.WholeView, outlines) };
        marks.AddRange(dots);
        var legend = new Legend(metrics, 8, World.Height + 4, World.Width - 16);
        for (var i = 0; i < standings.Count; i++)
        {
            if (counts[i] > 0)
                legend.Add(marks, Counted(standings[i].Name, counts[i]), $"swatch {standings[i].Class}");
        }

        if (others > 0)
            legend.Add(marks, Counted(unknown, others), "swatch miss");
        var elsewhere = areas.Where(one => world.Find(one.Area.Id) is null).ToList();
        return new()
        {
            Credits = credits.WithNotes(Notes(elsewhere)),
            Width = World.Width,
            Height = legend.Bottom,
            Marks = marks,
            MakeTable = () => new(
                [new(new("Área", "Area", "Zone")), new(new("Situación", "Standing", "Statut"))],
                [.. areas.OrderBy(one => one.Standing).ThenBy(one => one.Area.Id, StringComparer.Ordinal).Select(one => (Cell[])[Cell.Of(one.Area.ShortName, href(one.Area)), Cell.Of(one.Words)])]),
            TextAlternative = Words(standings, counts),
            LinksInTabOrder = false,
        };
    }

    private static void Add(List<Mark> outlines, List<Mark> dots, Place place, string names, Caption title, string? href)
    {
        if (place.HasOutline)
            outlines.Add(new OutlineMark(place) { Class = string.Concat("area ", names), Title = title, Href = place.Dot is null ? href : null });
        if (place.Dot is not { } dot)
            return;
        var parts = new List<Mark>(4) { dot.Target };
        if (dot.Label.Leader is { } leader)
            parts.Add(leader);
        parts.Add(new CircleMark(place.X, place.Y, Dot.Radius) { Class = string.Concat("dot ", names) });
        parts.Add(dot.Code);
        dots.Add(new GroupMark(parts) { Title = title, Href = href });
    }

    private static Text Counted(Text name, int count) => new($"{name.Es} ({count})", $"{name.En} ({count})", $"{name.Fr} ({count})");

    private static Text Words(IReadOnlyList<StandingClass> standings, int[] counts)
    {
        string In(Language language) => string.Join("; ", standings.Select((standing, i) => $"{standing.Name.In(language)}: {counts[i]}"));
        return new($"{In(Language.Es)}.", $"{In(Language.En)}.", $"{In(Language.Fr)}.");
    }

    private static List<Text> Notes(List<AreaStanding> elsewhere)
    {
        var notes = new List<Text>(2);
        if (elsewhere.Count > 0)
        {
            string Listed(Language language) => string.Join(", ", elsewhere.Select(one => one.Area.ShortName.In(language)));
            notes.Add(new($"No están en el mapa: {Listed(Language.Es)}.", $"Not on the map: {Listed(Language.En)}.", $"Ne figurent pas sur la carte : {Listed(Language.Fr)}."));
        }

        notes.Add(Choropleth.BoundaryDisclaimer);
        return notes;
    }
}
