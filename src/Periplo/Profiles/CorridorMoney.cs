using Periplo.Charts;
using Periplo.Indicators;
using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>The table of the money of corridors: all three rules side by side, for none of them is measured.</summary>
internal static class CorridorMoney
{
    private const string Code = "R1.06";

    // The rule that is shown first where only one is: nobody sends less than home income would give.
    private const string Leading = "RULE_3";

    /// <summary>The largest senders by the leading rule; null where no money is shared out.</summary>
    public static TableBlock? Of(AreaFacts facts, ProfileFigures figures, ProfileLinks links)
    {
        if (facts.Registry.Find(Code) is not { } indicator)
            return null;
        var measures = indicator.Measures.Where(measure => facts.Ranked(Code, measure.Id).Count > 0).ToList();
        if (measures.Count == 0)
            return null;
        var leading = measures.Find(measure => measure.Id == Leading) ?? measures[^1];
        var byRule = measures.ConvertAll(measure => facts.Ranked(Code, measure.Id).Take(ProfileGenerator.CorridorsShown).ToDictionary(value => value.Key.Counterpart));
        var senders = facts.Ranked(Code, leading.Id).Take(ProfileGenerator.CorridorsShown).ToList();
        TableColumn[] columns =
        [
            new(new("País de envío", "Sending country", "Pays d’envoi")),
            .. measures.Select(measure => new TableColumn(measure.Name, ValueWords.Counted(measure.Unit), ValueWords.Style(measure.Unit, 1000))),
            new(new("Año", "Year", "Année")),
        ];
        return new(
            "corridors-money", new("Remesas por corredor, estimadas por tres reglas", "Remittances by corridor, estimated by three rules", "Envois de fonds par corridor, estimés selon trois règles"),
            new(columns, [.. senders.Select(Row)]),
            new(
                "Nadie mide el dinero de cada corredor: las tres reglas lo reparten y dan un intervalo. El orden es el de la última.",
                "Nobody measures the money of each corridor: the three rules share it out and give a range. The order is that of the last.",
                "Personne ne mesure l’argent de chaque corridor : les trois règles le répartissent et donnent un intervalle. L’ordre est celui de la dernière."));

        Cell[] Row(IndicatorValue sender) =>
        [
            Cell.Of(facts.Counterpart(sender).ShortName, links.Corridor(facts.Counterpart(sender), facts.Area)),
            .. byRule.Select(values => values.TryGetValue(sender.Key.Counterpart, out var value) ? Cell.Of(ValueWords.Datum(value, figures.Lineage(value)))
                : values.Count < ProfileGenerator.CorridorsShown ? Cell.Of((double?)null) : Cell.Of(AtMost(values.Values))),
            Cell.Of(ValueWords.Period(sender.Period)),
        ];

        // Not among the largest by this rule: no more than the least of them.
        static Text AtMost(IEnumerable<IndicatorValue> largest) =>
            largest.MinBy(value => value.Value)! is var least && Numbers.In(least.Value, ValueWords.Style(least.Unit, least.Value)) is var number
                ? new($"≤ {number.Es}", $"≤ {number.En}", $"≤ {number.Fr}") : Numbers.Missing;
    }
}
