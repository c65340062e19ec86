namespace Periplo.Disclosure;

/// <summary>
/// Cells of tables that share margins: counts, and the sums that hold among them. A cell may be a total of several sums
/// and a part of several others; that is what links the tables, and what an attacker calculates with. Immutable.
/// </summary>
public sealed class LinkedTables
{
    /// <summary>The largest count a cell may have: 10^12.</summary>
    public const long Most = 1_000_000_000_000;

    private readonly long[] counts;
    private readonly int[] memberStarts;
    private readonly int[] members;
    private readonly int[] sumStarts;
    private readonly int[] sums;

    /// <summary>Tables from packed columns, which are kept and not copied.</summary>
    /// <param name="counts">Count of each cell, 0 to <see cref="Most"/>.</param>
    /// <param name="memberStarts">Where the members of each sum begin in <paramref name="members"/>; one more than there are sums.</param>
    /// <param name="members">Of each sum the cell of the total, then the cells of its parts, none twice.</param>
    /// <exception cref="ArgumentException">A count is out of range, a cell does not exist, or a total is not the sum of its parts.</exception>
    public LinkedTables(long[] counts, int[] memberStarts, int[] members)
    {
        (this.counts, this.memberStarts, this.members) = (counts, memberStarts, members);
        if (memberStarts.Length == 0 || memberStarts[0] != 0 || memberStarts[^1] != members.Length)
            throw new ArgumentException("The starts do not fit the members.", nameof(memberStarts));
        if (Array.Exists(counts, count => count is < 0 or > Most))
            throw new ArgumentException("A count must be from 0 to 10^12.", nameof(counts));
        sumStarts = new int[counts.Length + 1];
        for (var sum = 0; sum < Sums; sum++)
            Check(sum);
        for (var cell = 0; cell < counts.Length; cell++)
            sumStarts[cell + 1] += sumStarts[cell];
        sums = new int[members.Length];
        // Filled from the back, so that each start ends where it belongs.
        var next = sumStarts[1..];
        for (var sum = Sums - 1; sum >= 0; sum--)
        {
            for (var at = memberStarts[sum]; at < memberStarts[sum + 1]; at++)
                sums[--next[members[at]]] = at == memberStarts[sum] ? ~sum : sum;
        }
    }

    /// <summary>Cells.</summary>
    public int Cells => counts.Length;

    /// <summary>Sums.</summary>
    public int Sums => memberStarts.Length - 1;

    /// <summary>Count of each cell.</summary>
    public ReadOnlySpan<long> Counts => counts;

    /// <summary>Tables from cells and sums written one by one.</summary>
    /// <exception cref="ArgumentException">As the constructor.</exception>
    public static LinkedTables Of(IEnumerable<long> counts, IEnumerable<(int Total, int[] Parts)> sums)
    {
        var (starts, members) = (new List<int> { 0 }, new List<int>());
        foreach (var (total, parts) in sums)
        {
            members.Add(total);
            members.AddRange(parts);
            starts.Add(members.Count);
        }

        return new([.. counts], [.. starts], [.. members]);
    }

    /// <summary>The cells of a sum: first its total, then its parts.</summary>
    public ReadOnlySpan<int> Members(int sum) => members.AsSpan(memberStarts[sum]..memberStarts[sum + 1]);

    /// <summary>The sums a cell is in: the number of the sum where it is a part, the complement (~) of it where it is the total.</summary>
    public ReadOnlySpan<int> SumsOf(int cell) => sums.AsSpan(sumStarts[cell]..sumStarts[cell + 1]);

    private void Check(int sum)
    {
        var (from, to) = (memberStarts[sum], memberStarts[sum + 1]);
        if (to - from < 2)
            throw new ArgumentException($"Sum {sum} has no parts.", nameof(sum));
        long rest = 0;
        for (var at = from; at < to; at++)
        {
            var cell = members[at];
            if (cell < 0 || cell >= counts.Length)
                throw new ArgumentException($"Sum {sum} names cell {cell}, which does not exist.", nameof(sum));
            sumStarts[cell + 1]++;
            rest += at == from ? counts[cell] : -counts[cell];
        }

        if (rest != 0)
            throw new ArgumentException($"The total of sum {sum} is {counts[members[from]]}, which its parts miss by {rest}.", nameof(sum));
    }
}
