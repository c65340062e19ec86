using Periplo.Charts;
using Periplo.Languages;
using Periplo.Sdmx;
using Xunit;
using Text = Periplo.Languages.Text;

namespace Periplo.Tests.Charts;

public sealed class MovementChartsTest
{
    private static readonly BalanceOptions Names = new() { In = new("Llegadas", "Arrivals", "Arrivals"), Out = new("Salidas", "Departures", "Departures"), Net = new("Neta", "Net", "Net") };

    private static int January => Months.Number(TimePeriod.OfYear(2024));

    private static MonthBalance Month(int after, double? arrivals, double? departures, bool provisional = false, Bounds? wide = null, char status = 'A') => new(
        January + after, new(new(arrivals, status), wide, wide), new(new(departures)), new(new(arrivals - departures)), provisional);

    private static List<RectMark> Rects(Figure figure, string names) => [.. Sample.All(figure.Marks).OfType<RectMark>().Where(rect => rect.Class == names && rect.Height != 12)];

    [Fact]
    public void Months_count_through_years()
    {
        Assert.Equal("2024-01", Months.Label(January));
        Assert.Equal("2023-12", Months.Label(January - 1));
        Assert.True(TimePeriod.TryParse("2025-11", out var period));
        Assert.Equal(January + 22, Months.Number(period));
    }

    [Fact]
    public void BalanceBars_provisional_months_are_hatched_and_have_their_interval()
    {
        var figure = BalanceBars.Draw(Sample.Credits, [Month(0, 100, 40), Month(1, 90, 50, provisional: true, wide: new(60, 140))], Names, Sample.Metrics);
        // One bar up and one down of the second month, and no other.
        var hatched = Rects(figure, "prov");
        Assert.Equal(2, hatched.Count);
        Assert.Single(hatched.Select(rect => rect.X).Distinct());
        Assert.Equal(2, Rects(figure, "s8 band").Count);
        var svg = Sample.Svg(figure);
        Assert.Contains("2024-02 (provisional): llegadas 90 (60–140)", svg, StringComparison.Ordinal);
        Assert.Contains("id=\"stripes\"", Sample.Svg(figure, SvgMode.Standalone), StringComparison.Ordinal);
        Assert.Equal("provisional", figure.Table.Rows[1][1].Words!.En);
        Assert.Equal("final", figure.Table.Rows[0][1].Words!.En);
        var second = figure.Table.Rows[1].Where(cell => cell.Words is null).Select(cell => cell.Datum.Value).ToList();
        Assert.Equal([90, 60, 140, 60, 140, 50, null, null, null, null, 40, null, null, null, null], second);
    }

    [Fact]
    public void BalanceBars_heights_follow_the_values_on_both_sides_of_zero()
    {
        var figure = BalanceBars.Draw(Sample.Credits, [Month(0, 100, 50)], Names, Sample.Metrics);
        var (up, down) = (Rects(figure, "s1")[0], Rects(figure, "s2")[0]);
        Assert.Equal(2, up.Height / down.Height, 6);
        Assert.Equal(up.Y + up.Height, down.Y, 6);
    }

