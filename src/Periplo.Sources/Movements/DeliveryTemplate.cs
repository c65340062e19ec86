using System.Text;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sources.Tables;
using Text = Periplo.Languages.Text;

namespace Periplo.Sources.Movements;

/// <summary>Writes the file a directorate of migration fills in: a workbook with instructions and code lists in every language, or the header of a CSV.</summary>
public static class DeliveryTemplate
{
    private const string Lists = "Listas";
    private static readonly Text FormSheet = new("Datos", "Figures", "Données");
    private static readonly double[] GuideWidths = [30, 48, 48, 48, 48, 48, 48, 14];

    private static readonly (Text What, Text Form, string Example)[] Guide =
    [
        (new("Mes al que se refiere la cifra. Obligatorio.", "Month the figure is about. Required.", "Mois auquel se rapporte le chiffre. Obligatoire."), new("2025-04", "2025-04", "2025-04"), "2025-04"),
        (new("Qué se cuenta. Obligatorio.", "What is counted. Required.", "Ce qui est compté. Obligatoire."), new("Un código o palabra de la lista «tabla»", "A code or word of the list \"table\"", "Un code ou un mot de la liste « tableau »"), "ENTRY"),
        (new("Nacionalidad del documento. Vacío o _T: todas.", "Citizenship of the document. Empty or _T: all.", "Nationalité du document. Vide ou _T : toutes."), new("Código ISO de tres letras, o nombre del país; UNK desconocida, XXA apátrida", "Three-letter ISO code, or name of the country; UNK unknown, XXA stateless", "Code ISO à trois lettres, ou nom du pays ; UNK inconnue, XXA apatride"), "SLV"),
        (new("País de donde vienen (entradas) o adonde van (salidas). Vacío o _T: todos.", "Country they come from (entries) or go to (exits). Empty or _T: all.", "Pays d’où ils viennent (entrées) ou vers lequel ils vont (sorties). Vide ou _T : tous."), new("Como la nacionalidad", "As the citizenship", "Comme la nationalité"), "MEX"),
        (new("Sexo. Vacío o _T: ambos.", "Sex. Empty or _T: both.", "Sexe. Vide ou _T : les deux."), new("Un código o palabra de la lista «sexo»; M es hombres y F es mujeres", "A code or word of the list \"sex\"; M is men and F is women", "Un code ou un mot de la liste « sexe » ; M est hommes et F est femmes"), "F"),
        (new("Edad en años cumplidos. Vacío o _T: todas.", "Age in completed years. Empty or _T: all.", "Âge en années révolues. Vide ou _T : tous."), new("0-4, 18-29, 65+, <18, _U; los grupos no se traslapan", "0-4, 18-29, 65+, <18, _U; groups do not overlap", "0-4, 18-29, 65+, <18, _U ; les groupes ne se chevauchent pas"), "18-29"),
        (new("Puesto fronterizo. Vacío o _T: todos.", "Border post. Empty or _T: all.", "Poste frontière. Vide ou _T : tous."), new("P001 a P999 según la lista de la institución; _U desconocido", "P001 to P999 by the institution's list; _U unknown", "P001 à P999 selon la liste de l’institution ; _U inconnu"), "P001"),
        (new("Medio de transporte. Vacío o _T: todos.", "Mode of transport. Empty or _T: all.", "Moyen de transport. Vide ou _T : tous."), new("Un código o palabra de la lista «medio»", "A code or word of the list \"mode\"", "Un code ou un mot de la liste « moyen »"), "LAND"),
        (new("Cuántos movimientos. Vacío: la cifra falta; 0: no hubo.", "How many movements. Empty: the figure is missing; 0: there were none.", "Combien de mouvements. Vide : le chiffre manque ; 0 : il n’y en a pas eu."), new("Solo cifras, sin puntos ni comas", "Digits only, no points or commas", "Seulement des chiffres, sans points ni virgules"), "1234"),
    ];

