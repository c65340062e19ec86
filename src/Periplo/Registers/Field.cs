using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Registers;

/// <summary>What a field of a register holds.</summary>
public enum FieldType
{
    /// <summary>Plain text of no language: a symbol, an acronym.</summary>
    Text,

    /// <summary>Plain text in Spanish and English and, where it is given, in French; or in none.</summary>
    Translated,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>An amount with its currency (ISO 4217) and, where known, the year of its prices.</summary>
    Money,

    /// <summary>A year, month or day; the precision is that of what is written.</summary>
    Date,

    /// <summary>Two dates; an empty one is open or unknown.</summary>
    Interval,

    /// <summary>A code of a list.</summary>
    Code,

    /// <summary>The id of an area.</summary>
    Area,

    /// <summary>The id of a record of a register.</summary>
    Reference,

    /// <summary>A document of the register <c>documents</c> and the place in it.</summary>
    Locator,

    /// <summary>An address of the web.</summary>
    Link,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    YesNo,
}

/// <summary>One field of a register, as its file declares it.</summary>
/// <param name="Id">Id within the register: small letters, digits and underscores.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Name">Name for people.</param>
public sealed record Field(string Id, FieldType Type, Text Name)
{
    /// <summary>What stands beside the field in a form; null when the name says enough.</summary>
    public Text? Help { get; init; }

    /// <summary>Whether a record must have it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it may hold several values, separated by <see cref="Register.Separator"/>.</summary>
    public bool Many { get; init; }

    /// <summary>Whether no two records may have the same value.</summary>
    public bool Unique { get; init; }

    /// <summary>Whether a text may be a paragraph or more.</summary>
    public bool Long { get; init; }

    /// <summary>Whether lists offer it as a filter.</summary>
    public bool Filter { get; init; }

    /// <summary>Whether lists show it as a column.</summary>
    public bool Listed { get; init; }

    /// <summary>Whether a date says if it was announced beforehand or did happen.</summary>
    public bool Announced { get; init; }

    /// <summary>Whether only readers of the register see it, never the public.</summary>
    public bool Restricted { get; init; }

    /// <summary>Least number taken.</summary>
    public decimal? Least { get; init; }

    /// <summary>Greatest number taken.</summary>
    public decimal? Most { get; init; }

    /// <summary>Unit of a number.</summary>
    public string? Unit { get; init; }

    /// <summary>The codes of a <see cref="FieldType.Code"/> field.</summary>
    public CodeList? Codes { get; init; }

    /// <summary>The register a <see cref="FieldType.Reference"/> or <see cref="FieldType.Locator"/> points into.</summary>
    public string? References { get; init; }

    /// <summary>Position of its first column in the register.</summary>
    public int FirstColumn { get; internal set; }

    /// <summary>Its columns, in order.</summary>
    public IReadOnlyList<Column> Columns { get; internal set; } = [];

    /// <summary>What a record says in a field of type <see cref="FieldType.Text"/> or <see cref="FieldType.Translated"/>.</summary>
    /// <param name="values">The values of the record.</param>
    public Text Words(string[] values) => Type == FieldType.Translated
        ? Languages.Text.Written(values[FirstColumn], values[FirstColumn + 1], values[FirstColumn + 2])
        : Languages.Text.Same(values[FirstColumn]);
}

/// <summary>A part of a field that has a value of its own.</summary>
public enum ColumnPart
{
    /// <summary>The value; of money the amount, of a locator the document.</summary>
    Value,

    /// <summary>A text in Spanish.</summary>
    Spanish,

    /// <summary>A text in English.</summary>
    English,

    /// <summary>A text in French, which a record may lack.</summary>
    French,

    /// <summary>The currency of an amount.</summary>
    Currency,

    /// <summary>The year of the prices of an amount.</summary>
    PriceYear,

    /// <summary>Whether a date was <c>announced</c> or is <c>actual</c>.</summary>
    Announced,

    /// <summary>Begin of an interval.</summary>
    From,

    /// <summary>End of an interval.</summary>
    To,

    /// <summary>Place in a document.</summary>
    Place,
}

/// <summary>One column of a register: what CSV, XLSX and JSON call it, and what it is part of.</summary>
/// <param name="Name">Field and part: <c>name.es</c>.</param>
/// <param name="Position">Position among the columns of the register.</param>
/// <param name="Field">The field.</param>
/// <param name="Part">Which part of it.</param>
public sealed record Column(string Name, int Position, Field Field, ColumnPart Part)
{
    /// <summary>Name for people: that of the field, and of the part where the field has several.</summary>
    public Text Title => Part switch
    {
        ColumnPart.Spanish => Of(new("español", "Spanish", "espagnol")),
        ColumnPart.English => Of(new("inglés", "English", "anglais")),
        ColumnPart.French => Of(new("francés", "French", "français")),
        ColumnPart.Currency => Of(new("moneda", "currency", "monnaie")),
        ColumnPart.PriceYear => Of(new("año de los precios", "year of prices", "année des prix")),
        ColumnPart.Announced => Of(new("anunciada o efectiva", "announced or actual", "annoncée ou effective")),
        ColumnPart.From => Of(new("desde", "from", "depuis")),
        ColumnPart.To => Of(new("hasta", "to", "jusqu’à")),
        ColumnPart.Place => Of(new("lugar en el documento", "place in the document", "passage du document")),
        _ => Field.Name,
    };

    /// <summary>Its value for people: the English text where a record has no French one.</summary>
    /// <param name="values">The values of the record.</param>
    public string Shown(string[] values) =>
        Part == ColumnPart.French && values[Position].Length == 0 ? values[Field.FirstColumn + 1] : values[Position];

    private Text Of(Text part) => new($"{Field.Name.Es} ({part.Es})", $"{Field.Name.En} ({part.En})", $"{Field.Name.Fr} ({part.Fr})");

    internal static IEnumerable<(string Suffix, ColumnPart Part)> Parts(Field field) => field.Type switch
    {
        FieldType.Translated => [(".es", ColumnPart.Spanish), (".en", ColumnPart.English), (".fr", ColumnPart.French)],
        FieldType.Money => [("", ColumnPart.Value), (".currency", ColumnPart.Currency), (".price_year", ColumnPart.PriceYear)],
        FieldType.Date when field.Announced => [("", ColumnPart.Value), (".status", ColumnPart.Announced)],
        FieldType.Interval => [(".from", ColumnPart.From), (".to", ColumnPart.To)],
        FieldType.Locator => [("", ColumnPart.Value), (".place", ColumnPart.Place)],
        _ => [("", ColumnPart.Value)],
    };
}
