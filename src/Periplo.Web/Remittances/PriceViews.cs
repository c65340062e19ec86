using Periplo.Charts;
using Periplo.Languages;
using Periplo.Remittances;
using Periplo.Sdmx;
using Periplo.Web.Views;

namespace Periplo.Web.Remittances;

/// <summary>What sending 200 dollars costs, round by round, in the addresses of one language. Made for one request.</summary>
public sealed class PriceViews(Site site, Language language)
{
    private const int Drawn = 15;
    private static readonly Text PercentOfAmount = new("% de los 200 dólares que se envían", "% of the 200 dollars sent", "% des 200 dollars envoyés");
    private static readonly Text PercentOfCorridors = new("% de los corredores con precios", "% of the corridors priced", "% des corridors dont les prix sont connus");
    private static readonly Text DollarsAYear = new("dólares al año", "dollars a year", "dollars par an");
    private static readonly Text Counted = new("corredores", "corridors", "corridors");
    private static readonly NumberStyle Exact = new(NumberForm.Percent, 2);

    /// <summary>Rounds of all revisions, latest first; one that stands in two revisions stands once.</summary>
    public IReadOnlyList<TimePeriod> Rounds { get; } = [.. site.Prices.SelectMany(revision => revision.Table.Rounds).Distinct().OrderDescending()];

    private IEnumerable<(PriceRevision Revision, PriceRound Round)> All =>
        site.Prices.SelectMany(revision => revision.Rounds.Select(round => (revision, round))).OrderBy(one => one.round.Round).ThenBy(one => one.revision.Table.Dataset.Revision.Id, StringComparer.Ordinal);

    /// <summary>Means of the world, round by round.</summary>
    public View? Cost() => Of(
        RemittanceView.Cost, RemittanceWords.CostTitle, PercentOfAmount, new(NumberForm.Percent, 1),
        [
            (RemittanceWords.MeanOfCorridors, round => round.MeanOfCorridors), (RemittanceWords.WeightedMean, round => round.WeightedMean),
            (RemittanceWords.SmartMean, round => round.SmartMean), (RemittanceWords.MeanOfServices, round => round.MeanOfServices),
        ],
        [SmartPrice.Definition, RemittanceWords.WeightedNote],
        [
            new(RemittanceWords.MeanOfServices, PercentOfAmount, Exact), new(RemittanceWords.MeanOfCorridors, PercentOfAmount, Exact), new(RemittanceWords.WeightedMean, PercentOfAmount, Exact),
            new(RemittanceWords.WeightYear), new(RemittanceWords.WeightedShare, RemittanceWords.ShareOfMoney, Exact), new(RemittanceWords.SmartMean, PercentOfAmount, Exact),
        ],
        (revision, round) =>
        [
            Cell.Of(World(revision, round)), Cell.Of(Made(round, round.MeanOfCorridors)), Cell.Of(Made(round, round.WeightedMean)),
            Cell.Of(round.WeightYear is { } year ? Text.Same($"{year}") : Numbers.Missing), Cell.Of(Made(round, 100 * round.WeightedShare)), Cell.Of(Made(round, round.SmartMean)),
        ]);

    /// <summary>Shares of corridors below and above 5 %.</summary>
    public View? Share() => Of(
        RemittanceView.Share, RemittanceWords.ShareTitle, PercentOfCorridors, new(NumberForm.Percent, 1),
        [(RemittanceWords.BelowFive, round => 100 * round.BelowFiveShare), (RemittanceWords.AboveFive, round => 100.0 * round.AboveFive / round.Corridors)],
        [RemittanceWords.ShareNote],
        [
            new(RemittanceWords.BelowFive, PercentOfCorridors, Exact), new(RemittanceWords.CountBelow, Counted, NumberStyle.Whole), new(RemittanceWords.CountAbove, Counted, NumberStyle.Whole),
            new(RemittanceWords.CountPriced, Counted, NumberStyle.Whole), new(RemittanceWords.SmartAbove, Counted, NumberStyle.Whole), new(RemittanceWords.WithoutSmart, Counted, NumberStyle.Whole),
        ],
        (_, round) =>
        [
            Cell.Of(Made(round, 100 * round.BelowFiveShare)), Cell.Of(Made(round, round.BelowFive)), Cell.Of(Made(round, round.AboveFive)), Cell.Of(Made(round, round.Corridors)),
            Cell.Of(Made(round, round.SmartAboveFive)), Cell.Of(Made(round, round.WithoutSmart)),
        ]);

