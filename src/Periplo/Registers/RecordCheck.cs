using System.Globalization;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Registers;

/// <summary>What is wrong with a value of a record, and what to do.</summary>
/// <param name="Column">The column.</param>
/// <param name="Reason">What is wrong and what to do.</param>
public sealed record RecordFault(Column Column, Text Reason);

/// <summary>Checks records before they are written: type and range of every value, required fields, and the rules over several.</summary>
/// <param name="areas">The areas.</param>
public sealed class RecordCheck(AreaRegistry areas)
{
    /// <summary>Most characters of a text that is not long.</summary>
    public const int LongestText = 500;

    /// <summary>Most characters of a long text.</summary>
    public const int LongestLongText = 20_000;

    /// <summary>Most values of a field that holds several.</summary>
    public const int MostValues = 300;

    /// <summary>Whether a text may be the id of a record: ASCII letters, digits, <c>. _ -</c>, beginning with a letter or digit, at most 64.</summary>
    public static bool IsId(string id) =>
        id.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(id[0]) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');

    /// <summary>Every fault of a record's values but references to records that are not there, which the caller looks up.</summary>
    /// <param name="register">The register.</param>
    /// <param name="values">A value for each column. Not changed.</param>
    public IReadOnlyList<RecordFault> Faults(Register register, string[] values)
    {
        List<RecordFault>? faults = null;
        foreach (var column in register.Columns)
        {
            var value = values[column.Position];
            if ((value.Length == 0 ? Missing(column, values) : Fault(column, value)) is { } reason)
                (faults ??= []).Add(new(column, reason));
        }

        foreach (var field in register.Fields.Where(field => field is { Type: FieldType.Locator, Many: true }))
        {
            var place = field.Columns[1];
            if (Split(field, values[field.FirstColumn]).Length != Split(field, values[place.Position]).Length && values[place.Position].Length > 0)
            {
                (faults ??= []).Add(new(place, new(
                    "tiene que haber tantos lugares como documentos, separados igual con «|».",
                    "there have to be as many places as documents, separated alike by \"|\".",
                    "il faut autant de passages que de documents, séparés de même par « | ».")));
            }
        }

        foreach (var rule in register.Rules)
        {
            if (Fault(rule, values) is { } fault)
                (faults ??= []).Add(fault);
        }

        return faults ?? (IReadOnlyList<RecordFault>)[];
    }

    /// <summary>The references of a record: column, register and id.</summary>
    public static IEnumerable<(Column Column, string Register, string Id)> References(Register register, string[] values)
    {
        foreach (var field in register.Fields)
        {
            if (field.References is null)
                continue;
            var column = field.Columns[0];
            foreach (var id in Split(field, values[column.Position]))
                yield return (column, field.References, id);
        }
    }

    /// <summary>The values of a field: several where it holds several.</summary>
    public static string[] Split(Field field, string value) =>
        value.Length == 0 ? [] : field.Many ? value.Split(Register.Separator) : [value];

    private static Text? Missing(Column column, string[] values)
    {
        var field = column.Field;
        switch (column.Part)
        {
            case ColumnPart.Spanish or ColumnPart.English:
                if (field.Columns.Any(other => values[other.Position].Length > 0))
                    return new("falta el texto en este idioma; escríbalo en español y en inglés.", "the text is missing in this language; write it in Spanish and in English.", "le texte manque dans cette langue ; écrivez-le en espagnol et en anglais.");
                return field.Required ? Wanted : null;
            case ColumnPart.Value when field.Columns.Count > 1 && field.Columns.Any(other => values[other.Position].Length > 0):
                return Wanted;
            case ColumnPart.Value:
                return field.Required ? Wanted : null;
            case ColumnPart.Currency when values[field.FirstColumn].Length > 0:
                return new("falta la moneda; escriba su código ISO 4217, por ejemplo USD.", "the currency is missing; write its ISO 4217 code, for example USD.", "la monnaie manque ; écrivez son code ISO 4217, par exemple USD.");
            case ColumnPart.Place when values[field.FirstColumn].Length > 0:
                return new("falta el lugar en el documento, por ejemplo ¶65.", "the place in the document is missing, for example ¶65.", "le passage du document manque, par exemple ¶65.");
            default:
                return null;
        }
    }

    private static readonly Text Wanted = new("falta este dato; es obligatorio.", "this value is missing; it is required.", "cette donnée manque ; elle est obligatoire.");

