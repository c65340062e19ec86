using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>The life of something on a chart of lives.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">Year it begins in, or null where that is not known.</param>
/// <param name="To">Year it ends in, or null for not ended or not known.</param>
/// <param name="Sizes">Its size from a year on, in rising order of years.</param>
public sealed record Life(Text Name, int? From, int? To, IReadOnlyList<(int Year, int Size)> Sizes)
{
    /// <summary>Address the name leads to, or null.</summary>
    public string? Href { get; init; }
}

/// <summary>Lives under a common head.</summary>
/// <param name="Name">The head.</param>
/// <param name="Lives">From top to bottom.</param>
public sealed record LifeGroup(Text Name, IReadOnlyList<Life> Lives);

/// <summary>
/// Horizontal bars over years, one a life, as thick as its size at the time. What begins at an unknown time has a dashed
/// line before the first year of which anything is known.
/// </summary>
public static class Lives
{
    private const double AxisHeight = 20;
    private const double RowHeight = 40;
    private const double GroupHeight = 30;
    private const double Thinnest = 3;
    private const double Thickest = 15;

    /// <summary>Draws the lives.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="groups">The lives by kind.</param>
    /// <param name="years">First and last year of the axis.</param>
    /// <param name="width">Width in units.</param>
    /// <param name="metrics">Measures names.</param>
    public static Figure Draw(Credits credits, IReadOnlyList<LifeGroup> groups, (int First, int Last) years, double width, FontMetrics metrics)
    {
        var most = Math.Max(1, groups.SelectMany(group => group.Lives).SelectMany(life => life.Sizes).Select(size => size.Size).DefaultIfEmpty(1).Max());
        var height = groups.Sum(group => GroupHeight + (group.Lives.Count * RowHeight));
        var area = new Box(2, AxisHeight, width - 4, height + AxisHeight);
        var plot = new Plot(area, years.First, years.Last + 1, 0, 1);
        var marks = new List<Mark>(256);
        foreach (var year in Ticks.Years(years.First, years.Last, (int)(area.Width / 52)))
        {
            marks.Add(new LineMark(plot.X(year), area.Top, plot.X(year), area.Bottom) { Class = "grid" });
            // Above and below: the chart is taller than a screen.
            foreach (var y in (double[])[area.Top - 6, area.Bottom + 16])
                marks.Add(new LabelMark(plot.X(year), y, Caption.Number(year, NumberStyle.Year), TextSize.Small, year == years.First ? Anchor.Start : Anchor.Middle) { Class = "soft" });
        }

        var top = area.Top;
        foreach (var group in groups)
        {
            marks.Add(new LabelMark(area.Left, top + 20, metrics.Fit(group.Name, area.Width, TextSize.Strong), TextSize.Strong) { Class = "soft halo" });
            top += GroupHeight;
            foreach (var life in group.Lives)
            {
                AddLife(marks, plot, life, years, most, top, area, metrics);
                top += RowHeight;
            }
        }

        return new()
        {
            Credits = credits.WithNotes([new("El grosor de la barra es el número de miembros registrados; donde no se conoce, la barra es una línea fina. La línea de puntos dice que no se conoce el comienzo.", "A bar is as thick as the number of members on record; where that is not known it is a thin line. A dotted line says that the begin is not known.", "L’épaisseur de la barre est le nombre de membres enregistrés ; là où il n’est pas connu, la barre est un trait fin. Les pointillés disent que le début n’est pas connu.")]),
            Width = width,
            Height = area.Bottom + 22,
            Marks = marks,
            MakeTable = () => Table(groups),
            TextAlternative = Words(groups),
            LinksInTabOrder = false,
        };
    }

