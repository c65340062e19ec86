using Periplo.Charts;
using Periplo.Languages;
using Xunit;
using Text = Periplo.Languages.Text;

namespace Periplo.Tests.Charts;

public sealed class CirclePlotTest
{
    private static readonly CircleGroup[] Groups = [new(new("África", "Africa", "Afrique"), "s1"), new(new("Américas", "Americas", "Amériques"), "s2"), new(new("Asia", "Asia", "Asie"), "s3")];

    private static CircleArea Area(int number, int group) => new($"A{number}", new($"Área número {number}", $"Area {number}", $"Zone numéro {number}"), Groups[group]) { Href = $"/flujos?area=A{number}" };

    private static CircleFlow Flow(int from, int to, double? value) => new($"A{from}", $"A{to}", new(value)) { Href = $"/corredor/A{from}-A{to}" };

    /// <summary>Areas in mixed order of groups and flows of every size between most of them, within some, and some missing.</summary>
    private static (CircleArea[] Areas, CircleFlow[] Flows) Generated(Random random, int most)
    {
        var count = random.Next(2, most + 1);
        CircleArea[] areas = [.. Enumerable.Range(0, count).Select(i => Area(i, random.Next(Groups.Length)))];
        CircleFlow[] flows =
        [
            .. Enumerable.Range(0, count * count).Where(_ => random.Next(3) > 0).Select(cell => Flow(cell / count, cell % count, random.Next(12) == 0 ? null : Math.Exp(random.NextDouble() * 14))),
        ];
        return (areas, flows);
    }

    private static Box BoxOf(LabelMark label, Language language)
    {
        var (width, height) = (Sample.Metrics.Width(label.Words.In(language), label.Size), label.Size.Units());
        var left = label.Anchor switch { Anchor.Start => label.X, Anchor.End => label.X - width, _ => label.X - (width / 2) };
        return new(left, label.Y - (height * 0.8), left + width, label.Y + (height * 0.2));
    }

    private static List<LabelMark> Around(Figure figure) =>
        [.. figure.Marks.OfType<GroupMark>().SelectMany(group => group.Marks).OfType<LabelMark>()];

    private static List<PathMark> Ribbons(Figure figure) => [.. figure.Marks.OfType<PathMark>().Where(mark => mark.Title is not null)];

    [Fact]
    public void Sectors_are_as_long_as_what_leaves_and_reaches_whatever_the_threshold() => Property.Holds(TestCounts.Properties, random =>
    {
        var (areas, flows) = Generated(random, 40);
        var values = flows.Select(flow => flow.Datum.Value ?? 0).ToList();
        var threshold = CirclePlot.ThresholdFor(values, random.Next(1, 60));
        var (all, few) = (CircleLayout.Of(areas, flows, 0), CircleLayout.Of(areas, flows, threshold));
        Assert.Equal(all.Sectors.Select(sector => (sector.Area.Id, sector.From, sector.To)), few.Sectors.Select(sector => (sector.Area.Id, sector.From, sector.To)));
        foreach (var sector in few.Sectors)
        {
            var (leaving, reaching) = (flows.Where(flow => flow.Origin == sector.Area.Id).Sum(flow => flow.Datum.Value ?? 0), flows.Where(flow => flow.Destination == sector.Area.Id).Sum(flow => flow.Datum.Value ?? 0));
            Assert.Equal((leaving + reaching) * few.PerUnit, sector.To - sector.From, 9);
            Assert.InRange(sector.Filled, sector.From, sector.To + 1e-9);
        }

        // Everything but the gaps is shared out, and gaps are a sixth at the most.
        var shared = all.Sectors.Sum(sector => sector.To - sector.From);
        Assert.InRange(shared, all.Sectors.Count == 0 ? 0 : Math.Tau * 5 / 6 - 1e-9, Math.Tau);
        Assert.Equal(2 * values.Sum() * all.PerUnit, shared, 9);
    });