    private Text? Fault(Column column, string value)
    {
        var field = column.Field;
        if (Unfit(value, field.Long ? LongestLongText : LongestText * (field.Many ? 8 : 1), multiline: field.Long) is { } unfit)
            return unfit;
        if (!field.Many)
            return One(column, value);
        var parts = value.Split(Register.Separator);
        if (parts.Length > MostValues)
            return new($"son más de {MostValues} valores.", $"these are more than {MostValues} values.", $"il y a plus de {MostValues} valeurs.");
        foreach (var part in parts)
        {
            if (part.Length == 0 || part != part.Trim())
                return new("hay un valor vacío o con espacios a los lados; separe los valores solo con «|».", "a value is empty or has blanks around it; put only \"|\" between values.", "une valeur est vide ou entourée d’espaces ; ne séparez les valeurs que par « | ».");
            if (One(column, part) is { } fault)
                return fault;
        }

        return column.Part != ColumnPart.Place && parts.Distinct().Count() < parts.Length && field.Type != FieldType.Locator
            ? new("hay un valor repetido.", "a value is repeated.", "une valeur est répétée.")
            : null;
    }

    private Text? One(Column column, string value) => (column.Field.Type, column.Part) switch
    {
        (FieldType.Number, _) => Number(value, column.Field.Least, column.Field.Most),
        (FieldType.Money, ColumnPart.Value) => Number(value, 0, null),
        (FieldType.Money, ColumnPart.Currency) => value.Length == 3 && value.All(char.IsAsciiLetterUpper)
            ? null
            : new($"«{value}» no es una moneda; escriba su código ISO 4217, por ejemplo USD.", $"\"{value}\" is no currency; write its ISO 4217 code, for example USD.", $"« {value} » n’est pas une monnaie ; écrivez son code ISO 4217, par exemple USD."),
        (FieldType.Money, ColumnPart.PriceYear) => value.Length == 4 && TryDate(value, out _) ? null : NotDate(value),
        (FieldType.Date, ColumnPart.Announced) => value is "announced" or "actual"
            ? null
            : new($"«{value}» no es «announced» ni «actual».", $"\"{value}\" is neither \"announced\" nor \"actual\".", $"« {value} » n’est ni « announced » ni « actual »."),
        (FieldType.Date or FieldType.Interval, _) => TryDate(value, out _) ? null : NotDate(value),
        (FieldType.Code, _) => column.Field.Codes!.Find(value) is not null
            ? null
            : new(
                $"«{value}» no es un código de esta lista: {string.Join(", ", column.Field.Codes.Codes.Select(code => code.Id))}.",
                $"\"{value}\" is no code of this list: {string.Join(", ", column.Field.Codes.Codes.Select(code => code.Id))}.",
                $"« {value} » n’est pas un code de cette liste : {string.Join(", ", column.Field.Codes.Codes.Select(code => code.Id))}."),
        (FieldType.Area, _) => areas.TryGet(value, out _)
            ? null
            : new($"«{value}» no es un área; escriba su código ISO de tres letras, o el M49 de una región.", $"\"{value}\" is no area; write its three-letter ISO code, or the M49 code of a region.", $"« {value} » n’est pas une zone ; écrivez son code ISO à trois lettres, ou le M49 d’une région."),
        (FieldType.Reference, _) or (FieldType.Locator, ColumnPart.Value) => IsId(value)
            ? null
            : new($"«{value}» no puede ser el identificador de una ficha.", $"\"{value}\" cannot be the id of a record.", $"« {value} » ne peut pas être l’identifiant d’une fiche."),
        (FieldType.Link, _) => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? null
            : new($"«{value}» no es una dirección que empiece por https://.", $"\"{value}\" is no address beginning with https://.", $"« {value} » n’est pas une adresse qui commence par https://."),
        (FieldType.YesNo, _) => value is "yes" or "no" ? null : new($"«{value}» no es «yes» ni «no».", $"\"{value}\" is neither \"yes\" nor \"no\".", $"« {value} » n’est ni « yes » ni « no »."),
        _ => null,
    };

    private static Text NotDate(string value) => new(
        $"«{value}» no es una fecha de 1800 a 2200; escriba 2008, 2008-07 o 2008-07-15.",
        $"\"{value}\" is no date from 1800 to 2200; write 2008, 2008-07 or 2008-07-15.",
        $"« {value} » n’est pas une date de 1800 à 2200 ; écrivez 2008, 2008-07 ou 2008-07-15.");

    /// <summary>A year, month or day from 1800 to 2200.</summary>
    public static bool TryDate(string value, out TimePeriod date)
    {
        date = default;
        return value.Length is 4 or 7 or 10 && value.All(c => char.IsAsciiDigit(c) || c == '-')
            && TimePeriod.TryParse(value, out date) && date.Year is >= 1800 and <= 2200;
    }