    /// <summary>Money that the cost above 3 % takes in a year, by rule.</summary>
    public View? Excess() => Of(
        RemittanceView.Excess, RemittanceWords.ExcessTitle, DollarsAYear, NumberStyle.Whole,
        [.. RemittanceWords.Rules.Take(3).Select((rule, i) => (rule, (Func<PriceRound, double?>)(round => Above(round, i))))],
        [RemittanceWords.ExcessNote, .. MatrixWords.Caveats],
        [.. RemittanceWords.Rules.Take(3).Select(rule => new TableColumn(rule, DollarsAYear, NumberStyle.Whole))],
        (_, round) => [.. Enumerable.Range(0, 3).Select(i => Cell.Of(Made(round, Above(round, i) is { } money ? Math.Round(money) : null)))]);

    /// <summary>The corridors of a round.</summary>
    public View? Round(TimePeriod round)
    {
        if (site.PricesOf(round) is not { } revision)
            return null;
        var prices = revision.Table.Of(round);
        var (weights, year) = (site.Matrices, revision.Rounds.First(one => one.Round == round).WeightYear);
        var flows = weights is not null && year is { } of ? weights.Of(of).ToDictionary(flow => (flow.Sender, flow.Receiver)) : [];
        List<CorridorPrice> dearest = [.. prices.OrderByDescending(price => price.Average ?? double.NegativeInfinity)];
        var smart = prices.Any(price => price.Smart is not null);
        var credits = new Credits(
            RemittanceAddresses.Word(RemittanceView.Round).En, RemittanceWords.RoundTitle.With(round.ToString()), PercentOfAmount, Provenance.Sources(revision.Table.Dataset),
            [
                RemittanceWords.DearestNote.With(Math.Min(Drawn, prices.Count), prices.Count), .. smart ? [SmartPrice.Definition] : new[] { RemittanceWords.NoSmart },
                .. year is null ? [] : new[] { RemittanceWords.FlowNote.With(year.Value) }, .. site.Matrices is null ? [] : MatrixWords.Caveats,
                .. PriceRound.IsCurrent(round, site.Installation.Today) ? [] : new[] { PriceRound.OldRound },
            ]);
        var intervals = dearest.Where(price => price.Average is not null).Take(Drawn).Select(price => new Interval(
            Text.Same("{0} → {1}").With(site.Areas[price.Sender].ShortName, site.Areas[price.Receiver].ShortName),
            Math.Min(price.Average!.Value, price.Smart ?? price.Average.Value), Math.Max(price.Average.Value, price.Smart ?? price.Average.Value), price.Average.Value, price.Smart)
        {
            Href = RemittanceAddresses.Corridor(language, price.Sender, price.Receiver),
        }).ToList();
        return new(to => RemittanceAddresses.View(to, RemittanceView.Round), to => $"?{RemittanceAddresses.RoundWord.In(to)}={round}", Draw(credits, 760)) { Narrow = Draw(CountryFigures.Narrow(credits), CountryFigures.NarrowWidth) };

        Figure Draw(Credits papers, double width) => IntervalBars.Draw(
            papers, intervals, new(new(smart ? RemittanceWords.Between : null, RemittanceWords.Average, smart ? RemittanceWords.Smart : null), new(NumberForm.Percent, 1), Table, width), site.Font);

        FigureTable Table() => new(
            [
                new(RemittanceWords.Sender), new(RemittanceWords.Receiver), new(RemittanceWords.Average, PercentOfAmount, Exact),
                .. smart ? new TableColumn[]
                {
                    new(RemittanceWords.Smart, PercentOfAmount, Exact), new(RemittanceWords.Services, RemittanceWords.ServicesUnit, NumberStyle.Whole), new(RemittanceWords.Qualifying, RemittanceWords.ServicesUnit, NumberStyle.Whole),
                } : [],
                .. flows.Count > 0 ? new TableColumn[] { new(RemittanceWords.Rules[2], MoneyFigures.Dollars, NumberStyle.Whole) } : [],
            ],
            [.. dearest.Select(price => (Cell[])
            [
                Cell.Of(site.Areas[price.Sender].ShortName, RemittanceAddresses.Corridor(language, price.Sender, price.Receiver)), Cell.Of(site.Areas[price.Receiver].ShortName),
                Cell.Of(DatumOf(language, revision.Table, price, "COST_AVG")),
                .. smart ? new[] { Cell.Of(DatumOf(language, revision.Table, price, "COST_SMART")), Cell.Of(DatumOf(language, revision.Table, price, "SERVICES")), Cell.Of(DatumOf(language, revision.Table, price, "QUALIFYING")) } : [],
                .. flows.Count > 0 ? new[] { Cell.Of(Flow(price)) } : [],
            ])]);

        Datum Flow(CorridorPrice price) => flows.TryGetValue((price.Sender, price.Receiver), out var flow)
            ? new(flow.Rule3, 'E', Lineage: MatrixViews.Lineage(language, weights!, price.Sender, price.Receiver, MatrixPublication.Methods[2], year!.Value))
            : new(null, 'M', RemittanceWords.NotEstimated);
    }

