using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Web.Registers;

namespace Periplo.Web.Indicators;

/// <summary>The views of an indicator.</summary>
public enum IndicatorView
{
    /// <summary>Every area with its latest value.</summary>
    Table,

    /// <summary>The same on the map.</summary>
    Map,

    /// <summary>Chosen areas over the years; for what is told apart by counterpart, the largest of one area.</summary>
    Chart,

    /// <summary>One area over the years, as each revision of the source has it.</summary>
    Revisions,
}

/// <summary>Addresses of indicators. Stable.</summary>
public static class IndicatorAddresses
{
    /// <summary>The list of indicators.</summary>
    public static string All(Language language) => language.Of("/indicadores", "/en/indicators", "/fr/indicateurs");

    /// <summary>An indicator: its table.</summary>
    public static string Indicator(Language language, string code) => $"{language.Of("/indicador", "/en/indicator", "/fr/indicateur")}/{code}";

    /// <summary>A view of an indicator.</summary>
    public static string Indicator(Language language, string code, IndicatorView view) =>
        view == IndicatorView.Table ? Indicator(language, code) : $"{Indicator(language, code)}/{Word(view).In(language)}";

    /// <summary>One value: what it was made of.</summary>
    public static string Value(Language language, string code, string area, TimePeriod period, string? breakdown = null) =>
        $"{Indicator(language, code)}/{area}/{period}{(breakdown is null ? "" : $"?{BreakdownWord(language)}={Uri.EscapeDataString(breakdown)}")}";

    /// <summary>Where a value came from: the rows themselves when it is a figure as published or its sum, else the page that names its parts.</summary>
    public static string Lineage(Language language, IndicatorValue value) => value.Inputs switch
    {
        [var one] => Input(language, one),
        _ => Value(language, value.Indicator.Code, value.Area, value.Period, Breakdown(value.Key)),
    };

    /// <summary>The rows or the record of an input.</summary>
    public static string Input(Language language, IndicatorInput input) => input.Revision is { } revision
        ? Addresses.Observation(language, input.Collection, revision, input.Key, input.Period!.Value)
        : RegisterAddresses.Record(language, input.Collection, input.Key);

    /// <summary>Measure and breakdown as they stand in addresses, parts of a dimension's total left out: <c>F</c>, <c>GNI</c>, <c>Y0T19</c>; null for the whole.</summary>
    public static string? Breakdown(IndicatorKey key)
    {
        var parts = string.Join('.', new[] { key.Measure, key.Counterpart, key.Sex, key.Age }.Where(part => part is not (null or IndicatorKey.All)));
        return parts.Length == 0 ? null : parts;
    }

    /// <summary>Name of the query of the breakdown.</summary>
    public static string BreakdownWord(Language language) => language.Of("desglose", "breakdown", "ventilation");

    /// <summary>Name of the query of the year.</summary>
    public static string YearWord(Language language) => language.Of("anio", "year", "annee");

    /// <summary>Name of the query of the areas of a chart.</summary>
    public static string AreasWord(Language language) => language.Of("areas", "areas", "zones");

    /// <summary>Name of the query that asks for regions instead of countries.</summary>
    public static string LevelWord(Language language) => language.Of("nivel", "level", "niveau");

    /// <summary>The value of that query.</summary>
    public static string RegionsWord(Language language) => language.Of("regiones", "regions", "regions");

    /// <summary>The word of a view in addresses.</summary>
    public static Text Word(IndicatorView view) => view switch
    {
        IndicatorView.Map => new("mapa", "map", "carte"),
        IndicatorView.Chart => new("grafico", "chart", "graphique"),
        IndicatorView.Revisions => new("revisiones", "revisions", "revisions"),
        _ => new("tabla", "table", "tableau"),
    };
}