    [Fact]
    public void Sectors_of_a_group_stand_side_by_side_in_the_order_given() => Property.Holds(TestCounts.Properties, random =>
    {
        var (areas, flows) = Generated(random, 40);
        var sectors = CircleLayout.Of(areas, flows, 0).Sectors;
        Assert.All(sectors.Zip(sectors.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
        var groups = sectors.Select(sector => sector.Area.Group).ToList();
        Assert.Equal(groups.Distinct().Count(), groups.Zip(groups.Skip(1)).Count(pair => pair.First != pair.Second) + (groups.Count > 0 ? 1 : 0));
        foreach (var group in groups.Distinct())
            Assert.Equal(areas.Where(area => area.Group == group).Select(area => area.Id).Where(id => sectors.Any(sector => sector.Area.Id == id)), sectors.Where(sector => sector.Area.Group == group).Select(sector => sector.Area.Id));
    });

    [Fact]
    public void Ribbons_fill_their_sectors_without_overlap() => Property.Holds(TestCounts.Properties, random =>
    {
        var (areas, flows) = Generated(random, 20);
        var layout = CircleLayout.Of(areas, flows, CirclePlot.ThresholdFor(flows.Select(flow => flow.Datum.Value ?? 0), 50));
        for (var place = 0; place < layout.Sectors.Count; place++)
        {
            var sector = layout.Sectors[place];
            var at = sector.From;
            foreach (var (from, to) in layout.Ribbons.Where(one => one.Origin == place).Select(one => (one.FromStart, one.FromEnd))
                .Concat(layout.Ribbons.Where(one => one.Destination == place).Select(one => (one.ToStart, one.ToEnd))).Order())
            {
                Assert.Equal(at, from, 9);
                at = to;
            }

            Assert.Equal(sector.Filled, at, 9);
        }

        Assert.All(layout.Ribbons, ribbon => Assert.Equal(ribbon.Flow.Datum.Value!.Value * layout.PerUnit, ribbon.FromEnd - ribbon.FromStart, 9));
    });

    [Fact]
    public void Ribbons_with_an_area_in_common_do_not_cross() => Property.Holds(TestCounts.Properties, random =>
    {
        var count = random.Next(2, 16);
        CircleArea[] areas = [.. Enumerable.Range(0, count).Select(i => Area(i, 0))];
        CircleFlow[] flows = [.. Enumerable.Range(0, count).Where(i => i != 1).SelectMany(i => new[] { Flow(1, i, random.Next(1, 100)), Flow(i, 1, random.Next(1, 100)) })];
        var ribbons = CircleLayout.Of(areas, flows, 0).Ribbons;
        foreach (var one in ribbons)
        {
            var (a, b) = Ends(one);
            foreach (var other in ribbons.Where(other => !ReferenceEquals(other.Flow, one.Flow)))
            {
                var (c, d) = Ends(other);
                Assert.False((a < c && c < b) != (a < d && d < b), $"{one.Flow} crosses {other.Flow}");
            }
        }

        static (double, double) Ends(CircleRibbon ribbon)
        {
            var (from, to) = ((ribbon.FromStart + ribbon.FromEnd) / 2, (ribbon.ToStart + ribbon.ToEnd) / 2);
            return (Math.Min(from, to), Math.Max(from, to));
        }
    });

    [Fact]
    public void Ribbon_begins_at_its_origin_and_points_to_its_destination_with_a_gap()
    {
        var figure = CirclePlot.Draw(Sample.Credits, [Area(0, 0), Area(1, 1)], [Flow(0, 1, 300), Flow(1, 0, 100)], new(), Sample.Metrics);
        var layout = CircleLayout.Of([Area(0, 0), Area(1, 1)], [Flow(0, 1, 300), Flow(1, 0, 100)], 0);
        var ring = Points(figure.Marks.OfType<GroupMark>().First().Marks.OfType<PathMark>().First());
        var centre = (X: figure.Width / 2, Y: (ring.Max(point => point.Y) + ring.Min(point => point.Y)) / 2);
        foreach (var (mark, ribbon) in Ribbons(figure).Zip(layout.Ribbons))
        {
            var points = Points(mark).ConvertAll(point => (Angle: (Math.Atan2(point.X - centre.X, centre.Y - point.Y) + Math.Tau) % Math.Tau, Radius: Math.Sqrt(Math.Pow(point.X - centre.X, 2) + Math.Pow(point.Y - centre.Y, 2))));
            var outer = points[0].Radius;
            Assert.Equal(ribbon.FromStart, points[0].Angle, 2);
            // Nothing of it lies on the circle at the destination: its outermost point there is the tip, in the middle.
            var there = points.Where(point => point.Angle > ribbon.ToStart && point.Angle < ribbon.ToEnd).ToList();
            var tip = there.MaxBy(point => point.Radius);
            Assert.Equal((ribbon.ToStart + ribbon.ToEnd) / 2, tip.Angle, 2);
            Assert.InRange(outer - tip.Radius, 4, 12);
            Assert.All(there.Where(point => point != tip), point => Assert.True(outer - point.Radius > 10));
        }

        Assert.Equal(["s1 ribbon", "s2 ribbon"], Ribbons(figure).Select(mark => mark.Class));

        // The end of every step is its last pair of numbers.
        static List<(double X, double Y)> Points(PathMark mark)
        {
            var points = new List<(double X, double Y)>();
            var at = 0;
            foreach (var step in mark.Data.Steps)
            {
                at += step == (byte)'Q' ? 4 : step == (byte)'Z' ? 0 : 2;
                if (step != (byte)'Z')
                    points.Add((mark.Data.Coordinates[at - 2], mark.Data.Coordinates[at - 1]));
            }

            return points;
        }
    }

    [Theory]
    [InlineData(960)]
    [InlineData(700)]
    [InlineData(560)]
    public void Names_cover_neither_each_other_nor_the_circle_and_stay_inside(double width) => Property.Holds(TestCounts.Properties / 4, random =>
    {
        var (areas, flows) = Generated(random, 60);
        areas = [.. areas.Select(area => area with { Name = Text.Same(new string('n', random.Next(1, 30))) })];
        var figure = CirclePlot.Draw(Sample.Credits, areas, flows, new() { Width = width, Threshold = 1000 }, Sample.Metrics);
        var boxes = Around(figure).ConvertAll(label => BoxOf(label, Language.Es));
        // The smallest may go without a name: then a note says how many, and their titles name them.
        var sectors = CircleLayout.Of(areas, flows, 0).Sectors;
        Assert.InRange(boxes.Count, Math.Min(sectors.Count, 3), sectors.Count);
        Assert.Equal(boxes.Count < sectors.Count, figure.Credits.Notes.Any(note => note.En == $"Without a name in the figure: {sectors.Count - boxes.Count} small sectors; all are in the table."));
        Assert.Equal(sectors.Count, figure.Marks.OfType<GroupMark>().Count(group => group.Title is not null));
        AssertApart(boxes);
        foreach (var box in boxes)
            Assert.True(box.Left >= -0.01 && box.Right <= width + 0.01 && box.Top >= 0 && box.Bottom <= figure.Height, $"{box} leaves the figure");
        if (boxes.Count == 0)
            return;
        var rings = figure.Marks.OfType<GroupMark>().SelectMany(group => group.Marks).OfType<PathMark>().ToList();
        var (x, y) = (width / 2, Middle(rings));
        var radius = rings.SelectMany(ring => Pairs(ring)).Select(point => Distance(point.X, point.Y)).Max();
        // The control points of arcs lie a little outside the circle.
        foreach (var box in boxes)
            Assert.True(Distance(Math.Clamp(x, box.Left, box.Right), Math.Clamp(y, box.Top, box.Bottom)) > radius - 3, $"{box} covers the circle of {radius}");

        double Distance(double a, double b) => Math.Sqrt(((a - x) * (a - x)) + ((b - y) * (b - y)));
    });

    [Fact]
    public void Numbers_around_a_narrow_circle_are_apart_and_all_are_named_under_it() => Property.Holds(TestCounts.Properties / 4, random =>
    {
        var (areas, flows) = Generated(random, 50);
        var figure = CirclePlot.Draw(Sample.Credits, areas, flows, new() { Width = 336 }, Sample.Metrics);
        var sectors = CircleLayout.Of(areas, flows, 0).Sectors;
        var numbers = Around(figure);
        Assert.Equal(Enumerable.Range(1, sectors.Count).Select(number => $"{number}"), numbers.Select(label => label.Words.In(Language.Es)));
        AssertApart(numbers.ConvertAll(label => BoxOf(label, Language.Es)));
        var listed = figure.Marks.OfType<LabelMark>().ToList();
        foreach (var sector in sectors)
            Assert.Contains(listed, label => label.Href == sector.Area.Href && sector.Area.Name.Es.StartsWith(label.Words.In(Language.Es).TrimEnd('…'), StringComparison.Ordinal));
        foreach (var box in listed.Concat(numbers).Select(label => BoxOf(label, Language.Fr)))
            Assert.True(box.Left >= -0.01 && box.Top >= -0.01 && box.Bottom <= figure.Height, $"{box} leaves the figure");
    });

    [Fact]
    public void Threshold_leaves_out_ribbons_and_says_so_but_no_row_of_the_table()
    {
        CircleFlow[] flows = [Flow(0, 1, 900), Flow(1, 0, 60), Flow(0, 0, 40), Flow(1, 1, null)];
        var figure = CirclePlot.Draw(Sample.Credits, [Area(0, 0), Area(1, 1)], flows, new() { Threshold = 50 }, Sample.Metrics);
        Assert.Equal(2, Ribbons(figure).Count);
        Assert.Contains(figure.Credits.Notes, note => note.En == "Threshold: the 2 flows of 50 or more are drawn, 96.0% of the total; the other 1 count in the length of the sectors and are in the table.");
        Assert.Contains(figure.Credits.Notes, note => note.En == "No data: 1 of 4 flows.");
        Assert.Equal([900.0, 60, 40, null], Sample.TableValues(figure));
        Assert.Contains(Sample.All(figure.Marks), mark => mark.Class == "s1 h4");
        var svg = Sample.Svg(figure, language: Language.En);
        Assert.Contains("Area 0 → Area 1: 900 persons", svg, StringComparison.Ordinal);
        Assert.Contains("Area 0: 900 leave, 60 arrive (persons); within, 40", svg, StringComparison.Ordinal);
        Assert.Contains("In all, 1,000. The largest flows: Area 0 → Area 1, 900; Area 1 → Area 0, 60; Within Area 0, 40.", svg, StringComparison.Ordinal);
        var whole = CirclePlot.Draw(Sample.Credits, [Area(0, 0), Area(1, 1)], flows, new(), Sample.Metrics);
        Assert.Equal(3, Ribbons(whole).Count);
        Assert.Contains(whole.Credits.Notes, note => note.Es == "Umbral: ninguno; se dibujan todos los flujos.");
    }

    [Fact]
    public void Threshold_is_round_and_no_more_flows_reach_it_than_wanted() => Property.Holds(TestCounts.Properties, random =>
    {
        double[] values = [.. Enumerable.Range(0, random.Next(0, 300)).Select(_ => random.Next(4) == 0 ? random.Next(0, 3) * 100 : Math.Round(Math.Exp(random.NextDouble() * 12)))];
        var most = random.Next(1, 100);
        var threshold = CirclePlot.ThresholdFor(values, most);
        Assert.InRange(values.Count(value => value > 0 && value >= threshold), 0, most);
        if (threshold > 0)
            Assert.Contains(threshold / Math.Pow(10, Math.Floor(Math.Log10(threshold) + 1e-9)), (double[])[1, 2, 2.5, 5], EqualityComparer<double>.Create((a, b) => Math.Abs(a - b) < 1e-9, _ => 0));
        Assert.Equal(values.Count(value => value > 0) > most, threshold > 0);
    });

    [Fact]
    public void Interval_of_a_flow_is_said_behind_its_number()
    {
        var flow = Flow(0, 1, 900) with { Label = new("(de 700 a 1,100)", "(700 to 1,100)", "(de 700 à 1 100)") };
        Assert.Contains("Area 0 → Area 1: 900 persons (700 to 1,100)", Sample.Svg(CirclePlot.Draw(Sample.Credits, [Area(0, 0), Area(1, 1)], [flow], new(), Sample.Metrics), language: Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Circle_without_flows_is_a_figure_that_says_so()
    {
        foreach (var width in (double[])[336, 960])
        {
            var figure = CirclePlot.Draw(Sample.Credits, [Area(0, 0), Area(1, 1)], [Flow(0, 1, 0), Flow(1, 0, null)], new() { Width = width }, Sample.Metrics);
            Assert.Equal("There are no flows.", figure.TextAlternative.En);
            Assert.Equal([0, null], Sample.TableValues(figure));
            Sample.Svg(figure);
            Sample.Svg(CirclePlot.Draw(Sample.Credits, [], [], new() { Width = width }, Sample.Metrics), SvgMode.Standalone);
        }
    }

    [Fact]
    public void Hostile_names_leave_the_markup_whole()
    {
        var area = new CircleArea("X", Text.Same(Sample.Hostile), new(Text.Same(Sample.Hostile), "s1"));
        foreach (var width in (double[])[336, 960])
            Sample.Svg(CirclePlot.Draw(Sample.Credits, [area, Area(1, 1)], [new("X", "A1", new(5)), new("X", "X", new(7))], new() { Width = width }, Sample.Metrics), SvgMode.Standalone);
    }

    [Fact]
    public void Flow_of_an_area_that_is_not_on_the_circle_is_refused() =>
        Assert.Throws<ArgumentException>(() => CirclePlot.Draw(Sample.Credits, [Area(0, 0)], [Flow(0, 7, 1)], new(), Sample.Metrics));

    private static void AssertApart(List<Box> boxes)
    {
        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = 0; j < i; j++)
                Assert.False(boxes[i].Overlaps(boxes[j]), $"{boxes[i]} covers {boxes[j]}");
        }
    }

    private static IEnumerable<(double X, double Y)> Pairs(PathMark mark)
    {
        var numbers = mark.Data.Coordinates.ToArray();
        for (var i = 0; i < numbers.Length; i += 2)
            yield return (numbers[i], numbers[i + 1]);
    }

    private static double Middle(List<PathMark> rings)
    {
        var ys = rings.SelectMany(Pairs).Select(point => point.Y).ToList();
        return (ys.Min() + ys.Max()) / 2;
    }
}
