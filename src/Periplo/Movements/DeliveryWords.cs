using System.Globalization;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>Understands the cells of a delivery: codes, and the words directorates write for them.</summary>
public sealed class DeliveryWords(DatasetDefinition monthly, AreaRegistry areas)
{
    private const string All = "_T";

    /// <summary>Tables a delivery may hold: code, and the word for it.</summary>
    public static IReadOnlyList<(string Code, Text Word)> Tables { get; } =
    [
        ("ENTRY", new("entradas", "entries", "entrées")),
        ("EXIT", new("salidas", "exits", "sorties")),
        ("PERMIT", new("permisos", "permits", "permis")),
        ("RETURN", new("retornos", "returns", "retours")),
        ("REFUSAL", new("rechazos", "refusals", "refus")),
    ];

    /// <summary>Sexes: code, and the word for it.</summary>
    public static IReadOnlyList<(string Code, Text Word)> Sexes { get; } =
    [
        ("M", new("hombres", "men", "hommes")), ("F", new("mujeres", "women", "femmes")), ("_O", new("otro", "other", "autre")), ("_U", new("desconocido", "unknown", "inconnu")),
    ];

    /// <summary>Modes of transport: code, and the word for it.</summary>
    public static IReadOnlyList<(string Code, Text Word)> Modes { get; } =
    [
        ("AIR", new("aire", "air", "air")), ("LAND", new("tierra", "land", "terre")), ("SEA", new("mar", "sea", "mer")), ("_U", new("desconocido", "unknown", "inconnu")),
    ];

    private static readonly Text NotMonth = new(
        "escriba el mes como 2025-04.", "write the month as 2025-04.", "écrivez le mois comme 2025-04.");

    /// <summary>Month and table of a line some other cell of which is not understood; null for what is not understood either.</summary>
    public static (TimePeriod? Month, string? Movement) Table(DeliveryLine line) =>
        (Month(line.Cells[DeliveryColumns.Month], _ => { }), OneOf(Tables, line.Cells[DeliveryColumns.Table]));

    /// <summary>Understands a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="faults">Takes what is wrong, cell by cell.</param>
    /// <returns>The row, or null when a cell was not understood.</returns>
    public DeliveryRow? Read(DeliveryLine line, ICollection<DeliveryFault> faults)
    {
        var before = faults.Count;
        void Fault(int cell, Text reason) => faults.Add(new(line.Place(cell), reason, Blocks: true));
        var month = Month(line.Cells[DeliveryColumns.Month], reason => Fault(DeliveryColumns.Month, reason));
        var table = OneOf(Tables, line.Cells[DeliveryColumns.Table]);
        if (table is null)
            Fault(DeliveryColumns.Table, Known(line.Cells[DeliveryColumns.Table], Tables));
        var codes = new string[DeliveryColumns.Dimensions.Count];
        for (var d = 0; d < codes.Length; d++)
        {
            var cell = DeliveryColumns.Breakdowns + d;
            var text = line.Cells[cell];
            codes[d] = text.Length == 0 || text == All ? All : Breakdown(d, text, reason => Fault(cell, reason)) ?? All;
        }

        var persons = Persons(line.Cells[DeliveryColumns.Persons], reason => Fault(DeliveryColumns.Persons, reason));
        return faults.Count == before ? new(month!.Value, table!, codes, persons, line) : null;
    }

    private static TimePeriod? Month(string text, Action<Text> fault)
    {
        // A spreadsheet turns 2025-04 into the first day of the month.
        var written = text.Length == 10 && text.EndsWith("-01", StringComparison.Ordinal) ? text[..7] : text;
        if (written.Length == 7 && TimePeriod.TryParse(written, out var month) && month.Frequency == 'M' && month.Year is >= 1900 and <= 2100)
            return month;
        fault(text.Length == 0
            ? new("falta el mes; " + NotMonth.Es, "the month is missing; " + NotMonth.En, "le mois manque ; " + NotMonth.Fr)
            : new($"«{Short(text)}» no es un mes; {NotMonth.Es}", $"\"{Short(text)}\" is not a month; {NotMonth.En}", $"« {Short(text)} » n’est pas un mois ; {NotMonth.Fr}"));
        return null;
    }

