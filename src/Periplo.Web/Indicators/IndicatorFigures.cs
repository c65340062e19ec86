using Periplo.Charts;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Profiles;
using Periplo.Sdmx;
using Periplo.Web.Views;

namespace Periplo.Web.Indicators;

/// <summary>The views of an indicator, in the addresses of one language. Made for one request.</summary>
public sealed partial class IndicatorFigures
{
    private const int Shown = 20;

    /// <summary>UN M49 regions: the areas a chart begins with where the indicator has them.</summary>
    private static readonly string[] Continents = ["002", "019", "142", "150", "009"];

    private readonly Site site;
    private readonly Language language;
    private readonly IndicatorTable table;
    private readonly IndicatorChoice choice;
    private readonly Lazy<IReadOnlyList<IndicatorValue>> values;

    /// <summary>Figures of a choice.</summary>
    public IndicatorFigures(Site site, Language language, IndicatorTable table, IndicatorChoice choice)
    {
        (this.site, this.language, this.table, this.choice) = (site, language, table, choice);
        IsRanking = !table.Keys(choice.Indicator.Code).Contains(choice.Key) && choice.Indicator.Breakdowns.Contains(IndicatorBreakdown.Counterpart);
        values = new(Read);
    }

    /// <summary>True for what is told apart by counterpart only: an area has no one value, but a ranking.</summary>
    public bool IsRanking { get; }

    /// <summary>The latest value, or that of the year, of every country, or of every region; those without are left out.</summary>
    public IReadOnlyList<IndicatorValue> Values => values.Value;

    /// <summary>True when the values are standings in words.</summary>
    public bool IsWords => Values.Count > 0 && Values[0].Words is not null;

    /// <summary>Ids of the areas asked about.</summary>
    public IEnumerable<string> Asked => choice.OfRegions ? table.Areas.Skip(table.Countries) : table.Areas.Take(table.Countries);

    /// <summary>A view; null when there is nothing to show in it.</summary>
    public View? View(IndicatorView view) => view switch
    {
        IndicatorView.Table => Ranked(),
        IndicatorView.Map => choice.OfRegions || IsRanking ? null : IsWords ? Standings() : Map(),
        IndicatorView.Chart => IsRanking ? Counterparts() : Series(),
        _ => Revisions(),
    };

    private Text Unit => ValueWords.Counted(UnitCode);

    private string UnitCode => Values.Count > 0 ? Values[0].Unit : choice.Indicator.Measures[0].Unit;

    private IReadOnlyList<IndicatorValue> Read()
    {
        if (IsRanking)
            return [.. Asked.Select(area => table.Ranked(choice.Indicator.Code, area, choice.Year, choice.Key)).Where(rows => rows.Count > 0).Select(rows => rows[0]).OrderByDescending(value => value.Value)];
        return
        [
            .. Asked.Select(area => choice.Year is { } year ? table.At(choice.Indicator.Code, area, year, choice.Key) : table.Latest(choice.Indicator.Code, area, choice.Key))
                .OfType<IndicatorValue>().Where(value => value.IsFilled)
                .OrderByDescending(value => value.Value).ThenBy(value => value.Words?.In(language), StringComparer.Ordinal).ThenBy(value => site.Areas[value.Area].ShortName.In(language), StringComparer.Ordinal),
        ];
    }

    private Datum DatumOf(IndicatorValue value) => value.IsFilled
        ? new(value.Value, value.Status.Letter(), Lineage: value.Inputs.Count == 0 ? null : IndicatorAddresses.Lineage(language, value))
        : new(null, value.Status.Letter(), value.Reason, null);

    private List<AreaDatum> Data() => [.. Values.Where(value => !double.IsNaN(value.Value)).Select(value => new AreaDatum(site.Areas[value.Area], DatumOf(value)))];

    private Text Title()
    {
        var when = choice.Year is { } year ? Text.Same($"{year}") : IndicatorWords.Latest;
        var key = IndicatorUnits.Name(choice.Indicator, choice.Key with { Counterpart = IndicatorKey.All }, site.Areas);
        var name = choice.Indicator.Name;
        return choice.Key.Sex == IndicatorKey.All && choice.Key.Age == IndicatorKey.All && choice.Indicator.Measures.Count < 2
            ? Joined(name, when)
            : Joined(Joined(name, key), when);
    }

    private static Text Joined(Text one, Text other) => new($"{one.Es}, {other.Es}", $"{one.En}, {other.En}", $"{one.Fr}, {other.Fr}");

    private Credits Credits(IndicatorView view, Text title, Text unit, IEnumerable<IndicatorValue> shown) =>
        new(IndicatorAddresses.Word(view).En, title, unit, IndicatorSources.Of(site, choice.Indicator, shown), [choice.Indicator.Limits]);

