using System.Globalization;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Indicators;

/// <summary>
/// Reads the language of indicators: figures selected by code and summed over named dimensions, other indicators,
/// numbers with their unit, + - * /, and <c>lag</c>. There are no conditions, loops or functions.
/// </summary>
internal sealed class FormulaReader(string text, DatasetDefinitions definitions) : ArithmeticReader<Expression>(text, Longest)
{
    /// <summary>Most characters.</summary>
    public const int Longest = 4000;

    /// <summary>Most years a lag may reach back.</summary>
    public const int LongestLag = 100;

    protected override Text Allowed { get; } = new(
        "solo conjuntos de datos con sus códigos entre corchetes, códigos de indicadores, números con su unidad, + - * / y paréntesis, y «lag»",
        "only datasets with their codes in brackets, codes of indicators, numbers with their unit, + - * / and parentheses, and \"lag\"",
        "seulement des jeux de données avec leurs codes entre crochets, des codes d’indicateurs, des nombres avec leur unité, + - * / et des parenthèses, et « lag »");

    /// <summary>Reads a formula.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="definitions">The datasets there are.</param>
    /// <exception cref="FormulaException">It is not understood, or names what does not exist.</exception>
    public static IndicatorFormula Read(string text, DatasetDefinitions definitions)
    {
        var root = new FormulaReader(text, definitions).Read();
        return root.Selections().Any() || root.References().Any()
            ? new(text, root)
            : throw new FormulaException(new("La fórmula no nombra ninguna cifra.", "The formula names no figures.", "La formule ne nomme aucun chiffre."), 1);
    }

    protected override Expression Leaf(char first)
    {
        var place = At + 1;
        var word = Word();
        if (word.Length == 0)
            throw Unexpected(first);
        if (double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return new Number(place, number, UnitAfterNumber());
        if (IsIndicator(word))
            return new IndicatorReference(place, word, Take(':') ? Word() : IndicatorKey.All);
        if (definitions.Find(word) is not { } definition)
        {
            var known = string.Join(", ", definitions.All.Select(one => one.Id));
            throw Fault(place, new(
                $"No hay ningún conjunto de datos «{word}» (lugar {place}). Los que hay: {known}.", $"There is no dataset \"{word}\" (place {place}). There are: {known}.",
                $"Il n’y a aucun jeu de données « {word} » (place {place}). Il y a : {known}."));
        }

        var source = Take('@') ? Word(hyphen: true) : null;
        if (!Take('['))
        {
            throw Fault(At + 1, new(
                $"Después de {word} faltan los códigos entre corchetes: {word}[DIMENSIÓN=código, …].", $"After {word} its codes in brackets are needed: {word}[DIMENSION=code, …].",
                $"Après {word}, il faut les codes entre crochets : {word}[DIMENSION=code, …]."));
        }

        return new SelectionReader(definition, source, place).Read(this);
    }

    protected override Expression Followed(Expression part)
    {
        var start = At;
        if (Next() is not 'l' || Word() != "lag")
        {
            At = start;
            return part;
        }

        _ = Next();
        var place = At + 1;
        return int.TryParse(Word(), NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= 1 and <= LongestLag
            ? new Lag(start + 1, part, years)
            : throw Fault(place, new(
                $"Después de «lag» se espera un número de años de 1 a {LongestLag} (lugar {place}).", $"After \"lag\" a number of years from 1 to {LongestLag} is expected (place {place}).",
                $"Après « lag », un nombre d’années de 1 à {LongestLag} est attendu (place {place})."));
    }

    protected override Expression Combine(char sign, int place, Expression left, Expression right)
    {
        if (sign == '/' && right is Number { Value: 0 })
            throw Fault(place, new($"División entre cero (lugar {place}).", $"Division by zero (place {place}).", $"Division par zéro (place {place})."));
        return left is Number one && right is Number other && Folded(sign, one, other) is { } number ? number : new Operation(place, sign, left, right);
    }

    /// <summary>Reads one of two signs, with blanks before it.</summary>
    internal bool Take(char sign)
    {
        if (Next() != sign)
            return false;
        At++;
        return true;
    }

    /// <summary>Reads a word: letters, digits, point and underscore; empty when there is none.</summary>
    /// <param name="hyphen">Whether hyphens belong to it, as in names of sources.</param>
    internal string Word(bool hyphen = false)
    {
        _ = Next();
        var start = At;
        while (At < Written.Length && (char.IsAsciiLetterOrDigit(Written[At]) || Written[At] is '.' or '_' || (hyphen && Written[At] == '-')))
            At++;
        return Written[start..At];
    }

    /// <summary>The place read next, counted from 1, after blanks.</summary>
    internal int Place()
    {
        _ = Next();
        return At + 1;
    }

    internal static FormulaException Fault(int place, Text reason) => new(reason, place);

    private static bool IsIndicator(string word) =>
        word is [>= 'A' and <= 'Z', >= '0' and <= '9', '.', >= '0' and <= '9', >= '0' and <= '9'];

    private static Number? Folded(char sign, Number left, Number right) => sign switch
    {
        '+' or '-' when left.Unit == right.Unit => left with { Value = Arithmetic.Apply(sign, left.Value, right.Value) },
        '*' or '/' when right.Unit == FormulaUnit.Pure => left with { Value = Arithmetic.Apply(sign, left.Value, right.Value) },
        _ => null,
    };

    private string UnitAfterNumber()
    {
        var start = At;
        var place = Place();
        var word = Word();
        if (word.Length == 0 || word == "lag")
        {
            At = start;
            return FormulaUnit.Pure;
        }

        return CodeLists.Unit.Find(word) is not null ? word : throw Fault(place, new(
            $"«{word}» no es una unidad (lugar {place}): después de un número va su unidad, por ejemplo 100 PT.",
            $"\"{word}\" is no unit (place {place}): after a number comes its unit, for example 100 PT.",
            $"« {word} » n’est pas une unité (place {place}) : après un nombre vient son unité, par exemple 100 PT."));
    }
}
