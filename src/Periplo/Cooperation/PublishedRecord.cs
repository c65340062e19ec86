using System.Globalization;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Sdmx;

namespace Periplo.Cooperation;

/// <summary>A place in a document of the register <c>documents</c>.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Place">Paragraph, section or note in it.</param>
public sealed record DocumentPlace(string Document, string Place);

/// <summary>An amount as a document states it; never converted.</summary>
/// <param name="Value">In units of the currency.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record Money(decimal Value, string Currency);

/// <summary>What the public sees of a record, read by the names of its fields.</summary>
/// <param name="register">The register.</param>
/// <param name="id">Id of the record.</param>
/// <param name="version">The version the public sees.</param>
internal sealed class PublishedRecord(Register register, string id, RecordVersion version)
{
    public string Id => id;

    /// <summary>When it was written.</summary>
    public DateTimeOffset Written => version.At;

    /// <summary>The published records of a register, in the order of their ids.</summary>
    public static IEnumerable<PublishedRecord> All(RegisterTable table) =>
        table.Published.OrderBy(head => head.Id, StringComparer.Ordinal).Select(head => new PublishedRecord(table.Register, head.Id, head.Published!));

    public string Value(string column) => register.Value(version.Values, column);

    public Text Words(string field) => new(Value(field + ".es"), Value(field + ".en"));

    public Text? WordsOrNone(string field) => Value(field + ".es").Length == 0 ? null : Words(field);

    public string? ValueOrNone(string column) => Value(column) is { Length: > 0 } value ? value : null;

    public string[] Many(string column) => Value(column) is { Length: > 0 } value ? value.Split(Register.Separator) : [];

    public TimePeriod? Date(string column) => TimePeriod.TryParse(Value(column), out var period) ? period : null;

    public decimal? Number(string column) =>
        decimal.TryParse(Value(column), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public Money? Money(string field) => Number(field) is { } amount ? new(amount, Value(field + ".currency")) : null;

    public IReadOnlyList<DocumentPlace> Places(string field)
    {
        var (documents, places) = (Many(field), Many(field + ".place"));
        return [.. documents.Select((document, i) => new DocumentPlace(document, i < places.Length ? places[i] : ""))];
    }

    /// <summary>A code with its name.</summary>
    public NamedCode Code(string field) => new(Value(field), NameOf(field, Value(field)));

    public IReadOnlyList<NamedCode> Codes(string field) => [.. Many(field).Select(code => new NamedCode(code, NameOf(field, code)))];

    private Text NameOf(string field, string code) =>
        register.Field(field)?.Codes?.Find(code)?.Name is { } name ? new(name.In("es"), name.In("en")) : Text.Same(code);
}

/// <summary>A code of a list and what people call it.</summary>
/// <param name="Id">The code.</param>
/// <param name="Name">Its name.</param>
public sealed record NamedCode(string Id, Text Name);
