namespace Periplo.Flows;

/// <summary>Groups of cells of a table whose sums are known beside its margins: blocks (a group of rows by a group of columns) or stripes (one line by a group of the others). Immutable.</summary>
public sealed class CellGroups
{
    private readonly int[] groupOf;
    private readonly Func<int, string> name;

    private CellGroups(int rows, int columns, int count, Func<int, int, int> group, Func<int, string> name)
    {
        (Count, this.name) = (count, name);
        groupOf = new int[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                groupOf[(row * columns) + column] = group(row, column);
        }
    }

    /// <summary>Number of groups.</summary>
    public int Count { get; }

    /// <summary>Cells of the table.</summary>
    internal int Cells => groupOf.Length;

    /// <summary>Group of a cell, the cells counted row by row.</summary>
    internal ReadOnlySpan<int> Of => groupOf;

    /// <summary>Blocks: every group of rows by every group of columns; the totals are given group of rows by group of rows.</summary>
    /// <param name="rowGroups">Name of the group of each row.</param>
    /// <param name="columnGroups">Name of the group of each column.</param>
    public static CellGroups Blocks(IReadOnlyList<string> rowGroups, IReadOnlyList<string> columnGroups)
    {
        var ((rows, rowNames), (columns, columnNames)) = (Numbered(rowGroups), Numbered(columnGroups));
        return new(
            rows.Length, columns.Length, rowNames.Count * columnNames.Count, (row, column) => (rows[row] * columnNames.Count) + columns[column],
            group => $"{rowNames[group / columnNames.Count]} → {columnNames[group % columnNames.Count]}");
    }

    /// <summary>Stripes along rows: each row by every group of columns; the totals are given row by row.</summary>
    /// <param name="rows">Labels of the rows.</param>
    /// <param name="columnGroups">Name of the group of each column.</param>
    public static CellGroups RowStripes(IReadOnlyList<string> rows, IReadOnlyList<string> columnGroups)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (columns, names) = Numbered(columnGroups);
        return new(
            rows.Count, columns.Length, rows.Count * names.Count, (row, column) => (row * names.Count) + columns[column],
            group => $"{rows[group / names.Count]} → {names[group % names.Count]}");
    }

    /// <summary>Stripes along columns: every group of rows by each column; the totals are given group of rows by group of rows.</summary>
    /// <param name="rowGroups">Name of the group of each row.</param>
    /// <param name="columns">Labels of the columns.</param>
    public static CellGroups ColumnStripes(IReadOnlyList<string> rowGroups, IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var (rows, names) = Numbered(rowGroups);
        return new(
            rows.Length, columns.Count, names.Count * columns.Count, (row, column) => (rows[row] * columns.Count) + column,
            group => $"{names[group / columns.Count]} → {columns[group % columns.Count]}");
    }

    /// <summary>What a message calls a group.</summary>
    internal string Name(int group) => name(group);

    /// <summary>Numbers names in the order in which they first occur.</summary>
    private static (int[] Of, List<string> Names) Numbered(IReadOnlyList<string> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var (numbers, names) = (new Dictionary<string, int>(), new List<string>());
        var of = new int[groups.Count];
        for (var i = 0; i < of.Length; i++)
        {
            if (!numbers.TryGetValue(groups[i], out of[i]))
            {
                numbers[groups[i]] = of[i] = names.Count;
                names.Add(groups[i]);
            }
        }

        return (of, names);
    }
}
