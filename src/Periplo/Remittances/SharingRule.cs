using Periplo.Languages;

namespace Periplo.Remittances;

/// <summary>How the money a country receives is shared over the countries where its emigrants live (Ratha and Shaw 2007).</summary>
public enum SharingRule
{
    /// <summary>Every migrant sends the same.</summary>
    Migrants = 1,

    /// <summary>What a migrant sends is proportional to income per head where he or she lives.</summary>
    HostIncome = 2,

    /// <summary>Nobody sends less than home income per head would give; what goes beyond grows less than one for one with the income gap. The default.</summary>
    IncomeGap = 3,
}

/// <summary>The weights of the rules.</summary>
public static class SharingRules
{
    /// <summary>β: how what is sent beyond the minimum grows with the income gap, as Ratha and Shaw (2007) set it.</summary>
    public const double Beta = 0.75;

    /// <summary>The three rules in order.</summary>
    public static IReadOnlyList<SharingRule> All { get; } = [SharingRule.Migrants, SharingRule.HostIncome, SharingRule.IncomeGap];

    /// <summary>
    /// What one migrant counts under a rule. It is a weight, not money: rule 3 adds an income to a power of one, so the
    /// currency and the year of the incomes are part of the method.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="home">Income per head of the receiving country, current US dollars, above zero.</param>
    /// <param name="host">Income per head of the sending country, same currency and year, above zero.</param>
    public static double Weight(this SharingRule rule, double home, double host) => rule switch
    {
        SharingRule.Migrants => 1,
        SharingRule.HostIncome => host,
        _ => host < home ? home : home + Math.Pow(host - home, Beta),
    };

    /// <summary>Name of a rule for people.</summary>
    public static Text Name(this SharingRule rule) => rule switch
    {
        SharingRule.Migrants => new("Regla 1: por número de migrantes", "Rule 1: by number of migrants", "Règle 1 : selon le nombre de migrants"),
        SharingRule.HostIncome => new("Regla 2: por migrantes e ingreso del destino", "Rule 2: by migrants and income at destination", "Règle 2 : selon les migrants et le revenu à destination"),
        _ => new("Regla 3: por migrantes y diferencia de ingresos", "Rule 3: by migrants and income gap", "Règle 3 : selon les migrants et l’écart de revenus"),
    };
}
