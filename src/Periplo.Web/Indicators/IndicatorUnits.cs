using Periplo.Areas;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Profiles;

namespace Periplo.Web.Indicators;

/// <summary>How the values of a unit are written, and what units and breakdowns are called.</summary>
internal static class IndicatorUnits
{
    /// <summary>The form with every digit that matters.</summary>
    public static NumberStyle Style(string unit) => unit switch
    {
        "PS" or "CROSSING" => NumberStyle.Whole,
        "USD" or "EUR" => NumberStyle.Whole,
        _ when unit.StartsWith("PT", StringComparison.Ordinal) => NumberStyle.Percent,
        "YR" => new(NumberForm.Plain, 1),
        _ => new(NumberForm.Plain, 3),
    };

    /// <summary>Measure and breakdown in words; "not broken down" for the whole.</summary>
    public static Text Name(IndicatorDefinition indicator, IndicatorKey key, AreaRegistry areas)
    {
        var parts = new List<Text>();
        if (indicator.Measures.Count > 1 || key.Measure != IndicatorKey.All)
            parts.Add(indicator.Measures.FirstOrDefault(measure => measure.Id == key.Measure)?.Name ?? Text.Same(key.Measure));
        if (key.Counterpart != IndicatorKey.All)
            parts.Add(areas.TryGet(key.Counterpart, out var area) ? area.ShortName : Text.Same(key.Counterpart));
        if (PartNames.Of(key) is { } part)
            parts.Add(part);
        return parts.Count == 0 ? IndicatorWords.Whole : Joined(parts);
    }

    private static Text Joined(IReadOnlyList<Text> parts) => new(
        string.Join(", ", parts.Select(part => part.Es)), string.Join(", ", parts.Select(part => part.En)), string.Join(", ", parts.Select(part => part.Fr)));
}
