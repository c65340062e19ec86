using Periplo.Areas;
using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>What a map of values shows and where it leads.</summary>
public sealed record MapOptions
{
    /// <summary>Form of the values in titles and table.</summary>
    public NumberStyle Style { get; init; } = NumberStyle.Whole;

    /// <summary>Classes above zero, 5 to 7.</summary>
    public int Classes { get; init; } = 6;

    /// <summary>How values are parted.</summary>
    public Classing Classing { get; init; } = Classing.Quantile;

    /// <summary>Address an area leads to, or null for none.</summary>
    public Func<Area, string?>? Href { get; init; }

    /// <summary>Id of the area the map is about: its edge is drawn strong, and it is not missing when it has no value.</summary>
    public string? Focus { get; init; }

    /// <summary>Areas the map is about, or null for all: others are plain land, and nothing is missing of them.</summary>
    public Func<Area, bool>? Subject { get; init; }

    /// <summary>False when a table with the same links stands beside the map.</summary>
    public bool LinksInTabOrder { get; init; } = true;
}

/// <summary>A map of the world with areas coloured by class of value; what is missing is hatched, a published zero is a class.</summary>
public static class Choropleth
{
    private const int NamedMissing = 12;
    private static readonly Text MissingWords = new("sin datos", "no data", "sans données");

    /// <summary>Draws the map.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="world">Outlines and dots.</param>
    /// <param name="values">One number an area; an area of the map that is not among them is missing, one that is not on the map is named in a note.</param>
    /// <param name="options">What to show.</param>
    /// <param name="metrics">Measures the legend.</param>
    public static Figure Draw(Credits credits, World world, IReadOnlyList<AreaDatum> values, MapOptions options, FontMetrics metrics)
    {
        (values, var standing) = EstimateMarks.Of(values);
        var places = world.Places;
        var data = new Datum?[places.Count];
        var numbers = new double[values.Count];
        var count = 0;
        List<AreaDatum>? elsewhere = null;
        for (var i = 0; i < values.Count; i++)
        {
            var (area, datum) = values[i];
            if (world.Find(area.Id) is not { } place)
            {
                (elsewhere ??= []).Add(values[i]);
                continue;
            }

            data[place.Index] = datum;
            if (datum.Value is { } value)
                numbers[count++] = value;
        }

        var scale = ColourScale.Of(numbers.AsSpan(0, count), options.Classes, options.Classing);
        var counts = new Dictionary<string, int>(16);
        var missing = new List<AreaDatum>();
        var outlines = new List<Mark>(places.Count + 8);
        var dots = new List<Mark>(96);
        var estimates = false;
        var after = new Dictionary<char, Text>(4);
        Place? focus = null;
        for (var i = 0; i < places.Count; i++)
        {
            var place = places[i];
            if (place.Area is not { } area)
            {
                outlines.Add(new OutlineMark(place) { Class = "area land" });
                continue;
            }

            var datum = data[i] ?? new Datum(null, 'M');
            if (data[i] is null && options.Subject?.Invoke(area) == false)
            {
                if (place.HasOutline)
                    outlines.Add(new OutlineMark(place) { Class = "area land", Title = Caption.FromText(area.ShortName) });
                continue;
            }

            var isFocus = area.Id == options.Focus;
            if (isFocus)
                focus = place;
            string names;
            Caption title;
            if (datum.Value is { } value)
            {
                names = scale.ClassOf(value);
                counts[names] = counts.GetValueOrDefault(names) + 1;
                title = new(area.ShortName, value, options.Style, After(after, credits.Unit, datum));
                estimates |= datum.IsEstimate;
            }
            else
            {
                names = isFocus ? "land" : "miss";
                title = new Caption(area.ShortName, null, default, isFocus ? null : Numbers.MissingBecause(datum.Reason));
                if (!isFocus)
                    missing.Add(new(area, datum));
            }

            Add(outlines, dots, place, names, title, datum.IsEstimate, options.Href?.Invoke(area));
        }

        if (focus is { HasOutline: true })
            outlines.Add(new OutlineMark(focus) { Class = "focus empty" });
        if (focus is { Dot: not null })
            dots.Add(new CircleMark(focus.X, focus.Y, Dot.Radius + 2.5) { Class = "focus empty" });

        var marks = new List<Mark>(dots.Count + 32) { new FrameMark(0, 0, World.Width, World.Height, World.WholeView, outlines) };
        marks.AddRange(dots);
        var bottom = AddLegend(marks, scale, counts, missing.Count, estimates, focus, LegendStyle(options.Style, numbers.AsSpan(0, count)), metrics);
        var ranking = Ranking.Of(values);
        return new()
        {
            Credits = credits.WithNotes(standing).WithNotes(Notes(missing, elsewhere, options.Style)),
            Width = World.Width,
            Height = bottom,
            Marks = marks,
            MakeTable = () => ranking.Table(credits.Unit, options.Style, options.Href, missing),
            TextAlternative = ranking.Words(options.Style, missing),
            LinksInTabOrder = options.LinksInTabOrder,
        };
    }

