using System.Text;
using Periplo.Languages;
using Periplo.Sdmx.Csv;

namespace Periplo.Sources.Tables;

/// <summary>Why a file or cell cannot be taken, and what to do next: the sentences of the readers that more than one of them says.</summary>
internal static class Refusals
{
    public static readonly Text Empty = new(
        "el archivo está vacío (0 bytes); vuelva a descargarlo o a exportarlo.",
        "the file is empty (0 bytes); download or export it again.",
        "le fichier est vide (0 octet) ; téléchargez-le ou exportez-le de nouveau.");

    public static readonly Text GzipTruncated = new(
        "el archivo gzip está cortado, o está hecho de varias piezas; vuelva a descargarlo o descomprímalo (gunzip) y cargue el resultado.",
        "the gzip file is cut short, or is made of several members; download it again, or unpack it (gunzip) and import the result.",
        "le fichier gzip est tronqué, ou fait de plusieurs morceaux ; téléchargez-le de nouveau ou décompressez-le (gunzip) et chargez le résultat.");

    public static readonly Text GzipDamaged = new(
        "el archivo gzip está dañado: su contenido no corresponde a su suma de verificación; vuelva a descargarlo.",
        "the gzip file is damaged: its content does not match its checksum; download it again.",
        "le fichier gzip est endommagé : son contenu ne correspond pas à sa somme de contrôle ; téléchargez-le de nouveau.");

    public static readonly Text InflatesTooFar = new(
        "el archivo comprimido crece demasiado al descomprimirse (bomba de compresión); no se ha leído. Si es legítimo, descomprímalo y cargue el resultado.",
        "the packed file grows too far when unpacked (a zip bomb); it was not read. If it is genuine, unpack it and import the result.",
        "le fichier compressé grandit trop en se décompressant (bombe de compression) ; il n’a pas été lu. S’il est légitime, décompressez-le et chargez le résultat.");

    public static readonly Text OldExcel = new(
        "es un libro de Excel antiguo (.xls) o protegido con contraseña; ábralo y guárdelo como .xlsx sin contraseña.",
        "it is an old Excel workbook (.xls) or one protected by a password; open it and save it as .xlsx without a password.",
        "c’est un ancien classeur Excel (.xls) ou protégé par un mot de passe ; ouvrez-le et enregistrez-le en .xlsx sans mot de passe.");

    public static readonly Text NotWorkbook = new(
        "es un archivo zip, pero no un libro de Excel (.xlsx); si contiene la tabla, descomprímalo y cargue la tabla.",
        "it is a zip file, but not an Excel workbook (.xlsx); if it holds the table, unpack it and import the table.",
        "c’est un fichier zip, mais non un classeur Excel (.xlsx) ; s’il contient le tableau, décompressez-le et chargez le tableau.");

    public static readonly Text NotText = new(
        "no es una tabla: el contenido es binario. Se leen CSV en UTF-8 (también .gz) y libros .xlsx.",
        "it is not a table: the content is binary. CSV in UTF-8 (also .gz) and .xlsx workbooks are read.",
        "ce n’est pas un tableau : le contenu est binaire. Sont lus le CSV en UTF-8 (aussi .gz) et les classeurs .xlsx.");

    public static readonly Text Utf16 = new(
        "el texto está en UTF-16; guárdelo como «CSV UTF-8».",
        "the text is in UTF-16; save it as \"CSV UTF-8\".",
        "le texte est en UTF-16 ; enregistrez-le comme « CSV UTF-8 ».");

    public static readonly Text ExternalEntities = new(
        "el libro contiene una definición de tipo de documento (DTD), con la que se pueden traer archivos ajenos; Excel nunca la escribe. No se ha leído.",
        "the workbook contains a document type definition (DTD), by which foreign files can be pulled in; Excel never writes one. It was not read.",
        "le classeur contient une définition de type de document (DTD), qui peut faire venir des fichiers étrangers ; Excel n’en écrit jamais. Il n’a pas été lu.");

    public static readonly Text NoFigures = new(
        "el archivo tiene encabezado pero ninguna cifra; compruebe que se descargó entero.",
        "the file has a header but no figures; check that it was downloaded whole.",
        "le fichier a un en-tête mais aucun chiffre ; vérifiez qu’il a été téléchargé en entier.");

    public static readonly Text TooManyFigures = new(
        "el archivo trae más cifras o más notas distintas de las que se leen de una vez; divídalo por años.",
        "the file brings more figures or more distinct remarks than are read at once; split it by years.",
        "le fichier porte plus de chiffres ou de notes distinctes qu’il n’en est lu en une fois ; divisez-le par années.");

