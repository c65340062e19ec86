using System.Runtime.InteropServices;
using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>Two bounds of a figure.</summary>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound, not below the lower.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Bounds(double Low, double High);

/// <summary>A figure with its intervals, where it has them.</summary>
/// <param name="Datum">The figure.</param>
/// <param name="Likely">Interval of 80 %, or null.</param>
/// <param name="Wide">Interval of 95 %, or null.</param>
public sealed record BoundedDatum(Datum Datum, Bounds? Likely = null, Bounds? Wide = null);

/// <summary>What came in, what went out, and the balance of a month.</summary>
/// <param name="Month">Number of the month (<see cref="Months.Number"/>).</param>
/// <param name="In">What came in, not negative.</param>
/// <param name="Out">What went out, not negative.</param>
/// <param name="Net">The balance.</param>
/// <param name="IsProvisional">True while the figures of the month may still change.</param>
public sealed record MonthBalance(int Month, BoundedDatum In, BoundedDatum Out, BoundedDatum Net, bool IsProvisional);

/// <summary>What a chart of balances shows.</summary>
public sealed record BalanceOptions
{
    /// <summary>Name of what came in.</summary>
    public required Text In { get; init; }

    /// <summary>Name of what went out.</summary>
    public required Text Out { get; init; }

    /// <summary>Name of the balance.</summary>
    public required Text Net { get; init; }

    /// <summary>How many of the last months are drawn; all are in the table.</summary>
    public int Most { get; init; } = 120;

    /// <summary>Width in units.</summary>
    public double Width { get; init; } = 760;

    /// <summary>Height in units, legend apart.</summary>
    public double Height { get; init; } = 380;
}

/// <summary>
/// Bars of each month above zero for what came in and below it for what went out, with a line for the balance. Provisional
/// months are hatched and have their intervals drawn over them: the darker part holds 80 %, all of it 95 %.
/// </summary>
public static class BalanceBars
{
    private const double Stub = 9;
    private const string NetPoint = "dot point s8";

    /// <summary>Draws the bars.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="months">In rising order.</param>
    /// <param name="options">What to show.</param>
    /// <param name="metrics">Measures numbers and legend.</param>
    public static Figure Draw(Credits credits, IReadOnlyList<MonthBalance> months, BalanceOptions options, FontMetrics metrics)
    {
        var drawn = months.Skip(Math.Max(0, months.Count - options.Most)).ToList();
        var (least, greatest) = Extent(drawn);
        var ticks = Ticks.Nice(least, greatest, options.Height < 300 ? 5 : 7);
        var style = Lines.AxisStyle(NumberStyle.Whole, ticks);
        var left = ticks.Max(tick => metrics.Width(tick, style, TextSize.Small)) + 10;
        var area = new Box(left, 10, options.Width - 4, options.Height - 24);
        var (first, last) = drawn.Count == 0 ? (0, 0) : (drawn[0].Month, drawn[^1].Month);
        // A month is as wide as its bar: half a month stands on each side of the first and the last.
        var slot = area.Width / (last - first + 1);
        var plot = new Plot(area with { Left = area.Left + (slot / 2), Right = area.Right - (slot / 2) }, first, last, ticks[0], ticks[^1]);
        var marks = new List<Mark>((drawn.Count * 8) + 32);
        new Plot(area, first, last, ticks[0], ticks[^1]).AddGrid(marks, ticks, style);
        plot.AddPeriods(marks, PeriodAxis.Months, first, last, 46);
        foreach (var month in drawn)
            marks.Add(new GroupMark(Column(month, plot, area, slot)) { Title = Words(month, options) });
        AddNet(marks, drawn, plot);
        var bottom = AddLegend(marks, drawn, options, left, metrics);
        return new()
        {
            Credits = credits.WithNotes(Notes(months, drawn)),
            Width = options.Width,
            Height = bottom,
            Marks = marks,
            MakeTable = () => Table(months, options, credits.Unit),
            TextAlternative = Alternative(months, options),
        };
    }

    private static (double Least, double Greatest) Extent(List<MonthBalance> drawn)
    {
        var (least, greatest) = (0.0, 0.0);
        foreach (var month in drawn)
        {
            greatest = Math.Max(greatest, Math.Max(month.In.Datum.Value ?? 0, month.In.Wide?.High ?? 0));
            least = Math.Min(least, -Math.Max(month.Out.Datum.Value ?? 0, month.Out.Wide?.High ?? 0));
            (least, greatest) = (Math.Min(least, month.Net.Wide?.Low ?? month.Net.Datum.Value ?? 0), Math.Max(greatest, month.Net.Wide?.High ?? month.Net.Datum.Value ?? 0));
        }

        return (least, greatest);
    }

