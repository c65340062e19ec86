using System.Globalization;
using Periplo.Areas;
using Periplo.Charts;
using Periplo.Indicators;
using Periplo.Languages;

namespace Periplo.Web.Indicators;

/// <summary>What an address asks of an indicator.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Key">Measure and breakdown.</param>
/// <param name="Year">The year, or null for the latest value of each area.</param>
/// <param name="OfRegions">True for regions and groups, false for countries and territories.</param>
/// <param name="Areas">Areas of the chart, or none for those it begins with.</param>
public sealed record IndicatorChoice(IndicatorDefinition Indicator, IndicatorKey Key, int? Year, bool OfRegions, IReadOnlyList<Area> Areas)
{
    private const int LongestList = 400;

    /// <summary>The measures and breakdowns that can be asked for: those with values, then those with counterparts.</summary>
    public static IReadOnlyList<IndicatorKey> Keys(IndicatorTable table, IndicatorDefinition indicator)
    {
        IEnumerable<IndicatorKey> keys = table.Keys(indicator.Code);
        if (indicator.Breakdowns.Contains(IndicatorBreakdown.Counterpart))
            keys = keys.Concat(indicator.Measures.Select(measure => new IndicatorKey(measure.Id)));
        return [.. keys.Distinct()];
    }

    /// <summary>Reads a query.</summary>
    /// <param name="query">Of the address.</param>
    /// <param name="language">Whose words the query is in.</param>
    /// <param name="site">The site.</param>
    /// <param name="table">The values.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="refused">Why there is no such choice.</param>
    public static IndicatorChoice? Read(IQueryCollection query, Language language, Site site, IndicatorTable table, IndicatorDefinition indicator, out Text? refused)
    {
        refused = null;
        var keys = Keys(table, indicator);
        var breakdown = query[IndicatorAddresses.BreakdownWord(language)].ToString();
        var key = keys.Count == 0 ? IndicatorKey.Whole : keys[0];
        if (breakdown.Length > 0)
        {
            var at = keys.ToList().FindIndex(one => IndicatorAddresses.Breakdown(one) == breakdown);
            if (at < 0)
            {
                refused = IndicatorWords.NoSuchBreakdown.With(Short(breakdown));
                return null;
            }

            key = keys[at];
        }

        int? year = null;
        if (query[IndicatorAddresses.YearWord(language)].ToString() is { Length: > 0 } asked)
        {
            if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !table.Years(indicator.Code, key).Contains(number))
            {
                refused = IndicatorWords.NoSuchYear.With(Short(asked));
                return null;
            }

            year = number;
        }

        var areas = ReadAreas(query[IndicatorAddresses.AreasWord(language)].ToString(), site, out refused);
        return refused is null ? new(indicator, key, year, query[IndicatorAddresses.LevelWord(language)].ToString() == IndicatorAddresses.RegionsWord(language), areas) : null;
    }

    /// <summary>The query of a view in a language, or empty.</summary>
    public string Query(Language language, IndicatorView view)
    {
        var parts = new List<string>();
        if (IndicatorAddresses.Breakdown(Key) is { } breakdown)
            parts.Add($"{IndicatorAddresses.BreakdownWord(language)}={Uri.EscapeDataString(breakdown)}");
        if (Year is { } year && view is IndicatorView.Table or IndicatorView.Map)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{IndicatorAddresses.YearWord(language)}={Year}"));
        if (OfRegions && view == IndicatorView.Table)
            parts.Add($"{IndicatorAddresses.LevelWord(language)}={IndicatorAddresses.RegionsWord(language)}");
        if (Areas.Count > 0 && view is IndicatorView.Chart or IndicatorView.Revisions)
            parts.Add($"{IndicatorAddresses.AreasWord(language)}={string.Join(',', Areas.Select(area => area.Id))}");
        return parts.Count == 0 ? "" : $"?{string.Join('&', parts)}";
    }

    private static List<Area> ReadAreas(string typed, Site site, out Text? refused)
    {
        refused = null;
        var areas = new List<Area>();
        foreach (var name in typed[..Math.Min(typed.Length, LongestList)].Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (site.Areas.Find(name) is not { } area)
            {
                refused = Endpoints.Unknown(site, name) ?? IndicatorWords.NoSuchYear.With(Short(name));
                return [];
            }

            if (!areas.Contains(area))
                areas.Add(area);
        }

        if (areas.Count > Lines.Most)
            refused = IndicatorWords.TooManyAreas;
        return areas;
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40];
}
