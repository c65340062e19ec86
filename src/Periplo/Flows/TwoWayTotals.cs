namespace Periplo.Flows;

/// <summary>The totals a table is fitted to: of its rows, its columns, groups of its cells, or several of these.</summary>
public sealed record TwoWayTotals
{
    /// <summary>Labels of the rows (origins), for messages.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>Labels of the columns (destinations), for messages.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Totals of the rows, zero or more; null when they are not known.</summary>
    public double[]? RowTotals { get; init; }

    /// <summary>Totals of the columns, zero or more; null when they are not known.</summary>
    public double[]? ColumnTotals { get; init; }

    /// <summary>Groups of cells whose totals are known, or null.</summary>
    public CellGroups? Groups { get; init; }

    /// <summary>Totals of the groups, zero or more; given exactly when <see cref="Groups"/> are.</summary>
    public double[]? GroupTotals { get; init; }
}
