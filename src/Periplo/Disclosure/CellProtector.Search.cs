namespace Periplo.Disclosure;

/// <content>
/// The search for a move: cells that rise and cells that fall by the same amount so that every sum still holds. It begins
/// with one cell; each sum thrown out of balance must be set right by another of its cells, which may throw out others,
/// until none is left. In a table of two dimensions that is a cycle; where tables share margins it branches.
/// </content>
public sealed partial class CellProtector
{
    private const int Longest = 64;
    private const int MostBranches = 8;

    /// <summary>Cells looked at in a sum where nothing is paid and any will do.</summary>
    private const int Plenty = 8;

    /// <summary>Steps left for something cheaper when a move has been found.</summary>
    private const int Patience = 24;
    private const long Unlimited = long.MaxValue / 4;

    private readonly int[] moveCells = new int[Longest + 1];
    private readonly int[] bestCells = new int[Longest + 1];
    private readonly sbyte[] bestSigns = new sbyte[Longest + 1];
    private sbyte[] change = [];
    private int[] imbalance = [];
    private int[] open = [];
    private int[] openAt = [];
    private int[] turn = [];
    private int openCount;
    private int bestLength;
    private double bestCost;
    private int steps;
    private int branches;
    private int subject;
    private long amount;
    private long bestForth;
    private long bestBack;
    private bool mayPay;
    private bool mayTop;
    private int attempt;
    private double costWeight;
    private double roomWeight;

    private enum Effort
    {
        /// <summary>Only cells already suppressed, by any amount, from wherever the walk has come to; the first move found.</summary>
        Free,

        /// <summary>New complements too, from the true tables, wide enough at once; the cheapest move found.</summary>
        Paid,

        /// <summary>The same with more patience, and through large cells rather than small ones: dearer, but they seldom end the search.</summary>
        Large,

        /// <summary>As large, and the total of everything may go too.</summary>
        Top,
    }

    private bool TryMove(int cell, sbyte direction, Effort effort, int number = 0)
    {
        attempt = number;
        (subject, mayPay, mayTop) = (cell, effort != Effort.Free, effort == Effort.Top);
        amount = direction > 0 ? StillUp(cell) : StillDown(cell);
        (steps, branches, costWeight, roomWeight) = effort switch
        {
            Effort.Free => (24, 2, 0.0, 3.0),
            Effort.Paid => (160, 4, 1.0, 3.0),
            _ => (200, MostBranches, 0.25, 30.0),
        };
        (bestLength, bestCost) = (0, double.PositiveInfinity);
        var (forth, back) = direction > 0 ? (Unlimited, at[cell] - 1) : (at[cell] - 1, Unlimited);
        if (amount <= 0 || !Suffices(forth, back))
            return false;
        Put(cell, direction, 0);
        SetRight(1, 0, forth, back);
        Take(cell);
        if (bestLength == 0)
            return false;
        Walk();
        return true;
    }

    /// <summary>How far a cell can fall: suppressed cells are known to be one at least.</summary>
    private long Room(int cell) => Math.Max(0, at[cell] - 1);

    /// <summary>Whether a move that can go so far forth and back is of use: without paying any step is, a paid one must make the interval wide at once.</summary>
    private bool Suffices(long forth, long back) => mayPay
        ? Math.Max(greatest[subject], tables.Counts[subject] + forth) - Math.Min(least[subject], tables.Counts[subject] - back) >= minimum
        : forth >= 1;

    /// <summary>Sets right one sum that is out of balance, and through recursion all others.</summary>
    private void SetRight(int length, double spent, long forth, long back)
    {
        if (openCount == 0)
        {
            (bestLength, bestCost, bestForth, bestBack) = (length, spent, forth, back);
            steps = Math.Min(steps, Patience);
            for (var i = 0; i < length; i++)
                (bestCells[i], bestSigns[i]) = (moveCells[i], change[moveCells[i]]);
            return;
        }

        if (length > Longest || --steps < 0)
            return;
        Span<int> picks = stackalloc int[MostBranches];
        Span<sbyte> signs = stackalloc sbyte[MostBranches];
        var found = Candidates(SmallestOpen(), picks, signs, forth, back);
        for (var i = 0; i < found; i++)
        {
            var with = spent + cost[picks[i]];
            if (with >= bestCost)
                continue;
            Put(picks[i], signs[i], length);
            var room = Room(picks[i]);
            SetRight(length + 1, with, signs[i] < 0 ? Math.Min(forth, room) : forth, signs[i] > 0 ? Math.Min(back, room) : back);
            Take(picks[i]);
        }
    }

