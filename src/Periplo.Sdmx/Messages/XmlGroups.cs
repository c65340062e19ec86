using System.Runtime.InteropServices;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// Attributes that groups of a data set give for partial keys. They are held for the whole data set, since a group names its series by
/// its key and not by its place.
/// </summary>
internal sealed class XmlGroups(ComponentSlots slots)
{
    /// <summary>Characters that keys and attributes of the groups of a data set may have altogether.</summary>
    public const int MostCharacters = 1 << 26;

    /// <summary>Kinds of groups, by their dimensions, that a data set may have.</summary>
    public const int MostKinds = 32;

    /// <summary>What a text counts for beside its characters.</summary>
    private const int TextCost = 16;

    private const char Separator = '\u001F';

    private readonly List<Table> tables = [];
    private int characters;

    /// <summary>Whether there are none.</summary>
    public bool AreNone => tables.Count == 0;

    /// <summary>Adds what a group says: its key and its attributes, by slot. False when there are more than can be held.</summary>
    public bool Add(string?[] group)
    {
        var positions = new List<int>(slots.Time);
        for (var position = 0; position < slots.Time; position++)
        {
            if (group[position] is not null)
                positions.Add(position);
        }

        // Without a key it hangs on a constraint (SDMX 2.1, section 3A, GroupType), which says nothing of keys here.
        if (positions.Count == 0)
            return true;
        var table = Find(positions);
        if (table is null)
        {
            if (tables.Count == MostKinds)
                return false;
            table = new([.. positions]);
            tables.Add(table);
        }

        var key = Key(table, group, new char[Length(table, group)]);
        if (!table.ByKey.TryGetValue(key, out var held))
        {
            held = new string?[slots.Count - slots.FirstAttribute];
            table.Groups.Add(key.ToString(), held);
            characters += key.Length + ((held.Length + 1) * TextCost);
        }

        for (var a = 0; a < held.Length; a++)
        {
            if (held[a] is null && group[slots.FirstAttribute + a] is { } text)
            {
                held[a] = text;
                characters += text.Length;
            }
        }

        return characters <= MostCharacters;
    }

    /// <summary>Gives a series the attributes of its groups that it does not say itself.</summary>
    public void Apply(string?[] series)
    {
        foreach (var table in tables)
        {
            if (Covers(table, series))
                Apply(table, series, series, series);
        }
    }

    /// <summary>Gives an observation the attributes of the groups whose keys the series does not cover.</summary>
    public void Apply(ReadOnlySpan<string?> codes, string?[] series, string?[] observation)
    {
        foreach (var table in tables)
        {
            if (!Covers(table, series) && Covers(table, codes))
                Apply(table, codes, series, observation);
        }
    }

    private Table? Find(List<int> positions)
    {
        foreach (var table in tables)
        {
            if (CollectionsMarshal.AsSpan(positions).SequenceEqual(table.Positions))
                return table;
        }

        return null;
    }

    private static bool Covers(Table table, ReadOnlySpan<string?> codes)
    {
        foreach (var position in table.Positions)
        {
            if (codes[position] is null)
                return false;
        }

        return true;
    }

    private static int Length(Table table, ReadOnlySpan<string?> codes)
    {
        var length = table.Positions.Length;
        foreach (var position in table.Positions)
            length += codes[position]!.Length;
        return length;
    }

    private static ReadOnlySpan<char> Key(Table table, ReadOnlySpan<string?> codes, Span<char> into)
    {
        var at = 0;
        foreach (var position in table.Positions)
        {
            codes[position]!.CopyTo(into[at..]);
            at += codes[position]!.Length;
            into[at++] = Separator;
        }

        return into[..at];
    }

    private void Apply(Table table, ReadOnlySpan<string?> codes, string?[] series, string?[] to)
    {
        var length = Length(table, codes);
        Span<char> buffer = length <= 256 ? stackalloc char[256] : new char[length];
        if (!table.ByKey.TryGetValue(Key(table, codes, buffer), out var attributes))
            return;
        for (var a = 0; a < attributes.Length; a++)
        {
            if (series[slots.FirstAttribute + a] is null)
                to[slots.FirstAttribute + a] ??= attributes[a];
        }
    }

    /// <summary>Groups whose keys have the same dimensions.</summary>
    private sealed class Table
    {
        public Table(int[] positions)
        {
            Positions = positions;
            ByKey = Groups.GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public int[] Positions { get; }

        public Dictionary<string, string?[]> Groups { get; } = [];

        public Dictionary<string, string?[]>.AlternateLookup<ReadOnlySpan<char>> ByKey { get; }
    }
}
