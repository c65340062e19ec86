using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Disclosure;

/// <summary>
/// Makes of counts of persons the cells that may be published: margins added, small cells suppressed and with them what
/// would give them away, over all tables of a series at once (docs/methods/disclosure.md).
/// </summary>
public sealed class ProtectedTables
{
    /// <summary>The minimum count, unless the installation says otherwise.</summary>
    public const int DefaultMinimum = 10;

    private readonly BreakdownKeys keys;
    private readonly long minimum;
    private readonly int threads;

    /// <summary>Protection for the tables of one dataset.</summary>
    /// <param name="definition">The dataset they are for.</param>
    /// <param name="minimum">Counts above zero and below this are suppressed, and every interval is at least this wide; 2 or more.</param>
    /// <param name="threads">Series protected at the same time; does not change the result.</param>
    public ProtectedTables(DatasetDefinition definition, int minimum = DefaultMinimum, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        (keys, this.minimum, this.threads) = (new(definition), minimum, threads);
    }

    /// <summary>Protects the tables of many series, each by itself, or together with those it holds. Where tables would cost a series its total, the later of them are left out for it.</summary>
    /// <param name="series">The series, none twice.</param>
    /// <param name="tables">The tables that share them, the most wanted first.</param>
    /// <param name="earlier">What was published of them before; null where nothing was.</param>
    /// <param name="parts">Measures that are part of others; null where none is.</param>
    /// <param name="scale">Units a count is given in per person: 1 for counts, 1000 for estimates in thousandths of a person. Estimates are rounded before they are added, or their sums would not hold.</param>
    /// <param name="cancellation">Stops between two series.</param>
    /// <exception cref="StatisticsException">A table has too many dimensions, an unknown code or a negative count; tables disagree in a shared margin; a series is there twice; a part is greater than its whole.</exception>
    /// <exception cref="ArgumentException">A row names a series or a code that is not there.</exception>
    public ProtectedCells Protect(
        IReadOnlyList<TableSeries> series,
        IReadOnlyList<BreakdownTable> tables,
        EarlierPattern? earlier = null,
        IReadOnlyList<MeasurePart>? parts = null,
        int scale = 1,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        foreach (var table in tables)
            table.CheckDimensions(keys.Definition);
        if (series.GroupBy(one => one with { Status = default }).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new StatisticsException(new Text($"La serie {twice.Key} está dos veces.", $"Series {twice.Key} is there twice.", $"La série {twice.Key} figure deux fois."));
        var prepared = tables.Select(table => new Prepared(keys, table, series.Count)).ToList();
        var totals = new Prepared(keys, Totals(prepared, series.Count), series.Count);
        var joined = SeriesJoin.Of(series, parts ?? []);
        var done = new SeriesCells[series.Count];
        try
        {
            Parallel.ForEach(
                joined,
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
                () => (Tables: new SeriesTables(keys), Protector: new CellProtector(minimum * scale)),
                (join, _, memory) =>
                {
                    Protect(join, totals, prepared, memory.Tables, memory.Protector, (one, key, count) =>
                        earlier is null ? EarlierVintage.None : earlier.Of(series[one], key, count, minimum * scale, scale), minimum * scale, done);
                    return memory;
                },
                _ => { });
        }
        catch (AggregateException many) when (many.InnerExceptions.FirstOrDefault(inner => inner is StatisticsException) is { } first)
        {
            throw new StatisticsException(((StatisticsException)first).Explanation);
        }

        return new(keys, series, done, scale);
    }

    /// <summary>
    /// Protects series that belong together with all tables. Where that costs a total, tables are taken one after the other and
    /// one with which the total would be lost is left out: a total says more than a breakdown, and what is not published hides best.
    /// </summary>
    private void Protect(
        SeriesJoin join, Prepared totals, List<Prepared> tables, SeriesTables together, CellProtector protector, Func<int, ulong, long, EarlierVintage> earlier, long least, SeriesCells[] done)
    {
        var pattern = Try(tables);
        if (join.LosesTotal(pattern, earlier, least))
        {
            var kept = new List<Prepared>();
            foreach (var table in tables)
            {
                kept.Add(table);
                if (join.LosesTotal(Try(kept), earlier, least))
                    kept.RemoveAt(kept.Count - 1);
            }

            pattern = Try(kept);
        }

        join.Split(pattern, done);

        SuppressionPattern Try(List<Prepared> some)
        {
            join.Clear();
            foreach (var member in join.Members)
                join.Add(Build(member, [totals, .. some], together), keys);
            return protector.Protect(join.Tables(), join.Earlier(earlier), join.NeverPublished);
        }
    }

    /// <summary>The total of each series, as the first table that breaks it down gives it: what is left when no table is published.</summary>
    private static BreakdownTable Totals(List<Prepared> tables, int series)
    {
        var counts = new List<BreakdownCount>();
        for (var one = 0; one < series; one++)
        {
            if (tables.Find(table => !table.RowsOf(one).IsEmpty) is not { } first)
                continue;
            var total = 0L;
            foreach (var row in first.RowsOf(one))
                total += first.Table.Counts[row].Count;
            counts.Add(new(one, 0, 0, 0, total));
        }

        return new([], [], counts);
    }

    private static (ulong[] Keys, LinkedTables Tables, HashSet<ulong> Levels) Build(int series, List<Prepared> tables, SeriesTables together)
    {
        together.Begin();
        var isFirst = true;
        foreach (var table in tables)
        {
            var rows = table.RowsOf(series);
            if (rows.IsEmpty)
                continue;
            together.Add(table.Parts, table.Masks, table.Table.Counts, rows, isFirst);
            isFirst = false;
        }

        var linked = together.Build();
        return (together.Keys, linked, together.Levels);
    }

    /// <summary>A table with the bits of its codes and its rows in order of series.</summary>
    private sealed class Prepared
    {
        private readonly int[] starts;
        private readonly int[] order;

        public Prepared(BreakdownKeys keys, BreakdownTable table, int series)
        {
            Table = table;
            var dimensions = table.Dimensions.Select(id => Array.IndexOf(keys.Dimensions, id)).ToArray();
            Masks = [.. dimensions.Select(d => keys.Masks[d])];
            Parts = [.. dimensions.Zip(table.Codes, (d, codes) => codes.Select(code => keys.Part(d, code)).ToArray())];
            starts = new int[series + 1];
            foreach (var row in table.Counts)
            {
                if ((uint)row.Series >= (uint)series || !IsIn(0, row.First) || !IsIn(1, row.Second) || !IsIn(2, row.Third))
                    throw new ArgumentException($"{row} names a series or a code that is not there.", nameof(table));
                starts[row.Series + 1]++;
            }

            for (var s = 0; s < series; s++)
                starts[s + 1] += starts[s];
            order = new int[table.Counts.Count];
            var next = starts[..^1];
            for (var row = 0; row < order.Length; row++)
                order[next[table.Counts[row].Series]++] = row;

            bool IsIn(int dimension, int code) => dimension < Parts.Length ? (uint)code < (uint)Parts[dimension].Length : code == 0;
        }

        public BreakdownTable Table { get; }

        public ulong[] Masks { get; }

        public ulong[][] Parts { get; }

        public ReadOnlySpan<int> RowsOf(int series) => order.AsSpan(starts[series]..starts[series + 1]);
    }
}

/// <summary>The cells of one series: keys in order of rank, counts, which are suppressed, and by which dimensions the series is broken down; null when its total is zero, for then all cells of any breakdown are.</summary>
internal sealed record SeriesCells(ulong[] Keys, long[] Counts, Suppression[] States, HashSet<ulong>? Levels)
{
    public bool Has(ulong level) => Levels is null || Levels.Contains(level);
}