    public static Text CannotRead(string reason) => new(
        $"no se puede leer ({reason}); compruebe el disco y los permisos.",
        $"it cannot be read ({reason}); check the disk and the permissions.",
        $"ne peut pas être lu ({reason}) ; vérifiez le disque et les permissions.");

    public static Text WorkbookDamaged(string detail) => new(
        $"el libro está dañado ({detail}); ábralo, guárdelo de nuevo como .xlsx o vuelva a descargarlo.",
        $"the workbook is damaged ({detail}); open it and save it again as .xlsx, or download it again.",
        $"le classeur est endommagé ({detail}) ; ouvrez-le, enregistrez-le de nouveau en .xlsx ou téléchargez-le de nouveau.");

    public static Text NotNumber(string shown) => new(
        $"«{shown}» no es un número; escriba solo cifras, con punto decimal y sin separador de miles.",
        $"\"{shown}\" is not a number; write digits only, with a decimal point and no thousands separator.",
        $"« {shown} » n’est pas un nombre ; n’écrivez que des chiffres, avec un point décimal et sans séparateur de milliers.");

    public static Text NotFinite(string shown) => new(
        $"«{shown}» no es una cantidad; si falta la cifra, deje la celda vacía.",
        $"\"{shown}\" is no quantity; if the figure is missing, leave the cell empty.",
        $"« {shown} » n’est pas une quantité ; si le chiffre manque, laissez la cellule vide.");

    public static Text TooLarge(string shown) => new(
        $"{shown} es mayor que 1,000,000,000,000,000 (mil billones); compruebe la unidad.",
        $"{shown} is beyond 1,000,000,000,000,000 (a thousand million million); check the unit.",
        $"{shown} est supérieur à 1 000 000 000 000 000 (un million de milliards) ; vérifiez l’unité.");

    public static Text Negative(string shown) => new(
        $"{shown} es negativo y esta columna cuenta personas o montos, que no pueden serlo; corrija la cifra o déjela vacía si falta.",
        $"{shown} is negative, and this column counts persons or amounts, which cannot be; correct the figure or leave it empty if it is missing.",
        $"{shown} est négatif et cette colonne compte des personnes ou des montants, qui ne peuvent l’être ; corrigez le chiffre ou laissez-le vide s’il manque.");

    public static Text NotYear(string shown) => new(
        $"«{shown}» no es un año entre 1800 y 2100.",
        $"\"{shown}\" is not a year from 1800 to 2100.",
        $"« {shown} » n’est pas une année entre 1800 et 2100.");

    public static Text NotMonth(string shown) => new(
        $"«{shown}» no es un mes entre 1800 y 2100; escríbalo como 2023-07.",
        $"\"{shown}\" is not a month from 1800 to 2100; write it as 2023-07.",
        $"« {shown} » n’est pas un mois entre 1800 et 2100 ; écrivez-le comme 2023-07.");

    public static Text NotDay(string shown) => new(
        $"«{shown}» no es un día entre 1800 y 2100; escríbalo como 2023-07-31.",
        $"\"{shown}\" is not a day from 1800 to 2100; write it as 2023-07-31.",
        $"« {shown} » n’est pas un jour entre 1800 et 2100 ; écrivez-le comme 2023-07-31.");

    public static Text NotPeriod(string shown) => new(
        $"«{shown}» no es un periodo entre 1800 y 2100; escriba 2020, 2020-S1, 2020-Q3, 2020-07, 2020-W31 o 2020-07-01.",
        $"\"{shown}\" is not a period from 1800 to 2100; write 2020, 2020-S1, 2020-Q3, 2020-07, 2020-W31 or 2020-07-01.",
        $"« {shown} » n’est pas une période entre 1800 et 2100 ; écrivez 2020, 2020-S1, 2020-Q3, 2020-07, 2020-W31 ou 2020-07-01.");

    public static Text MissingArea { get; } = new(
        "falta el código de área; escriba un código ISO 3166-1 de tres letras.",
        "the area code is missing; write a three-letter ISO 3166-1 code.",
        "le code de zone manque ; écrivez un code ISO 3166-1 à trois lettres.");

    public static Text NotOneOf(string shown, IEnumerable<string> known)
    {
        var list = string.Join(", ", known.Take(12));
        return new($"«{shown}» no es un valor conocido aquí; se esperaba uno de: {list}.", $"\"{shown}\" is not a value known here; expected one of: {list}.", $"« {shown} » n’est pas une valeur connue ici ; était attendue l’une de : {list}.");
    }