    private static Text? Number(string value, decimal? least, decimal? most)
    {
        // decimal gives up beyond 28 digits, and knows neither NaN nor infinity.
        if (value.Length > 28 || !decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return new($"«{value}» no es un número; escríbalo sin separador de miles y con punto decimal.", $"\"{value}\" is no number; write it without thousands separators and with a decimal point.", $"« {value} » n’est pas un nombre ; écrivez-le sans séparateur de milliers et avec un point décimal.");
        if (number < least)
            return new($"{value} es menor que {least}.", $"{value} is less than {least}.", $"{value} est inférieur à {least}.");
        return number > most ? new($"{value} es mayor que {most}.", $"{value} is more than {most}.", $"{value} est supérieur à {most}.") : null;
    }

    /// <summary>What no text may be: too long, not plain, or something a spreadsheet would run.</summary>
    private static Text? Unfit(string value, int longest, bool multiline)
    {
        if (value.Length > longest)
            return new($"tiene {value.Length} caracteres; caben {longest}.", $"it has {value.Length} characters; {longest} fit.", $"a {value.Length} caractères ; {longest} au plus.");
        if (value[0] is '=' or '@' or '\t' || (value[0] is '+' or '-' && !decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _)))
            return new("empieza como una fórmula de hoja de cálculo (= + - @); quite ese signo.", "it begins like a spreadsheet formula (= + - @); take that sign away.", "commence comme une formule de tableur (= + - @) ; ôtez ce signe.");
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsControl(c) && !(multiline && c == '\n'))
                return new("tiene caracteres de control o saltos de línea; péguelo como texto sin formato.", "it has control characters or line breaks; paste it as plain text.", "contient des caractères de contrôle ou des sauts de ligne ; collez-le comme texte sans mise en forme.");
            if (char.IsSurrogate(c) && (i + 1 >= value.Length || !char.IsSurrogatePair(c, value[i + 1])) && (i == 0 || !char.IsSurrogatePair(value[i - 1], c)))
                return new("tiene un carácter dañado; escríbalo de nuevo.", "it has a damaged character; write it again.", "contient un caractère endommagé ; écrivez-le de nouveau.");
            // The last two are no characters at all, and XML cannot hold them.
            if (c is '\uFFFD' or '\uFFFE' or '\uFFFF')
                return new("tiene un carácter perdido (�) por una codificación equivocada; escríbalo de nuevo.", "it has a character lost (�) to a wrong encoding; write it again.", "contient un caractère perdu (�) par un mauvais encodage ; écrivez-le de nouveau.");
            if (c == '<' && i + 1 < value.Length && (char.IsAsciiLetter(value[i + 1]) || value[i + 1] is '/' or '!' or '?'))
                return new("tiene marcas como las de HTML (<…>); escriba texto sin formato.", "it has markup like that of HTML (<…>); write plain text.", "contient des balises comme celles du HTML (<…>) ; écrivez un texte sans mise en forme.");
        }

        return null;
    }

    private static RecordFault? Fault(RecordRule rule, string[] values)
    {
        switch (rule)
        {
            case RecordRule.Either either when either.Fields.All(field => values[field.FirstColumn].Length == 0):
                return new(either.Fields[0].Columns[0], new(
                    $"hace falta al menos uno de estos datos: {string.Join(", ", either.Fields.Select(field => field.Name.Es))}.",
                    $"one of these is needed at least: {string.Join(", ", either.Fields.Select(field => field.Name.En))}.",
                    $"il faut au moins l’une de ces données : {string.Join(", ", either.Fields.Select(field => field.Name.Fr))}."));
            case RecordRule.Ordered ordered:
                return IsAfter(values[ordered.First.Position], values[ordered.Then.Position])
                    ? new(ordered.Then, new(
                        $"«{ordered.Then.Title.Es}» es anterior a «{ordered.First.Title.Es}».",
                        $"\"{ordered.Then.Title.En}\" is before \"{ordered.First.Title.En}\".",
                        $"« {ordered.Then.Title.Fr} » est antérieur à « {ordered.First.Title.Fr} »."))
                    : null;
            default:
                return null;
        }
    }

    private static bool IsAfter(string first, string then)
    {
        if (TryDate(first, out var begin) && TryDate(then, out var end))
            return begin.FirstDay > end.LastDay;
        return decimal.TryParse(first, NumberStyles.Number, CultureInfo.InvariantCulture, out var less)
            && decimal.TryParse(then, NumberStyles.Number, CultureInfo.InvariantCulture, out var more) && less > more;
    }
}
