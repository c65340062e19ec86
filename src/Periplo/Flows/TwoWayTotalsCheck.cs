using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>Refuses totals that no table can meet, naming the labels where that shows, before a fit goes looking for one.</summary>
internal static class TwoWayTotalsCheck
{
    // Totals are often rounded to whole persons or carried through sums: what agrees to this share agrees.
    private const double Agreement = 1e-9;
    private const int NamesShown = 5;

    /// <exception cref="StatisticsException">Totals cannot be met.</exception>
    /// <exception cref="ArgumentException">Lengths do not fit together, or no totals are given.</exception>
    public static void Check(ReadOnlySpan<double> seed, TwoWayTotals totals)
    {
        var (rows, columns) = (totals.Rows.Count, totals.Columns.Count);
        if (seed.Length != rows * columns || (totals.RowTotals?.Length ?? rows) != rows || (totals.ColumnTotals?.Length ?? columns) != columns)
            throw new ArgumentException("The seed has a cell per row and column, and there is a total per label.", nameof(totals));
        if (totals.Groups is null != totals.GroupTotals is null || (totals.Groups is { } given && (given.Cells != seed.Length || given.Count != totals.GroupTotals!.Length)))
            throw new ArgumentException("Groups and their totals are given together, for all cells.", nameof(totals));
        if (totals is { RowTotals: null, ColumnTotals: null, GroupTotals: null })
            throw new ArgumentException("A fit needs totals.", nameof(totals));
        for (var i = 0; i < seed.Length; i++)
            Count(seed[i], i, at => $"{totals.Rows[at / totals.Columns.Count]} → {totals.Columns[at % totals.Columns.Count]}");
        Counts(totals.RowTotals, row => totals.Rows[row]);
        Counts(totals.ColumnTotals, column => totals.Columns[column]);
        Counts(totals.GroupTotals, group => totals.Groups!.Name(group));
        NeedsCells(seed, totals);
        Agree(seed, totals);
    }

    private static void Counts(double[]? numbers, Func<int, string> label)
    {
        for (var i = 0; i < numbers?.Length; i++)
            Count(numbers[i], i, label);
    }

    private static void Count(double number, int at, Func<int, string> name)
    {
        if (double.IsFinite(number) && number >= 0)
            return;
        var label = name(at);
        throw new StatisticsException(new(
            $"«{label}» tiene {number}; las celdas y los totales de un ajuste son cero o más.",
            $"\"{label}\" has {number}; cells and totals of a fit are zero or more.",
            $"« {label} » a {number} ; les cellules et les totaux d’un ajustement sont nuls ou positifs."));
    }

    /// <summary>A total above zero needs a cell that may be above zero.</summary>
    private static void NeedsCells(ReadOnlySpan<double> seed, TwoWayTotals totals)
    {
        var columns = totals.Columns.Count;
        var (byRow, byColumn, byGroup) = (new bool[totals.Rows.Count], new bool[columns], new bool[totals.Groups?.Count ?? 0]);
        for (var i = 0; i < seed.Length; i++)
        {
            if (seed[i] == 0)
                continue;
            (byRow[i / columns], byColumn[i % columns]) = (true, true);
            if (totals.Groups is { } groups)
                byGroup[groups.Of[i]] = true;
        }

        Need(totals.RowTotals, byRow, row => totals.Rows[row]);
        Need(totals.ColumnTotals, byColumn, column => totals.Columns[column]);
        Need(totals.GroupTotals, byGroup, group => totals.Groups!.Name(group));

        static void Need(double[]? of, bool[] has, Func<int, string> label)
        {
            for (var i = 0; i < of?.Length; i++)
            {
                if (of[i] == 0 || has[i])
                    continue;
                throw new StatisticsException(new(
                    $"«{label(i)}» debe sumar {of[i]}, pero todas sus celdas son cero en la tabla de partida.",
                    $"\"{label(i)}\" is to sum to {of[i]}, but all its cells are zero in the seed.",
                    $"« {label(i)} » doit totaliser {of[i]}, mais toutes ses cellules sont nulles dans le tableau de départ."));
            }
        }
    }

    /// <summary>Lines that share cells only among themselves must have the same sum by rows, by columns and by groups.</summary>
    private static void Agree(ReadOnlySpan<double> seed, TwoWayTotals totals)
    {
        var (rows, columns, groups) = (totals.Rows.Count, totals.Columns.Count, totals.Groups?.Count ?? 0);
        if (totals is { RowTotals: { } byRow, ColumnTotals: { } byColumn })
        {
            var parts = new ConnectedParts(rows + columns);
            for (var i = 0; i < seed.Length; i++)
            {
                if (seed[i] > 0)
                    parts.Join(i / columns, rows + (i % columns));
            }

            Compare(parts, byRow, totals.Rows, Of("filas", "rows", "lignes"), byColumn, totals.Columns, Of("columnas", "columns", "colonnes"));
        }

        if (totals is { GroupTotals: { } byGroup, Groups: { } cells })
        {
            var names = Enumerable.Range(0, groups).Select(cells.Name).ToList();
            var (withRows, withColumns) = (new ConnectedParts(rows + groups), new ConnectedParts(columns + groups));
            for (var i = 0; i < seed.Length; i++)
            {
                if (seed[i] == 0)
                    continue;
                withRows.Join(i / columns, rows + cells.Of[i]);
                withColumns.Join(i % columns, columns + cells.Of[i]);
            }

            if (totals.RowTotals is { } ofRows)
                Compare(withRows, ofRows, totals.Rows, Of("filas", "rows", "lignes"), byGroup, names, Of("grupos", "groups", "groupes"));
            if (totals.ColumnTotals is { } ofColumns)
                Compare(withColumns, ofColumns, totals.Columns, Of("columnas", "columns", "colonnes"), byGroup, names, Of("grupos", "groups", "groupes"));
        }

        static Text Of(string es, string en, string fr) => new(es, en, fr);
    }

    private static void Compare(ConnectedParts parts, double[] first, IReadOnlyList<string> firstLabels, Text firstKind, double[] second, IReadOnlyList<string> secondLabels, Text secondKind)
    {
        var sums = new Dictionary<int, (double First, double Second)>();
        for (var i = 0; i < first.Length + second.Length; i++)
        {
            var part = parts.Of(i);
            var (a, b) = sums.GetValueOrDefault(part);
            sums[part] = i < first.Length ? (a + first[i], b) : (a, b + second[i - first.Length]);
        }

        foreach (var (part, (a, b)) in sums)
        {
            if (Math.Abs(a - b) <= Agreement * Math.Max(a, b))
                continue;
            var (ofFirst, ofSecond) = (Names(firstLabels, 0), Names(secondLabels, first.Length));
            throw new StatisticsException(new(
                $"los totales no concuerdan: las {firstKind.Es} {ofFirst} suman {a} y las {secondKind.Es} {ofSecond} suman {b}, sobre las mismas celdas.".Replace("las grupos", "los grupos", StringComparison.Ordinal),
                $"totals disagree: {firstKind.En} {ofFirst} add to {a} and {secondKind.En} {ofSecond} add to {b}, over the same cells.",
                $"les totaux ne concordent pas : les {firstKind.Fr} {ofFirst} totalisent {a} et les {secondKind.Fr} {ofSecond} totalisent {b}, sur les mêmes cellules."));

            string Names(IReadOnlyList<string> labels, int from)
            {
                var own = labels.Where((_, i) => parts.Of(from + i) == part).ToList();
                return string.Join(", ", own.Take(NamesShown)) + (own.Count > NamesShown ? $"… ({own.Count})" : "");
            }
        }
    }
}
