using Periplo.Languages;

namespace Periplo.Sources.Crossings;

/// <summary>Why a line or record is no crossing.</summary>
public enum CrossingFault : byte
{
    /// <summary>The line has fewer or more cells than the header.</summary>
    ColumnCount,

    /// <summary>A quote is not closed on its line, or text follows it.</summary>
    Quotes,

    /// <summary>The person has no key.</summary>
    EmptyKey,

    /// <summary>The time cannot be read.</summary>
    BadTime,

    /// <summary>The time is a local one and nothing says in which zone.</summary>
    NoZone,

    /// <summary>The time lies before 1900.</summary>
    Before1900,

    /// <summary>The time lies from 1900 to 1969, which the record of a crossing cannot hold.</summary>
    Before1970,

    /// <summary>The time lies a day or more after the end of observation.</summary>
    AfterEnd,

    /// <summary>The country is none of those that report.</summary>
    UnknownCountry,

    /// <summary>The post is none of those known.</summary>
    UnknownPost,

    /// <summary>The direction is neither entry nor exit.</summary>
    BadDirection,

    /// <summary>A number is none, or beyond what the column may hold.</summary>
    BadNumber,

    /// <summary>The date of birth is none, or before 1900 or after 2079.</summary>
    BadBirth,

    /// <summary>The departure lies before the arrival of the same admission.</summary>
    DepartureFirst,
}

/// <summary>The sentences for what is wrong with a line.</summary>
public static class CrossingFaults
{
    /// <summary>What is wrong and what is expected.</summary>
    public static Text Reason(this CrossingFault fault) => fault switch
    {
        CrossingFault.ColumnCount => new("la línea tiene más o menos celdas que el encabezado", "the line has more or fewer cells than the header", "la ligne a plus ou moins de cellules que l’en-tête"),
        CrossingFault.Quotes => new("las comillas no se cierran en la misma línea, o las sigue un texto", "a quote is not closed on its line, or text follows it", "les guillemets ne se ferment pas sur la même ligne, ou sont suivis d’un texte"),
        CrossingFault.EmptyKey => new("falta la clave de la persona", "the key of the person is missing", "la clé de la personne manque"),
        CrossingFault.BadTime => new("no es una fecha con hora que exista; se espera, por ejemplo, 2024-03-31T08:15:00Z", "it is no date and time that exist; expected is, for example, 2024-03-31T08:15:00Z", "n’est pas une date avec heure qui existe ; est attendu, par exemple, 2024-03-31T08:15:00Z"),
        CrossingFault.NoZone => new("la hora no dice su zona; escriba Z o ±hh:mm, o indique la zona en un mapeo", "the time does not tell its zone; write Z or ±hh:mm, or give the zone in a mapping", "l’heure ne dit pas son fuseau ; écrivez Z ou ±hh:mm, ou indiquez le fuseau dans un mappage"),
        CrossingFault.Before1900 => new("la fecha es anterior a 1900", "the date lies before 1900", "la date est antérieure à 1900"),
        CrossingFault.Before1970 => new("la fecha es anterior a 1970; no se guardan cruces tan antiguos", "the date lies before 1970; crossings that old are not kept", "la date est antérieure à 1970 ; des passages aussi anciens ne sont pas conservés"),
        CrossingFault.AfterEnd => new("la fecha es posterior al fin de la observación más un día", "the date lies after the end of observation plus a day", "la date est postérieure à la fin de l’observation plus un jour"),
        CrossingFault.UnknownCountry => new("no es un país que notifica", "it is no country that reports", "n’est pas un pays déclarant"),
        CrossingFault.UnknownPost => new("no es un puesto fronterizo conocido", "it is no border post that is known", "n’est pas un poste frontière connu"),
        CrossingFault.BadDirection => new("el sentido no es entrada (E) ni salida (X)", "the direction is neither entry (E) nor exit (X)", "le sens n’est ni entrée (E) ni sortie (X)"),
        CrossingFault.BadNumber => new("no es un número de los que admite esta columna", "it is no number that this column may hold", "n’est pas un nombre admis dans cette colonne"),
        CrossingFault.BadBirth => new("no es una fecha de nacimiento que exista, de 1900 a 2079", "it is no date of birth that exists, from 1900 to 2079", "n’est pas une date de naissance qui existe, de 1900 à 2079"),
        CrossingFault.DepartureFirst => new("la salida es anterior a la llegada", "the departure lies before the arrival", "la sortie est antérieure à l’arrivée"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no such fault."),
    };

    /// <summary>Short name of the fault in files: <c>bad-time</c>.</summary>
    public static string Code(this CrossingFault fault) => fault switch
    {
        CrossingFault.ColumnCount => "column-count",
        CrossingFault.Quotes => "quotes",
        CrossingFault.EmptyKey => "empty-key",
        CrossingFault.BadTime => "bad-time",
        CrossingFault.NoZone => "no-zone",
        CrossingFault.Before1900 => "before-1900",
        CrossingFault.Before1970 => "before-1970",
        CrossingFault.AfterEnd => "after-end",
        CrossingFault.UnknownCountry => "unknown-country",
        CrossingFault.UnknownPost => "unknown-post",
        CrossingFault.BadDirection => "bad-direction",
        CrossingFault.BadNumber => "bad-number",
        CrossingFault.BadBirth => "bad-birth",
        CrossingFault.DepartureFirst => "departure-first",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no such fault."),
    };
}