    private static double Persons(string text, Action<Text> fault)
    {
        if (text.Length == 0)
            return double.NaN;
        if (text.Length <= 12 && text.All(char.IsAsciiDigit))
            return double.Parse(text, CultureInfo.InvariantCulture);
        var digits = text.Count(char.IsAsciiDigit);
        if (text[0] is '-' or '−' or '(' && digits > 0)
            fault(new($"{Short(text)} es negativo, y se cuentan movimientos; escriba la cifra correcta, o deje la celda vacía si falta.", $"{Short(text)} is negative, and movements are counted; write the right figure, or leave the cell empty where it is missing.", $"{Short(text)} est négatif, et l’on compte des mouvements ; écrivez le bon chiffre, ou laissez la cellule vide s’il manque."));
        else if (digits > 0 && text.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',' or ' ' or '\u00A0'))
            fault(new($"«{Short(text)}» tiene puntos, comas o espacios; escriba solo cifras: 1234.", $"\"{Short(text)}\" has points, commas or blanks; write digits only: 1234.", $"« {Short(text)} » contient des points, des virgules ou des espaces ; n’écrivez que des chiffres : 1234."));
        else
            fault(new($"«{Short(text)}» no es un número; escriba solo cifras, o deje la celda vacía si la cifra falta (cero es 0).", $"\"{Short(text)}\" is not a number; write digits only, or leave the cell empty where the figure is missing (zero is 0).", $"« {Short(text)} » n’est pas un nombre ; n’écrivez que des chiffres, ou laissez la cellule vide si le chiffre manque (zéro s’écrit 0)."));
        return double.NaN;
    }

    private string? Breakdown(int dimension, string text, Action<Text> fault)
    {
        switch (DeliveryColumns.Dimensions[dimension])
        {
            case "SEX":
                if (OneOf(Sexes, text) is { } sex)
                    return sex;
                fault(text is "H" or "h"
                    ? new("«H» no es un código: hombres es M y mujeres es F. Si en este archivo M significa mujeres, cámbielo por F en todas las filas.", "\"H\" is no code: men are M and women F. If M stands for women (mujeres) in this file, change it to F in all rows.", "« H » n’est pas un code : les hommes sont M et les femmes F. Si dans ce fichier M signifie femmes (mujeres), remplacez-le par F dans toutes les lignes.")
                    : Known(text, Sexes));
                return null;
            case "TRANSPORT_MODE":
                if (OneOf(Modes, text) is { } mode)
                    return mode;
                fault(Known(text, Modes));
                return null;
            case "AGE":
                if (Age(text) is { } age)
                    return age;
                fault(new($"«{Short(text)}» no es un grupo de edad; escriba 0-4, 18-29, 65+, <18 o _U.", $"\"{Short(text)}\" is no age group; write 0-4, 18-29, 65+, <18 or _U.", $"« {Short(text)} » n’est pas un groupe d’âge ; écrivez 0-4, 18-29, 65+, <18 ou _U."));
                return null;
            case "POST":
                if (monthly.Structure.Dimensions[monthly.Dimension("POST")].CodeList.Position(text.ToUpperInvariant()) >= 0)
                    return text.ToUpperInvariant();
                fault(new($"«{Short(text)}» no es un puesto; escriba su número como P001 a P999, o _U si no se sabe.", $"\"{Short(text)}\" is no post; write its number as P001 to P999, or _U where it is not known.", $"« {Short(text)} » n’est pas un poste ; écrivez son numéro de P001 à P999, ou _U s’il n’est pas connu."));
                return null;
            default:
                return Area(text, fault);
        }
    }

    private string? Area(string text, Action<Text> fault)
    {
        if (areas.Find(text) is { } area)
        {
            if (area.IsLeaf)
                return area.Id;
            fault(new(
                $"«{Short(text)}» es {area.ShortName.Es}, no un país; escriba el código de tres letras de un país, o UNK si no se sabe.",
                $"\"{Short(text)}\" is {area.ShortName.En}, no country; write the three-letter code of a country, or UNK where it is not known.",
                $"« {Short(text)} » est {area.ShortName.Fr}, non un pays ; écrivez le code à trois lettres d’un pays, ou UNK s’il n’est pas connu."));
            return null;
        }

        try
        {
            areas.Resolve(text);
        }
        catch (UnknownAreaException unknown)
        {
            fault(new(
                unknown.Explanation.Es + " Escriba el código de tres letras del país, o UNK si no se sabe.",
                unknown.Explanation.En + " Write the three-letter code of the country, or UNK where it is not known.",
                unknown.Explanation.Fr + " Écrivez le code à trois lettres du pays, ou UNK s’il n’est pas connu."));
        }

        return null;
    }

    private string? Age(string text)
    {
        var list = monthly.Structure.Dimensions[monthly.Dimension("AGE")].CodeList;
        var upper = text.ToUpperInvariant();
        var ends = upper.Replace('–', '-').Split('-');
        var code = upper switch
        {
            [.. var from, '+'] => $"Y_GE{from.Trim()}",
            ['<', .. var below] => $"Y_LT{below.Trim()}",
            _ when ends.Length == 2 => $"Y{ends[0].Trim()}T{ends[1].Trim()}",
            _ => upper,
        };
        return list.Position(code) >= 0 && code != "_Z" ? code : null;
    }

    /// <summary>Whether a cell says a word in any language; French is often typed without its accents.</summary>
    public static bool Says(string text, Text word) =>
        text.Equals(word.Es, StringComparison.OrdinalIgnoreCase) || text.Equals(word.En, StringComparison.OrdinalIgnoreCase)
        || Spelling.Key(text) == Spelling.Key(word.Fr);

    private static string? OneOf(IReadOnlyList<(string Code, Text Word)> known, string text)
    {
        foreach (var (code, word) in known)
        {
            if (text.Equals(code, StringComparison.OrdinalIgnoreCase) || Says(text, word))
                return code;
        }

        return null;
    }

    private static Text Known(string text, IReadOnlyList<(string Code, Text Word)> known)
    {
        var es = string.Join(", ", known.Select(one => $"{one.Code} ({one.Word.Es})"));
        var en = string.Join(", ", known.Select(one => $"{one.Code} ({one.Word.En})"));
        var fr = string.Join(", ", known.Select(one => $"{one.Code} ({one.Word.Fr})"));
        return text.Length == 0
            ? new($"falta el código; escriba uno de: {es}.", $"the code is missing; write one of: {en}.", $"le code manque ; écrivez l’un de : {fr}.")
            : new($"«{Short(text)}» no se conoce; escriba uno de: {es}.", $"\"{Short(text)}\" is not known; write one of: {en}.", $"« {Short(text)} » n’est pas connu ; écrivez l’un de : {fr}.");
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
