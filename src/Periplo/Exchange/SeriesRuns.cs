using Periplo.Statistics;

namespace Periplo.Exchange;

/// <summary>
/// The runs of observations of one key that revisions hold, put in order of key over all revisions; of one key those of the revision
/// preferred come first. One stable counting pass a dimension, as observations themselves are sorted.
/// </summary>
internal sealed class SeriesRuns
{
    /// <summary>The runs of revisions in order of preference.</summary>
    public SeriesRuns(IReadOnlyList<FlowRevision> revisions, int dimensions)
    {
        var starts = revisions.Select(revision => Starts(revision.Dataset.Observations)).ToList();
        var count = starts.Sum(one => one.Length - 1);
        Codes = new string[dimensions][];
        Positions = new ushort[dimensions][];
        for (var d = 0; d < dimensions; d++)
            (Codes[d], Positions[d]) = Column(revisions, starts, d, count);
        (Revisions, From, To) = (new ushort[count], new int[count], new int[count]);
        var at = 0;
        for (var r = 0; r < starts.Count; r++)
        {
            for (var run = 0; run < starts[r].Length - 1; run++, at++)
                (Revisions[at], From[at], To[at]) = ((ushort)r, starts[r][run], starts[r][run + 1]);
        }

        // The observations of one revision are in order already, unless the order of its codes is another under the ids they are published by.
        if (revisions.Count > 1 || Array.Exists(Codes, codes => Array.Exists(codes, code => code.Contains(PublishedCodes.Sign, StringComparison.Ordinal))))
            Sort();
    }

    /// <summary>Ids of the codes in use per dimension as they are published, in ordinal order.</summary>
    public string[][] Codes { get; }

    /// <summary>Per dimension, for every run, the position in <see cref="Codes"/>; an empty column means the first code throughout.</summary>
    public ushort[][] Positions { get; }

    /// <summary>The revision of every run.</summary>
    public ushort[] Revisions { get; private set; }

    /// <summary>The first observation of every run.</summary>
    public int[] From { get; private set; }

    /// <summary>The observation after the last of every run.</summary>
    public int[] To { get; private set; }

    /// <summary>True when a run has the key of the one before it.</summary>
    public bool IsRepeated(int run)
    {
        foreach (var column in Positions)
        {
            if (column.Length > 0 && column[run] != column[run - 1])
                return false;
        }

        return true;
    }

    /// <summary>The observations at which a key begins, and their count at the end.</summary>
    private static int[] Starts(Observations observations)
    {
        var begins = new bool[observations.Count];
        if (begins.Length > 0)
            begins[0] = true;
        foreach (var column in observations.Positions)
        {
            for (var i = 1; i < column.Length; i++)
                begins[i] |= column[i] != column[i - 1];
        }

        var starts = new int[begins.AsSpan().Count(true) + 1];
        var at = 0;
        for (var i = 0; i < begins.Length; i++)
        {
            if (begins[i])
                starts[at++] = i;
        }

        starts[at] = begins.Length;
        return starts;
    }

    private static (string[] Codes, ushort[] Positions) Column(IReadOnlyList<FlowRevision> revisions, List<int[]> starts, int dimension, int count)
    {
        var codes = revisions.Where(revision => revision.Dataset.Observations.Count > 0)
            .SelectMany(revision => revision.Dataset.Observations.Codes[dimension]).Select(PublishedCodes.Of).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (codes.Length <= 1)
            return (codes, []);
        var positions = new ushort[count];
        var at = 0;
        for (var r = 0; r < revisions.Count; r++)
        {
            var observations = revisions[r].Dataset.Observations;
            var place = Array.ConvertAll(observations.Codes[dimension], code => checked((ushort)Array.BinarySearch(codes, PublishedCodes.Of(code), StringComparer.Ordinal)));
            for (var run = 0; run < starts[r].Length - 1; run++)
                positions[at++] = place[observations.Position(dimension, starts[r][run])];
        }

        return (codes, positions);
    }

    private void Sort()
    {
        var order = new int[From.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var spare = new int[order.Length];
        for (var d = Positions.Length - 1; d >= 0; d--)
        {
            if (Positions[d].Length > 0)
                Pass(Positions[d], Codes[d].Length, ref order, ref spare);
        }

        for (var d = 0; d < Positions.Length; d++)
            Positions[d] = Gather(Positions[d], order);
        (Revisions, From, To) = (Gather(Revisions, order), Gather(From, order), Gather(To, order));
    }

    /// <summary>One stable pass of a sort: by the positions in one column.</summary>
    public static void Pass(ushort[] column, int distinct, ref int[] order, ref int[] spare)
    {
        var starts = new int[distinct + 1];
        foreach (var position in column)
            starts[position + 1]++;
        for (var i = 1; i <= distinct; i++)
            starts[i] += starts[i - 1];
        foreach (var run in order)
            spare[starts[column[run]]++] = run;
        (order, spare) = (spare, order);
    }

    private static T[] Gather<T>(T[] column, int[] order) => column.Length == 0 ? column : Array.ConvertAll(order, run => column[run]);
}
