namespace Periplo.Flows;

/// <summary>
/// Persons at one date by birthplace and residence. The first birthplaces are the residences themselves, in the same order; what
/// follows are birthplaces without a residence of their own (unknown, other), which take part in every method as rows more. Immutable.
/// </summary>
public sealed class StockTable
{
    private readonly double[] cells;

    /// <summary>A table of persons.</summary>
    /// <param name="birthplaces">Labels of the birthplaces: the residences in their order, then those without a residence.</param>
    /// <param name="residences">Labels of the residences, two or more, each once.</param>
    /// <param name="cells">
    /// Persons, row by row: <c>birthplace × residences + residence</c>. Native born included. A cell that is not a number is one that
    /// nobody reported: the methods take it as zero and count it.
    /// </param>
    /// <exception cref="ArgumentException">The labels do not fit each other or the cells.</exception>
    public StockTable(IReadOnlyList<string> birthplaces, IReadOnlyList<string> residences, double[] cells)
    {
        ArgumentNullException.ThrowIfNull(birthplaces);
        ArgumentNullException.ThrowIfNull(residences);
        ArgumentNullException.ThrowIfNull(cells);
        if (residences.Count < 2)
            throw new ArgumentException("Flows need two residences or more.", nameof(residences));
        if (!birthplaces.Take(residences.Count).SequenceEqual(residences))
            throw new ArgumentException("The first birthplaces are the residences, in the same order.", nameof(birthplaces));
        if (birthplaces.Distinct().Count() != birthplaces.Count)
            throw new ArgumentException("Every birthplace stands once.", nameof(birthplaces));
        if (cells.Length != birthplaces.Count * residences.Count)
            throw new ArgumentException("There is one cell to a birthplace and residence.", nameof(cells));
        (Birthplaces, Residences, this.cells) = ([.. birthplaces], [.. residences], (double[])cells.Clone());
    }

    private StockTable(StockTable labels, double[] cells) => (Birthplaces, Residences, this.cells) = (labels.Birthplaces, labels.Residences, cells);

    /// <summary>Labels of the birthplaces, those with a residence of their own first.</summary>
    public IReadOnlyList<string> Birthplaces { get; }

    /// <summary>Labels of the residences.</summary>
    public IReadOnlyList<string> Residences { get; }

    /// <summary>Persons, row by row: <c>birthplace × Residences.Count + residence</c>.</summary>
    public ReadOnlySpan<double> Cells => cells;

    /// <summary>Persons born in one place and living in another; those of a residence born there are its native born.</summary>
    public double this[int birth, int residence] => cells[(birth * Residences.Count) + residence];

    /// <summary>Other persons with the same labels, whose cells it keeps.</summary>
    internal StockTable With(double[] persons) => new(this, persons);
}

/// <summary>What one table of flows is made of.</summary>
/// <param name="Start">Persons at the start of the period.</param>
/// <param name="End">Persons at its end, with the same labels.</param>
/// <param name="Births">Births of the period by residence, not below zero; empty for methods that need none.</param>
/// <param name="Deaths">Deaths of the period by residence, not below zero; empty for methods that need none.</param>
public sealed record FlowInput(StockTable Start, StockTable End, double[] Births, double[] Deaths);
