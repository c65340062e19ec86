using System.Globalization;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Cooperation;

/// <summary>A place in a document that a record rests on.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Place">Paragraph, note or section in it.</param>
public readonly record struct Citation(string Document, string Place);

/// <summary>An amount as a document states it; never converted.</summary>
/// <param name="Value">In units of the currency.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record Money(decimal Value, string Currency);

/// <summary>A code of a list and what people call it.</summary>
/// <param name="Id">The code.</param>
/// <param name="Name">Its name.</param>
public sealed record NamedCode(string Id, Text Name);

/// <summary>A published record, its values read by the type of their fields.</summary>
/// <param name="Register">The register.</param>
/// <param name="Id">Id of the record.</param>
/// <param name="Version">The version the public sees.</param>
public sealed record PublishedRecord(Register Register, string Id, RecordVersion Version)
{
    /// <summary>The value of a column as it is written; empty for none.</summary>
    public string this[string column] => Register.Value(Version.Values, column);

    /// <summary>What the record is called.</summary>
    public Text Title => Register.Title.Type == FieldType.Translated ? Words(Register.Title.Id) ?? Text.Same(Id) : this[Register.Title.Id] is { Length: > 0 } title ? Text.Same(title) : Text.Same(Id);

    /// <summary>The places in documents it rests on.</summary>
    public IReadOnlyList<Citation> Sources => Cited("source");

    /// <summary>When it was written.</summary>
    public DateTimeOffset Written => Version.At;

    /// <summary>The records of a register that the public sees, in the order of their ids.</summary>
    public static IEnumerable<PublishedRecord> Of(RegisterTable table) =>
        table.Published.OrderBy(head => head.Id, StringComparer.Ordinal).Select(head => new PublishedRecord(table.Register, head.Id, head.Published!));

    /// <summary>A value or null for none.</summary>
    public string? Filled(string column) => this[column] is { Length: > 0 } value ? value : null;

    /// <summary>A text of every language, where it has no French the English one; null for none.</summary>
    public Text? Words(string field) => this[$"{field}.es"] is { Length: > 0 } spanish ? Text.Written(spanish, this[$"{field}.en"], this[$"{field}.fr"]) : null;

    /// <summary>A text that every record of the register has.</summary>
    public Text Said(string field) => Words(field) ?? Text.Same("");

    /// <summary>The values of a field of several.</summary>
    public IReadOnlyList<string> Several(string column) => this[column] is { Length: > 0 } all ? all.Split(Register.Separator) : [];

    /// <summary>A year, month or day; null for none.</summary>
    public TimePeriod? Date(string column) => RecordCheck.TryDate(this[column], out var date) ? date : null;

    /// <summary>From when to when.</summary>
    public Validity Interval(string field) => new(Date($"{field}.from"), Date($"{field}.to"));

    /// <summary>A number; null for none.</summary>
    public decimal? Number(string column) =>
        decimal.TryParse(this[column], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A whole number; what is missing counts as <paramref name="otherwise"/>.</summary>
    public int Whole(string column, int otherwise) => Number(column) is { } number ? (int)Math.Clamp(number, 0, int.MaxValue) : otherwise;

    /// <summary>An amount; null for none.</summary>
    public Money? Money(string field) => Number(field) is { } amount ? new(amount, this[$"{field}.currency"]) : null;

    /// <summary>A code with its name.</summary>
    public NamedCode Code(string field) => new(this[field], Meaning(field, this[field]));

    /// <summary>The codes of a field of several, with their names.</summary>
    public IReadOnlyList<NamedCode> Codes(string field) => [.. Several(field).Select(code => new NamedCode(code, Meaning(field, code)))];

    /// <summary>What the code of a field means; null for none.</summary>
    public Text? Meaning(string field) => Filled(field) is { } code ? Meaning(field, code) : null;

    /// <summary>What a code of a field means.</summary>
    public Text Meaning(string field, string code) =>
        Register.Field(field)?.Codes?.Find(code)?.Name is { } name ? name.Text() : Text.Same(code);

    /// <summary>The places in documents a field names.</summary>
    public IReadOnlyList<Citation> Cited(string field)
    {
        var (documents, places) = (Several(field), Several($"{field}.place"));
        return [.. documents.Select((document, i) => new Citation(document, i < places.Count ? places[i] : ""))];
    }
}
