using System.Collections.Concurrent;
using Periplo.Languages;

namespace Periplo.Registers;

/// <summary>What a list of records asks for.</summary>
/// <param name="Words">Words each of which a record must have, accents and case ignored; or null.</param>
/// <param name="Filters">Columns and the value each must have; of a field of several values, one of them.</param>
/// <param name="SortBy">Column to sort by; null for the title.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
/// <param name="Drafts">Whether drafts are seen: the latest version of every record in place of what the public sees.</param>
/// <param name="Skip">Records to pass over.</param>
/// <param name="Take">Records to give.</param>
/// <param name="Restricted">Whether restricted fields are searched too: what the public may not read it may not find out by searching either.</param>
public sealed record RecordQuery(
    string? Words = null,
    IReadOnlyList<(Column Column, string Value)>? Filters = null,
    Column? SortBy = null,
    bool Descending = false,
    bool Drafts = false,
    int Skip = 0,
    int Take = int.MaxValue,
    bool Restricted = false);

/// <summary>A page of a list.</summary>
/// <param name="Records">The records asked for.</param>
/// <param name="Count">How many fit the query in all.</param>
public sealed record RecordPage(IReadOnlyList<RecordHead> Records, int Count);

/// <summary>
/// A register's records as they stood at one entry of the log. Immutable: a later state is another table, made with
/// <see cref="After"/>. Lists and search run over arrays in memory, so they need no index that could be stale.
/// </summary>
public sealed class RegisterTable
{
    private readonly Dictionary<string, RecordHead> byId;
    private readonly RecordHead[] heads;
    // Positions among the heads, and columns as small numbers: a filter over many records then runs along arrays of integers.
    private readonly ConcurrentDictionary<(int Column, bool Drafts, Language Language), int[]> sorted;
    private readonly ConcurrentDictionary<(int Column, bool Drafts), CodedColumn> coded;

    private RegisterTable(Register register, Dictionary<string, RecordHead> byId, long number, long changed, DateTimeOffset changedAt)
    {
        (Register, this.byId, Number, Written, Changed, ChangedAt) = (register, byId, number, number, changed, changedAt);
        heads = [.. byId.Values];
        sorted = new();
        coded = new();
    }

    /// <summary>The same records at a later entry of the log: what was sorted stays so.</summary>
    private RegisterTable(RegisterTable same, long number)
    {
        (Register, byId, Number, Written, Changed, ChangedAt) = (same.Register, same.byId, number, same.Written, same.Changed, same.ChangedAt);
        (heads, sorted, coded) = (same.heads, same.sorted, same.coded);
    }

    /// <summary>The register.</summary>
    public Register Register { get; }

    /// <summary>Number of the last entry of the log it takes account of; 0 for none.</summary>
    public long Number { get; }

    /// <summary>Number of the last entry of the log that changed what the public sees of this register; 0 for none.</summary>
    public long Changed { get; }

    /// <summary>When that entry was written.</summary>
    public DateTimeOffset ChangedAt { get; }

    /// <summary>The <see cref="Number"/> since which the records, drafts among them, are as they are: what is made of them may be kept by it.</summary>
    public long Written { get; }

    /// <summary>Number of records, drafts and withdrawn ones among them.</summary>
    public int Count => heads.Length;

    /// <summary>Every record, drafts and withdrawn ones among them, in no order.</summary>
    public IReadOnlyList<RecordHead> All => heads;

    /// <summary>The records the public sees.</summary>
    public IEnumerable<RecordHead> Published => heads.Where(head => head.Published is not null);

    /// <summary>A register without records.</summary>
    public static RegisterTable Empty(Register register) => new(register, [], 0, 0, default);

    /// <summary>The table after more entries of the log; those of other registers are passed over.</summary>
    /// <param name="entries">Entries in the order of the log, all later than <see cref="Number"/>.</param>
    public RegisterTable After(IEnumerable<LogEntry> entries)
    {
        Dictionary<string, RecordHead>? next = null;
        var (number, changed, changedAt) = (Number, Changed, ChangedAt);
        foreach (var entry in entries)
        {
            number = entry.Number;
            if (entry.Item.Action != LogAction.Record || entry.Item.Register != Register.Id)
                continue;
            next ??= new(byId);
            var id = entry.Item.Record!;
            var version = new RecordVersion(entry.Number, entry.Item.At, entry.Item.Who, entry.Item.State!, RecordContent.Read(Register, entry.Item.Content!), entry.Item.Why);
            var before = next.GetValueOrDefault(id);
            var head = next[id] = RecordHead.After(Register.Workflow, before, id, version);
            if (head.Published != before?.Published)
                (changed, changedAt) = (entry.Number, entry.Item.At);
        }

        if (next is not null)
            return new(Register, next, number, changed, changedAt);
        return number == Number ? this : new(this, number);
    }

