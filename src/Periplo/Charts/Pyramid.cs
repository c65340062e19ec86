using Periplo.Languages;
using Periplo.Populations;

namespace Periplo.Charts;

/// <summary>A population shown in a pyramid.</summary>
/// <param name="Name">Year or scenario, for the legend.</param>
/// <param name="Population">Persons by age and sex, none below zero.</param>
public sealed record PyramidSeries(Text Name, AgeStructure Population);

/// <summary>
/// A population pyramid: men to the left, women to the right, the oldest above. One population is drawn as bars; a second one, to
/// compare with, as a line over them, so that both can be read in black and white.
/// </summary>
public static class Pyramid
{
    private const double RowHeight = 15;
    private const double MiddleWidth = 52;
    private const double Head = 22;
    private const double Foot = 22;

    private static readonly Text Men = new("Hombres", "Men", "Hommes");
    private static readonly Text Women = new("Mujeres", "Women", "Femmes");
    private static readonly Text Age = new("Edad", "Age", "Âge");

    /// <summary>Draws one population or two.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="bars">The population of the bars.</param>
    /// <param name="line">The population of the line, or null.</param>
    /// <param name="metrics">Measures words.</param>
    /// <param name="width">Width in units, 280 or more.</param>
    public static Figure Draw(Credits credits, PyramidSeries bars, PyramidSeries? line, FontMetrics metrics, double width = 480)
    {
        ArgumentNullException.ThrowIfNull(credits);
        ArgumentNullException.ThrowIfNull(bars);
        var marks = new List<Mark>(AgeStructure.Groups * 4);
        var top = 0.0;
        if (line is not null)
        {
            var legend = new Legend(metrics, 0, 0, width);
            legend.Add(marks, bars.Name, "s1");
            legend.AddLine(marks, line.Name, "line s2");
            top = legend.Bottom + 4;
        }

        var greatest = Math.Max(Greatest(bars.Population), line is null ? 0 : Greatest(line.Population));
        var ticks = Ticks.Nice(0, greatest, 3);
        var sides = new Sides(width, top + Head, ticks[^1] > 0 ? ticks[^1] : 1);
        AddFrame(marks, sides, ticks);
        for (var group = 0; group < AgeStructure.Groups; group++)
            AddRow(marks, sides, group, bars, line, credits.Unit);
        if (line is not null)
        {
            marks.Add(Outline(line.Population.Men, sides.Men));
            marks.Add(Outline(line.Population.Women, sides.Women));
        }

        PathMark Outline(ReadOnlySpan<double> persons, Func<double, double> x)
        {
            var path = new PathData().MoveTo(x(persons[0]), sides.Top(0) + RowHeight);
            for (var group = 0; group < persons.Length; group++)
                path.LineTo(x(persons[group]), sides.Top(group) + RowHeight).LineTo(x(persons[group]), sides.Top(group));
            return new(path) { Class = "line s2" };
        }

        return new()
        {
            Credits = credits,
            Width = width,
            Height = sides.Bottom + Foot,
            Marks = marks,
            MakeTable = () => Table(bars, line, credits.Unit),
            TextAlternative = line is null ? Words(bars) : new($"{Words(bars).Es} {Words(line).Es}", $"{Words(bars).En} {Words(line).En}", $"{Words(bars).Fr} {Words(line).Fr}"),
        };
    }

    private static void AddFrame(List<Mark> marks, Sides sides, double[] ticks)
    {
        marks.Add(new LabelMark(sides.Men(0), sides.Top(AgeStructure.Groups - 1) - 8, Men, TextSize.Strong, Anchor.End));
        marks.Add(new LabelMark(sides.Women(0), sides.Top(AgeStructure.Groups - 1) - 8, Women, TextSize.Strong));
        foreach (var tick in ticks)
        {
            foreach (var x in new[] { sides.Men(tick), sides.Women(tick) })
            {
                marks.Add(new LineMark(x, sides.Top(AgeStructure.Groups - 1), x, sides.Bottom) { Class = tick == 0 ? "axis" : "grid" });
                var anchor = x < 12 ? Anchor.Start : x > sides.Width - 12 ? Anchor.End : Anchor.Middle;
                marks.Add(new LabelMark(x, sides.Bottom + 15, Caption.Number(tick, NumberStyle.Short), TextSize.Small, anchor) { Class = "soft" });
            }
        }
    }