    /// <summary>The sum out of balance with the fewest cells: there the choice is smallest.</summary>
    private int SmallestOpen()
    {
        var (smallest, size) = (-1, int.MaxValue);
        for (var i = 0; i < openCount; i++)
        {
            var length = tables.Members(open[i]).Length;
            if (length < size || (length == size && open[i] < smallest))
                (smallest, size) = (open[i], length);
        }

        return smallest;
    }

    /// <summary>The most promising cells that set a sum right, best first.</summary>
    private int Candidates(int sum, Span<int> picks, Span<sbyte> signs, long forth, long back)
    {
        Span<double> scores = stackalloc double[MostBranches];
        var found = 0;
        var members = tables.Members(sum);
        var against = (sbyte)-Math.Sign(imbalance[sum]);
        var (viable, from) = (0, mayPay ? 0 : turn[sum]);
        for (var seen = 0; seen < members.Length; seen++)
        {
            var i = from + seen < members.Length ? from + seen : from + seen - members.Length;
            var cell = members[i];
            var direction = i == 0 ? (sbyte)-against : against;
            if (change[cell] != 0 || (state[cell] == Suppression.Published && (!mayPay || at[cell] == 0 || (isTop[cell] && !mayTop))))
                continue;
            var room = Room(cell);
            if (!(direction < 0 ? Suffices(Math.Min(forth, room), back) : Suffices(forth, Math.Min(back, room))))
                continue;

            // A cell with little to give soon ends the search; how much that weighs against its cost depends on the effort.
            var score = Upset(cell, direction) + (costWeight * cost[cell]);
            if (direction < 0)
                score += mayPay ? roomWeight * minimum / (room + 1) : roomWeight * (amount - Math.Min(amount, room)) / amount;
            if (attempt > 0)
                score += Stir(cell);
            if (found == branches && score >= scores[found - 1])
                continue;
            var place = found < branches ? found++ : found - 1;
            for (; place > 0 && scores[place - 1] > score; place--)
                (scores[place], picks[place], signs[place]) = (scores[place - 1], picks[place - 1], signs[place - 1]);
            (scores[place], picks[place], signs[place]) = (score, cell, direction);
            // Where nothing is paid the first few will do; the next search begins behind them.
            if (!mayPay && ++viable == Plenty)
            {
                turn[sum] = i + 1 < members.Length ? i + 1 : 0;
                break;
            }
        }

        return found;
    }

    /// <summary>What a cell would throw out of balance, each about as dear as a small cell to set it right, less what it would set right.</summary>
    private double Upset(int cell, sbyte direction)
    {
        double upset = 0;
        foreach (var sum in tables.SumsOf(cell))
        {
            var before = imbalance[Math.Max(sum, ~sum)];
            var after = before + (sum < 0 ? -direction : direction);
            upset += Math.Abs(after) < Math.Abs(before) ? -5 : 4;
        }

        return upset;
    }

    /// <summary>From 0 to 16, by cell and attempt: another attempt takes other ways, the same in every run.</summary>
    private double Stir(int cell)
    {
        var mixed = (ulong)((cell * 31L) + attempt) * 0x9E3779B97F4A7C15UL;
        return (mixed >> 40) * (16.0 / (1 << 24));
    }

    private void Put(int cell, sbyte direction, int place)
    {
        moveCells[place] = cell;
        change[cell] = direction;
        Tilt(cell, direction);
    }

    private void Take(int cell)
    {
        Tilt(cell, -change[cell]);
        change[cell] = 0;
    }

    private void Tilt(int cell, int direction)
    {
        foreach (var entry in tables.SumsOf(cell))
        {
            var sum = Math.Max(entry, ~entry);
            var before = imbalance[sum];
            var after = imbalance[sum] = before + (entry < 0 ? -direction : direction);
            if (before == 0)
            {
                openAt[sum] = openCount;
                open[openCount++] = sum;
            }
            else if (after == 0)
            {
                var last = open[--openCount];
                open[openAt[sum]] = last;
                openAt[last] = openAt[sum];
            }
        }
    }

    /// <summary>Walks the best move as far as it is needed; where that is not far enough, back over the start and beyond. What it touches is suppressed from now on.</summary>
    private void Walk()
    {
        for (var i = 0; i < bestLength; i++)
        {
            if (state[bestCells[i]] == Suppression.Published)
                Suppress(bestCells[i], Suppression.Complementary);
        }

        var far = Math.Min(amount, bestForth);
        Shift(far);
        if (mayPay && !IsWide(subject))
            Shift(-far - Math.Min(bestBack, minimum - (greatest[subject] - tables.Counts[subject])));
    }

    private void Shift(long by)
    {
        for (var i = 0; i < bestLength; i++)
        {
            var cell = bestCells[i];
            at[cell] += bestSigns[i] * by;
            least[cell] = Math.Min(least[cell], at[cell]);
            greatest[cell] = Math.Max(greatest[cell], at[cell]);
        }
    }
}
