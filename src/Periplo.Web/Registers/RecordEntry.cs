using System.Security.Cryptography;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;

namespace Periplo.Web.Registers;

/// <summary>What is wrong with one input of a form.</summary>
/// <param name="Input">Id of the input.</param>
/// <param name="Name">What the input is called.</param>
/// <param name="Reason">What is wrong and what to do.</param>
public sealed record EntryFault(string Input, Text Name, Text Reason);

/// <summary>What someone typed into the form of a record. It goes back into the form as it was typed, right or wrong.</summary>
public sealed record RecordEntry
{
    /// <summary>Name of the input of the version a change began from.</summary>
    public const string BasedOnInput = "based-on";

    /// <summary>Name of the input of the reason.</summary>
    public const string WhyInput = "why";

    /// <summary>Name of the input of a new record's id.</summary>
    public const string IdInput = "record-id";

    /// <summary>Name of the input of what makes a new record's id its own.</summary>
    public const string MarkInput = "mark";

    private const int LongestSlug = 48;

    /// <summary>A value for each column of the register.</summary>
    public required string[] Values { get; init; }

    /// <summary>Number of the version the change began from; 0 for a new record.</summary>
    public long BasedOn { get; init; }

    /// <summary>Reason.</summary>
    public string Why { get; init; } = "";

    /// <summary>The id wanted for a new record; empty to have it made of the title.</summary>
    public string Id { get; init; } = "";

    /// <summary>
    /// Goes into the id of a new record. It is made with the empty form, so that the same form sent twice means the same
    /// record, and two records of one title have two ids.
    /// </summary>
    public string Mark { get; init; } = "";

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<EntryFault> Faults { get; init; } = [];

    /// <summary>An empty form.</summary>
    public static RecordEntry New(Register register)
    {
        var values = new string[register.Columns.Count];
        Array.Fill(values, "");
        return new() { Values = values, Mark = RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstuvwxyz", 5) };
    }

    /// <summary>The form of a change of a record.</summary>
    public static RecordEntry Of(RecordHead head) => new() { Values = (string[])head.Latest.Values.Clone(), BasedOn = head.Latest.Number };

    /// <summary>Reads a posted form.</summary>
    public static RecordEntry Read(Register register, IFormCollection form, AreaRegistry areas)
    {
        var values = new string[register.Columns.Count];
        foreach (var field in register.Fields)
            Read(field, form, areas, values);
        return new()
        {
            Values = values,
            BasedOn = long.TryParse(form[BasedOnInput].ToString(), out var number) && number > 0 ? number : 0,
            Why = form[WhyInput].ToString().Trim(),
            Id = form[IdInput].ToString().Trim(),
            Mark = form[MarkInput].ToString() is { Length: > 0 and <= 12 } mark && RecordCheck.IsId(mark) ? mark : "",
        };
    }

    /// <summary>The id a new record gets: the one typed, or one made of its title.</summary>
    public string IdOf(Register register)
    {
        if (Id.Length > 0)
            return Id;
        var title = Spelling.OrderKey(Values[register.Title.FirstColumn], Language.En);
        var slug = new string([.. title.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Trim('-');
        if (slug.Length > LongestSlug)
            slug = slug[..LongestSlug].TrimEnd('-');
        return (slug.Length, Mark.Length) switch
        {
            (0, _) => $"{register.Id}-{Mark}".Trim('-'),
            (_, 0) => slug,
            _ => $"{slug}-{Mark}",
        };
    }

    /// <summary>The faults of a refusal, as this form shows them.</summary>
    public static IReadOnlyList<EntryFault> From(RegisterException error) => error switch
    {
        RecordRefusedException refused => [.. refused.Faults.Select(fault => new EntryFault(InputOf(fault.Column), fault.Column.Title, fault.Reason))],
        _ => [new("", RegisterWords.ThisForm, error.Explanation)],
    };

    /// <summary>
    /// The same entry on top of what someone else saved meanwhile: what only they changed is taken from them, the rest stays
    /// as it was typed.
    /// </summary>
    /// <param name="register">The register.</param>
    /// <param name="before">The values the change began from.</param>
    /// <param name="now">The record as it is now.</param>
    public RecordEntry OnTopOf(Register register, string[] before, RecordHead now)
    {
        var values = (string[])Values.Clone();
        foreach (var field in register.Fields)
        {
            if (field.Columns.All(column => Values[column.Position] == before[column.Position]))
            {
                foreach (var column in field.Columns)
                    values[column.Position] = now.Latest.Values[column.Position];
            }
        }

        return this with { Values = values, BasedOn = now.Latest.Number, Id = now.Id };
    }

    /// <summary>Id of the input of a column.</summary>
    public static string InputOf(Column column)
    {
        // A locator of several places is one input.
        var shown = column.Field is { Type: FieldType.Locator, Many: true } ? column.Field.Columns[0] : column;
        return "i-" + shown.Name.Replace('.', '-');
    }

    private static void Read(Field field, IFormCollection form, AreaRegistry areas, string[] values)
    {
        foreach (var column in field.Columns)
            values[column.Position] = Plain(form[column.Name].ToString());
        var first = field.FirstColumn;
        if (field is { Type: FieldType.Locator, Many: true })
        {
            var lines = Lines(values[first]).Select(line => line.Split(' ', 2)).ToList();
            values[first] = Join(lines.Select(line => line[0]));
            values[first + 1] = Join(lines.Select(line => line.Length > 1 ? line[1].Trim() : ""));
        }
        else if (field is { Type: FieldType.Code, Many: true })
        {
            values[first] = Join(form[field.Columns[0].Name].Select(code => code ?? "").Where(code => code.Length > 0));
        }
        else if (field.Many)
        {
            values[first] = Join(Lines(values[first]).Select(line => field.Type == FieldType.Area ? AreaOf(line, areas) : line));
        }
        else if (field.Type == FieldType.Area)
        {
            values[first] = AreaOf(values[first], areas);
        }
    }

    private static string Plain(string typed) => typed.ReplaceLineEndings("\n").Trim();

    private static string[] Lines(string typed) =>
        typed.Split(['\n', Register.Separator], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Join(IEnumerable<string> values) => string.Join(Register.Separator, values);

    /// <summary>People type names; the record holds the id.</summary>
    private static string AreaOf(string typed, AreaRegistry areas) => typed.Length > 0 && areas.Find(typed) is { } area ? area.Id : typed;
}
