namespace Periplo.Sdmx.Messages;

/// <summary>How a column of SDMX-CSV is to be read.</summary>
/// <param name="Field">Its place in a row from 0, or -1 where the file has none.</param>
/// <param name="IsLabelled">True when a name follows every code, a colon between.</param>
/// <param name="Languages">Languages of a multilingual component in the file's own words, or null.</param>
/// <param name="IsMultiple">True when a field may have several values.</param>
internal readonly record struct CsvColumnForm(int Field, bool IsLabelled = false, string? Languages = null, bool IsMultiple = false)
{
    /// <summary>A column the file has not.</summary>
    public static readonly CsvColumnForm None = new(-1);
}

/// <summary>
/// The first row of a file of SDMX-CSV: which column is what. Columns may stand in any order and in either case; those the structure
/// does not have are custom ones and are passed over (SDMX-CSV field guide, columns).
/// </summary>
internal sealed class CsvColumns
{
    private const int MostColumns = 1000;

    private readonly string[] names;
    private readonly CsvColumnForm[] forms;
    private readonly bool hasNames;

    /// <summary>Reads the first row.</summary>
    /// <exception cref="SdmxFormatException">It is none of SDMX-CSV.</exception>
    public CsvColumns(string[] head)
    {
        if (head.Length > MostColumns)
            throw new SdmxFormatException(DataRules.TooLarge, $"The first row has {head.Length} columns; {MostColumns} are read.", 1);
        RefuseSeparator(head[0]);
        names = new string[head.Length];
        forms = new CsvColumnForm[head.Length];
        for (var i = 0; i < head.Length; i++)
            (names[i], forms[i]) = Parse(head[i], i);
        hasNames = Special("STRUCTURE_NAME") >= 0;
        Structure = Special("STRUCTURE");
        Version = Structure >= 0 ? CsvVersion.V2 : CsvVersion.V1;
        if (Version == CsvVersion.V2)
        {
            Id = Special("STRUCTURE_ID");
            Action = Special("ACTION");
            Separator = forms[Structure].Languages is [var first, ..] ? first : ';';
        }
        else
        {
            Id = Special("DATAFLOW");
        }

        if (Id < 0)
        {
            throw new SdmxFormatException(
                DataRules.UnknownFormat,
                "The first row has neither a column DATAFLOW (SDMX-CSV 1.0) nor columns STRUCTURE and STRUCTURE_ID (SDMX-CSV 2.0).", 1, 1);
        }
    }

    /// <summary>Edition.</summary>
    public CsvVersion Version { get; }

    /// <summary>Count of columns.</summary>
    public int Count => names.Length;

    /// <summary>Column of the kind of structure, or -1.</summary>
    public int Structure { get; }

    /// <summary>Column of the identity of the structure.</summary>
    public int Id { get; }

    /// <summary>Column of what is to be done, or -1.</summary>
    public int Action { get; } = -1;

    /// <summary>What stands between the values of a field that has several.</summary>
    public char Separator { get; } = ';';

    /// <summary>The columns of components, each found by its exact id before any in the other case is taken for it.</summary>
    /// <param name="ids">Ids of the components in an order of the caller's.</param>
    /// <param name="passedOver">Names of the columns that are none of them.</param>
    public CsvColumnForm[] Find(IReadOnlyList<string> ids, out IReadOnlyList<string> passedOver)
    {
        var found = new CsvColumnForm[ids.Count];
        Array.Fill(found, CsvColumnForm.None);
        var taken = new bool[names.Length];
        foreach (var special in new[] { Structure, Id, Action, Special("STRUCTURE_NAME"), Special("SERIES_KEY"), Special("OBS_KEY") })
        {
            if (special >= 0)
                taken[special] = true;
        }

        Take(StringComparer.Ordinal);
        Take(StringComparer.OrdinalIgnoreCase);
        passedOver = [.. names.Where((_, i) => !taken[i])];
        return found;

        void Take(StringComparer comparer)
        {
            var positions = new Dictionary<string, int>(comparer);
            for (var c = 0; c < ids.Count; c++)
                positions.TryAdd(ids[c], c);
            var before = found.Select(one => one.Field >= 0).ToArray();
            for (var i = 0; i < names.Length; i++)
            {
                if (taken[i] || !positions.TryGetValue(names[i], out var position) || before[position])
                    continue;

                // Behind an id stands its name, which may be the same word ("SEX,Sex").
                if (i > 0 && found[position].Field == i - 1 && hasNames)
                    continue;
                if (found[position].Field >= 0)
                    throw new SdmxFormatException(DataRules.BadForm, $"The first row has two columns {names[i]}.", 1, i + 1);
                found[position] = forms[i];
                taken[i] = true;
            }
        }
    }

    private int Special(string name) => Array.FindIndex(names, one => string.Equals(one, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes <c>ID</c>, <c>ID: Name</c>, <c>ID[]</c> or <c>ID[en;fr]</c> apart.</summary>
    private static (string Name, CsvColumnForm Form) Parse(string text, int field)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? text : text[..colon]).Trim();
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0 || !name.EndsWith(']'))
            return (name, new(field, colon >= 0));
        var inner = name[(bracket + 1)..^1];
        return (name[..bracket], new(field, colon >= 0, inner.Length > 0 ? inner : null, inner.Length == 0));
    }

    private static void RefuseSeparator(string first)
    {
        // What follows the fixed first word is the separator (field guide, design principles).
        foreach (var word in (string[])["STRUCTURE", "DATAFLOW"])
        {
            if (!first.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = first.AsSpan(word.Length);
            if (rest is ['[', ..])
                rest = rest[(rest.IndexOf(']') + 1)..];
            if (rest is [';' or '\t' or '|', ..])
            {
                var shown = rest[0] == '\t' ? "tabulators" : $"\"{rest[0]}\"";
                throw new SdmxFormatException(
                    DataRules.BadForm, $"Fields are separated by {shown}, as some spreadsheets save them; save the file with commas and decimal points.", 1, 1);
            }
        }
    }
}
