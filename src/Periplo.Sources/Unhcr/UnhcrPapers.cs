using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Sources.Unhcr;

/// <summary>Papers and notes of UNHCR's tables of asylum procedures, flows and solutions.</summary>
internal static class UnhcrPapers
{
    public const string Source = "UNHCR";

    public static readonly Text Origins = new(
        "Origen UNK, desconocido; XXA, apátrida.",
        "Origin UNK, unknown; XXA, stateless.",
        "Origine UNK, inconnue ; XXA, apatride.");

    public static readonly Text Rounded = new(
        "El publicador puede redondear los números pequeños (de 1 a 4) para proteger a las personas.",
        "The publisher may round small counts (1 to 4) to protect persons.",
        "Le producteur peut arrondir les petits nombres (de 1 à 4) pour protéger les personnes.");

    public static readonly Text OmittedRows = new(
        "Una pareja de origen y asilo sin fila en un año no se publicó: puede ser cero o no estar disponible.",
        "A pair of origin and asylum without a row in a year was not published: it may be zero or not available.",
        "Un couple origine-asile sans ligne une année n’a pas été publié : ce peut être zéro ou non disponible.");

    public static readonly Text PersonsAndCases = new(
        "Unas autoridades cuentan personas (PS) y otras expedientes (CASE), que pueden tener varias personas: no se suman.",
        "Some authorities count persons (PS) and others cases (CASE), which may have several persons: they are not added.",
        "Certaines autorités comptent des personnes (PS) et d’autres des dossiers (CASE), qui peuvent comprendre plusieurs personnes : ils ne s’additionnent pas.");

    public static Papers Of(Text method) => new(Text.Same("UNHCR, Refugee Data Finder"), "https://www.unhcr.org/refugee-statistics", "CC BY 4.0", method);
}
