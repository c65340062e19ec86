using Periplo.Languages;
using Periplo.Movements;

namespace Periplo.Charts;

/// <summary>
/// Stays on a line of days and, below, how many days are used on each day, with the limit across: shows why a window that
/// moves gives days back.
/// </summary>
public static class StayTimeline
{
    private const double BandTop = 50;
    private const double BandHeight = 20;
    private const double PlotTop = 96;
    private const double PlotHeight = 130;
    private const double Left = 34;
    private const double Right = 14;

    private static readonly Text[] Months =
    [
        new("ene", "Jan", "janv."), new("feb", "Feb", "févr."), new("mar", "Mar", "mars"), new("abr", "Apr", "avr."), new("may", "May", "mai"), new("jun", "Jun", "juin"),
        new("jul", "Jul", "juil."), new("ago", "Aug", "août"), new("sep", "Sep", "sept."), new("oct", "Oct", "oct."), new("nov", "Nov", "nov."), new("dic", "Dec", "déc."),
    ];

    private static readonly Text Counted = new("Días que cuentan", "Days that count", "Jours qui comptent");
    private static readonly Text Over = new("Días fuera del límite", "Days over the limit", "Jours au-delà de la limite");
    private static readonly Text NotCounted = new("Días que no cuentan", "Days that do not count", "Jours qui ne comptent pas");
    private static readonly Text IfStaying = new("Días usados si permanece", "Days used if one stays", "Jours utilisés en restant");
    private static readonly Text Permitted = new("Días que puede permanecer", "Days one may stay", "Jours de séjour possibles");

    /// <summary>Draws an account of stays as seen on a day.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="account">The stays and the rule.</param>
    /// <param name="day">The day looked at: last day of the window.</param>
    /// <param name="width">Width in units.</param>
    /// <param name="metrics">Measures words.</param>
    public static Figure Draw(Credits credits, StayAccount account, int day, double width, FontMetrics metrics)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(metrics);
        var rule = account.Rule;
        var window = rule.WindowOf(day);
        var permitted = account.LastPermittedDay(day) is { } last ? new DaySpan(day, Math.Min(last, day + rule.Window)) : (DaySpan?)null;
        var shown = new DaySpan(window.First, Math.Max(permitted?.Last ?? day, day) + Math.Max(4, rule.Window / 20));
        var area = new Box(Left, PlotTop, width - Right, PlotTop + PlotHeight);
        var used = Enumerable.Range(shown.First, day - shown.First + 1).Select(account.Used).ToArray();
        var top = Math.Max(rule.Days, used.Max()) * 1.12;
        var plot = new Plot(area, shown.First, shown.Last + 1, 0, top);
        var marks = new List<Mark>(64);
        AddMonths(marks, plot, shown, area);
        AddWindow(marks, plot, window, area, metrics);
        AddBands(marks, plot, account, permitted, shown);
        AddLimit(marks, plot, rule, area, metrics);
        AddUse(marks, plot, used, shown.First, "line s1");
        if (permitted is { } ahead)
            AddUse(marks, plot, [used[^1], .. Enumerable.Range(day, ahead.Days).Select(account.StayingFrom(day).Used)], day - 1, "line s1 est");
        var at = plot.X(day + 1);
        marks.Add(new LineMark(at, BandTop - 6, at, area.Bottom) { Class = "axis" });
        var legend = new Legend(metrics, 2, area.Bottom + 32, width - 4);
        legend.Add(marks, Counted, "s1");
        if (account.Overstays.Any(span => span.Within(shown) is not null))
            legend.Add(marks, Over, "s2");
        if (account.NotCounted.Any(span => span.Within(shown) is not null))
            legend.Add(marks, NotCounted, "swatch miss");
        if (permitted is not null)
        {
            legend.Add(marks, Permitted, "swatch q1");
            legend.AddLine(marks, IfStaying, "line s1 est");
        }

