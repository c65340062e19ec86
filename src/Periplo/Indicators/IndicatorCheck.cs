using Periplo.Statistics;

namespace Periplo.Indicators;

/// <summary>Checks what can only be checked when all indicators are read: references, cycles, units, and what methods need.</summary>
/// <param name="find">Gives an indicator by its code.</param>
public sealed class IndicatorCheck(Func<string, IndicatorDefinition?> find)
{
    /// <summary>Most indicators a formula may lead through.</summary>
    public const int LongestChain = 20;

    /// <summary>Checks one measure.</summary>
    /// <exception cref="FormulaException">It cannot be worked out, or not in its unit.</exception>
    public void Check(IndicatorDefinition indicator, IndicatorMeasure measure)
    {
        if (CodeLists.Unit.Find(measure.Unit) is null)
        {
            var known = string.Join(", ", CodeLists.Unit.Codes.Select(code => code.Id));
            throw new FormulaException(new(
                $"«{measure.Unit}» no es una unidad. Las que hay: {known}.", $"\"{measure.Unit}\" is no unit. There are: {known}.", $"« {measure.Unit} » n’est pas une unité. Il y a : {known}."));
        }

        if (measure.Formula is { } formula)
        {
            Follow(formula.Root, [indicator.Code]);
            if (measure.Method != MoneyAboveTarget.Method)
                CheckApart(measure, formula.Root);
            if (measure.Method is null)
                FormulaUnit.Check(formula, measure.Unit, UnitOf);
        }

        if (measure.Method is { } method)
            CheckMethod(measure, method);
    }

    private static void CheckMethod(IndicatorMeasure measure, string method)
    {
        if (Distribution.Methods.TryGetValue(method, out var needs))
        {
            var apart = measure.Formula?.Root is Selection selection ? needs.Apart == "CL_AGE" ? selection.Choice("AGE")?.Kind == ChoiceKind.Each ? "AGE" : null : selection.CounterpartDimension : null;
            if (apart is null || measure.Unit != needs.Unit)
            {
                throw new FormulaException(
                    new(
                        $"El método «{method}» necesita una sola selección con {(needs.Apart == "CL_AGE" ? "AGE=each" : "un área igual a «each»")} y la unidad {needs.Unit}.",
                        $"The method \"{method}\" needs a single selection with {(needs.Apart == "CL_AGE" ? "AGE=each" : "an area equal to \"each\"")} and the unit {needs.Unit}.",
                        $"La méthode « {method} » a besoin d’une seule sélection avec {(needs.Apart == "CL_AGE" ? "AGE=each" : "une zone égale à « each »")} et de l’unité {needs.Unit}."),
                    1);
            }

            return;
        }

        if (method == MoneyAboveTarget.Method)
        {
            if (MoneyAboveTarget.Parts(measure.Formula?.Root) is null || measure.Unit != MoneyAboveTarget.Unit)
            {
                throw new FormulaException(
                    new(
                        $"El método «{method}» necesita dinero en USD por un precio en PT_TRANSACT, ambos con la misma área igual a «each», y la unidad USD.",
                        $"The method \"{method}\" needs money in USD times a price in PT_TRANSACT, both with the same area equal to \"each\", and the unit USD.",
                        $"La méthode « {method} » a besoin d’un montant en USD multiplié par un prix en PT_TRANSACT, tous deux avec la même zone égale à « each », et de l’unité USD."),
                    1);
            }

            return;
        }

        var known = Distribution.Methods.Keys.Append(MoneyAboveTarget.Method).Concat(RegisterIndicators.Methods.Keys).Append(DefinitionUsed.Method).Append(QualityScore.Method).ToList();
        if (!known.Contains(method) || measure.Formula is not null)
        {
            throw new FormulaException(new(
                $"No hay ningún método «{method}», o no lleva fórmula. Los que hay: {string.Join(", ", known)}.", $"There is no method \"{method}\", or it takes no formula. There are: {string.Join(", ", known)}.",
                $"Il n’y a aucune méthode « {method} », ou elle ne prend pas de formule. Il y a : {string.Join(", ", known)}."));
        }
    }

    private static void CheckApart(IndicatorMeasure measure, Expression root)
    {
        var ranked = root.Selections().FirstOrDefault(selection => selection.CounterpartDimension is not null);
        if (ranked is not null && !ReferenceEquals(ranked, root))
        {
            throw new FormulaException(
                new(
                    $"Una selección que distingue áreas (each) va sola, sin cuentas (lugar {ranked.Place}).", $"A selection that tells areas apart (each) stands alone, without sums (place {ranked.Place}).",
                    $"Une sélection qui distingue des zones (each) reste seule, sans calcul (place {ranked.Place})."),
                ranked.Place);
        }

        if (ranked is not null && measure.Method is null && ranked.Chosen().Any(pair => pair.Choice.Kind is ChoiceKind.Sum or ChoiceKind.Mean || pair.Choice.Codes.Count > 1))
        {
            throw new FormulaException(
                new(
                    $"Una selección que distingue áreas (each) no suma además (lugar {ranked.Place}).", $"A selection that tells areas apart (each) does not also sum (place {ranked.Place}).",
                    $"Une sélection qui distingue des zones (each) n’additionne pas en plus (place {ranked.Place})."),
                ranked.Place);
        }
    }

    private void Follow(Expression root, List<string> path)
    {
        foreach (var reference in root.References())
        {
            var target = Target(reference);
            if (path.Contains(reference.Code) || path.Count > LongestChain)
            {
                var way = string.Join(" → ", path.Append(reference.Code));
                throw new FormulaException(
                    new($"La fórmula vuelve sobre sí misma: {way}.", $"The formula leads back to itself: {way}.", $"La formule revient sur elle-même : {way}."), reference.Place);
            }

            path.Add(reference.Code);
            Follow(target.Formula!.Root, path);
            path.RemoveAt(path.Count - 1);
        }
    }

    private string UnitOf(IndicatorReference reference) => Target(reference).Unit;

    private IndicatorMeasure Target(IndicatorReference reference)
    {
        var indicator = find(reference.Code);
        if (indicator?.SameAs is { } same)
            indicator = find(same);
        return indicator?.Measures.FirstOrDefault(measure => measure.Id == reference.Measure) is { Formula: { } formula } measure && (measure.Method is not null || formula.Root is not Selection { CounterpartDimension: not null })
            ? measure
            : throw new FormulaException(
                new(
                    $"{reference.Code} no es un indicador con fórmula y una cifra por área (lugar {reference.Place}).", $"{reference.Code} is no indicator with a formula and one figure an area (place {reference.Place}).",
                    $"{reference.Code} n’est pas un indicateur avec une formule et un chiffre par zone (place {reference.Place})."),
                reference.Place);
    }
}
