using Periplo.Charts;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Profiles;

/// <summary>Writes the values of indicators for people.</summary>
public static class ValueWords
{
    /// <summary>The form of a value in tables: all its digits that mean anything.</summary>
    /// <param name="unit">Code of <c>CL_UNIT_MEASURE</c>.</param>
    /// <param name="value">The value.</param>
    public static NumberStyle Style(string unit, double value) => unit switch
    {
        _ when unit.StartsWith("PT", StringComparison.Ordinal) => new(NumberForm.Percent, Math.Abs(value) < 1 && value != 0 ? 2 : 1),
        "PS" or "USD" or "EUR" or "CROSSING" or "CASE" or "DISPLACEMENT" => NumberStyle.Whole,
        _ => new(NumberForm.Plain, value == Math.Floor(value) ? 0 : Math.Abs(value) >= 100 ? 0 : Math.Abs(value) >= 10 ? 1 : 2),
    };

    /// <summary>The form of a value in a tile or a sentence: three digits and a word.</summary>
    public static NumberStyle Short(string unit, double value) => unit is "PS" or "USD" or "EUR" or "CROSSING" or "CASE" or "DISPLACEMENT" ? NumberStyle.Compact : Style(unit, value);

    /// <summary>A number with its unit, all digits.</summary>
    public static Text Of(double value, string unit) => WithUnit(Numbers.In(value, Style(unit, value)), unit);

    /// <summary>A number in a tile, three digits and a word. What is counted stands beside it, but money has its sign.</summary>
    public static Text ShortOf(double value, string unit)
    {
        var number = Numbers.In(value, Short(unit, value));
        return unit == "USD" ? new($"US$ {number.Es}", $"US$ {number.En}", $"{number.Fr} $ US") : number;
    }

    /// <summary>A value as a row of a table shows it; the reason where there is none.</summary>
    public static Text Of(IndicatorValue? value) => value switch
    {
        null => Numbers.Missing,
        { IsFilled: false } => Numbers.MissingBecause(value.Reason),
        { Words: { } words } when double.IsNaN(value.Value) => words,
        { Words: { } words } => Numbers.In(value.Value, Style(value.Unit, value.Value)) is var number
            ? new($"{number.Es} ({words.Es})", $"{number.En} ({words.En})", $"{number.Fr} ({words.Fr})")
            : words,
        _ => Of(value.Value, value.Unit),
    };

    /// <summary>What a unit is called behind a number; null for percentages and plain numbers, which need none.</summary>
    public static Text? Unit(string unit)
    {
        if (unit == "PURE_NUMB" || unit is "PT")
            return null;
        return CodeLists.Unit.Find(unit)?.Name is not { } name ? Text.Same(unit)
            : unit.StartsWith("PT_", StringComparison.Ordinal) ? Lower(name.In("es"), name.In("en"), name.In("fr"), 2)
            : unit == "USD" ? new("dólares de EE. UU.", "US dollars", "dollars des États-Unis")
            : Lower(name.In("es"), name.In("en"), name.In("fr"), 0);
    }

    /// <summary>What the numbers of a chart count, as its credits say.</summary>
    public static Text Counted(string unit) => unit switch
    {
        "PT" => new("por ciento", "percent", "pour cent"),
        "PURE_NUMB" => new("números sin unidad", "plain numbers", "nombres sans unité"),
        _ => CodeLists.Unit.Find(unit)?.Name is { } name ? Lower(name.In("es"), name.In("en"), name.In("fr"), 0) : Text.Same(unit),
    };

    /// <summary>Observed, estimated or imputed, in a word.</summary>
    public static Text Quality(IndicatorQuality quality) => quality switch
    {
        IndicatorQuality.Observed => new("observado", "observed", "observé"),
        IndicatorQuality.Estimated => new("estimado", "estimated", "estimé"),
        _ => new("imputado", "imputed", "imputé"),
    };

