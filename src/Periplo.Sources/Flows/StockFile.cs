using System.Runtime.InteropServices;
using Periplo.Flows;
using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Flows;

/// <summary>Stocks by birthplace and residence that a user gives: <c>year,sex,birth,residence,count</c>, labels any texts. Cells without a row are zero.</summary>
public sealed class StockFile
{
    /// <summary>Areas a file may have at the most: a table of flows is square, and ten times this takes a hundred times the memory.</summary>
    public const int MostAreas = 5_000;

    private const int MostSexes = 20;
    private static readonly string[] Columns = ["year", "sex", "birth", "residence", "count"];

    private readonly List<string> areas;
    private readonly Dictionary<(string Sex, int Year), CellList> dates;

    private StockFile(string path, List<string> areas, Dictionary<(string Sex, int Year), CellList> dates) => (Path, this.areas, this.dates) = (path, areas, dates);

    /// <summary>The file as the user named it.</summary>
    public string Path { get; }

    /// <summary>Sexes in ordinal order, each with its years in order.</summary>
    public IReadOnlyList<(string Sex, IReadOnlyList<int> Years)> Sexes =>
        [.. dates.Keys.GroupBy(date => date.Sex).OrderBy(sex => sex.Key, StringComparer.Ordinal).Select(sex => (sex.Key, (IReadOnlyList<int>)[.. sex.Select(date => date.Year).Order()]))];

    /// <summary>Reads a file, plain or gzipped.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="progress">Told the share of the file that was read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">It cannot be taken; names file, line and column.</exception>
    public static StockFile Read(string path, IProgress<double>? progress, CancellationToken cancellation)
    {
        using var stream = SourceReaders.OpenFile(path);
        using var table = NamedTable.Open(path, stream, Columns, progress, cancellation);
        var at = table.Positions();
        var (sexes, areas) = (new LabelColumn(), new LabelColumn());
        var byDate = new Dictionary<(int Sex, int Year), CellList>();
        var (lastKey, last) = ((-1, 0), new CellList());
        while (table.Rows.Next())
        {
            var key = (sexes.Of(table, at[1], MostSexes), table.Rows.Year(at[0]).Year);
            if (key != lastKey)
            {
                if (!byDate.TryGetValue(key, out var known))
                    byDate[key] = known = new();
                (lastKey, last) = (key, known);
            }

            var (birth, residence) = (areas.Of(table, at[2], MostAreas), areas.Of(table, at[3], MostAreas));

            // An empty cell is one nobody reported; the methods count it. Native born are often a difference of two sources, so they may be below zero, which the methods mend.
            if (table.Rows.TryNumber(at[4], out var count) && count < 0 && birth != residence)
                throw table.Rows.Fault(at[4], Refusals.Negative(Refusals.Shown(table.Rows[at[4]])));
            last.Add(new((ushort)birth, (ushort)residence, table.Rows.Line, count));
        }

        if (byDate.Count == 0)
            throw new InputException(path, null, Refusals.NoFigures);
        RefuseRepeated(path, at[0], areas.Names.Count, byDate.Values);
        return new(path, areas.Names, byDate.ToDictionary(date => (sexes.Names[date.Key.Sex], date.Key.Year), date => date.Value));
    }

    /// <summary>The stocks of one sex at two dates, with the same labels in ordinal order: as residences the areas where anybody was counted at one date or the other.</summary>
    /// <param name="sex">The sex.</param>
    /// <param name="start">Year of the first.</param>
    /// <param name="end">Year of the second.</param>
    /// <exception cref="InputException">There are fewer than two residences.</exception>
    public (StockTable Start, StockTable End) Between(string sex, int start, int end)
    {
        var (lives, born) = (new bool[areas.Count], new bool[areas.Count]);
        foreach (var year in (int[])[start, end])
        {
            foreach (var cell in dates[(sex, year)].All)
                (lives[cell.Residence], born[cell.Birth]) = (true, true);
        }

        var known = Enumerable.Range(0, areas.Count).OrderBy(area => areas[area], StringComparer.Ordinal).ToList();
        var residences = known.Where(area => lives[area]).ToList();
        if (residences.Count < 2)
        {
            throw new InputException(Path, new Text($"{start}–{end}, {sex}", $"{start}–{end}, {sex}", $"{start}–{end}, {sex}"), new Text(
                "hay una sola área de residencia; los flujos necesitan dos o más.",
                "there is one area of residence only; flows need two or more.",
                "il n’y a qu’une zone de résidence ; les flux en demandent deux ou plus."));
        }

        var birthplaces = residences.Concat(known.Where(area => born[area] && !lives[area])).ToList();
        var (rowOf, columnOf) = (new int[areas.Count], new int[areas.Count]);
        for (var i = 0; i < birthplaces.Count; i++)
            (rowOf[birthplaces[i]], columnOf[birthplaces[i]]) = (i, i);
        string[] rows = [.. birthplaces.Select(area => areas[area])], columns = [.. residences.Select(area => areas[area])];
        return (Table(start), Table(end));

        StockTable Table(int year)
        {
            var cells = new double[rows.Length * columns.Length];
            foreach (var cell in dates[(sex, year)].All)
                cells[(rowOf[cell.Birth] * columns.Length) + columnOf[cell.Residence]] = cell.Count;
            return new(rows, columns, cells);
        }
    }

    /// <summary>Residences of which no native-born cell stands in the file at a date.</summary>
    /// <param name="sex">The sex.</param>
    /// <param name="year">The date.</param>
    public IReadOnlyList<string> WithoutNativeBorn(string sex, int year)
    {
        var (lives, native) = (new bool[areas.Count], new bool[areas.Count]);
        foreach (var cell in dates[(sex, year)].All)
        {
            lives[cell.Residence] = true;
            native[cell.Residence] |= cell.Birth == cell.Residence;
        }

        return [.. Enumerable.Range(0, areas.Count).Where(area => lives[area] && !native[area]).Select(area => areas[area]).Order(StringComparer.Ordinal)];
    }

    private static void RefuseRepeated(string path, int column, int areas, IEnumerable<CellList> dates)
    {
        var lines = new int[areas * areas];
        var (first, second) = (0, int.MaxValue);
        foreach (var date in dates)
        {
            lines.AsSpan().Clear();
            foreach (var cell in date.All)
            {
                ref var line = ref lines[(cell.Birth * areas) + cell.Residence];
                if (line == 0)
                    line = cell.Line;
                else if (cell.Line < second)
                    (first, second) = (line, cell.Line);
            }
        }

        if (first > 0)
            throw InputException.At(path, second, column + 1, Refusals.Repeated(first));
    }

    /// <summary>A cell of the table of one sex and year.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Cell(ushort Birth, ushort Residence, int Line, double Count);

    /// <summary>Cells in pieces, so that a long table is never copied to grow.</summary>
    private sealed class CellList
    {
        private const int Piece = 8 << 10;
        private readonly List<Cell[]> pieces = [];
        private int inLast = Piece;

        public IEnumerable<Cell> All
        {
            get
            {
                for (var piece = 0; piece < pieces.Count; piece++)
                {
                    var length = piece < pieces.Count - 1 ? Piece : inLast;
                    for (var i = 0; i < length; i++)
                        yield return pieces[piece][i];
                }
            }
        }

        public void Add(Cell cell)
        {
            if (inLast == Piece)
            {
                pieces.Add(new Cell[Piece]);
                inLast = 0;
            }

            pieces[^1][inLast++] = cell;
        }
    }
}