    private static readonly Text[] Rules =
    [
        new("Una fila por cifra. Puede dar totales (con las demás columnas vacías) y desgloses en el mismo archivo: cada total debe ser la suma de sus partes, con lo desconocido como UNK o _U.",
            "A row a figure. Totals (with the other columns empty) and breakdowns may stand in the same file: each total must be the sum of its parts, with what is unknown as UNK or _U.",
            "Une ligne par chiffre. Elle peut donner des totaux (les autres colonnes vides) et des ventilations dans le même fichier : chaque total doit être la somme de ses parties, l’inconnu comme UNK ou _U."),
        new("No se escriben personas: solo cifras por grupo. No borre ni cambie el encabezado.", "No persons are written: figures of groups only. Do not delete or change the header.", "On n’écrit pas de personnes : seulement des chiffres par groupe. N’effacez ni ne changez l’en-tête."),
    ];

    /// <summary>Writes the workbook.</summary>
    /// <param name="areas">Countries of the code list.</param>
    /// <param name="language">Language of the header and the tabs; instructions are in all.</param>
    /// <param name="to">Where to.</param>
    public static void WriteWorkbook(AreaRegistry areas, Language language, Stream to)
    {
        (int Column, IReadOnlyList<(string Code, Text Word)> Codes)[] lists = [(1, DeliveryWords.Tables), (4, DeliveryWords.Sexes), (7, DeliveryWords.Modes)];
        TemplateBook.Write(
        [
            new(
                FormSheet.In(language), [.. DeliveryColumns.Names.Select(_ => 18.0)], CellStyle.AsText, IsForm: true, [Header(language)],
                [.. lists.Select((list, i) => new OfferedCodes(list.Column, Lists, i, list.Codes.Count))]),
            new("Instrucciones - Instructions", GuideWidths, CellStyle.Wrapped, IsForm: false, Instructions(areas, lists), []),
            new(Lists, [], CellStyle.AsText, IsForm: false, Offered(lists, language), []),
        ], to);
    }

    /// <summary>Writes the header of a CSV, in UTF-8 with the mark that spreadsheets look for.</summary>
    public static void WriteCsv(Language language, Stream to) =>
        to.Write(Encoding.UTF8.GetBytes("\uFEFF" + string.Join(',', Header(language)) + "\r\n"));

    private static IReadOnlyList<string> Header(Language language) => [.. DeliveryColumns.Names.Select(name => name.In(language))];

    private static IEnumerable<IReadOnlyList<string>> Instructions(AreaRegistry areas, (int Column, IReadOnlyList<(string Code, Text Word)> Codes)[] lists)
    {
        yield return ["Columna / Column / Colonne", "Qué es", "What it is", "Ce que c’est", "Cómo se escribe", "How it is written", "Comment l’écrire", "Ejemplo / Example / Exemple"];
        for (var i = 0; i < Guide.Length; i++)
        {
            var (name, (what, form, example)) = (DeliveryColumns.Names[i], Guide[i]);
            yield return [$"{name.Es} / {name.En} / {name.Fr}", what.Es, what.En, what.Fr, form.Es, form.En, form.Fr, example];
        }

        foreach (var rule in Rules)
            yield return ["", rule.Es, rule.En, rule.Fr];
        yield return [];
        yield return ["Lista / List / Liste", "Español", "English", "Français", "Código / Code"];
        foreach (var (column, codes) in lists)
        {
            foreach (var (code, word) in codes)
                yield return [$"{DeliveryColumns.Names[column].Es} / {DeliveryColumns.Names[column].En} / {DeliveryColumns.Names[column].Fr}", word.Es, word.En, word.Fr, code];
        }

        foreach (var area in areas.All.Where(area => area.IsLeaf))
            yield return ["país / country / pays", area.ShortName.Es, area.ShortName.En, area.ShortName.Fr, area.Id];
    }

    private static IEnumerable<IReadOnlyList<string>> Offered((int Column, IReadOnlyList<(string Code, Text Word)> Codes)[] lists, Language language)
    {
        yield return [.. lists.Select(list => DeliveryColumns.Names[list.Column].In(language))];
        for (var i = 0; i < lists.Max(list => list.Codes.Count); i++)
            yield return [.. lists.Select(list => list.Codes.ElementAtOrDefault(i).Code ?? "")];
    }
}