    private static void AddLife(List<Mark> marks, Plot plot, Life life, (int First, int Last) years, int most, double top, Box area, FontMetrics metrics)
    {
        var parts = new List<Mark>(8) { new RectMark(area.Left, top, area.Width, RowHeight) { Class = "target" } };
        var middle = top + 28;
        var known = life.From ?? (life.Sizes.Count > 0 ? life.Sizes[0].Year : null);
        var end = Math.Min(life.To is { } last ? last + 1 : years.Last + 1, years.Last + 1);
        var begin = Math.Clamp(known ?? years.Last, years.First, end);
        if (life.From is null)
            parts.Add(new PathMark(new PathData().MoveTo(plot.X(years.First), middle).LineTo(plot.X(known is null ? end : begin), middle)) { Class = "leader est" });
        if (known is not null)
        {
            var steps = life.Sizes.Where(size => size.Year < end).ToList();
            if (steps.Count == 0 || steps[0].Year > begin)
                AddBar(begin, steps.Count == 0 ? end : steps[0].Year, 0);
            for (var i = 0; i < steps.Count; i++)
                AddBar(Math.Max(begin, steps[i].Year), i + 1 < steps.Count ? Math.Max(begin, steps[i + 1].Year) : end, steps[i].Size);
        }

        var dates = life.From is null && life.To is null ? null : Text.Same($"{life.From}–{life.To}");
        parts.Add(NameOf(life, dates, top, known is null ? area.Left : plot.X(begin), area, metrics));
        marks.Add(new GroupMark(parts) { Href = life.Href, Title = Title(life) });

        void AddBar(int from, int to, int size)
        {
            if (to <= from)
                return;
            var thick = size == 0 ? Thinnest : Thinnest + ((Thickest - Thinnest) * size / most);
            parts.Add(new RectMark(plot.X(from), middle - (thick / 2), plot.X(to) - plot.X(from), thick) { Class = size == 0 ? "s8" : "s1" });
        }
    }

    /// <summary>The name above its bar: from the bar's begin where there is room to the right of it, else up to the right edge.</summary>
    private static LabelMark NameOf(Life life, Text? dates, double top, double x, Box area, FontMetrics metrics)
    {
        var size = life.Sizes.Count > 0 ? life.Sizes[^1].Size : 0;
        var words = new Text(
            $"{life.Name.Es}{(dates is null ? "" : $", {dates.Es}")}{(size > 0 ? $" ({size})" : "")}",
            $"{life.Name.En}{(dates is null ? "" : $", {dates.En}")}{(size > 0 ? $" ({size})" : "")}",
            $"{life.Name.Fr}{(dates is null ? "" : $", {dates.Fr}")}{(size > 0 ? $" ({size})" : "")}");
        var room = metrics.Width(words, TextSize.Body);
        var left = Math.Max(area.Left, Math.Min(x, area.Right - room));
        return new(left, top + 15, metrics.Fit(words, area.Right - left, TextSize.Body), TextSize.Body) { Class = "halo" };
    }

    private static Text Title(Life life)
    {
        var from = life.From is { } begin ? new Text($"desde {begin}", $"since {begin}", $"depuis {begin}") : new("comienzo desconocido", "begin not known", "début inconnu");
        var to = life.To is { } last ? new Text($", hasta {last}", $", until {last}", $", jusqu’en {last}") : new("", "", "");
        string Sizes() => string.Concat(life.Sizes.Select(size => $"; {size.Year}: {size.Size}"));
        return new($"{life.Name.Es}: {from.Es}{to.Es}{Sizes()}", $"{life.Name.En}: {from.En}{to.En}{Sizes()}", $"{life.Name.Fr} : {from.Fr}{to.Fr}{Sizes()}");
    }

    private static FigureTable Table(IReadOnlyList<LifeGroup> groups)
    {
        var unknown = new Text("no se conoce", "not known", "n’est pas connu");
        return new(
            [new(new("Proceso", "Process", "Processus")), new(new("Clase", "Kind", "Genre")), new(new("Desde", "Since", "Depuis")), new(new("Hasta", "Until", "Jusqu’à")), new(new("Miembros registrados desde cada año", "Members on record from each year", "Membres enregistrés à partir de chaque année"))],
            [
                .. groups.SelectMany(group => group.Lives.Select(life => (Cell[])
                [
                    Cell.Of(life.Name, life.Href),
                    Cell.Of(group.Name),
                    Cell.Of(life.From is { } from ? Text.Same($"{from}") : unknown),
                    Cell.Of(life.To is { } to ? Text.Same($"{to}") : new("no consta", "not stated", "non consigné")),
                    Cell.Of(life.Sizes.Count == 0 ? unknown : Text.Same(string.Join("; ", life.Sizes.Select(size => $"{size.Year}: {size.Size}")))),
                ])),
            ]);
    }

    private static Text Words(IReadOnlyList<LifeGroup> groups)
    {
        var all = groups.SelectMany(group => group.Lives).ToList();
        var (known, ended) = (all.Count(life => life.From is not null), all.Count(life => life.To is not null));
        return new(
            $"{all.Count} procesos; de {known} se conoce el año de comienzo y de {ended} el de su fin. La tabla da los años y el número de miembros de cada uno.",
            $"{all.Count} processes; of {known} the year of begin is known and of {ended} that of the end. The table gives the years and the number of members of each.",
            $"{all.Count} processus ; l’année de début est connue pour {known} et celle de la fin pour {ended}. Le tableau donne les années et le nombre de membres de chacun.");
    }
}