    private static List<Mark> Column(MonthBalance month, Plot plot, Box area, double slot)
    {
        var parts = new List<Mark>(10) { new RectMark(plot.X(month.Month) - (slot / 2), area.Top, slot, area.Height) { Class = "target" } };
        var width = Math.Max(1, slot * 0.78);
        var x = plot.X(month.Month) - (width / 2);
        Side(month.In, 1, "s1");
        Side(month.Out, -1, "s2");
        return parts;

        void Side(BoundedDatum figure, int sign, string names)
        {
            if (figure.Datum.Value is { } value)
            {
                Bar(0, sign * value, names, 1);
                if (month.IsProvisional)
                    Bar(0, sign * value, "prov", 1);
                if (figure.Wide is { } wide)
                    Bar(sign * wide.Low, sign * wide.High, "s8 band", 1);
                if (figure.Likely is { } likely)
                    Bar(sign * likely.Low, sign * likely.High, "s8 band", 1);
            }
            else
            {
                // What is protected or missing is no zero: a hatched stub stands where the bar would begin.
                parts.Add(new RectMark(x, sign > 0 ? plot.Y(0) - Stub : plot.Y(0), width, Stub) { Class = "miss" });
            }
        }

        void Bar(double from, double to, string names, double share)
        {
            var (a, b) = (plot.Y(from), plot.Y(to));
            if (Math.Abs(a - b) > 0.05)
                parts.Add(new RectMark(x + (width * (1 - share) / 2), Math.Min(a, b), width * share, Math.Abs(a - b)) { Class = names });
        }
    }

    /// <summary>The balance: its intervals as bands, then its line, dashed where provisional.</summary>
    private static void AddNet(List<Mark> marks, List<MonthBalance> drawn, Plot plot)
    {
        AddBand(marks, drawn, plot, month => month.Net.Wide);
        AddBand(marks, drawn, plot, month => month.Net.Likely);
        var net = new Series(Text.Same(""), [.. drawn.Select(month => new YearDatum(month.Month, month.Net.Datum with { Status = month.IsProvisional ? 'P' : 'A' }))]);
        plot.AddLine(marks, net, 7);
        if (drawn.Count > 48)
            return;
        foreach (var month in drawn)
        {
            if (month.Net.Datum.Value is { } value)
                marks.Add(new CircleMark(plot.X(month.Month), plot.Y(value), 2.6) { Class = month.IsProvisional ? "point hollow" : NetPoint });
        }
    }

    private static void AddBand(List<Mark> marks, List<MonthBalance> drawn, Plot plot, Func<MonthBalance, Bounds?> bounds)
    {
        for (var i = 0; i < drawn.Count; i++)
        {
            if (bounds(drawn[i]) is null)
                continue;
            var end = i;
            while (end + 1 < drawn.Count && drawn[end + 1].Month == drawn[end].Month + 1 && bounds(drawn[end + 1]) is not null)
                end++;
            var path = new PathData().MoveTo(plot.X(drawn[i].Month), plot.Y(bounds(drawn[i])!.Value.High));
            for (var k = i + 1; k <= end; k++)
                path.LineTo(plot.X(drawn[k].Month), plot.Y(bounds(drawn[k])!.Value.High));
            for (var k = end; k >= i; k--)
                path.LineTo(plot.X(drawn[k].Month), plot.Y(bounds(drawn[k])!.Value.Low));
            marks.Add(new PathMark(path.Close()) { Class = "s8 band" });
            i = end;
        }
    }

    private static double AddLegend(List<Mark> marks, List<MonthBalance> drawn, BalanceOptions options, double left, FontMetrics metrics)
    {
        var legend = new Legend(metrics, left, options.Height, options.Width - left);
        legend.Add(marks, options.In, "s1");
        legend.Add(marks, options.Out, "s2");
        legend.AddLine(marks, options.Net, "line s8");
        if (drawn.Exists(month => month.IsProvisional))
            legend.Add(marks, new("provisional", "provisional", "provisoire"), "s1", "prov");
        if (drawn.Exists(month => month.In.Wide is not null || month.Out.Wide is not null || month.Net.Wide is not null))
        {
            legend.Add(marks, new("intervalo del 95 %", "95% interval", "intervalle à 95 %"), "s8 band");
            legend.Add(marks, new("intervalo del 80 %", "80% interval", "intervalle à 80 %"), "s8 band", "s8 band");
        }

        if (drawn.Exists(month => month.In.Datum.Value is null || month.Out.Datum.Value is null))
            legend.Add(marks, new("protegido o sin cifra", "protected or no figure", "protégé ou sans chiffre"), "swatch miss");
        return legend.Bottom;
    }

    private static Text Words(MonthBalance month, BalanceOptions options)
    {
        string In(Language language) =>
            $"{Months.Label(month.Month)}{(month.IsProvisional ? new Text(" (provisional): ", " (provisional): ", " (provisoire) : ").In(language) : language.Of(": ", ": ", " : "))}"
            + string.Join("; ", new[] { (options.In, month.In), (options.Out, month.Out), (options.Net, month.Net) }.Select(one => $"{one.Item1.In(language).ToLowerInvariant()} {Figure(one.Item2, language)}"));
        return new(In(Language.Es), In(Language.En), In(Language.Fr));
    }