    /// <summary>How far a value may be leant on, in words: a colour alone tells nobody.</summary>
    public static Text Light(QualityLight light) => light switch
    {
        QualityLight.Good => new("reciente y observado", "recent and observed", "récent et observé"),
        QualityLight.Fair => new("estimado o de hace más de cinco años", "estimated or older than five years", "estimé ou datant de plus de cinq ans"),
        QualityLight.Poor => new("imputado o de hace más de diez años", "imputed or older than ten years", "imputé ou datant de plus de dix ans"),
        _ => new("sin dato", "no data", "sans donnée"),
    };

    /// <summary>A period as people read it.</summary>
    public static Text Period(TimePeriod period) => DateWords.In(period);

    /// <summary>Two names with a colon between them, as each language sets it.</summary>
    public static Text Joined(Text first, Text second) =>
        new($"{first.Es}: {second.Es}", $"{first.En}: {second.En}", $"{first.Fr}\u00A0: {second.Fr}");

    /// <summary>The name of a measure: of its indicator, and its own behind a colon where it says more.</summary>
    public static Text Named(IndicatorDefinition indicator, IndicatorMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(measure);
        return indicator.Measures.Count == 1 || measure.Name == indicator.Name ? indicator.Name : Joined(indicator.Name, new(Inner(measure.Name.Es), measure.Name.En, Inner(measure.Name.Fr)));
    }

    /// <summary>Names with commas and a word for "and" before the last.</summary>
    public static Text List(IReadOnlyList<Text> names)
    {
        if (names.Count == 0)
            return Text.Same("");
        if (names.Count == 1)
            return names[0];
        var last = names[^1];
        return new(
            $"{string.Join(", ", names.SkipLast(1).Select(name => name.Es))} {(BeginsWithI(last.Es) ? "e" : "y")} {last.Es}",
            $"{string.Join(", ", names.SkipLast(1).Select(name => name.En))} and {last.En}",
            $"{string.Join(", ", names.SkipLast(1).Select(name => name.Fr))} et {last.Fr}");
    }

    /// <summary>A value as a chart takes it.</summary>
    public static Datum Datum(IndicatorValue value, string? lineage) => value.IsFilled && !double.IsNaN(value.Value)
        ? new(value.Value, value.Status.Letter(), Lineage: lineage)
        : new(null, value.Status.Letter(), value.Reason, lineage);

    // "e Irlanda", "e Hispania", but "y Hierro".
    private static bool BeginsWithI(string name) =>
        name.StartsWith('I') || name.StartsWith('Í') || (name.StartsWith("Hi", StringComparison.Ordinal) && !name.StartsWith("Hie", StringComparison.Ordinal));

    private static Text WithUnit(Text number, string unit) => Unit(unit) is not { } name
        ? number
        : new($"{number.Es} {name.Es}", $"{number.En} {name.En}", $"{number.Fr} {name.Fr}");

    /// <summary>Lower case at the beginning, without the first words: the sign % stands for "por ciento".</summary>
    private static Text Lower(string es, string en, string fr, int wordsEs) => new(
        First(wordsEs == 0 ? es : Without(es, 2)), LowerEnglish(wordsEs == 0 ? en : Without(en, 1)), First(wordsEs == 0 ? fr : Without(fr, 2)));

    private static string Without(string words, int count) => string.Join(' ', words.Split(' ').Skip(count));

    /// <summary>A clause as a sentence of its own begins.</summary>
    internal static Text Capital(Text words)
    {
        return new(Large(words.Es), Large(words.En), Large(words.Fr));

        static string Large(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>What stands behind a colon: in Spanish and French it begins small, unless with an abbreviation.</summary>
    private static string Inner(string words) => words.Length > 1 && char.IsUpper(words[1]) ? words : First(words);

    private static string First(string words) => words.Length == 0 ? words : char.ToLowerInvariant(words[0]) + words[1..];

    private static string LowerEnglish(string words) => words.StartsWith("US ", StringComparison.Ordinal) ? words : First(words);
}
