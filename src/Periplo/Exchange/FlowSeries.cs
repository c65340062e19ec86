namespace Periplo.Exchange;

/// <summary>
/// The series of a flow over all revisions it is fed from: every key once, in order of key (dimensions of the structure, codes in
/// ordinal order), and for each the runs of observations that revisions hold of it, the one preferred first. Nothing is copied but
/// keys: values stay in the columns of the datasets. Some 40 bytes a series. Immutable; serves all threads.
/// </summary>
public sealed class FlowSeries
{
    private const byte NoDecimals = byte.MaxValue;
    private const int MostDecimals = 9;

    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
    private static readonly string[] DecimalTexts = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    private readonly ushort[] revisionOf;
    private readonly int[] from;
    private readonly int[] to;
    private readonly byte[] decimals;
    private readonly bool[] mixed;
    private readonly Lazy<FlowExtent> whole;

    /// <summary>The series of revisions.</summary>
    /// <param name="rules">What the flow's figures are.</param>
    /// <param name="revisions">Where its figures come from, in the order of preference; all of structures with the same dimensions.</param>
    public FlowSeries(FlowRules rules, IReadOnlyList<FlowRevision> revisions)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(revisions);
        (Rules, Revisions) = (rules, revisions);
        var runs = new SeriesRuns(revisions, rules.Dimensions.Count);
        (revisionOf, from, to) = (runs.Revisions, runs.From, runs.To);
        Codes = runs.Codes;
        First = Firsts(runs);
        Positions = Array.ConvertAll(runs.Positions, column => Keys(column, First));
        (decimals, mixed) = (new byte[from.Length], new bool[from.Length]);
        for (var run = 0; run < from.Length; run++)
            Describe(run);
        Groups = new(this);
        whole = new(() => new FlowExtent(this));
    }

    /// <summary>What its figures are.</summary>
    public FlowRules Rules { get; }

    /// <summary>Where its figures come from, in the order of preference.</summary>
    public IReadOnlyList<FlowRevision> Revisions { get; }

    /// <summary>Number of keys.</summary>
    public int Count => First.Length - 1;

    /// <summary>The moments at which what it holds changed, in order.</summary>
    public IReadOnlyList<DateTimeOffset> Changes => [.. Revisions.SelectMany(revision => revision.Imported.Where(at => at > revision.Since).Append(revision.Since).Append(revision.Until))
        .Where(ticks => ticks is > long.MinValue and < long.MaxValue).Distinct().Order().Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero))];

    /// <summary>What there is in all, as it stands now.</summary>
    public FlowExtent Whole => whole.Value;

    /// <summary>Ids of the codes in use per dimension, in ordinal order.</summary>
    internal string[][] Codes { get; }

    /// <summary>Per dimension, for every key, the position in <see cref="Codes"/>; an empty column means the first code throughout.</summary>
    internal ushort[][] Positions { get; }

    /// <summary>For every key the first of its runs, and the count of runs at the end.</summary>
    internal int[] First { get; }

    /// <summary>The tables keys belong to, where several revisions have figures of one.</summary>
    internal FlowGroups Groups { get; }

    /// <summary>Code of a dimension of a key.</summary>
    internal string Code(int dimension, int key) => Codes[dimension][Positions[dimension] is { Length: > 0 } column ? column[key] : 0];

    /// <summary>Place of the revision of a run.</summary>
    internal int RevisionOf(int run) => revisionOf[run];

    /// <summary>The revision of a run.</summary>
    internal FlowRevision Revision(int run) => Revisions[revisionOf[run]];

    /// <summary>The observations of a run.</summary>
    internal (int Start, int End) Run(int run) => (from[run], to[run]);

    /// <summary>DECIMALS of a run: the fewest that give every value exactly; null when nine do not.</summary>
    internal string? Decimals(int run) => decimals[run] == NoDecimals ? null : DecimalTexts[decimals[run]];

    /// <summary>True when the periods of a run are of several lengths.</summary>
    internal bool IsMixed(int run) => mixed[run];

    private static int[] Firsts(SeriesRuns runs)
    {
        var firsts = new List<int>(runs.From.Length + 1);
        for (var run = 0; run < runs.From.Length; run++)
        {
            if (run == 0 || !runs.IsRepeated(run))
                firsts.Add(run);
        }

        firsts.Add(runs.From.Length);
        return [.. firsts];
    }

    private static ushort[] Keys(ushort[] column, int[] first)
    {
        if (column.Length == 0 || column.Length == first.Length - 1)
            return column;
        var keys = new ushort[first.Length - 1];
        for (var key = 0; key < keys.Length; key++)
            keys[key] = column[first[key]];
        return keys;
    }

    private void Describe(int run)
    {
        var observations = Revision(run).Dataset.Observations;
        var length = PeriodWindow.Length(observations.Times[from[run]]);
        var places = 0;
        for (var i = from[run]; i < to[run]; i++)
        {
            mixed[run] |= PeriodWindow.Length(observations.Times[i]) != length;
            places = Math.Max(places, DecimalsOf(observations.Values[i], places));
        }

        decimals[run] = places > MostDecimals ? NoDecimals : (byte)places;
    }

    /// <summary>The fewest decimals from <paramref name="least"/> on that give a value exactly.</summary>
    private static int DecimalsOf(double value, int least)
    {
        if (double.IsNaN(value) || least > MostDecimals)
            return least;
        while (least <= MostDecimals && Math.Round(value * PowersOfTen[least]) / PowersOfTen[least] != value)
            least++;
        return least;
    }
}