    public static Text FieldCount(int found, int expected) => new(
        $"la fila tiene {found} campos y el encabezado {expected}; compruebe si falta o sobra una coma, o si un texto con comas no va entre comillas.",
        $"the row has {found} fields and the header {expected}; check for a comma too few or too many, or a text with commas that is not quoted.",
        $"la ligne a {found} champs et l’en-tête {expected} ; vérifiez s’il manque une virgule ou s’il y en a une de trop, ou si un texte avec des virgules n’est pas entre guillemets.");

    public static Text Repeated(int line) => new(
        $"ya se dijo en la línea {line}; deje solo una de las dos filas.",
        $"it stands in line {line} already; keep only one of the two rows.",
        $"cela figure déjà à la ligne {line} ; ne gardez qu’une des deux lignes.");

    public static Text Disagree(string key, Text other) => new(
        $"la clave {key} ya tiene otro valor en {other.Es}; deje solo una de las dos filas.",
        $"the key {key} already has another value in {other.En}; keep only one of the two rows.",
        $"la clé {key} a déjà une autre valeur dans {other.Fr} ; ne laissez qu’une des deux lignes.");

    /// <summary>What a fault of the form of separated values means.</summary>
    public static Text Of(CsvFault fault, ReadOnlySpan<byte> field) => fault switch
    {
        CsvFault.UnclosedQuote => new(
            "se abre una comilla que no se cierra hasta el final del archivo; ciérrela o duplíquela (\"\") si es parte del texto.",
            "a quote opens here and is not closed before the end of the file; close it, or double it (\"\") if it is part of the text.",
            "un guillemet s’ouvre et ne se ferme pas jusqu’à la fin du fichier ; fermez-le ou doublez-le (\"\") s’il fait partie du texte."),
        CsvFault.TextAfterQuote => new(
            "hay texto después de la comilla de cierre; duplique (\"\") las comillas que son parte del texto.",
            "text stands after the closing quote; double (\"\") the quotes that are part of the text.",
            "il y a du texte après le guillemet fermant ; doublez (\"\") les guillemets qui font partie du texte."),
        CsvFault.NotUtf8 => NotUtf8(field),
        CsvFault.NotUtf8ByteOrderMark => Utf16,
        CsvFault.ZeroByte => NotText,
        _ => new(
            "una fila ocupa más de 16 MB; probablemente falta una comilla de cierre.",
            "one row takes more than 16 MB; probably a closing quote is missing.",
            "une ligne dépasse 16 Mo ; il manque sans doute un guillemet fermant."),
    };

    /// <summary>Says which encoding bytes that are not UTF-8 are likely in.</summary>
    private static Text NotUtf8(ReadOnlySpan<byte> field)
    {
        // Bytes 0x80 to 0x9F are letters and quotes in windows-1252 and control characters in Latin-1.
        var windows = field.IndexOfAnyInRange((byte)0x80, (byte)0x9F) >= 0;
        var encoding = windows ? "windows-1252" : "Latin-1 (ISO 8859-1)";
        var shown = Shown(Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(field)));
        return new(
            $"el texto no está en UTF-8; parece {encoding} («{shown}»). Guárdelo como «CSV UTF-8» o indique «encoding: {(windows ? "windows-1252" : "latin-1")}» en un mapeo.",
            $"the text is not in UTF-8; it looks like {encoding} (\"{shown}\"). Save it as \"CSV UTF-8\", or say \"encoding: {(windows ? "windows-1252" : "latin-1")}\" in a mapping.",
            $"le texte n’est pas en UTF-8 ; il semble {encoding} (« {shown} »). Enregistrez-le comme « CSV UTF-8 » ou indiquez « encoding: {(windows ? "windows-1252" : "latin-1")} » dans un mappage.");
    }

    /// <summary>The content of a cell as it may stand in a message: short, without control characters.</summary>
    public static string Shown(ReadOnlySpan<byte> cell) => Shown(Encoding.UTF8.GetString(cell[..Math.Min(cell.Length, 200)]));

    /// <inheritdoc cref="Shown(ReadOnlySpan{byte})"/>
    public static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (var letter in text)
        {
            if (shown.Length == 40)
                return shown.Append('…').ToString();
            shown.Append(char.IsControl(letter) ? '·' : letter);
        }

        return shown.ToString();
    }
}
