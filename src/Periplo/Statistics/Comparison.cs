using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>A key that two revisions both hold with different values.</summary>
/// <param name="Key">Codes of the key.</param>
/// <param name="Time">Period.</param>
/// <param name="Before">Value in the first revision, plain units, NaN when missing.</param>
/// <param name="After">Value in the second.</param>
public sealed record Change(string[] Key, TimePeriod Time, double Before, double After)
{
    /// <summary>Second less first.</summary>
    public double Difference => After - Before;
}

/// <summary>What changed from one revision to another.</summary>
/// <param name="Before">First revision.</param>
/// <param name="After">Second revision.</param>
/// <param name="Changes">Keys with different values, largest absolute difference first.</param>
/// <param name="Unchanged">Keys with the same value in both.</param>
/// <param name="OnlyBefore">Keys only the first holds.</param>
/// <param name="OnlyAfter">Keys only the second holds.</param>
public sealed record Comparison(Dataset Before, Dataset After, IReadOnlyList<Change> Changes, int Unchanged, int OnlyBefore, int OnlyAfter)
{
    /// <summary>Compares two revisions of one dataset within a query.</summary>
    public static Comparison Of(Dataset before, Dataset after, Query query)
    {
        if (before.Definition != after.Definition)
            throw new ArgumentException("Only revisions of one dataset can be compared.", nameof(after));
        var (left, right) = (before.Select(query), after.Select(query));
        var codes = Enumerable.Range(0, before.Observations.Codes.Count).Select(d => Places(before.Observations.Codes[d], after.Observations.Codes[d])).ToArray();
        var changes = new List<Change>();
        var (unchanged, onlyBefore, onlyAfter) = (0, 0, 0);
        var (l, r) = (0, 0);
        while (l < left.Count || r < right.Count)
        {
            var order = l == left.Count ? 1 : r == right.Count ? -1 : CompareKeys(left[l], right[r]);
            if (order < 0)
            {
                (l, onlyBefore) = (l + 1, onlyBefore + 1);
            }
            else if (order > 0)
            {
                (r, onlyAfter) = (r + 1, onlyAfter + 1);
            }
            else
            {
                var (a, b) = (before.Plain(left[l]), after.Plain(right[r]));
                if (a.Equals(b))
                    unchanged++;
                else
                    changes.Add(new(KeyOf(left[l]), before.Observations.Times[left[l]], a, b));
                (l, r) = (l + 1, r + 1);
            }
        }

        // A value gained or lost has no difference; it comes after all that have one. Changes of one size stay in order of key.
        var largestFirst = changes.OrderByDescending(change => double.IsNaN(change.Difference) ? -1 : Math.Abs(change.Difference)).ToList();
        return new(before, after, largestFirst, unchanged, onlyBefore, onlyAfter);

        int CompareKeys(int i, int j)
        {
            for (var d = 0; d < codes.Length; d++)
            {
                var order = codes[d].Left[before.Observations.Position(d, i)].CompareTo(codes[d].Right[after.Observations.Position(d, j)]);
                if (order != 0)
                    return order;
            }

            return before.Observations.Times[i].CompareTo(after.Observations.Times[j]);
        }

        string[] KeyOf(int i) => [.. Enumerable.Range(0, codes.Length).Select(d => before.Observations.Code(d, i))];
    }

    private static (int[] Left, int[] Right) Places(string[] left, string[] right)
    {
        var all = left.Union(right).Order(StringComparer.Ordinal).ToArray();
        int Place(string code) => Array.BinarySearch(all, code, StringComparer.Ordinal);
        return (Array.ConvertAll(left, Place), Array.ConvertAll(right, Place));
    }
}