    private static string Figure(BoundedDatum figure, Language language)
    {
        if (figure.Datum.Value is not { } value)
            return figure.Datum.Absence.In(language);
        var number = Numbers.Format(value, NumberStyle.Whole, language);
        return figure.Wide is { } wide
            ? $"{number} ({Numbers.Format(wide.Low, NumberStyle.Whole, language)}–{Numbers.Format(wide.High, NumberStyle.Whole, language)})"
            : number;
    }

    private static List<Text> Notes(IReadOnlyList<MonthBalance> months, List<MonthBalance> drawn)
    {
        var notes = new List<Text> { new("Las salidas se dibujan hacia abajo.", "Departures are drawn downwards.", "Les sorties sont dessinées vers le bas.") };
        if (drawn.Exists(month => month.IsProvisional))
            notes.Add(new("Los meses rayados son provisionales: aún pueden cambiar.", "Hatched months are provisional: they may still change.", "Les mois hachurés sont provisoires : ils peuvent encore changer."));
        if (drawn.Count < months.Count)
            notes.Add(new($"Se dibujan los últimos {drawn.Count} meses; la tabla los tiene todos.", $"The last {drawn.Count} months are drawn; the table holds all.", $"Les {drawn.Count} derniers mois sont dessinés ; le tableau les contient tous."));
        return notes;
    }

    private static FigureTable Table(IReadOnlyList<MonthBalance> months, BalanceOptions options, Text unit)
    {
        var bounded = months.Any(month => new[] { month.In, month.Out, month.Net }.Any(one => one.Wide is not null || one.Likely is not null));
        var columns = new List<TableColumn> { new(Months.Head(PeriodAxis.Months)), new(new("Situación", "Standing", "Statut")) };
        foreach (var name in (Text[])[options.In, options.Out, options.Net])
        {
            columns.Add(new(name, unit, NumberStyle.Whole));
            if (!bounded)
                continue;
            foreach (var bound in (Text[])[new("de 95 %", "95% from", "de 95 %"), new("a 95 %", "95% to", "à 95 %"), new("de 80 %", "80% from", "de 80 %"), new("a 80 %", "80% to", "à 80 %")])
                columns.Add(new(new($"{name.Es}, {bound.Es}", $"{name.En}, {bound.En}", $"{name.Fr}, {bound.Fr}"), unit, NumberStyle.Whole));
        }

        return new(columns, [.. months.Select(month =>
        {
            var cells = new List<Cell> { Cell.Of(Text.Same(Months.Label(month.Month))), Cell.Of(month.IsProvisional ? new Text("provisional", "provisional", "provisoire") : new("definitivo", "final", "définitif")) };
            foreach (var figure in (BoundedDatum[])[month.In, month.Out, month.Net])
            {
                cells.Add(Cell.Of(figure.Datum));
                if (bounded)
                    cells.AddRange([Bound(figure.Wide?.Low), Bound(figure.Wide?.High), Bound(figure.Likely?.Low), Bound(figure.Likely?.High)]);
            }

            return cells.ToArray();
        })]);
    }

    private static Cell Bound(double? value) => value is null ? Cell.Of(new Datum(null, 'M')) : Cell.Of(new Datum(value, 'E'));

    private static Text Alternative(IReadOnlyList<MonthBalance> months, BalanceOptions options)
    {
        if (months.Count == 0)
            return new("No hay datos.", "There are no data.", "Il n’y a pas de données.");
        var provisional = months.Count(month => month.IsProvisional);
        var of = new Text(
            $"{months.Count} meses, de {Months.Label(months[0].Month)} a {Months.Label(months[^1].Month)}; {provisional} provisionales.",
            $"{months.Count} months, {Months.Label(months[0].Month)} to {Months.Label(months[^1].Month)}; {provisional} provisional.",
            $"{months.Count} mois, de {Months.Label(months[0].Month)} à {Months.Label(months[^1].Month)} ; {provisional} provisoires.");
        var final = months.LastOrDefault(month => !month.IsProvisional);
        var (latest, end) = (Words(months[^1], options), final is null || final == months[^1] ? null : Words(final, options));
        return new(
            $"{of.Es} Último mes, {latest.Es}.{(end is null ? "" : $" Último mes definitivo, {end.Es}.")}",
            $"{of.En} Latest month, {latest.En}.{(end is null ? "" : $" Latest final month, {end.En}.")}",
            $"{of.Fr} Dernier mois, {latest.Fr}.{(end is null ? "" : $" Dernier mois définitif, {end.Fr}.")}");
    }
}
