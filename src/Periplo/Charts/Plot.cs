using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>A number of a year.</summary>
/// <param name="Year">The year, or the first year of a period.</param>
/// <param name="Datum">The number.</param>
public readonly record struct YearDatum(int Year, Datum Datum);

/// <summary>Numbers over years under one name.</summary>
/// <param name="Name">Name written at the end of the line.</param>
/// <param name="Points">In rising order of years; a year that is missing, or is there without value, is a gap.</param>
public sealed record Series(Text Name, IReadOnlyList<YearDatum> Points)
{
    /// <summary>Address the name leads to, or null.</summary>
    public string? Href { get; init; }

    /// <summary>Years between two neighbouring points at the most for a line to join them: 5 for data of every fifth year. What is further apart is a gap.</summary>
    public int LongestStep { get; init; } = 1;
}

/// <summary>Draws series into a rectangle with given scales; shared by all charts of lines.</summary>
/// <param name="area">The rectangle.</param>
/// <param name="firstYear">Year at the left edge.</param>
/// <param name="lastYear">Year at the right edge.</param>
/// <param name="least">Value at the lower edge.</param>
/// <param name="greatest">Value at the upper edge.</param>
internal sealed class Plot(Box area, int firstYear, int lastYear, double least, double greatest)
{
    private static readonly string[] Solid = ["line s1", "line s2", "line s3", "line s4", "line s5", "line s6", "line s7", "line s8"];
    private static readonly string[] Dashed = Array.ConvertAll(Solid, one => one + " est");
    private static readonly string[] Points = Array.ConvertAll(Solid, one => "dot point" + one[4..]);

    /// <summary>Where a year lies; a single year lies in the middle.</summary>
    public double X(int year) => lastYear == firstYear ? (area.Left + area.Right) / 2 : area.Left + (area.Width * (year - firstYear) / (lastYear - firstYear));

    /// <summary>Where a value lies.</summary>
    public double Y(double value) => greatest <= least ? area.Bottom : area.Bottom - (area.Height * (value - least) / (greatest - least));

    /// <summary>The class of the line of the series with a number.</summary>
    public static string LineClass(int series) => Solid[series % Solid.Length];

    /// <summary>The class of points of the series with a number.</summary>
    public static string PointClass(int series) => Points[series % Points.Length];

    /// <summary>Adds the line of a series: solid between counted values, dashed where either end is an estimate, nothing over gaps.</summary>
    public void AddLine(List<Mark> marks, Series series, int number)
    {
        var solid = new PathData();
        var dashed = new PathData();
        YearDatum? before = null;
        PathData? open = null;
        foreach (var point in series.Points)
        {
            if (point.Datum.Value is not { } value)
            {
                before = null;
                continue;
            }

            if (before is { } last && point.Year - last.Year <= series.LongestStep)
            {
                var path = last.Datum.IsEstimate || point.Datum.IsEstimate ? dashed : solid;
                if (path != open)
                    path.MoveTo(X(last.Year), Y(last.Datum.Value!.Value));
                path.LineTo(X(point.Year), Y(value));
                open = path;
            }
            else
            {
                open = null;
            }

            before = point;
        }

        if (!solid.IsEmpty)
            marks.Add(new PathMark(solid) { Class = Solid[number % Solid.Length] });
        if (!dashed.IsEmpty)
            marks.Add(new PathMark(dashed) { Class = Dashed[number % Dashed.Length] });
    }

    /// <summary>
    /// Adds a point for every value, with its title; estimates are hollow. Where points would hide the line they stand on,
    /// only those without a neighbour are seen; the others still take the pointer.
    /// </summary>
    public void AddPoints(List<Mark> marks, Series series, int number, double radius, NumberStyle style, Text unit, PeriodAxis axis = PeriodAxis.Years)
    {
        var dense = X(firstYear + series.LongestStep) - X(firstYear) < (2 * radius) + 3;
        for (var i = 0; i < series.Points.Count; i++)
        {
            var (year, datum) = series.Points[i];
            if (datum.Value is not { } value)
                continue;
            var hidden = dense && (IsJoined(series, i - 1, year) || IsJoined(series, i + 1, year));
            var when = Months.On(axis, year);
            marks.Add(new CircleMark(X(year), Y(value), hidden ? Math.Max(radius, 3) : radius)
            {
                Class = hidden ? "target" : datum.IsEstimate ? "point hollow" : PointClass(number),
                Title = new(new($"{series.Name.Es}, {when.Es}", $"{series.Name.En}, {when.En}", $"{series.Name.Fr}, {when.Fr}"), value, style, datum.StatusWords is { } status ? new($"{unit.Es} {status.Es}", $"{unit.En} {status.En}", $"{unit.Fr} {status.Fr}") : unit),
            });
        }
    }

    private static bool IsJoined(Series series, int neighbour, int year) =>
        neighbour >= 0 && neighbour < series.Points.Count && series.Points[neighbour].Datum.Value is not null && Math.Abs(series.Points[neighbour].Year - year) <= series.LongestStep;

    /// <summary>Adds lines across at the ticks and their numbers at the left.</summary>
    public void AddGrid(List<Mark> marks, ReadOnlySpan<double> ticks, NumberStyle style)
    {
        foreach (var tick in ticks)
        {
            var y = Y(tick);
            marks.Add(new LineMark(area.Left, y, area.Right, y) { Class = tick == 0 ? "axis" : "grid" });
            marks.Add(new LabelMark(area.Left - 6, y + 4, Caption.Number(tick, style), TextSize.Small, Anchor.End) { Class = "soft" });
        }
    }

    /// <summary>Adds the periods under the rectangle, as many as fit with so much room for each.</summary>
    public void AddPeriods(List<Mark> marks, PeriodAxis axis, int first, int last, double room)
    {
        foreach (var (number, words) in Months.Ticks(axis, first, last, (int)(area.Width / room)))
        {
            var x = X(number);
            marks.Add(new LineMark(x, area.Bottom, x, area.Bottom + 4) { Class = "axis" });
            marks.Add(new LabelMark(x, area.Bottom + 16, words, TextSize.Small, Anchor.Middle) { Class = "soft" });
        }
    }

    /// <summary>First and last year and least and greatest value of series; all zero when there is no value.</summary>
    public static (int First, int Last, double Least, double Greatest, bool Estimates) Extent(IReadOnlyList<Series> all)
    {
        var (first, last, least, greatest, estimates) = (int.MaxValue, int.MinValue, double.MaxValue, double.MinValue, false);
        foreach (var series in all)
        {
            foreach (var (year, datum) in series.Points)
            {
                // A year without value still belongs to the axis: the gap must be seen.
                (first, last) = (Math.Min(first, year), Math.Max(last, year));
                if (datum.Value is not { } value)
                    continue;
                (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
                estimates |= datum.IsEstimate;
            }
        }

        if (first > last)
            (first, last) = (0, 0);
        return least > greatest ? (first, last, 0, 0, false) : (first, last, least, greatest, estimates);
    }
}
