using System.Globalization;
using Periplo.Languages;
using Periplo.Registers;

namespace Periplo.Cooperation;

/// <summary>A formula that cannot be worked out, with the reason.</summary>
/// <param name="explanation">What is wrong and what to do.</param>
public sealed class FormulaException(Text explanation) : Exception(explanation.En)
{
    /// <summary>What is wrong and what to do.</summary>
    public Text Explanation { get; } = explanation;
}

/// <summary>
/// Arithmetic over numbers and ids of records: <c>( Q016 + Q017 ) / 2</c>. Only <c>+ - * /</c> and parentheses; a minus
/// needs a blank before it, because ids may hold one.
/// </summary>
/// <param name="text">The formula.</param>
/// <param name="value">Gives the value of a record by its id.</param>
public ref struct Formula(string text, Func<string, decimal> value)
{
    /// <summary>Most characters.</summary>
    public const int Longest = 500;

    /// <summary>Most parentheses inside each other.</summary>
    public const int Deepest = 40;

    private int at;
    private int depth;

    /// <summary>Works a formula out.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="value">Gives the value of a record by its id.</param>
    /// <exception cref="FormulaException">It is not understood, or has no result.</exception>
    public static decimal Evaluate(string text, Func<string, decimal> value)
    {
        if (text.Length > Longest)
            throw new FormulaException(new($"La fórmula pasa de {Longest} caracteres.", $"The formula is longer than {Longest} characters.", $"La formule dépasse {Longest} caractères."));
        var formula = new Formula(text, value);
        try
        {
            var result = formula.Sum();
            return formula.Next() is { } rest ? throw formula.Unexpected(rest) : result;
        }
        catch (OverflowException)
        {
            throw new FormulaException(new("El resultado pasa de lo que cabe en un número.", "The result is larger than a number can hold.", "Le résultat dépasse ce que peut contenir un nombre."));
        }
    }

    private decimal Sum()
    {
        var sum = Product();
        while (Next() is '+' or '-')
            sum = text[at++] == '+' ? sum + Product() : sum - Product();
        return sum;
    }

    private decimal Product()
    {
        var product = Factor();
        while (Next() is '*' or '/')
        {
            if (text[at++] == '*')
            {
                product *= Factor();
                continue;
            }

            var divisor = Factor();
            if (divisor == 0)
                throw new FormulaException(new("División entre cero.", "Division by zero.", "Division par zéro."));
            product /= divisor;
        }

        return product;
    }

    private decimal Factor()
    {
        if (Next() is not { } first)
            throw new FormulaException(new("La fórmula termina donde falta un número o una ficha.", "The formula ends where a number or a record is needed.", "La formule se termine là où manque un nombre ou une fiche."));
        if (first == '(')
        {
            if (++depth > Deepest)
                throw new FormulaException(new($"Hay más de {Deepest} paréntesis unos dentro de otros.", $"There are more than {Deepest} parentheses inside each other.", $"Il y a plus de {Deepest} parenthèses les unes dans les autres."));
            at++;
            var inside = Sum();
            if (Next() != ')')
                throw new FormulaException(new("Falta cerrar un paréntesis.", "A parenthesis is not closed.", "Il manque une parenthèse fermante."));
            at++;
            depth--;
            return inside;
        }

        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '_' or '-'))
            at++;
        var word = text[start..at];
        if (word.Length == 0)
            throw Unexpected(first);
        if (decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        return RecordCheck.IsId(word) ? value(word) : throw Unexpected(first);
    }

    /// <summary>The next character that is no blank, or null at the end.</summary>
    private char? Next()
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at < text.Length ? text[at] : null;
    }

    private readonly FormulaException Unexpected(char found)
    {
        var shown = char.IsControl(found) || char.IsSurrogate(found) ? $"U+{(int)found:X4}" : found.ToString();
        return new(new(
            $"«{shown}» no se entiende en el lugar {at + 1}: solo números, fichas, + - * / y paréntesis, con un espacio antes de cada signo.",
            $"\"{shown}\" is not understood at place {at + 1}: only numbers, records, + - * / and parentheses, with a blank before each sign.",
            $"« {shown} » ne se comprend pas à la place {at + 1} : seulement des nombres, des fiches, + - * / et des parenthèses, avec une espace avant chaque signe."));
    }
}
