namespace Periplo.Exchange;

/// <summary>What is known of whoever figures come from: whom to prefer where two say something of one key, and how they come by their figures.</summary>
public static class Sources
{
    /// <summary>The source of Periplo's own estimates and counts.</summary>
    public const string Own = "PERIPLO";

    // They compile what countries say, or estimate where countries say nothing.
    private static readonly HashSet<string> Compilers = new(StringComparer.OrdinalIgnoreCase)
    {
        "UNDESA", "UNHCR", "UNSD", "UNICEF", "WB", "RPW", "KNOMAD", "ILO", "OECD", "EUROSTAT", "FRONTEX", "IDMC", "IOM", "IOM-MMP",
    };

    /// <summary>
    /// Place in the order of preference: 0 who counts its own country, 1 who compiles the figures of others, 2 Periplo's own estimates
    /// (decision 13).
    /// </summary>
    public static int Rank(string source) => source == Own ? 2 : Compilers.Contains(source) ? 1 : 0;

    /// <summary>How figures of a source come to be, as CL_DATA_SOURCE_TYPE has it; null where they come in several ways, or nobody said.</summary>
    /// <param name="dataset">Id of the dataset.</param>
    /// <param name="source">Id of the source.</param>
    public static string? TypeOf(string dataset, string source) => (dataset, source) switch
    {
        ("MIGRATION" or "VISITS" or "RESIDENTS" or "MOVEMENT_QUALITY", _) => "ADM",
        ("FLOWS" or "REMITTANCES" or "POPULATION_SCENARIOS" or "INDICATORS", Own) => "MOD",
        (_, Own) => "REG",
        ("STOCK" or "DEMOGRAPHY", "UNDESA") => "MOD",
        ("DISPLACED" or "ASYLUM" or "DISPLACEMENT_FLOWS", "UNHCR" or "EUROSTAT") => "ADM",
        ("MOVEMENTS_MONTHLY", "IOM-MMP") => null,
        ("MOVEMENTS_MONTHLY", _) => "ADM",
        (_, "RPW") => "SUR",
        _ => null,
    };
}