        return new()
        {
            Credits = credits,
            Width = width,
            Height = legend.Bottom + 4,
            Marks = marks,
            MakeTable = () => Table(account, window),
            TextAlternative = Words(account, day, window, permitted),
        };
    }

    /// <summary>A line and a name for each month that there is room for; the year where it changes.</summary>
    private static void AddMonths(List<Mark> marks, Plot plot, DaySpan shown, Box area)
    {
        var year = 0;
        var room = double.MinValue;
        var date = DaySpan.Date(shown.First);
        for (var month = new DateOnly(date.Year, date.Month, 1).AddMonths(1); DaySpan.Number(month) <= shown.Last; month = month.AddMonths(1))
        {
            var x = plot.X(DaySpan.Number(month));
            marks.Add(new LineMark(x, BandTop - 6, x, area.Bottom) { Class = "grid" });
            if (x < room || x > area.Right - 14)
                continue;
            room = x + 30;
            marks.Add(new LabelMark(x, area.Bottom + 14, Months[month.Month - 1], TextSize.Small, Anchor.Middle) { Class = "soft" });
            if (year == month.Year)
                continue;
            year = month.Year;
            marks.Add(new LabelMark(x, area.Bottom + 26, Caption.Number(year, NumberStyle.Year), TextSize.Small, Anchor.Middle) { Class = "soft" });
        }
    }

    /// <summary>The window as a bracket with its first and last day.</summary>
    private static void AddWindow(List<Mark> marks, Plot plot, DaySpan window, Box area, FontMetrics metrics)
    {
        var (from, to) = (plot.X(window.First), plot.X(window.Last + 1));
        marks.Add(new PathMark(new PathData().MoveTo(from, 40).LineTo(from, 32).LineTo(to, 32).LineTo(to, 40)) { Class = "line s8" });
        var (first, last) = (Short(window.First), Short(window.Last));
        var words = new Text($"{window.Days} días: {first.Es} a {last.Es}", $"{window.Days} days: {first.En} to {last.En}", $"{window.Days} jours : du {first.Fr} au {last.Fr}");
        marks.Add(new LabelMark(from, 22, metrics.Fit(words, area.Right - from, TextSize.Body), TextSize.Body));
    }

    private static Text Short(int day)
    {
        var date = DaySpan.Date(day);
        var month = Months[date.Month - 1];
        return new($"{date.Day} {month.Es} {date.Year}", $"{date.Day} {month.En} {date.Year}", $"{date.Day} {month.Fr} {date.Year}");
    }

    private static void AddBands(List<Mark> marks, Plot plot, StayAccount account, DaySpan? permitted, DaySpan shown)
    {
        if (permitted is { } free)
            Add(free, "swatch q1", Permitted);
        foreach (var span in account.NotCounted)
            Add(span, "swatch miss", NotCounted);
        foreach (var span in account.Counted)
            Add(span, "s1", Counted);
        foreach (var span in account.Overstays)
            Add(span, "s2", Over);

        void Add(DaySpan span, string look, Text what)
        {
            if (span.Within(shown) is not { } seen)
                return;
            var (first, last) = (Dates.InWords(DaySpan.Date(span.First)), Dates.InWords(DaySpan.Date(span.Last)));
            marks.Add(new RectMark(plot.X(seen.First), BandTop, plot.X(seen.Last + 1) - plot.X(seen.First), BandHeight)
            {
                Class = look,
                Title = new Text($"{what.Es}: {first.Es} a {last.Es}", $"{what.En}: {first.En} to {last.En}", $"{what.Fr} : du {first.Fr} au {last.Fr}"),
            });
        }
    }

    private static void AddLimit(List<Mark> marks, Plot plot, PermittedStayRule rule, Box area, FontMetrics metrics)
    {
        var limit = plot.Y(rule.Days);
        marks.Add(new LineMark(area.Left, area.Bottom, area.Right, area.Bottom) { Class = "axis" });
        marks.Add(new LabelMark(area.Left - 6, area.Bottom + 4, Caption.Number(0, NumberStyle.Whole), TextSize.Small, Anchor.End) { Class = "soft" });
        marks.Add(new PathMark(new PathData().MoveTo(area.Left, limit).LineTo(area.Right, limit)) { Class = "line s8 est" });
        marks.Add(new LabelMark(area.Left - 6, limit + 4, Caption.Number(rule.Days, NumberStyle.Whole), TextSize.Small, Anchor.End) { Class = "soft" });
        var words = new Text("Días usados en el periodo que termina cada día", "Days used in the period that ends on each day", "Jours utilisés dans la période qui finit chaque jour");
        marks.Add(new LabelMark(area.Left, PlotTop - 8, metrics.Fit(words, area.Width, TextSize.Small), TextSize.Small) { Class = "soft halo" });
    }

    /// <summary>Days used on each day, as steps.</summary>
    private static void AddUse(List<Mark> marks, Plot plot, int[] used, int first, string look)
    {
        var path = new PathData().MoveTo(plot.X(first), plot.Y(used[0]));
        for (var i = 1; i <= used.Length; i++)
        {
            // A step ends where the number changes, so that a year of days is a handful of lines.
            if (i < used.Length && used[i] == used[i - 1])
                continue;
            path.LineTo(plot.X(first + i), plot.Y(used[i - 1]));
            if (i < used.Length)
                path.LineTo(plot.X(first + i), plot.Y(used[i]));
        }

        marks.Add(new PathMark(path) { Class = look });
    }

    private static FigureTable Table(StayAccount account, DaySpan window)
    {
        var days = new Text("días", "days", "jours");
        var rows = account.Counted.Select(span => (span, Kind: Counted)).Concat(account.NotCounted.Select(span => (span, Kind: NotCounted)))
            .OrderBy(row => row.span.First)
            .Select(row => (Cell[])
            [
                Cell.Of(Dates.InWords(DaySpan.Date(row.span.First))),
                Cell.Of(Dates.InWords(DaySpan.Date(row.span.Last))),
                Cell.Of(row.Kind),
                Cell.Of(row.span.Days),
                Cell.Of(row.Kind == Counted ? row.span.Within(window)?.Days ?? 0 : 0),
                Cell.Of(account.Used(row.span.Last)),
            ]);
        return new(
            [
                new(new("Primer día", "First day", "Premier jour")), new(new("Último día", "Last day", "Dernier jour")), new(new("Clase", "Kind", "Genre")),
                new(new("Días", "Days", "Jours"), days), new(new("Días en el periodo", "Days in the period", "Jours dans la période"), days),
                new(new("Usados el último día", "Used on the last day", "Utilisés le dernier jour"), days),
            ],
            [.. rows]);
    }

    private static Text Words(StayAccount account, int day, DaySpan window, DaySpan? permitted)
    {
        var (first, last, used) = (Dates.InWords(DaySpan.Date(window.First)), Dates.InWords(DaySpan.Date(day)), account.Used(day));
        var until = permitted is { } free ? Dates.InWords(DaySpan.Date(free.Last)) : null;
        return new(
            $"Del {first.Es} al {last.Es} se usaron {used} de {account.Rule.Days} días. {(until is null ? "Ese día ya no está permitido." : $"Desde ese día se puede permanecer hasta el {until.Es}.")}",
            $"From {first.En} to {last.En}, {used} of {account.Rule.Days} days were used. {(until is null ? "That day is no longer permitted." : $"From that day on one may stay until {until.En}.")}",
            $"Du {first.Fr} au {last.Fr}, {used} des {account.Rule.Days} jours ont été utilisés. {(until is null ? "Ce jour-là n’est plus permis." : $"À partir de ce jour, on peut rester jusqu’au {until.Fr}.")}");
    }
}
