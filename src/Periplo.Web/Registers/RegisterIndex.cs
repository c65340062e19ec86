using System.Collections.Concurrent;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Statistics;

namespace Periplo.Web.Registers;

/// <summary>What a filter offers.</summary>
/// <param name="Value">The value as it is stored.</param>
/// <param name="Name">The value for people.</param>
public sealed record FilterOption(string Value, string Name);

/// <summary>Records of one register that refer to a record by one field.</summary>
/// <param name="From">The register.</param>
/// <param name="Field">The field.</param>
/// <param name="Records">The records.</param>
public sealed record Referring(Register From, Field Field, IReadOnlyList<RecordHead> Records);

/// <summary>What is made of whole tables, once for each state of them: the options of filters, and who refers to whom.</summary>
/// <param name="site">The registers.</param>
public sealed class RegisterIndex(Site site)
{
    /// <summary>Most options of a filter; of a field with more, the value is typed.</summary>
    public const int MostOptions = 300;

    private readonly ConcurrentDictionary<(string Register, string Field, Language Language, bool Drafts), ((long Own, long Other) Changed, IReadOnlyList<FilterOption>? Options)> options = new();
    private readonly ConcurrentDictionary<string, (long Changed, Dictionary<(string Register, string Id), List<(Field Field, RecordHead Head)>> By)> references = new();

    private IReadOnlyDictionary<string, RegisterTable> Tables => site.Installation.Records.Tables();

    /// <summary>The values of a field that records have, by name; null when they are too many to choose from.</summary>
    public IReadOnlyList<FilterOption>? Options(RegisterTable table, Field field, Language language, bool drafts)
    {
        var changed = (table.Written, field.References is { } other ? site.Installation.Records.Table(other).Written : 0);
        var key = (table.Register.Id, field.Id, language, drafts);
        if (options.TryGetValue(key, out var known) && known.Changed == changed)
            return known.Options;
        var made = Options(table, field, new RecordMarkup(site, language, Person.Public), drafts);
        options[key] = (changed, made);
        return made;
    }

    /// <summary>The published records of all registers that refer to a record, in the order of the registers.</summary>
    public IReadOnlyList<Referring> ReferringTo(string register, string id)
    {
        var found = new List<Referring>();
        foreach (var from in site.Installation.Records.Registers.All)
        {
            if (from.Fields.All(field => field.References != register || field.Restricted) || !References(from).TryGetValue((register, id), out var by))
                continue;
            found.AddRange(by.GroupBy(pair => pair.Field).Select(group => new Referring(from, group.Key, [.. group.Select(pair => pair.Head)])));
        }

        return found;
    }

    private Dictionary<(string Register, string Id), List<(Field Field, RecordHead Head)>> References(Register from)
    {
        var table = Tables[from.Id];
        if (references.TryGetValue(from.Id, out var known) && known.Changed == table.Written)
            return known.By;
        var by = new Dictionary<(string, string), List<(Field, RecordHead)>>();
        // In the order of the title in Spanish, so that a page is the same every time.
        foreach (var head in table.List(new(), Language.Es).Records)
        {
            foreach (var (column, register, id) in RecordCheck.References(from, head.Published!.Values).Where(reference => !reference.Column.Field.Restricted).Distinct())
            {
                if (!by.TryGetValue((register, id), out var list))
                    by[(register, id)] = list = [];
                list.Add((column.Field, head));
            }
        }

        references[from.Id] = (table.Written, by);
        return by;
    }

    private static List<FilterOption>? Options(RegisterTable table, Field field, RecordMarkup words, bool drafts)
    {
        var column = Column(field, words.Language);
        var present = new HashSet<string>();
        foreach (var head in table.All)
        {
            if (RegisterTable.Seen(head, drafts) is not { } version)
                continue;
            foreach (var value in RecordCheck.Split(field, version.Values[column.Position]))
                present.Add(value);
            if (present.Count > MostOptions)
                return null;
        }

        if (field.Codes is { } codes)
            return [.. codes.Codes.Where(code => present.Contains(code.Id)).Select(code => new FilterOption(code.Id, code.Name.In(words.Language)))];
        var values = new string[table.Register.Columns.Count];
        Array.Fill(values, "");
        return [.. present.Select(value =>
        {
            values[column.Position] = value;
            return new FilterOption(value, words.Plain(field, values) is { Length: > 0 } name ? name : value);
        }).OrderBy(option => Spelling.OrderKey(option.Name, words.Language), StringComparer.Ordinal)];
    }

    /// <summary>The column a field is filtered and sorted by.</summary>
    public static Column Column(Field field, Language language) => field.Type == FieldType.Translated ? language.Of(field.Columns[0], field.Columns[1], field.Columns[2]) : field.Columns[0];
}
