using Periplo.Areas;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Remittances;
using Periplo.Sdmx;
using Periplo.Web.Views;

namespace Periplo.Web.Remittances;

/// <summary>Money from one country to another: estimates by year, prices by quarter. Made for one request.</summary>
public sealed class CorridorViews(Site site, Language language, Area sender, Area receiver)
{
    private static readonly string[] PricedMeasures = ["COST_AVG", "COST_SMART", "SERVICES", "QUALIFYING"];

    private static readonly NumberStyle Percent = new(NumberForm.Percent, 2);

    private IReadOnlyList<(int Year, CorridorRange Range)> Estimated { get; } = site.Matrices?.Series(sender.Id, receiver.Id) ?? [];

    private IReadOnlyList<(PriceTable Table, CorridorPrice Price)> Priced { get; } =
        [.. site.Prices.SelectMany(revision => revision.Table.Series(sender.Id, receiver.Id).Select(price => (revision.Table, price))).OrderBy(one => one.price.Round)];

    /// <summary>The latest round of the corridor when it is recent enough to choose by; else null.</summary>
    /// <param name="prices">The corridor, in any order of rounds.</param>
    /// <param name="today">The day it is.</param>
    public static CorridorPrice? Current(IEnumerable<CorridorPrice> prices, DateOnly today) =>
        prices.Where(price => PriceRound.IsCurrent(price.Round, today)).MaxBy(price => price.Round);

    /// <summary>The round a person may choose by today, or null.</summary>
    public CorridorPrice? Now => Current(Priced.Select(one => one.Price), site.Installation.Today);

    /// <summary>Last round with a price; null when there is none.</summary>
    public TimePeriod? LastRound => Priced.Count > 0 ? Priced[^1].Price.Round : null;

    /// <summary>The four amounts of the last year, and the emigrants without an income where they live.</summary>
    public IEnumerable<Fact> Facts()
    {
        if (site.Matrices is not { } matrices || Estimated.Count == 0)
            yield break;
        var (year, range) = Estimated[^1];
        var amounts = MatrixViews.Amounts(language, matrices, range, year);
        for (var method = 0; method < amounts.Length; method++)
            yield return new(RemittanceWords.Rules[method], amounts[method], NumberStyle.Compact, TimePeriod.OfYear(year), Provenance.Short(matrices.Dataset), RemittanceWords.DollarsShort);
    }

    /// <summary>What sending 200 dollars costs now; empty where no round is recent enough.</summary>
    public IEnumerable<Fact> Costs()
    {
        if (Now is not { } price)
            yield break;
        var table = Priced.Last(one => one.Price == price).Table;
        foreach (var (name, measure) in new[] { (RemittanceWords.Average, "COST_AVG"), (RemittanceWords.Smart, "COST_SMART") })
        {
            var datum = PriceViews.DatumOf(language, table, price, measure);
            yield return new(name, datum with { Value = datum.Value * 2 }, new(NumberForm.Plain, 2), price.Round, Provenance.Short(table.Dataset), RemittanceWords.DollarsOf200);
        }
    }

