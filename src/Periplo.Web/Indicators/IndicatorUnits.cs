using Periplo.Areas;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Statistics;

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

    /// <summary>The form of a tile or an axis: large numbers in three digits and a word.</summary>
    public static NumberStyle Brief(string unit) => unit is "PS" or "CROSSING" or "USD" or "EUR" ? NumberStyle.Compact : Style(unit);

    /// <summary>True for amounts, which may be added and ranked as bars.</summary>
    public static bool IsAmount(string unit) => unit is "PS" or "CROSSING" or "USD" or "EUR";

    /// <summary>The unit in words, as it stands under a title.</summary>
    public static Text Name(string unit)
    {
        if (CodeLists.Unit.Find(unit)?.Name is not { } name)
            return Text.Same(unit);
        return new(Lower(name.In(Language.Es)), Low(name.In(Language.En)), Lower(name.In(Language.Fr)));

        // Names of countries and currencies keep their capital in English.
        static string Low(string text) => text.StartsWith("US ", StringComparison.Ordinal) ? text : Lower(text);
        static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
    }

    /// <summary>Measure and breakdown in words; "not broken down" for the whole.</summary>
    public static Text Name(IndicatorDefinition indicator, IndicatorKey key, AreaRegistry areas)
    {
        var parts = new List<Text>();
        if (indicator.Measures.Count > 1 || key.Measure != IndicatorKey.All)
            parts.Add(indicator.Measures.FirstOrDefault(measure => measure.Id == key.Measure)?.Name ?? Text.Same(key.Measure));
        if (key.Counterpart != IndicatorKey.All)
            parts.Add(areas.TryGet(key.Counterpart, out var area) ? area.ShortName : Text.Same(key.Counterpart));
        if (key.Sex != IndicatorKey.All)
            parts.Add(Of(CodeLists.Sex.Find(key.Sex)?.Name.Text(), key.Sex));
        if (key.Age != IndicatorKey.All)
            parts.Add(Of(CodeLists.Age.Find(key.Age)?.Name.Text(), key.Age));
        return parts.Count == 0 ? IndicatorWords.Whole : Joined(parts);

        static Text Of(Text? name, string code) => name ?? Text.Same(code);
    }

    private static Text Joined(IReadOnlyList<Text> parts) => new(
        string.Join(", ", parts.Select(part => part.Es)), string.Join(", ", parts.Select(part => part.En)), string.Join(", ", parts.Select(part => part.Fr)));
}