    [Fact]
    public void BalanceBars_protected_and_missing_are_no_zero_bars()
    {
        var figure = BalanceBars.Draw(Sample.Credits, [Month(0, null, 50, status: 'Q'), Month(1, 30, null), Month(2, 0, 0)], Names, Sample.Metrics);
        Assert.Equal(2, Sample.All(figure.Marks).OfType<RectMark>().Count(rect => rect.Class == "miss"));
        var svg = Sample.Svg(figure);
        Assert.Contains("llegadas protegido", svg, StringComparison.Ordinal);
        Assert.Contains("salidas s. d.", svg, StringComparison.Ordinal);
        Assert.Contains("2024-03: llegadas 0; salidas 0; neta 0", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void BalanceBars_that_draw_fewer_months_keep_all_in_the_table()
    {
        var figure = BalanceBars.Draw(Sample.Credits, [.. Enumerable.Range(0, 50).Select(i => Month(i, i + 1, 1))], Names with { Most = 12 }, Sample.Metrics);
        Assert.Equal(12, Rects(figure, "s1").Count);
        Assert.Equal(50, figure.Table.Rows.Count);
        Assert.Contains(figure.Credits.Notes, note => note.En == "The last 12 months are drawn; the table holds all.");
        Assert.DoesNotContain(BalanceBars.Draw(Sample.Credits, [Month(0, 1, 1)], Names, Sample.Metrics).Credits.Notes, note => note.En.StartsWith("The last", StringComparison.Ordinal));
    }

    [Fact]
    public void HeatTable_darkens_with_size_and_tells_both_directions()
    {
        Text unit = new("personas", "persons", "persons");
        var rows = new[] { -1.0, -0.2, 0, 0.2, 1 }.Select((shade, i) => new HeatRow(Text.Same($"R{i}"), [new(new(i), shade)])).ToList();
        rows.Add(new(Text.Same("Q"), [new(new(null, 'Q'), null)]));
        rows.Add(new(Text.Same("M"), [new(new(null, 'M'), null)]));
        var figure = HeatTable.Draw(Sample.Credits, rows, new() { Rows = Text.Same("Fila"), Columns = [new(Text.Same("C"), unit, NumberStyle.Whole)] }, Sample.Metrics);
        Assert.Equal(["s2 h4", "s2 h1", "s1 h1", "s1 h4", "miss"], figure.Marks.OfType<RectMark>().Select(rect => rect.Class).Where(one => one != "swatch miss"));
        Assert.Contains("Q, C: protegido", Sample.Svg(figure), StringComparison.Ordinal);
        Assert.Equal([0.0, 1, 2, 3, 4, null, null], Sample.TableValues(figure));
        Assert.Contains(figure.Marks.OfType<LabelMark>(), label => label.Words.Before == Numbers.Missing);
        Sample.Svg(HeatTable.Draw(Sample.Credits, [], new() { Rows = Text.Same("Fila"), Columns = [] }, Sample.Metrics));
    }

    [Fact]
    public void HistoryTimeline_draws_presence_inside_each_window_only()
    {
        var history = new CrossingHistory(
            new(new(2020, 1, 1), new(2022, 1, 1)),
            [new(new(2020, 2, 1), new(2020, 3, 2))],
            [
                new(new(2020, 2, 1), true, new(2021, 6, 2), 30, false, false, "VISIT", new("visita", "visit", "visit")),
                new(new(2020, 3, 2), false, new(2021, 7, 2), 0, null, null, "UNK", new("sin decidir", "undecided", "undecided")),
            ]);
        var figure = HistoryTimeline.Draw(Sample.Credits, history, 731, Sample.Metrics);
        // One unit a day: the bar of the lane and that of the first window are 30 wide, the second window has none.
        var bars = figure.Marks.OfType<RectMark>().Where(rect => rect.Class == "s1" && rect.Height != 12).ToList();
        Assert.Equal([30.0, 30.0], bars.Select(bar => Math.Round(bar.Width, 6)));
        Assert.Equal([31.0, 31.0], bars.Select(bar => Math.Round(bar.X, 6)));
        Assert.Equal([30.0, 457, 0, 487], Sample.TableValues(figure));
        Assert.Contains("1. Entrada 2020-02-01: 30 días dentro, 457 fuera → VISIT", Sample.Svg(figure), StringComparison.Ordinal);
        Assert.Contains(figure.Marks.OfType<RectMark>(), rect => rect.Class == "miss");
        Sample.Svg(HistoryTimeline.Draw(Sample.Credits, new(history.Shown, [], []), 300, Sample.Metrics));
    }

    [Fact]
    public void Points_that_would_hide_their_line_are_not_seen_but_keep_their_titles()
    {
        Panel Of(int count) => new(Text.Same("P"), [new(Text.Same("A"), [.. Enumerable.Range(0, count).Select(i => new YearDatum(January + i, new(i == 3 || i == 5 ? null : i)))])]);
        List<CircleMark> Points(int count) => [.. SmallMultiples.Draw(Sample.Credits, [Of(count)], new() { Axis = PeriodAxis.Months, Width = 200 }, Sample.Metrics).Marks.OfType<CircleMark>()];
        Assert.DoesNotContain(Points(12), point => point.Class == "target");
        var dense = Points(120);
        Assert.Equal(118, dense.Count);
        Assert.All(dense, point => Assert.NotNull(point.Title));
        // The one month between two gaps has no line to be seen on.
        Assert.Single(dense, point => point.Class != "target");
    }

    [Theory]
    [InlineData(PeriodAxis.Months, "Mes", "2024-02", "en 2024-02")]
    [InlineData(PeriodAxis.Age, "Edad de la cifra", "3 meses después", "3 meses después")]
    public void Lines_on_an_axis_of_months_say_months(PeriodAxis axis, string head, string cell, string words)
    {
        var at = axis == PeriodAxis.Age ? 2 : January;
        Series one = new(Text.Same("A"), [new(at, new(5)), new(at + 1, new(6))]);
        var figure = Lines.Draw(Sample.Credits, [one], new() { Axis = axis }, Sample.Metrics);
        Assert.Equal(head, figure.Table.Columns[0].Header.Es);
        Assert.Equal(cell, figure.Table.Rows[1][0].Words!.Es);
        Assert.Contains(words, figure.TextAlternative.Es, StringComparison.Ordinal);
        Assert.Contains(words[^7..], Sample.Svg(SmallMultiples.Draw(Sample.Credits, [new(one.Name, [one])], new() { Axis = axis }, Sample.Metrics)), StringComparison.Ordinal);
    }
}
