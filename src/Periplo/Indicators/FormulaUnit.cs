using System.Globalization;
using Periplo.Statistics;

namespace Periplo.Indicators;

/// <summary>The unit of a formula, worked out beside its value: apples are not added to pears.</summary>
internal static class FormulaUnit
{
    /// <summary>Code of numbers without a unit.</summary>
    public const string Pure = "PURE_NUMB";

    /// <summary>Units that are made of others, with the powers they are made of; any other unit is one of its own.</summary>
    private static readonly Dictionary<string, (string Unit, int Power)[]> Made = new()
    {
        [Pure] = [],
        ["USD_PS"] = [("USD", 1), ("PS", -1)],
    };

    /// <summary>Checks that a formula comes out in the unit declared.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="declared">Code of the unit of the measure.</param>
    /// <param name="unitOf">Unit of a measure of another indicator.</param>
    /// <exception cref="FormulaException">It does not, or it adds different units.</exception>
    public static void Check(IndicatorFormula formula, string declared, Func<IndicatorReference, string> unitOf)
    {
        var (found, wanted) = (Of(formula.Root, unitOf), Powers(declared));
        if (!Same(found, wanted))
        {
            throw new FormulaException(
                new(
                    $"La fórmula da {Say(found)} y el indicador declara {declared}: revise los factores (100 PT, 1000 10P3HAB) o la unidad.",
                    $"The formula gives {Say(found)} and the indicator declares {declared}: check factors (100 PT, 1000 10P3HAB) or the unit.",
                    $"La formule donne {Say(found)} et l’indicateur déclare {declared} : vérifiez les facteurs (100 PT, 1000 10P3HAB) ou l’unité."),
                1);
        }
    }

    private static Dictionary<string, int> Of(Expression expression, Func<IndicatorReference, string> unitOf)
    {
        switch (expression)
        {
            case Number number:
                return Powers(number.Unit);
            case Selection selection:
                return Powers(selection.Unit);
            case IndicatorReference reference:
                return Powers(unitOf(reference));
            case Lag lag:
                return Of(lag.Of, unitOf);
            case Operation { Sign: '*' or '/' } operation:
                var powers = Of(operation.Left, unitOf);
                foreach (var (unit, power) in Of(operation.Right, unitOf))
                    powers[unit] = powers.GetValueOrDefault(unit) + (operation.Sign == '*' ? power : -power);
                return powers;
            case Operation operation:
                var (left, right) = (Of(operation.Left, unitOf), Of(operation.Right, unitOf));
                return Same(left, right) ? left : throw new FormulaException(
                    new(
                        $"No se suma ni resta {Say(left)} con {Say(right)} (lugar {operation.Place}).", $"{Say(left)} and {Say(right)} cannot be added or subtracted (place {operation.Place}).",
                        $"On n’additionne ni ne soustrait {Say(left)} et {Say(right)} (place {operation.Place})."),
                    operation.Place);
            default:
                throw new InvalidOperationException($"No unit for {expression.GetType().Name}.");
        }
    }

    private static Dictionary<string, int> Powers(string unit) => Made.TryGetValue(unit, out var parts) ? parts.ToDictionary(part => part.Unit, part => part.Power) : new() { [unit] = 1 };

    private static bool Same(Dictionary<string, int> left, Dictionary<string, int> right) =>
        left.Keys.Union(right.Keys).All(unit => left.GetValueOrDefault(unit) == right.GetValueOrDefault(unit));

    private static string Say(Dictionary<string, int> powers)
    {
        var said = powers.Where(pair => pair.Value != 0).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Value == 1 ? pair.Key : string.Create(CultureInfo.InvariantCulture, $"{pair.Key}^{pair.Value}")).ToList();
        return said.Count == 0 ? Pure : string.Join("·", said);
    }
}
