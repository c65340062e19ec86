using System.Globalization;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Sdmx;

namespace Periplo.Cooperation;

/// <summary>A place in a document that a record rests on.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Place">Paragraph, note or section in it.</param>
public readonly record struct Citation(string Document, string Place);

/// <summary>A published record, its values read by the type of their fields.</summary>
/// <param name="Register">The register.</param>
/// <param name="Id">Id of the record.</param>
/// <param name="Version">The version the public sees.</param>
public sealed record RecordReading(Register Register, string Id, RecordVersion Version)
{
    /// <summary>The value of a column as it is written; empty for none.</summary>
    public string this[string column] => Register.Value(Version.Values, column);

    /// <summary>What the record is called.</summary>
    public Text Title => Register.Title.Type == FieldType.Translated ? Words(Register.Title.Id) ?? Text.Same(Id) : this[Register.Title.Id] is { Length: > 0 } title ? Text.Same(title) : Text.Same(Id);

    /// <summary>The places in documents it rests on.</summary>
    public IReadOnlyList<Citation> Sources => Cited("source");

    /// <summary>The records of a register that the public sees.</summary>
    public static IEnumerable<RecordReading> Of(RegisterTable table) =>
        table.Published.Select(head => new RecordReading(table.Register, head.Id, head.Published!));

    /// <summary>A value or null for none.</summary>
    public string? Filled(string column) => this[column] is { Length: > 0 } value ? value : null;

    /// <summary>A text of every language; null for none.</summary>
    public Text? Words(string field) => this[$"{field}.es"] is { Length: > 0 } spanish ? new(spanish, this[$"{field}.en"]) : null;

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

    /// <summary>What the code of a field means; null for none.</summary>
    public Text? Meaning(string field) => Filled(field) is { } code ? Meaning(field, code) : null;

    /// <summary>What a code of a field means.</summary>
    public Text Meaning(string field, string code) =>
        Register.Field(field)?.Codes?.Find(code)?.Name is { } name ? new(name.In("es"), name.In("en")) : Text.Same(code);

    /// <summary>The places in documents a field names.</summary>
    public IReadOnlyList<Citation> Cited(string field)
    {
        var (documents, places) = (Several(field), Several($"{field}.place"));
        return [.. documents.Select((document, i) => new Citation(document, i < places.Count ? places[i] : ""))];
    }
}