    private static void AddRow(List<Mark> marks, Sides sides, int group, PyramidSeries bars, PyramidSeries? line, Text unit)
    {
        var (y, ages) = (sides.Top(group), Ages(group));
        var (men, women) = (bars.Population.Men[group], bars.Population.Women[group]);
        marks.Add(new RectMark(sides.Men(men), y + 1, sides.Men(0) - sides.Men(men), RowHeight - 2) { Class = "s1", Title = Says(Men, bars, men) });
        marks.Add(new RectMark(sides.Women(0), y + 1, sides.Women(women) - sides.Women(0), RowHeight - 2) { Class = "s1", Title = Says(Women, bars, women) });
        if (line is not null)
        {
            // The whole of a side takes the pointer for the line, behind which a bar may be short.
            marks.Add(new RectMark(0, y, Math.Max(0, sides.Men(men)), RowHeight) { Class = "target", Title = Says(Men, line, line.Population.Men[group]) });
            marks.Add(new RectMark(sides.Women(women), y, Math.Max(0, sides.Width - sides.Women(women)), RowHeight) { Class = "target", Title = Says(Women, line, line.Population.Women[group]) });
        }

        marks.Add(new LabelMark(sides.Width / 2, y + 11, Text.Same(ages), TextSize.Small, Anchor.Middle));

        Caption Says(Text sex, PyramidSeries series, double persons) => new(
            new($"{sex.Es} {ages}, {series.Name.Es}", $"{sex.En} {ages}, {series.Name.En}", $"{sex.Fr} {ages}, {series.Name.Fr}"), Math.Round(persons), NumberStyle.Whole, unit);
    }

    private static string Ages(int group) => group == AgeStructure.Groups - 1
        ? $"{group * AgeStructure.Years}+"
        : $"{group * AgeStructure.Years}–{(group * AgeStructure.Years) + AgeStructure.Years - 1}";

    private static double Greatest(AgeStructure of)
    {
        var greatest = 0.0;
        for (var group = 0; group < AgeStructure.Groups; group++)
            greatest = Math.Max(greatest, Math.Max(of.Women[group], of.Men[group]));
        return greatest;
    }

    private static FigureTable Table(PyramidSeries bars, PyramidSeries? line, Text unit)
    {
        List<PyramidSeries> all = line is null ? [bars] : [bars, line];
        var columns = new List<TableColumn> { new(Age) };
        foreach (var series in all)
        {
            columns.Add(new(Head(Men, series), unit, NumberStyle.Whole));
            columns.Add(new(Head(Women, series), unit, NumberStyle.Whole));
        }

        // The oldest above, as in the picture.
        return new(columns, [.. Enumerable.Range(0, AgeStructure.Groups).Reverse().Select(group =>
        {
            var cells = new List<Cell> { Cell.Of(Text.Same(Ages(group))) };
            foreach (var series in all)
            {
                cells.Add(Cell.Of(Math.Round(series.Population.Men[group])));
                cells.Add(Cell.Of(Math.Round(series.Population.Women[group])));
            }

            return cells.ToArray();
        })]);

        static Text Head(Text sex, PyramidSeries series) =>
            new($"{sex.Es}, {series.Name.Es}", $"{sex.En}, {series.Name.En}", $"{sex.Fr}, {series.Name.Fr}");
    }

    private static Text Words(PyramidSeries series)
    {
        var of = series.Population;
        if (!(of.Total > 0))
            return new($"{series.Name.Es}: no hay datos.", $"{series.Name.En}: there are no data.", $"{series.Name.Fr} : il n’y a pas de données.");
        string Percent(double persons, Language language) => Numbers.Format(100 * persons / of.Total, NumberStyle.Percent, language);
        string Median(Language language) => Numbers.Format(AgeMeasures.MedianAge(of)!.Value, new(NumberForm.Plain, 1), language);
        var (children, old) = (AgeMeasures.Children(of).Total, AgeMeasures.Old(of).Total);
        var (es, en) = (Language.Es, Language.En);
        return new(
            $"{series.Name.Es}: {Percent(children, es)} tiene menos de 15 años y {Percent(old, es)} 65 o más; la mitad tiene menos de {Median(es)} años.",
            $"{series.Name.En}: {Percent(children, en)} are under 15 and {Percent(old, en)} 65 or over; half are younger than {Median(en)} years.",
            $"{series.Name.Fr} : {Percent(children, en)} ont moins de 15 ans et {Percent(old, en)} 65 ans ou plus ; la moitié a moins de {Median(en)} ans.");
    }

    /// <summary>Where ages and persons lie.</summary>
    private sealed class Sides(double width, double top, double greatest)
    {
        private readonly double room = (width - MiddleWidth) / 2;

        public double Width => width;

        public double Bottom => top + (AgeStructure.Groups * RowHeight);

        public double Top(int group) => top + ((AgeStructure.Groups - 1 - group) * RowHeight);

        public double Men(double persons) => room - (room * persons / greatest);

        public double Women(double persons) => room + MiddleWidth + (room * persons / greatest);
    }
}
