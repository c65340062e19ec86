using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>A line of a delivery as it is written: nine cells in the order of <see cref="DeliveryColumns"/>.</summary>
/// <param name="Cells">Texts without blanks at their ends.</param>
/// <param name="Place">Says where a cell stands, by its position.</param>
/// <param name="Row">Where the line stands in the file.</param>
public sealed record DeliveryLine(IReadOnlyList<string> Cells, Func<int, Text> Place, SourceRow Row);

/// <summary>A line of a delivery, understood.</summary>
/// <param name="Month">Month.</param>
/// <param name="Movement">Code of CL_MOVEMENT.</param>
/// <param name="Codes">Citizenship, counterpart, sex, age, post and mode, in this order; <c>_T</c> for all.</param>
/// <param name="Persons">Movements; NaN when the country says that the figure is missing.</param>
/// <param name="Line">The line it was read from.</param>
public sealed record DeliveryRow(TimePeriod Month, string Movement, IReadOnlyList<string> Codes, double Persons, DeliveryLine Line);

/// <summary>Something in a delivery to be looked at, and what to do.</summary>
/// <param name="Place">Line and column, or sheet and cell; the whole file where it is about more than one line.</param>
/// <param name="Reason">What is wrong and what to do.</param>
/// <param name="Blocks">True when the delivery cannot be taken before it is mended; false when it only has to be confirmed.</param>
public sealed record DeliveryFault(Text Place, Text Reason, bool Blocks);

/// <summary>What came of checking a delivery.</summary>
/// <param name="Rows">Lines that could be understood.</param>
/// <param name="Faults">Everything found, blocking or not, in the order of the file.</param>
public sealed record DeliveryReport(IReadOnlyList<DeliveryRow> Rows, IReadOnlyList<DeliveryFault> Faults)
{
    /// <summary>True when it may be imported.</summary>
    public bool MayBeTaken => Rows.Count > 0 && !Faults.Any(fault => fault.Blocks);

    /// <summary>First month delivered.</summary>
    public TimePeriod First => Rows.Min(row => row.Month);

    /// <summary>Last month delivered.</summary>
    public TimePeriod Last => Rows.Max(row => row.Month);
}

/// <summary>Columns of a delivery. A file may name them in any language of the site.</summary>
public static class DeliveryColumns
{
    /// <summary>Position of the month.</summary>
    public const int Month = 0;

    /// <summary>Position of the table.</summary>
    public const int Table = 1;

    /// <summary>Position of the first breakdown, citizenship.</summary>
    public const int Breakdowns = 2;

    /// <summary>Position of the number.</summary>
    public const int Persons = 8;

    /// <summary>Names in order.</summary>
    public static IReadOnlyList<Text> Names { get; } =
    [
        new("mes", "month", "mois"), new("tabla", "table", "tableau"), new("nacionalidad", "nationality", "nationalite"), new("pais_contraparte", "counterpart_country", "pays_contrepartie"), new("sexo", "sex", "sexe"),
        new("grupo_edad", "age_group", "groupe_age"), new("puesto", "post", "poste"), new("medio", "mode", "moyen"), new("personas", "persons", "personnes"),
    ];

    /// <summary>Dimensions of <c>MOVEMENTS_MONTHLY</c> that the breakdowns fill, in order.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = ["CITIZENSHIP", "COUNTERPART_AREA", "SEX", "AGE", "POST", "TRANSPORT_MODE"];
}
