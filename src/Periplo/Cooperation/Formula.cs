using System.Globalization;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Statistics;

namespace Periplo.Cooperation;

/// <summary>
/// Arithmetic over numbers and ids of records: <c>( Q016 + Q017 ) / 2</c>. Only <c>+ - * /</c> and parentheses; a minus
/// needs a blank before it, because ids may hold one.
/// </summary>
public sealed class Formula : ArithmeticReader<decimal>
{
    /// <summary>Most characters.</summary>
    public const int Longest = 500;

    private readonly Func<string, decimal> value;

    private Formula(string text, Func<string, decimal> value)
        : base(text, Longest) => this.value = value;

    /// <inheritdoc/>
    protected override Text Allowed { get; } = new(
        "solo números, fichas, + - * / y paréntesis, con un espacio antes de cada signo",
        "only numbers, records, + - * / and parentheses, with a blank before each sign",
        "seulement des nombres, des fiches, + - * / et des parenthèses, avec une espace avant chaque signe");

    /// <summary>Works a formula out.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="value">Gives the value of a record by its id.</param>
    /// <exception cref="FormulaException">It is not understood, or has no result.</exception>
    public static decimal Evaluate(string text, Func<string, decimal> value)
    {
        try
        {
            return new Formula(text, value).Read();
        }
        catch (OverflowException)
        {
            throw new FormulaException(new("El resultado pasa de lo que cabe en un número.", "The result is larger than a number can hold.", "Le résultat dépasse ce qu’un nombre peut contenir."));
        }
    }

    /// <inheritdoc/>
    protected override decimal Leaf(char first)
    {
        var start = At;
        while (At < Written.Length && (char.IsAsciiLetterOrDigit(Written[At]) || Written[At] is '.' or '_' or '-'))
            At++;
        var word = Written[start..At];
        if (word.Length == 0)
            throw Unexpected(first);
        if (decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        return RecordCheck.IsId(word) ? value(word) : throw Unexpected(first);
    }

    /// <inheritdoc/>
    protected override decimal Combine(char sign, int place, decimal left, decimal right) => sign switch
    {
        '+' => left + right,
        '-' => left - right,
        '*' => left * right,
        _ => right == 0 ? throw new FormulaException(new("División entre cero.", "Division by zero.", "Division par zéro."), place) : left / right,
    };
}