    /// <summary>The sentence that stands under every map.</summary>
    public static Text BoundaryDisclaimer { get; } = new(
        "Los límites y los nombres del mapa no suponen reconocimiento ni aceptación oficial.",
        "The boundaries and names on the map do not imply official endorsement or acceptance.",
        "Les frontières et les noms portés sur la carte n’impliquent ni reconnaissance ni acceptation officielle.");

    private static void Add(List<Mark> outlines, List<Mark> dots, Place place, string names, in Caption title, bool estimate, string? href)
    {
        if (place.HasOutline)
        {
            outlines.Add(new OutlineMark(place) { Class = AreaClass(names), Title = title, Href = place.Dot is null ? href : null });
            if (estimate)
                outlines.Add(new OutlineMark(place) { Class = "area over" });
        }

        if (place.Dot is not { } dot)
            return;
        var parts = new List<Mark>(5) { dot.Target };
        if (dot.Label.Leader is { } leader)
            parts.Add(leader);
        parts.Add(new CircleMark(place.X, place.Y, Dot.Radius) { Class = string.Concat("dot ", names) });
        if (estimate)
            parts.Add(new CircleMark(place.X, place.Y, 1) { Class = "dots-ink" });
        parts.Add(dot.Code);
        dots.Add(new GroupMark(parts) { Title = title, Href = href });
    }

    // Spelled out so that no string is made for each of some 250 areas.
    private static string AreaClass(string names) => names switch
    {
        "q0" => "area q0",
        "q1" => "area q1",
        "q2" => "area q2",
        "q3" => "area q3",
        "q4" => "area q4",
        "q5" => "area q5",
        "q6" => "area q6",
        "q7" => "area q7",
        "miss" => "area miss",
        _ => string.Concat("area ", names),
    };

    private static Text After(Dictionary<char, Text> made, Text unit, Datum datum)
    {
        if (!made.TryGetValue(datum.Status, out var after))
        {
            after = datum.StatusWords is { } status ? new($"{unit.Es} {status.Es}", $"{unit.En} {status.En}", $"{unit.Fr} {status.Fr}") : unit;
            made[datum.Status] = after;
        }

        return after;
    }

    private static NumberStyle LegendStyle(NumberStyle style, ReadOnlySpan<double> numbers)
    {
        if (style.Form != NumberForm.Plain)
            return style;
        foreach (var number in numbers)
        {
            if (Math.Abs(number) >= 10_000)
                return NumberStyle.Short;
        }

        return style;
    }

    private static double AddLegend(
        List<Mark> marks, ColourScale scale, Dictionary<string, int> counts, int missing, bool estimates, Place? focus, NumberStyle style, FontMetrics metrics)
    {
        var legend = new Legend(metrics, 8, World.Height + 4, World.Width - 16);
        foreach (var (names, range) in scale.Entries(style))
        {
            var count = counts.GetValueOrDefault(names);
            if (count > 0)
                legend.Add(marks, new($"{range.Es} ({count})", $"{range.En} ({count})", $"{range.Fr} ({count})"), $"swatch {names}");
        }

        if (missing > 0)
            legend.Add(marks, new($"{MissingWords.Es} ({missing})", $"{MissingWords.En} ({missing})", $"{MissingWords.Fr} ({missing})"), "swatch miss");
        if (estimates)
            legend.Add(marks, new("estimado o imputado", "estimated or imputed", "estimé ou imputé"), "swatch q0", "over");
        if (focus?.Area is { } area)
            legend.Add(marks, area.ShortName, "focus empty");
        return legend.Bottom;
    }

    private static List<Text> Notes(List<AreaDatum> missing, List<AreaDatum>? elsewhere, NumberStyle style)
    {
        var notes = new List<Text>(3);
        if (missing.Count > 0)
            notes.Add(MissingNote(missing, NamedMissing));
        if (elsewhere is not null)
        {
            string Listed(Language language) => string.Join("; ", elsewhere.Select(one => one.Datum.Value is { } value
                ? $"{one.Area.ShortName.In(language)}: {Numbers.Format(value, style, language)}"
                : $"{one.Area.ShortName.In(language)}: {Numbers.Missing.In(language)}"));
            notes.Add(new($"No están en el mapa: {Listed(Language.Es)}.", $"Not on the map: {Listed(Language.En)}.", $"Ne figurent pas sur la carte : {Listed(Language.Fr)}."));
        }

        notes.Add(BoundaryDisclaimer);
        return notes;
    }

    private static Text MissingNote(List<AreaDatum> missing, int named)
    {
        string Listed(Language language) => string.Join(", ", missing.Take(named).Select(one => one.Area.ShortName.In(language)));
        var more = missing.Count - named;
        return new(
            $"Áreas sin datos ({missing.Count}): {Listed(Language.Es)}{(more > 0 ? $" y {more} más, en la tabla" : "")}.",
            $"Areas without data ({missing.Count}): {Listed(Language.En)}{(more > 0 ? $" and {more} more, in the table" : "")}.",
            $"Zones sans données ({missing.Count}) : {Listed(Language.Fr)}{(more > 0 ? $" et {more} autres, dans le tableau" : "")}.");
    }
}