    /// <summary>A figure of a corridor and round with its lineage; missing where the revision does not publish it.</summary>
    internal static Datum DatumOf(Language language, PriceTable table, CorridorPrice price, string measure)
    {
        double? value = measure switch
        {
            "COST_AVG" => price.Average,
            "COST_SMART" => price.Smart,
            _ when price.Quotes == 0 => null,
            "SERVICES" => price.Services,
            "QUALIFYING" => price.Qualifying,
            _ => price.Quotes,
        };
        return value is null
            ? new(null, 'O', price.Quotes > 0 && measure == "COST_SMART" ? RemittanceWords.NoneQualifies : Provenance.Reason(ObservationStatus.O))
            : new(value, Lineage: Lineage(language, table, price.Round, price.Sender, price.Receiver, measure));
    }

    private static string Lineage(Language language, PriceTable table, TimePeriod round, string sender, string receiver, string measure) => Addresses.Observation(
        language, table.Dataset.Definition.Id, table.Dataset.Revision.Id,
        Provenance.Key(
            table.Dataset, ("FREQ", "Q"), ("REF_AREA", sender), ("COUNTERPART_AREA", receiver), ("MEASURE", measure), ("SERVICE_TYPE", "_T"), ("INSTRUMENT", "_T"),
            ("AMOUNT", PricePublication.Amount200), ("UNIT_MEASURE", measure.StartsWith("COST", StringComparison.Ordinal) ? "PT_TRANSACT" : "PURE_NUMB")), round);

    private Datum World(PriceRevision revision, PriceRound round) => round.MeanOfServices is { } cost
        ? new(cost, Lineage: Lineage(language, revision.Table, round.Round, "_T", "_T", "COST_AVG"))
        : new(null, 'O', RemittanceWords.NoQuotes);

    /// <summary>What was worked out from the corridors of a round leads to their table, where each leads to its row.</summary>
    private Datum Made(PriceRound round, double? value) => value is null
        ? new(null, 'O', RemittanceWords.NoQuotes)
        : new(value, Lineage: $"{RemittanceAddresses.View(language, RemittanceView.Round)}?{RemittanceAddresses.RoundWord.In(language)}={round.Round}");

    private static double? Above(PriceRound round, int rule) => round.AboveTarget is not { } above ? null : rule switch { 0 => above.Rule1, 1 => above.Rule2, _ => above.Rule3 };

    private View? Of(
        RemittanceView view, Text title, Text unit, NumberStyle style, IReadOnlyList<(Text Name, Func<PriceRound, double?> Value)> lines, IReadOnlyList<Text> notes,
        IReadOnlyList<TableColumn> columns, Func<PriceRevision, PriceRound, IReadOnlyList<Cell>> cells)
    {
        var several = site.Prices.Count > 1;
        List<Series> series =
        [
            .. site.Prices.SelectMany(revision => lines.Select(line => new Series(
                several ? Text.Same("{0}, {1}").With(line.Name, Text.Same(revision.Table.Dataset.Revision.Id)) : line.Name,
                [.. revision.Rounds.Where(round => line.Value(round) is not null).Select(round => new YearDatum(Months.Number(round.Round), Made(round, line.Value(round))))]) { LongestStep = 6 }))
                .Where(one => one.Points.Count > 0).Take(Lines.Most),
        ];
        if (series.Count == 0)
            return null;
        var credits = new Credits(
            RemittanceAddresses.Word(view).En, title, unit, [.. Provenance.Sources(site.Prices.Select(revision => revision.Table.Dataset)), .. site.Matrices is { } matrices ? Provenance.Sources(matrices.Dataset) : []],
            [.. notes, RemittanceWords.SeriesNote]);
        return new(to => RemittanceAddresses.View(to, view), _ => "", Draw(credits, 760, 340)) { Narrow = Draw(CountryFigures.Narrow(credits), CountryFigures.NarrowWidth, 300) };

        Figure Draw(Credits papers, double width, double height) => Lines.Draw(papers, series, new() { Axis = PeriodAxis.Months, Style = style, Width = width, Height = height }, site.Font) with { MakeTable = Table };

        FigureTable Table() => new(
            [new(RemittanceWords.Round), new(Words.Revision), .. columns],
            [.. All.Select(one => (Cell[])
            [
                Cell.Of(Text.Same(one.Round.Round.ToString()), $"{RemittanceAddresses.View(language, RemittanceView.Round)}?{RemittanceAddresses.RoundWord.In(language)}={one.Round.Round}"),
                Cell.Of(Text.Same(one.Revision.Table.Dataset.Revision.Id)), .. cells(one.Revision, one.Round),
            ])]);
    }
}