    private View Of(IndicatorView view, Figure figure, Figure? narrow = null) => new(
        to => IndicatorAddresses.Indicator(to, choice.Indicator.Code, view), to => choice.Query(to, view), figure) { Narrow = narrow };

    private View? Ranked()
    {
        if (Values.Count == 0)
            return null;
        var credits = Credits(IndicatorView.Table, Title(), IsWords ? IndicatorWords.Countries : Unit, Values);
        if (IsWords)
        {
            var counted = Values.GroupBy(value => value.Words!).OrderByDescending(group => group.Count())
                .Select(group => new NamedValue(group.Key, group.Count())).ToList();
            return Of(IndicatorView.Table, NamedBars.Draw(credits, counted, Values.Count, IndicatorWords.State, site.Font, 560) with { MakeTable = MakeTable });
        }

        BarOptions Bars(double width) => new() { Top = Shown, Style = IndicatorUnits.Style(UnitCode), Href = area => Addresses.Country(language, area.Id), Width = width };
        return Of(
            IndicatorView.Table,
            RankedBars.Draw(credits, Data(), Bars(560), site.Font) with { MakeTable = MakeTable },
            RankedBars.Draw(CountryFigures.Narrow(credits), Data(), Bars(CountryFigures.NarrowWidth), site.Font));
    }

    private View? Map()
    {
        if (Values.Count == 0)
            return null;
        return Of(IndicatorView.Map, Choropleth.Draw(Credits(IndicatorView.Map, Title(), Unit, Values), site.World, Data(), new()
        {
            Style = IndicatorUnits.Style(UnitCode),
            Href = area => Addresses.Country(language, area.Id),
        }, site.Font) with { MakeTable = MakeTable });
    }

    private View? Standings()
    {
        // More kinds than the sheet has colours are no map; the table has them.
        var kinds = Values.GroupBy(value => value.Words!).OrderByDescending(group => group.Count()).Select(group => group.Key).ToList();
        if (kinds.Count > 7)
            return null;
        var credits = Credits(IndicatorView.Map, Title(), IndicatorWords.Countries, Values);
        var standings = kinds.Select((kind, i) => new StandingClass($"q{i + 1}", kind)).ToList();
        var areas = Values.Select(value => new AreaStanding(site.Areas[value.Area], kinds.IndexOf(value.Words!), value.Words!)).ToList();
        return Of(IndicatorView.Map, StandingMap.Draw(credits, site.World, standings, areas, Numbers.Missing, area => Addresses.Country(language, area.Id), site.Font) with { MakeTable = MakeTable });
    }

    /// <summary>Every area asked about: its value with papers, or why it has none.</summary>
    private FigureTable MakeTable()
    {
        var (style, words) = (IndicatorUnits.Style(UnitCode), IsWords);
        var definitions = Values.Any(value => value.DefinitionUsed is not null);
        List<TableColumn> columns = [new(IndicatorWords.Area)];
        if (IsRanking)
            columns.Add(new(IndicatorWords.Counterpart));
        columns.Add(words ? new(IndicatorWords.State) : new(Unit, Unit, style));
        columns.AddRange([new(Words.Period), new(IndicatorWords.Quality)]);
        if (definitions)
            columns.Add(new(IndicatorWords.DefinitionUsed));
        var rows = new List<Cell[]>();
        foreach (var value in Values)
        {
            List<Cell> row = [Name(value.Area)];
            if (IsRanking)
                row.Add(Name(value.Key.Counterpart));
            row.Add(words ? Cell.Of(value.Words!, value.Inputs.Count == 0 ? null : IndicatorAddresses.Lineage(language, value)) : Cell.Of(DatumOf(value)));
            row.AddRange([Cell.Of(Text.Same(value.Period.ToString())), Cell.Of(ValueWords.Quality(value.Quality))]);
            if (definitions)
                row.Add(Cell.Of(value.DefinitionUsed ?? Text.Same("")));
            rows.Add([.. row]);
        }

        var filled = Values.Select(value => value.Area).ToHashSet();
        foreach (var area in Asked.Where(area => !filled.Contains(area)))
        {
            List<Cell> row = [Name(area)];
            if (IsRanking)
                row.Add(Cell.Of(Text.Same("")));
            row.Add(words ? Cell.Of(Numbers.Missing) : Cell.Of(new Datum(null, 'O', NoRow)));
            row.AddRange(Enumerable.Repeat(Cell.Of(Text.Same("")), definitions ? 3 : 2));
            rows.Add([.. row]);
        }

        return new(columns, rows);
    }

    private static Text NoRow { get; } = new("la fuente no tiene cifra", "the source has no figure", "la source n’a pas de chiffre");

    private Cell Name(string area) => Cell.Of(site.Areas[area].ShortName, Addresses.Country(language, area));
}
