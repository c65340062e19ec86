using Periplo.Languages;
using Periplo.Registers;
using Periplo.Statistics;

namespace Periplo.Sources.Registers;

/// <summary>Says what each column of a register's files is: the sheet of instructions.</summary>
internal static class RecordGuide
{
    /// <summary>The codes a column takes; empty where they are no short list.</summary>
    public static IReadOnlyList<string> Codes(Column column) => (column.Field.Type, column.Part) switch
    {
        (FieldType.Code, _) => [.. column.Field.Codes!.Codes.Select(code => code.Id)],
        (FieldType.YesNo, _) => ["yes", "no"],
        (_, ColumnPart.Announced) => ["announced", "actual"],
        _ => [],
    };

    /// <summary>A header and a row for each column: name, what it is, type, whether required, codes, example.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(Register register, IReadOnlyList<Column> columns, Language language)
    {
        string Say(string es, string en, string fr) => language.Of(es, en, fr);
        yield return [Say("Columna", "Column", "Colonne"), Say("Qué es", "What it is", "Ce que c’est"), Say("Cómo se escribe", "How it is written", "Comment l’écrire"), Say("Obligatoria", "Required", "Obligatoire"), Say("Códigos", "Codes", "Codes"), Say("Ejemplo", "Example", "Exemple")];
        yield return
        [
            RecordColumns.Id,
            Say($"Identificador de la ficha ({register.One.Es})", $"Id of the record ({register.One.En})", $"Identifiant de la fiche ({register.One.Fr})"),
            Say("Letras sin acento, cifras, «.», «_» y «-», hasta 64; único y para siempre", "Letters without accents, digits, \".\", \"_\" and \"-\", at most 64; unique and for ever", "Lettres sans accent, chiffres, « . », « _ » et « - », jusqu’à 64 ; unique et pour toujours"),
            Say("sí", "yes", "oui"),
            "",
            "ficha-1",
        ];
        foreach (var column in columns)
        {
            var many = column.Field.Many ? Say("; varios se separan con «|»", "; several are separated by \"|\"", " ; plusieurs se séparent par « | »") : "";
            var help = column.Field.Help is { } text ? $". {text.In(language)}" : "";
            yield return
            [
                column.Name,
                column.Title.In(language) + help,
                Form(column).In(language) + many,
                Required(column) ? Say("sí", "yes", "oui") : Say("no", "no", "non"),
                Names(column, language),
                Example(column),
            ];
        }
    }

    private static bool Required(Column column) => column.Field.Required && column.Part is ColumnPart.Value or ColumnPart.Spanish or ColumnPart.English or ColumnPart.Place;

    private static string Names(Column column, Language language) => column.Field.Codes is { } list
        ? string.Join("\n", list.Codes.Select(code => $"{code.Id} = {code.Name.In(language)}"))
        : string.Join(", ", Codes(column));

    private static Text Form(Column column) => (column.Field.Type, column.Part) switch
    {
        (FieldType.Money, ColumnPart.Value) => new("Importe en unidades, no en millones", "Amount in units, not in millions", "Montant en unités, non en millions"),
        (_, ColumnPart.Currency) => new("Moneda, código ISO 4217", "Currency, ISO 4217 code", "Monnaie, code ISO 4217"),
        (_, ColumnPart.PriceYear) => new("Año, o vacío", "Year, or empty", "Année, ou vide"),
        (FieldType.Number, _) => new(
            "Número con punto decimal, sin separador de miles" + Bounds(column.Field, "de", "a") + Unit(column.Field),
            "Number with a decimal point, no thousands separator" + Bounds(column.Field, "from", "to") + Unit(column.Field),
            "Nombre avec point décimal, sans séparateur de milliers" + Bounds(column.Field, "de", "à") + Unit(column.Field)),
        (_, ColumnPart.Announced) => new("announced (anunciada) o actual (efectiva)", "announced or actual", "announced (annoncée) ou actual (effective)"),
        (FieldType.Date or FieldType.Interval, _) => new("Fecha: 2008, 2008-07 o 2008-07-15", "Date: 2008, 2008-07 or 2008-07-15", "Date : 2008, 2008-07 ou 2008-07-15"),
        (FieldType.Code, _) => new("Un código de la lista", "A code of the list", "Un code de la liste"),
        (FieldType.Area, _) => new("Área: código ISO de tres letras, o M49 de una región", "Area: three-letter ISO code, or M49 code of a region", "Zone : code ISO à trois lettres, ou M49 d’une région"),
        (FieldType.Locator, ColumnPart.Value) => new("Identificador de un documento", "Id of a document", "Identifiant d’un document"),
        (_, ColumnPart.Place) => new("Lugar en el documento: ¶65, §3.1, Annex A3", "Place in the document: ¶65, §3.1, Annex A3", "Passage du document : ¶65, §3.1, Annex A3"),
        (FieldType.Reference, _) => new($"Identificador de una ficha del registro «{column.Field.References}»", $"Id of a record of the register \"{column.Field.References}\"", $"Identifiant d’une fiche du registre « {column.Field.References} »"),
        (FieldType.Link, _) => new("Dirección que empieza por https://", "Address beginning with https://", "Adresse qui commence par https://"),
        (FieldType.YesNo, _) => new("yes (sí) o no", "yes or no", "yes (oui) ou no (non)"),
        _ when column.Field.Long => new("Texto, puede tener varias líneas", "Text, may have several lines", "Texte, peut avoir plusieurs lignes"),
        _ => new("Texto de una línea", "Text of one line", "Texte d’une ligne"),
    };

    private static string Bounds(Field field, string from, string to) =>
        (field.Least is { } least ? $", {from} {least}" : "") + (field.Most is { } most ? $" {to} {most}" : "");

    private static string Unit(Field field) => field.Unit is { } unit ? $" ({unit})" : "";

    private static string Example(Column column) => (column.Field.Type, column.Part) switch
    {
        (FieldType.Code or FieldType.YesNo, _) or (_, ColumnPart.Announced) => Codes(column)[0],
        (FieldType.Money, ColumnPart.Value) => "250000",
        (_, ColumnPart.Currency) => "USD",
        (_, ColumnPart.PriceYear) => "2008",
        (FieldType.Number, _) => $"{column.Field.Least ?? 12}",
        (FieldType.Date or FieldType.Interval, _) => "2008-07-15",
        (FieldType.Area, _) => column.Field.Many ? "GTM|HND" : "GTM",
        (FieldType.Reference, _) or (FieldType.Locator, ColumnPart.Value) => "ficha-1",
        (_, ColumnPart.Place) => "¶65",
        (FieldType.Link, _) => "https://example.org/",
        _ => "",
    };
}
