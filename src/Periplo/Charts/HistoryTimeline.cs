using System.Runtime.InteropServices;
using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>Days from one day to another.</summary>
/// <param name="From">First day.</param>
/// <param name="To">The day after the last.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TimelineSpan(DateOnly From, DateOnly To)
{
    /// <summary>Days in it.</summary>
    public int Days => To.DayNumber - From.DayNumber;
}

/// <summary>A crossing on a timeline and what became of it.</summary>
/// <param name="Day">Local day.</param>
/// <param name="IsEntry">True for an entry, false for an exit.</param>
/// <param name="WindowEnd">The day after the last day of the window that began with it.</param>
/// <param name="DaysIn">Days present in the window.</param>
/// <param name="Before">Resident before it, or null where that is not known.</param>
/// <param name="After">Resident after it, or null where that is not known.</param>
/// <param name="Category">Code of its category.</param>
/// <param name="Meaning">The category in words.</param>
public sealed record TimelineCrossing(
    DateOnly Day, bool IsEntry, DateOnly WindowEnd, int DaysIn, bool? Before, bool? After, string Category, Text Meaning)
{
    /// <summary>Days absent in the window.</summary>
    public int DaysOut => WindowEnd.DayNumber - Day.DayNumber - DaysIn;
}

/// <summary>What a timeline shows.</summary>
/// <param name="Shown">Days on the axis.</param>
/// <param name="Presence">Days in the country, in rising order.</param>
/// <param name="Crossings">In rising order.</param>
public sealed record CrossingHistory(TimelineSpan Shown, IReadOnlyList<TimelineSpan> Presence, IReadOnlyList<TimelineCrossing> Crossings);

/// <summary>
/// One history of crossings on a line of time: crossings as strokes, the days in the country as a bar, the residence that
/// follows as a second one, and under them the window of every crossing with the days in and out that decided it.
/// </summary>
public static class HistoryTimeline
{
    private const double LaneTop = 40;
    private const double LaneHeight = 20;
    private const double StatusTop = 100;
    private const double FirstRow = 124;
    private const double RowHeight = 46;

    /// <summary>Draws the history.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="history">The history.</param>
    /// <param name="width">Width in units.</param>
    /// <param name="metrics">Measures words.</param>
    public static Figure Draw(Credits credits, CrossingHistory history, double width, FontMetrics metrics)
    {
        var marks = new List<Mark>(128);
        var axis = new Axis(history.Shown, width);
        var bottom = FirstRow + (history.Crossings.Count * RowHeight);
        foreach (var year in Ticks.Years(history.Shown.From.Year + (history.Shown.From.DayOfYear == 1 ? 0 : 1), history.Shown.To.Year, (int)(width / 60)))
        {
            var x = axis.X(new(year, 1, 1));
            marks.Add(new LineMark(x, LaneTop, x, bottom) { Class = "grid" });
            marks.Add(new LabelMark(x, bottom + 14, Caption.Number(year, NumberStyle.Year), TextSize.Small, x < 14 ? Anchor.Start : x > width - 14 ? Anchor.End : Anchor.Middle) { Class = "soft" });
        }

        marks.Add(new LabelMark(0, 12, new Text("En el país", "In the country", "Dans le pays"), TextSize.Small) { Class = "soft" });
        marks.Add(new RectMark(0, LaneTop, width, LaneHeight) { Class = "swatch q0" });
        foreach (var span in history.Presence)
            marks.Add(axis.Bar(span, LaneTop, LaneHeight, "s1", new Text($"Presente {span.Days} días, desde {span.From:yyyy-MM-dd}", $"Present {span.Days} days, from {span.From:yyyy-MM-dd}", $"Présent {span.Days} jours, depuis le {span.From:yyyy-MM-dd}")));
        marks.Add(new LabelMark(0, StatusTop - 6, new Text("Residencia", "Residence", "Résidence"), TextSize.Small) { Class = "soft" });
        AddStatus(marks, history, axis);
        // All strokes first: a stroke never goes through the words of another crossing.
        for (var i = 0; i < history.Crossings.Count; i++)
            marks.Add(new LineMark(axis.X(history.Crossings[i].Day), LaneTop - 4, axis.X(history.Crossings[i].Day), FirstRow + (i * RowHeight) + 36) { Class = "leader" });
        for (var i = 0; i < history.Crossings.Count; i++)
            AddCrossing(marks, history, i, axis, metrics);
        var legend = new Legend(metrics, 0, bottom + 24, width);
        legend.Add(marks, new("presente", "present", "présent"), "s1");
        legend.Add(marks, new("ausente", "absent", "absent"), "swatch q0");
        legend.Add(marks, new("residente", "resident", "résident"), "s3");
        if (history.Crossings.Any(crossing => crossing.Before is null || crossing.After is null))
            legend.Add(marks, new("residencia desconocida", "residence unknown", "résidence inconnue"), "swatch miss");
        return new()
        {
            Credits = credits,
            Width = width,
            Height = legend.Bottom,
            Marks = marks,
            MakeTable = () => Table(history, credits.Unit),
            TextAlternative = Words(history),
        };
    }

    private static void AddStatus(List<Mark> marks, CrossingHistory history, Axis axis)
    {
        marks.Add(new RectMark(0, StatusTop, axis.Width, 12) { Class = "swatch q0" });
        var from = history.Shown.From;
        for (var i = 0; i <= history.Crossings.Count; i++)
        {
            var last = i == history.Crossings.Count;
            var to = last ? history.Shown.To : history.Crossings[i].Day;
            var status = history.Crossings.Count == 0 ? null : last ? history.Crossings[^1].After : history.Crossings[i].Before;
            if (status != false)
                marks.Add(axis.Bar(new(from, to), StatusTop, 12, status is null ? "miss" : "s3", Standing(status)));
            from = to;
        }
    }

