using System.Globalization;
using Periplo.Languages;

namespace Periplo.Web.Remittances;

/// <summary>A number as it was typed into a form.</summary>
/// <param name="Input">Id and name of the input.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Typed">What was typed.</param>
public sealed record NumberEntry(string Input, Text Name, string Typed)
{
    private const int Longest = 20;

    /// <summary>The number; NaN where none was understood.</summary>
    public double Value { get; private init; } = double.NaN;

    /// <summary>What is wrong with it, or null.</summary>
    public Text? Fault { get; private init; }

    /// <summary>Reads an input of a query. A comma or a point sets off the decimals.</summary>
    /// <param name="query">The query.</param>
    /// <param name="input">Name of the input.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="least">Least number taken.</param>
    /// <param name="most">Greatest number taken.</param>
    /// <param name="above">Whether the least itself is refused.</param>
    /// <param name="whole">Whether only whole numbers are taken.</param>
    public static NumberEntry Of(IQueryCollection query, string input, Text name, double least, double most, bool above = false, bool whole = false)
    {
        ArgumentNullException.ThrowIfNull(query);
        var typed = query[input].ToString().Trim();
        typed = typed.Length > Longest ? typed[..Longest] : typed;
        var entry = new NumberEntry(input, name, typed);
        if (typed.Length == 0)
            return entry with { Fault = CalculatorWords.NoNumber };
        if (!double.TryParse(typed.Replace(',', '.').Replace('\u2212', '-'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return entry with { Fault = CalculatorWords.NotANumber.With(typed) };
        if (value < least || value > most || (above && value == least))
            return entry with { Fault = (above ? CalculatorWords.Above : CalculatorWords.Between).With(Numbers.In(least, NumberStyle.Whole), Numbers.In(most, NumberStyle.Whole)) };
        return whole && value != Math.Floor(value) ? entry with { Fault = CalculatorWords.NotWhole } : entry with { Value = value };
    }

    /// <summary>An input with nothing typed yet.</summary>
    public static NumberEntry Empty(string input, Text name, string typed = "") => new(input, name, typed);
}
