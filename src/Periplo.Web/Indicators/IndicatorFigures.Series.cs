using Periplo.Areas;
using Periplo.Charts;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Web.Views;

namespace Periplo.Web.Indicators;

/// <content>What changes over the years: series of areas, the largest counterparts of one, revisions side by side.</content>
public sealed partial class IndicatorFigures
{
    private const double NarrowHeight = 260;

    /// <summary>The areas a chart shows: those asked for, else the continents, else the largest.</summary>
    public IReadOnlyList<Area> Charted
    {
        get
        {
            if (choice.Areas.Count > 0)
                return choice.Areas;
            if (!IsRanking)
            {
                var continents = Continents.Where(area => table.Latest(choice.Indicator.Code, area, choice.Key) is not null).Select(area => site.Areas[area]).ToList();
                if (continents.Count > 1)
                    return continents;
            }

            return [.. Values.Where(value => !double.IsNaN(value.Value)).Take(IsRanking ? 1 : 5).Select(value => site.Areas[value.Area])];
        }
    }

    private View? Series()
    {
        var series = new List<Series>();
        var shown = new List<IndicatorValue>();
        foreach (var area in Charted)
        {
            var points = table.Series(choice.Indicator.Code, area.Id, choice.Key).Where(value => !double.IsNaN(value.Value)).ToList();
            if (points.Count == 0)
                continue;
            shown.AddRange(points);
            series.Add(SeriesOf(area.ShortName, points) with { Href = Addresses.Country(language, area.Id) });
        }

        return series.Count == 0 ? null : Lined(IndicatorView.Chart, Joined(choice.Indicator.Name, Between(series)), series, shown);
    }

    private View? Counterparts()
    {
        if (Charted is not [var area, ..])
            return null;
        var rows = table.Ranked(choice.Indicator.Code, area.Id, choice.Year, choice.Key);
        if (rows.Count == 0)
            return null;
        var credits = Credits(IndicatorView.Chart, Joined(Joined(choice.Indicator.Name, area.ShortName), Text.Same(rows[0].Period.ToString())), Unit, rows);
        var data = rows.Select(row => new AreaDatum(site.Areas[row.Key.Counterpart], DatumOf(row))).ToList();
        BarOptions Bars(double width) => new() { Top = Shown, Style = IndicatorUnits.Style(UnitCode), Href = other => Addresses.Country(language, other.Id), Width = width };
        return Of(IndicatorView.Chart, RankedBars.Draw(credits, data, Bars(560), site.Font), RankedBars.Draw(CountryFigures.Narrow(credits), data, Bars(CountryFigures.NarrowWidth), site.Font));
    }

    private View? Revisions()
    {
        if (IsRanking || Charted is not [var area, ..])
            return null;
        var series = new List<Series>();
        var shown = new List<IndicatorValue>();
        foreach (var (name, one) in site.IndicatorRevisions(choice.Indicator).Take(Lines.Most))
        {
            var points = one.Series(choice.Indicator.Code, area.Id, choice.Key).Where(value => !double.IsNaN(value.Value)).ToList();
            if (points.Count == 0)
                continue;
            shown.AddRange(points);
            series.Add(SeriesOf(Text.Same(name), points));
        }

        return series.Count < 2 ? null : Lined(IndicatorView.Revisions, Joined(choice.Indicator.Name, area.ShortName), series, shown);
    }

    private Series SeriesOf(Text name, IReadOnlyList<IndicatorValue> points)
    {
        // Data of every fifth year are joined, and gaps in yearly data are not.
        var steps = points.Zip(points.Skip(1), (one, next) => next.Period.Year - one.Period.Year).Where(step => step > 0).GroupBy(step => step)
            .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).ToList();
        return new(name, [.. points.Select(value => new YearDatum(value.Period.Year, DatumOf(value)))]) { LongestStep = steps.Count == 0 ? 1 : steps[0].Key };
    }

    private static Text Between(List<Series> series)
    {
        var (first, last) = (series.Min(one => one.Points[0].Year), series.Max(one => one.Points[^1].Year));
        return Text.Same(first == last ? $"{first}" : $"{first}–{last}");
    }

    private View Lined(IndicatorView view, Text title, IReadOnlyList<Series> series, IEnumerable<IndicatorValue> shown)
    {
        var credits = Credits(view, title, Unit, shown);
        var style = IndicatorUnits.Style(UnitCode);
        return Of(
            view,
            Lines.Draw(credits, series, new() { Style = style }, site.Font),
            Lines.Draw(CountryFigures.Narrow(credits), series, new() { Style = style, Width = CountryFigures.NarrowWidth, Height = NarrowHeight }, site.Font));
    }
}
