using Periplo.Charts;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Profiles;
using Periplo.Web.Views;

namespace Periplo.Web.Indicators;

/// <summary>The registry as one table with the coverage of each indicator, and as bars of coverage.</summary>
internal static class IndicatorList
{
    public static View Of(Site site, Language language)
    {
        var table = site.Indicators;
        var covered = table.Coverage;
        var credits = new Credits(
            "indicators", IndicatorWords.Indicators, IndicatorWords.Countries,
            [IndicatorSource], [IndicatorWords.FilledOf.With(covered.Count(one => one.Filled > 0), covered.Count)]);
        var bars = covered.Where(one => one.Filled > 0).OrderByDescending(one => one.Filled).ThenBy(one => one.Indicator.Code, StringComparer.Ordinal)
            .Select(one => new NamedValue(new($"{one.Indicator.Code} {one.Indicator.Name.Es}", $"{one.Indicator.Code} {one.Indicator.Name.En}", $"{one.Indicator.Code} {one.Indicator.Name.Fr}"), one.Filled, IndicatorAddresses.Indicator(language, one.Indicator.Code))).ToList();
        var figure = NamedBars.Draw(credits, bars, table.Countries, IndicatorWords.Indicator, site.Font, 560) with
        {
            MakeTable = () => new(
                [new(IndicatorWords.Code), new(IndicatorWords.Indicator), new(Block), new(IndicatorWords.Unit), new(Filled, IndicatorWords.Countries, NumberStyle.Whole), new(IndicatorWords.LatestYear), new(IndicatorWords.SourceOf)],
                [.. covered.Select(one => Row(one, language))]),
        };
        return new(IndicatorAddresses.All, _ => "", figure);
    }

    private static Text Block { get; } = new("Bloque", "Block", "Bloc");

    private static Text Filled { get; } = new("Países con cifra", "Countries with a figure", "Pays avec chiffre");

    private static Text IndicatorSource { get; } = new("Registro de indicadores de Periplo.", "Registry of indicators of Periplo.", "Registre des indicateurs de Periplo.");

    private static Cell[] Row(IndicatorCoverage one, Language language)
    {
        var address = IndicatorAddresses.Indicator(language, one.Indicator.Code);
        return
        [
            Cell.Of(Text.Same(one.Indicator.Code), address),
            Cell.Of(one.Indicator.Name, address),
            Cell.Of(one.Indicator.Block.Name),
            Cell.Of(ValueWords.Counted(one.Indicator.Measures[0].Unit)),
            Cell.Of(new Datum(one.Filled)),
            Cell.Of(one.Latest is { } latest ? Text.Same(latest.ToString()) : IndicatorWords.Gap),
            Cell.Of(one.Indicator.Source),
        ];
    }
}
