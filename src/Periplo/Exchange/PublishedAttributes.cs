using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;
using static Periplo.Statistics.Names;

namespace Periplo.Exchange;

/// <summary>
/// The attributes of every flow: what SDMX names for statistics (Content-Oriented Guidelines), and the papers a figure never leaves
/// without. What the observations of a series share hangs on the series.
/// </summary>
internal static class PublishedAttributes
{
    public static readonly CodeList Confidentiality = new("CL_CONF_STATUS", CodeLists.Sdmx, "1.2", new Text("Confidencialidad", "Confidentiality status", "Confidentialité").International(),
    [
        Code("F", "De libre publicación", "Free for publication", "Libre de publication"),
        Code("N", "No se publica", "Not for publication", "Non destiné à la publication"),
        Code("C", "Confidencial", "Confidential", "Confidentiel"),
        Code("D", "Confidencial por protección de otra cifra", "Secondary confidentiality, set by the sender", "Confidentialité secondaire, fixée par l’expéditeur"),
        Code("S", "Confidencial por protección de otra cifra, según quien recibe", "Secondary confidentiality, managed by the receiver", "Confidentialité secondaire, gérée par le destinataire"),
    ]);

    public static readonly CodeList Decimals = new("CL_DECIMALS", CodeLists.Sdmx, "1.0", new Text("Decimales", "Decimals", "Décimales").International(),
        [.. Enumerable.Range(0, 10).Select(number => Code($"{number}", Count(number, "Ningún decimal", "decimal", "decimales"), Count(number, "No decimals", "decimal", "decimals"), Count(number, "Aucune décimale", "décimale", "décimales")))]);

    public static readonly CodeList SourceType = new("CL_DATA_SOURCE_TYPE", CodeLists.Agency, "1.0", new Text("Tipo de fuente", "Type of source", "Type de source").International(),
    [
        Code("CEN", "Censo", "Census", "Recensement"),
        Code("REG", "Registro", "Register", "Registre"),
        Code("SUR", "Encuesta", "Survey", "Enquête"),
        Code("ADM", "Datos administrativos", "Administrative data", "Données administratives"),
        Code("MOD", "Modelo o estimación", "Model or estimate", "Modèle ou estimation"),
    ]);

    /// <summary>The attributes of a flow.</summary>
    /// <param name="sources">The list of its publications.</param>
    /// <param name="methods">The list of its methods.</param>
    /// <param name="licences">The list of licences.</param>
    public static IReadOnlyList<DataAttribute> Of(CodeList sources, CodeList methods, CodeList licences) =>
    [
        .. AttributeSet.Attributes.Where(attribute => attribute.Id is "OBS_STATUS" or "UNIT_MULT"),
        new(Concept("CONF_STATUS", "Confidencialidad", "Confidentiality status", "Confidentialité"), Confidentiality, Attachment.Observation, Mandatory: false),
        new(Concept("DECIMALS", "Decimales", "Decimals", "Décimales"), Decimals, Attachment.Series, Mandatory: false),
        .. AttributeSet.Attributes.Where(attribute => attribute.Id == "DATA_TYPE"),
        new(Concept("REF_DATE", "Día de referencia", "Reference day", "Jour de référence"), CodeList: null, Attachment.Observation, Mandatory: false),
        .. AttributeSet.Attributes.Where(attribute => attribute.Id == "COMMENT_OBS"),
        new(Concept("OBS_SOURCE", "Publicación de la cifra, si no es la de la serie", "Publication of the figure, where it is not that of the series", "Publication du chiffre, si elle n’est pas celle de la série"), sources, Attachment.Observation, Mandatory: false),
        new(Concept("DATA_SOURCE_TYPE", "Tipo de fuente", "Type of source", "Type de source"), SourceType, Attachment.Series, Mandatory: false),
        new(Concept("SOURCE_DETAIL", "Publicación de la que procede", "Publication it comes from", "Publication d’origine"), sources, Attachment.Series, Mandatory: false),
        new(Concept("METHOD", "Cómo se hizo", "How it was made", "Mode d’établissement"), methods, Attachment.Series, Mandatory: false),
        new(Concept("LICENCE", "Licencia", "Licence", "Licence"), licences, Attachment.Series, Mandatory: false),
        new(Concept("REVISION", "Revisión", "Revision", "Révision"), CodeList: null, Attachment.Series, Mandatory: false),
    ];

    private static string Count(int number, string none, string one, string many) => number switch { 0 => none, 1 => $"1 {one}", _ => $"{number} {many}" };
}