    /// <summary>The three rules and the balanced variant by year.</summary>
    public View? Estimates()
    {
        if (site.Matrices is not { } matrices || Estimated.Count == 0)
            return null;
        var years = Estimated.Select(one => (one.Year, one.Range, Data: MatrixViews.Amounts(language, matrices, one.Range, one.Year))).ToList();
        List<Series> series = [.. RemittanceWords.Rules.Select((rule, method) => new Series(rule, [.. years.Select(one => new YearDatum(one.Year, one.Data[method]))]))];
        var credits = new Credits(
            RemittanceAddresses.EstimatesWord.En, RemittanceWords.CorridorTitle.With(sender.ShortName, receiver.ShortName), MoneyFigures.Dollars, Provenance.Sources(matrices.Dataset),
            [
                .. MatrixWords.Caveats, MatrixWords.Balanced,
                .. matrices.FallbackMigrants(receiver.Id, Estimated[^1].Year) is { } migrants ? [RemittanceWords.FallbackOf.With(receiver.ShortName, Estimated[^1].Year, Numbers.In(migrants, NumberStyle.Whole))] : Array.Empty<Text>(),
            ]);
        FigureTable Table() => new(
            [new(Words.Year), .. RemittanceWords.Rules.Select(rule => new TableColumn(rule, MoneyFigures.Dollars, NumberStyle.Whole)), new(RemittanceWords.IncomeRemark)],
            [.. years.Select(one => (Cell[])[Cell.Of(Numbers.In(one.Year, NumberStyle.Year)), .. one.Data.Select(Cell.Of), Cell.Of(RemittanceWords.Remark(one.Range.Remark))])]);
        return Of(isPrices: false, credits, series, PeriodAxis.Years, NumberStyle.Whole, Table);
    }

    /// <summary>Mean and SmaRT by quarter, a dated series without firms.</summary>
    public View? Prices()
    {
        if (Priced.Count == 0)
            return null;
        List<Series> series =
        [
            .. Priced.GroupBy(one => one.Table).SelectMany(group => new[] { (Name: RemittanceWords.Average, Measure: "COST_AVG"), (Name: RemittanceWords.Smart, Measure: "COST_SMART") }.Select(line => new Series(
                site.Prices.Count > 1 ? Text.Same("{0}, {1}").With(line.Name, Text.Same(group.Key.Dataset.Revision.Id)) : line.Name,
                [.. group.Select(one => new YearDatum(Months.Number(one.Price.Round), PriceViews.DatumOf(language, one.Table, one.Price, line.Measure))).Where(point => point.Datum.Value is not null)]) { LongestStep = 6 }))
                .Where(one => one.Points.Count > 0).Take(Lines.Most),
        ];
        if (series.Count == 0)
            return null;
        var credits = new Credits(
            RemittanceAddresses.PricesWord.En, RemittanceWords.PriceTitle.With(sender.ShortName, receiver.ShortName), RemittanceWords.PercentOf200, Provenance.Sources(Priced.Select(one => one.Table.Dataset)),
            [SmartPrice.Definition, RemittanceWords.SeriesNote, .. Now is null ? [PriceRound.OldRound] : Array.Empty<Text>()]);
        FigureTable Table() => new(
            [
                new(RemittanceWords.Round), new(Words.Revision), new(RemittanceWords.Average, RemittanceWords.PercentOf200, Percent), new(RemittanceWords.Smart, RemittanceWords.PercentOf200, Percent),
                new(RemittanceWords.Services, RemittanceWords.ServicesUnit, NumberStyle.Whole), new(RemittanceWords.Qualifying, RemittanceWords.ServicesUnit, NumberStyle.Whole),
            ],
            [.. Priced.Select(one => (Cell[])
            [
                Cell.Of(Text.Same(one.Price.Round.ToString())), Cell.Of(Text.Same(one.Table.Dataset.Revision.Id)),
                .. PricedMeasures.Select(measure => Cell.Of(PriceViews.DatumOf(language, one.Table, one.Price, measure))),
            ])]);
        return Of(isPrices: true, credits, series, PeriodAxis.Months, new(NumberForm.Percent, 1), Table);
    }

    private View Of(bool isPrices, Credits credits, IReadOnlyList<Series> series, PeriodAxis axis, NumberStyle style, Func<FigureTable> table)
    {
        Figure Draw(Credits papers, double width, double height) => Lines.Draw(papers, series, new() { Axis = axis, Style = style, Width = width, Height = height }, site.Font) with { MakeTable = table };
        return new(to => RemittanceAddresses.Corridor(to, sender.Id, receiver.Id, isPrices), _ => "", Draw(credits, 760, 340))
        {
            Narrow = Draw(CountryFigures.Narrow(credits), CountryFigures.NarrowWidth, 300),
        };
    }
}
