using System.Runtime.InteropServices;
using Periplo.Registers;

namespace Periplo.Cooperation;

/// <summary>That a record rests on a place in a document.</summary>
/// <param name="Record">The record.</param>
/// <param name="Place">The place.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Cited(PublishedRecord Record, string Place);

/// <summary>Which records rest on which document, by the order of its places.</summary>
public sealed class Citations
{
    private readonly Dictionary<string, List<Cited>> byDocument = [];

    /// <summary>Reads every published record of every register; what restricted fields cite is left out.</summary>
    public Citations(IEnumerable<RegisterTable> tables)
    {
        foreach (var table in tables)
        {
            var locators = table.Register.Fields.Where(field => field is { Type: FieldType.Locator, Restricted: false }).ToList();
            if (locators.Count == 0)
                continue;
            foreach (var record in PublishedRecord.Of(table))
            {
                foreach (var citation in locators.SelectMany(field => record.Cited(field.Id)).Distinct())
                {
                    if (!byDocument.TryGetValue(citation.Document, out var list))
                        byDocument[citation.Document] = list = [];
                    list.Add(new(record, citation.Place));
                }
            }
        }

        foreach (var list in byDocument.Values)
            list.Sort((a, b) => Compare(a.Place, b.Place) is not 0 and var order ? order : string.CompareOrdinal(a.Record.Register.Id + a.Record.Id, b.Record.Register.Id + b.Record.Id));
    }

    /// <summary>What rests on a document, in the order of its places.</summary>
    public IReadOnlyList<Cited> Of(string document) => byDocument.GetValueOrDefault(document) ?? [];

    /// <summary>Order of places: ¶9 before ¶10, numbers in words of places compared as numbers.</summary>
    public static int Compare(string first, string second)
    {
        var (a, b) = (0, 0);
        while (a < first.Length && b < second.Length)
        {
            if (char.IsAsciiDigit(first[a]) && char.IsAsciiDigit(second[b]))
            {
                var left = Digits(first, ref a);
                var right = Digits(second, ref b);
                var order = left.Length != right.Length ? left.Length - right.Length : left.CompareTo(right, StringComparison.Ordinal);
                if (order != 0)
                    return order;
                continue;
            }

            if (first[a] != second[b])
                return first[a].CompareTo(second[b]);
            a++;
            b++;
        }

        return (first.Length - a) - (second.Length - b);
    }

    private static ReadOnlySpan<char> Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return text.AsSpan(start, at - start).TrimStart('0');
    }
}
