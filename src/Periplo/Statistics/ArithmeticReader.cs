using Periplo.Languages;

namespace Periplo.Statistics;

/// <summary>A formula that is not understood or cannot be worked out, with the reason.</summary>
/// <param name="explanation">What is wrong and what to do.</param>
/// <param name="place">Character at fault, counted from 1, or null where none is.</param>
public sealed class FormulaException(Text explanation, int? place = null) : Exception(explanation.En)
{
    /// <summary>What is wrong and what to do.</summary>
    public Text Explanation { get; } = explanation;

    /// <summary>Character at fault, counted from 1, or null where none is.</summary>
    public int? Place { get; } = place;
}

/// <summary>
/// The grammar of every formula of Periplo: <c>+ - * /</c> with their usual precedence and parentheses. What stands
/// between the signs is for the language at hand to read.
/// </summary>
/// <typeparam name="T">What a part of a formula comes to: a number, or a part that is worked out later.</typeparam>
/// <param name="text">The formula.</param>
/// <param name="longest">Most characters.</param>
public abstract class ArithmeticReader<T>(string text, int longest)
{
    /// <summary>Most parentheses inside each other.</summary>
    public const int Deepest = 40;

    private int depth;

    /// <summary>The formula.</summary>
    protected string Written => text;

    /// <summary>The character that is read next, counted from 0.</summary>
    protected int At { get; set; }

    /// <summary>What may stand in a formula, told with every character that may not.</summary>
    protected abstract Text Allowed { get; }

    /// <summary>Reads the whole formula.</summary>
    /// <exception cref="FormulaException">It is not understood, or has no result.</exception>
    public T Read()
    {
        if (text.Length > longest)
            throw new FormulaException(new($"La fórmula pasa de {longest} caracteres.", $"The formula is longer than {longest} characters.", $"La formule dépasse {longest} caractères."));
        var result = Sum();
        return Next() is { } rest ? throw Unexpected(rest) : result;
    }

    /// <summary>Reads what stands between signs, from <see cref="At"/> on.</summary>
    /// <param name="first">The character there.</param>
    protected abstract T Leaf(char first);

    /// <summary>Two parts and the sign between them.</summary>
    /// <param name="sign">One of <c>+ - * /</c>.</param>
    /// <param name="place">Where the sign stands, counted from 1.</param>
    /// <param name="left">The part before it.</param>
    /// <param name="right">The part after it.</param>
    protected abstract T Combine(char sign, int place, T left, T right);

    /// <summary>What may follow a part; nothing unless the language has such a thing.</summary>
    protected virtual T Followed(T part) => part;

    /// <summary>The next character that is no blank, or null at the end.</summary>
    protected char? Next()
    {
        while (At < text.Length && text[At] == ' ')
            At++;
        return At < text.Length ? text[At] : null;
    }

    /// <summary>The fault of a character that may not stand at <see cref="At"/>.</summary>
    protected FormulaException Unexpected(char found)
    {
        var shown = char.IsControl(found) || char.IsSurrogate(found) ? $"U+{(int)found:X4}" : found.ToString();
        return new(
            new(
                $"«{shown}» no se entiende en el lugar {At + 1}: {Allowed.Es}.",
                $"\"{shown}\" is not understood at place {At + 1}: {Allowed.En}.",
                $"« {shown} » n’est pas compris à la place {At + 1} : {Allowed.Fr}."),
            At + 1);
    }

    private T Sum()
    {
        var sum = Product();
        while (Next() is '+' or '-')
        {
            var place = ++At;
            sum = Combine(text[place - 1], place, sum, Product());
        }

        return sum;
    }

    private T Product()
    {
        var product = Followed(Factor());
        while (Next() is '*' or '/')
        {
            var place = ++At;
            product = Combine(text[place - 1], place, product, Followed(Factor()));
        }

        return product;
    }

    private T Factor()
    {
        if (Next() is not { } first)
        {
            throw new FormulaException(
                new("La fórmula termina donde falta un valor.", "The formula ends where a value is needed.", "La formule se termine là où il faut une valeur."), text.Length + 1);
        }

        if (first != '(')
            return Leaf(first);
        if (++depth > Deepest)
        {
            throw new FormulaException(
                new(
                    $"Hay más de {Deepest} paréntesis unos dentro de otros.", $"There are more than {Deepest} parentheses inside each other.",
                    $"Il y a plus de {Deepest} parenthèses imbriquées."),
                At + 1);
        }

        At++;
        var inside = Sum();
        if (Next() != ')')
            throw new FormulaException(new("Falta cerrar un paréntesis.", "A parenthesis is not closed.", "Une parenthèse n’est pas fermée."), At + 1);
        At++;
        depth--;
        return inside;
    }
}