    private static void AddCrossing(List<Mark> marks, CrossingHistory history, int number, Axis axis, FontMetrics metrics)
    {
        var crossing = history.Crossings[number];
        var (x, top) = (axis.X(crossing.Day), FirstRow + (number * RowHeight));
        marks.Add(new LabelMark(Label(x, axis.Width), LaneTop + (number % 2 == 0 ? -7 : LaneHeight + 13), Text.Same($"{number + 1}"), TextSize.Strong, Anchor.Middle) { Class = "halo" });
        var words = new Text(
            $"{number + 1}. {(crossing.IsEntry ? "Entrada" : "Salida")} {crossing.Day:yyyy-MM-dd}: {crossing.DaysIn} días dentro, {crossing.DaysOut} fuera → {crossing.Category}",
            $"{number + 1}. {(crossing.IsEntry ? "Entry" : "Exit")} {crossing.Day:yyyy-MM-dd}: {crossing.DaysIn} days in, {crossing.DaysOut} out → {crossing.Category}",
            $"{number + 1}. {(crossing.IsEntry ? "Entrée" : "Sortie")} {crossing.Day:yyyy-MM-dd} : {crossing.DaysIn} jours dedans, {crossing.DaysOut} dehors → {crossing.Category}");
        // On a phone the words take the whole width, in the smaller size.
        var size = metrics.Width(words, TextSize.Body) > axis.Width * 0.8 ? TextSize.Small : TextSize.Body;
        var left = Math.Max(0, Math.Min(x + 4, axis.Width - metrics.Width(words, size) - 4));
        // Paper under the words keeps the strokes of later crossings out of them.
        marks.Add(new RectMark(left - 1, top + 7, Math.Min(metrics.Width(words, size), axis.Width - left) + 2, 15) { Class = "paper" });
        marks.Add(new LabelMark(left, top + 18, metrics.Fit(words, axis.Width - left, size), size) { Class = "halo" });
        var window = new TimelineSpan(crossing.Day, crossing.WindowEnd);
        marks.Add(axis.Bar(window, top + 25, 11, "swatch q0", new Text($"Ventana hasta {crossing.WindowEnd:yyyy-MM-dd}", $"Window to {crossing.WindowEnd:yyyy-MM-dd}", $"Fenêtre jusqu’au {crossing.WindowEnd:yyyy-MM-dd}")));
        foreach (var span in history.Presence)
        {
            var inside = new TimelineSpan(span.From > window.From ? span.From : window.From, span.To < window.To ? span.To : window.To);
            if (inside.Days > 0)
                marks.Add(axis.Bar(inside, top + 25, 11, "s1", null));
        }
    }

    private static double Label(double x, double width) => Math.Clamp(x, 5, width - 5);

    private static Text Standing(bool? resident) => resident switch
    {
        true => new("residente", "resident", "résident"),
        false => new("no residente", "non-resident", "non résident"),
        null => new("desconocida", "unknown", "inconnue"),
    };

    private static FigureTable Table(CrossingHistory history, Text unit) => new(
        [
            new(Text.Same("#")), new(new("Cruce", "Crossing", "Passage")), new(new("Día", "Day", "Jour")), new(new("Fin de la ventana", "End of window", "Fin de la fenêtre")),
            new(new("Días dentro", "Days in", "Jours dedans"), unit, NumberStyle.Whole), new(new("Días fuera", "Days out", "Jours dehors"), unit, NumberStyle.Whole),
            new(new("Residencia antes", "Residence before", "Résidence avant")), new(new("Residencia después", "Residence after", "Résidence après")), new(new("Categoría", "Category", "Catégorie")), new(new("Qué es", "What it is", "Ce que c’est")),
        ],
        [.. history.Crossings.Select((crossing, i) => (Cell[])
        [
            Cell.Of(Text.Same($"{i + 1}")),
            Cell.Of(crossing.IsEntry ? new Text("entrada", "entry", "entrée") : new("salida", "exit", "sortie")),
            Cell.Of(Text.Same($"{crossing.Day:yyyy-MM-dd}")),
            Cell.Of(Text.Same($"{crossing.WindowEnd:yyyy-MM-dd}")),
            Cell.Of(crossing.DaysIn),
            Cell.Of(crossing.DaysOut),
            Cell.Of(Standing(crossing.Before)),
            Cell.Of(Standing(crossing.After)),
            Cell.Of(Text.Same(crossing.Category)),
            Cell.Of(crossing.Meaning),
        ])]);

    private static Text Words(CrossingHistory history)
    {
        string In(Language language) => string.Join(" ", history.Crossings.Select((crossing, i) =>
            $"{i + 1}: {(crossing.IsEntry ? new Text("entrada", "entry", "entrée") : new("salida", "exit", "sortie")).In(language)} {crossing.Day:yyyy-MM-dd}, {crossing.Category}, {crossing.Meaning.In(language)}."));
        return history.Crossings.Count == 0 ? new("Sin cruces.", "No crossings.", "Aucun passage.") : new(In(Language.Es), In(Language.En), In(Language.Fr));
    }

    private sealed record Axis(TimelineSpan Shown, double Width)
    {
        public double X(DateOnly day) => Math.Clamp(Width * (day.DayNumber - Shown.From.DayNumber) / Math.Max(1, Shown.Days), 0, Width);

        public RectMark Bar(TimelineSpan span, double top, double height, string names, Text? title) =>
            new(X(span.From), top, X(span.To) - X(span.From), height) { Class = names, Title = title is null ? null : (Caption?)Caption.FromText(title) };
    }
}
