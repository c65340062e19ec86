using System.Globalization;
using Periplo.Languages;

namespace Periplo.Areas;

/// <summary>Position of every name, alias and number in the registry, and the nearest ones to a text that is none.</summary>
internal sealed class AreaNames
{
    private const int MostSuggestions = 3;
    private const int CodeLength = 3;

    private readonly Dictionary<string, int> byKey;
    private readonly Dictionary<int, int> byNumber;

    public AreaNames() => (byKey, byNumber) = (new(4096), new(512));

    private AreaNames(AreaNames other) => (byKey, byNumber) = (new(other.byKey), new(other.byNumber));

    public AreaNames Copy() => new(this);

    /// <summary>Leads a name, alias or number to an area; false when it leads to <paramref name="other"/> already.</summary>
    public bool TryAdd(string text, int position, out int other)
    {
        other = position;
        if (IsNumber(text, out var number))
            return byNumber.TryAdd(number, position) || (other = byNumber[number]) == position;
        var key = Spelling.Key(text);
        return key.Length == 0 || byKey.TryAdd(key, position) || (other = byKey[key]) == position;
    }

    public bool TryFind(string text, out int position) =>
        IsNumber(text, out var number) ? byNumber.TryGetValue(number, out position) : byKey.TryGetValue(Spelling.Key(text), out position);

    /// <summary>Positions of the areas whose code or name differs by the fewest letters from <paramref name="text"/>, if few enough; else of those with the text within a name.</summary>
    public IReadOnlyList<int> Nearest(string text)
    {
        var wanted = Spelling.Key(text);
        if (wanted.Length < CodeLength || wanted.Length > 100 || IsNumber(text, out _))
            return [];
        var isCode = wanted.Length == CodeLength;
        var most = wanted.Length switch { <= 5 => 1, <= 9 => 2, _ => 3 };
        var found = new SortedSet<int>();
        foreach (var (key, position) in byKey)
        {
            // Codes are near to one another; only what was meant as a code is compared with them.
            if (isCode ? key.Length != CodeLength : key.Length <= CodeLength || Math.Abs(key.Length - wanted.Length) > most)
                continue;
            var distance = Distance(wanted, key);
            if (distance > most)
                continue;
            if (distance < most)
                found.Clear();
            most = distance;
            found.Add(position);
        }

        return found.Count > 0 || isCode ? [.. found.Take(MostSuggestions)] : Containing(wanted);
    }

    /// <summary>The few areas with <paramref name="part"/> within a name ("Korea", "Virgin Islands"); none when they are many.</summary>
    private IReadOnlyList<int> Containing(string part)
    {
        var found = new SortedSet<int>();
        foreach (var (key, position) in byKey)
        {
            if (key.Contains(part, StringComparison.Ordinal))
                found.Add(position);
        }

        return found.Count <= MostSuggestions ? [.. found] : [];
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that turn one text into the other (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[b.Length];
    }

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
