namespace Periplo.Disclosure;

/// <summary>
/// Suppresses the small cells of linked tables and, with them, as little as it can find that keeps them from being worked
/// out (docs/methods/disclosure.md). It believes no rule of thumb: for every suppressed cell it walks from the true tables
/// to others that agree with all that is published, until the counts the cell takes on the way lie the minimum apart.
/// Those tables are whole numbers and keep suppressed cells above zero, so they also stand before an attacker who knows that.
/// </summary>
/// <remarks>
/// Keeps its working memory from one call to the next; one protector a thread. After Fischetti and Salazar (2001), Models and
/// algorithms for optimizing cell suppression in tabular data with linear constraints; the moves are found by a bounded
/// search instead of by linear programs, because a publication has thousands of linked systems.
/// </remarks>
public sealed partial class CellProtector
{
    /// <summary>Searches of each kind, every one by another way, before the next kind is tried.</summary>
    private const int Attempts = 20;

    private readonly long minimum;
    private LinkedTables tables = LinkedTables.Of([], []);
    private Suppression[] state = [];
    private long[] at = [];
    private long[] least = [];
    private long[] greatest = [];
    private double[] cost = [];
    private bool[] isTop = [];
    private readonly List<int> suppressed = [];
    private bool everything;

    /// <summary>A protector.</summary>
    /// <param name="minimum">Counts above zero and below this are suppressed, and intervals are at least this wide; 2 or more.</param>
    public CellProtector(long minimum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minimum, 1_000_000);
        this.minimum = minimum;
    }

    /// <summary>
    /// The pattern for some tables. The same tables give the same pattern. Cells are protected in their order, so totals
    /// should come before their parts: what protects a total often protects its parts.
    /// </summary>
    /// <param name="linked">The tables.</param>
    /// <param name="earlier">What an earlier vintage told of each cell; empty where there is none.</param>
    /// <param name="neverPublished">For each cell whether it is in no table; such a cell is protected when it is small and otherwise only hides others. Empty where there is none.</param>
    /// <exception cref="ArgumentException"><paramref name="earlier"/> or <paramref name="neverPublished"/> does not fit the cells.</exception>
    public SuppressionPattern Protect(LinkedTables linked, ReadOnlySpan<EarlierVintage> earlier = default, ReadOnlySpan<bool> neverPublished = default)
    {
        if (!earlier.IsEmpty && earlier.Length != linked.Cells)
            throw new ArgumentException("One for each cell, or none.", nameof(earlier));
        if (!neverPublished.IsEmpty && neverPublished.Length != linked.Cells)
            throw new ArgumentException("One for each cell, or none.", nameof(neverPublished));
        Begin(linked, earlier, neverPublished);
        for (var i = 0; i < suppressed.Count; i++)
        {
            if (NeedsProtection(suppressed[i]))
                Widen(suppressed[i]);
        }

        CheckLastTable();
        return new(state, least, greatest, everything);
    }

    private bool NeedsProtection(int cell) => state[cell] != Suppression.NeverPublished || (tables.Counts[cell] > 0 && tables.Counts[cell] < minimum);

    private bool IsWide(int cell) => greatest[cell] - least[cell] >= minimum;

    private void Begin(LinkedTables linked, ReadOnlySpan<EarlierVintage> earlier, ReadOnlySpan<bool> neverPublished)
    {
        tables = linked;
        everything = false;
        suppressed.Clear();
        var counts = linked.Counts;
        // These leave with the pattern; the others are working memory.
        (state, least, greatest) = (new Suppression[counts.Length], counts.ToArray(), counts.ToArray());
        if (at.Length < counts.Length)
            (at, cost, change, isTop) = (new long[counts.Length], new double[counts.Length], new sbyte[counts.Length], new bool[counts.Length]);
        if (imbalance.Length < linked.Sums)
            (imbalance, openAt, open, turn) = (new int[linked.Sums], new int[linked.Sums], new int[linked.Sums], new int[linked.Sums]);
        Array.Clear(turn);
        counts.CopyTo(at);
        for (var cell = 0; cell < counts.Length; cell++)
        {
            var before = earlier.IsEmpty ? EarlierVintage.None : earlier[cell];
            // A cell costs more the more it tells; one that everybody has seen hides nothing and is the last to be taken.
            cost[cell] = 1 + Math.Log2(1 + counts[cell]) + (before == EarlierVintage.Published ? 1000 : 0);
            // What is a part of nothing is what most readers come for.
            isTop[cell] = linked.SumsOf(cell) is [< 0, ..] sums && !sums.ContainsAnyInRange(0, int.MaxValue);
            // A published zero is public knowledge: zeros are neither suppressed nor used to hide others.
            if (!neverPublished.IsEmpty && neverPublished[cell])
                Suppress(cell, Suppression.NeverPublished);
            else if (counts[cell] > 0 && counts[cell] < minimum)
                Suppress(cell, Suppression.Primary);
            else if (counts[cell] > 0 && before == EarlierVintage.Suppressed)
                Suppress(cell, Suppression.Carried);
        }
    }

    private void Suppress(int cell, Suppression reason)
    {
        state[cell] = reason;
        cost[cell] = 0;
        suppressed.Add(cell);
    }

    /// <summary>Adds tables, and complements where those suppressed do not suffice, until the interval of a cell is wide enough.</summary>
    private void Widen(int cell)
    {
        while (TryMove(cell, 1, Effort.Free))
        {
        }

        while (TryMove(cell, -1, Effort.Free))
        {
        }

        if (IsWide(cell))
            return;
        // The true table is a better start for a move of the whole width than wherever the walk has come to.
        foreach (var other in suppressed)
            at[other] = tables.Counts[other];
        if (TryMove(cell, 1, Effort.Paid))
            return;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (TryMove(cell, 1, Effort.Large, attempt))
                return;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (TryMove(cell, 1, Effort.Top, attempt))
                return;
        }

        SuppressEverything(cell);
    }

    /// <summary>By how much a cell must still rise from where it is to have the minimum between its extremes.</summary>
    private long StillUp(int cell) => IsWide(cell) ? 0 : least[cell] + minimum - at[cell];

    private long StillDown(int cell) => IsWide(cell) ? 0 : at[cell] - (greatest[cell] - minimum);

    /// <summary>
    /// Suppresses every count above zero that hangs together with a cell. All of them times one plus the minimum is then a
    /// table that agrees with what is published, since every sum holds for it too: so this always protects.
    /// </summary>
    private void SuppressEverything(int start)
    {
        everything = true;
        var reached = new HashSet<int> { start };
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var cell))
        {
            if (state[cell] == Suppression.Published)
                Suppress(cell, Suppression.Complementary);
            greatest[cell] = Math.Max(greatest[cell], tables.Counts[cell] * (1 + minimum));
            foreach (var sum in tables.SumsOf(cell))
            {
                foreach (var other in tables.Members(Math.Max(sum, ~sum)))
                {
                    if (tables.Counts[other] > 0 && reached.Add(other))
                        queue.Enqueue(other);
                }
            }
        }
    }

    /// <summary>The last table walked to must agree with what is published: a mistake of the search must not become a leak.</summary>
    private void CheckLastTable()
    {
        for (var sum = 0; sum < tables.Sums; sum++)
        {
            var members = tables.Members(sum);
            long rest = at[members[0]];
            foreach (var part in members[1..])
                rest -= at[part];
            if (rest != 0)
                throw new InvalidOperationException($"Sum {sum} misses its total by {rest}.");
        }

        for (var cell = 0; cell < tables.Cells; cell++)
        {
            var published = state[cell] == Suppression.Published;
            if (published ? at[cell] != tables.Counts[cell] : (NeedsProtection(cell) ? at[cell] < 1 || !IsWide(cell) : at[cell] < 0))
                throw new InvalidOperationException($"Cell {cell} is not protected.");
        }
    }
}