    /// <summary>A record by its id, or null.</summary>
    public RecordHead? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The version of a record that a list shows.</summary>
    public static RecordVersion? Seen(RecordHead head, bool drafts) => drafts ? head.Latest : head.Published;

    /// <summary>The records that fit, a page of them.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="language">Language the title is sorted in.</param>
    public RecordPage List(RecordQuery query, Language language)
    {
        var words = (query.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Spelling.OrderKey(word, Language.En).Trim()).Where(word => word.Length > 0).ToArray();
        var filters = query.Filters?.Where(filter => filter.Column.Field.Many).ToList() ?? [];
        var equal = query.Filters?.Where(filter => !filter.Column.Field.Many).Select(filter => Coded(filter.Column, query.Drafts).Holding(filter.Value)).ToArray() ?? [];
        if (equal.Any(filter => filter.Wanted < 0))
            return new([], 0);
        var inOrder = Sorted(query.SortBy, query.Drafts, language);
        var page = new List<RecordHead>(Math.Min(query.Take, 64));
        var count = 0;
        for (var i = 0; i < inOrder.Length; i++)
        {
            var at = inOrder[query.Descending ? inOrder.Length - 1 - i : i];
            if (!Fits(equal, at))
                continue;
            var head = heads[at];
            if (!Fits(head, Seen(head, query.Drafts)!, filters, words, query.Restricted))
                continue;
            if (count >= query.Skip && page.Count < query.Take)
                page.Add(head);
            count++;
        }

        return new(page, count);
    }

    private bool Fits(RecordHead head, RecordVersion version, IReadOnlyList<(Column Column, string Value)> filters, string[] words, bool restricted)
    {
        foreach (var (column, wanted) in filters)
        {
            var value = version.Values[column.Position];
            if (!Holds(value, wanted))
                return false;
        }

        foreach (var word in words)
        {
            if (!version.Folded(Register, head.Id, restricted).Contains(word, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private static bool Holds(string values, string wanted)
    {
        foreach (var range in values.AsSpan().Split(Register.Separator))
        {
            if (values.AsSpan(range).SequenceEqual(wanted))
                return true;
        }

        return false;
    }

    private static bool Fits((int[] Codes, int Wanted)[] equal, int at)
    {
        foreach (var (codes, wanted) in equal)
        {
            if (codes[at] != wanted)
                return false;
        }

        return true;
    }

    private CodedColumn Coded(Column column, bool drafts) => coded.GetOrAdd((column.Position, drafts), key =>
    {
        var numbers = new Dictionary<string, int>();
        var codes = Array.ConvertAll(heads, head =>
        {
            if (Seen(head, key.Drafts) is not { } version)
                return -1;
            var value = version.Values[key.Column];
            if (!numbers.TryGetValue(value, out var number))
                numbers.Add(value, number = numbers.Count);
            return number;
        });
        return new(numbers, codes);
    });

    private int[] Sorted(Column? by, bool drafts, Language language)
    {
        var column = (by ?? TitleColumn(language)).Position;
        return sorted.GetOrAdd((column, drafts, language), key =>
        {
            var seen = Enumerable.Range(0, heads.Length).Where(at => Seen(heads[at], key.Drafts) is not null).ToArray();
            var isNumber = Register.Columns[key.Column] is { Part: ColumnPart.Value, Field.Type: FieldType.Number or FieldType.Money };
            if (isNumber)
            {
                var numbers = Array.ConvertAll(seen, at => decimal.TryParse(Seen(heads[at], key.Drafts)!.Values[key.Column], out var number) ? number : decimal.MinValue);
                Array.Sort(numbers, seen, Comparer<decimal>.Default);
                return seen;
            }

            // The id after the value, so that the order is the same every time.
            var keys = Array.ConvertAll(seen, at => $"{Spelling.OrderKey(Register.Columns[key.Column].Shown(Seen(heads[at], key.Drafts)!.Values), key.Language)}\0{heads[at].Id}");
            Array.Sort(keys, seen, StringComparer.Ordinal);
            return seen;
        });
    }

    /// <summary>The column of the title in a language.</summary>
    public Column TitleColumn(Language language) =>
        Register.Title.Columns.FirstOrDefault(column => column.Part == language.Of(ColumnPart.Spanish, ColumnPart.English, ColumnPart.French)) ?? Register.Title.Columns[0];

    /// <summary>A column with a number in place of each value; -1 where the record is not seen.</summary>
    private sealed record CodedColumn(Dictionary<string, int> Numbers, int[] Codes)
    {
        public (int[] Codes, int Wanted) Holding(string value) => (Codes, Numbers.GetValueOrDefault(value, -1));
    }
}
