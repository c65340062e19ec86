using Periplo.Languages;

namespace Periplo.Flows;

/// <summary>What to say where a whole side of the reported flows is missing.</summary>
public static class MissingFlows
{
    /// <summary>No emigration by next residence of any area.</summary>
    public static Text Emigration { get; } = new(
        "Falta el lado del origen: no hay cifras de emigración por país de residencia siguiente de ningún país. Se importan con «periplo import» (Eurostat, migr_emi5nxt).",
        "The origin's side is missing: no emigration by country of next residence is held of any country. It is imported with \"periplo import\" (Eurostat, migr_emi5nxt).",
        "Le côté de l’origine manque : aucune donnée d’émigration par pays de résidence suivante, pour aucun pays. Elle s’importe avec « periplo import » (Eurostat, migr_emi5nxt).");

    /// <summary>No immigration by previous residence of any area.</summary>
    public static Text Immigration { get; } = new(
        "Falta el lado del destino: no hay cifras de inmigración por país de residencia anterior de ningún país. Se importan con «periplo import» (Eurostat, migr_imm5prv).",
        "The destination's side is missing: no immigration by country of previous residence is held of any country. It is imported with \"periplo import\" (Eurostat, migr_imm5prv).",
        "Le côté de la destination manque : aucune donnée d’immigration par pays de résidence précédente, pour aucun pays. Elle s’importe avec « periplo import » (Eurostat, migr_imm5prv).");
}
