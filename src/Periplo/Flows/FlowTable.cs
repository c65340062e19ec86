namespace Periplo.Flows;

/// <summary>Moves between areas in a period.</summary>
/// <param name="Flows">Moves, <c>origin × n + destination</c>; none on the diagonal.</param>
/// <param name="Summary">How well the table keeps its accounts, and what was repaired.</param>
/// <param name="Outward">Those of them by persons born in the origin; null where not asked for or not known.</param>
/// <param name="Return">Those of them by persons born in the destination.</param>
/// <param name="Transit">Those of them by persons born in neither.</param>
public sealed record FlowTable(double[] Flows, FlowSummary Summary, double[]? Outward = null, double[]? Return = null, double[]? Transit = null);

/// <summary>How well a table of flows keeps its accounts, and what was repaired in its input. Persons.</summary>
public sealed record FlowSummary
{
    /// <summary>All moves.</summary>
    public required double Total { get; init; }

    /// <summary>The fewest moves that explain the stocks; null for methods without accounts.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest difference of any area between moves in less moves out and its change in population − births + deaths; null for methods without accounts.</summary>
    public double? WorstMarginError { get; init; }

    /// <summary>The area of <see cref="WorstMarginError"/>.</summary>
    public string WorstArea { get; init; } = "";

    /// <summary>What balancing added to each area's population at the start (taken away where negative), to its native born but for <see cref="WithoutForeignBorn"/>; empty where nothing was balanced.</summary>
    public IReadOnlyList<double> StartAdjustments { get; init; } = [];

    /// <summary>What balancing added to each area's population at the end.</summary>
    public IReadOnlyList<double> EndAdjustments { get; init; } = [];

    /// <summary>Areas whose native born were fewer than none and became none, their foreign born shrunk to the population.</summary>
    public IReadOnlyList<string> NegativeNativeBorn { get; init; } = [];

    /// <summary>Areas with more births than native born, whose births were spread over the birthplaces of all residents.</summary>
    public IReadOnlyList<string> BirthsSpread { get; init; } = [];

    /// <summary>Birthplaces whose rows were scaled because their area has native born alone.</summary>
    public IReadOnlyList<string> WithoutForeignBorn { get; init; } = [];

    /// <summary>Cells of both stocks that nobody reported and that count zero.</summary>
    public int MissingCells { get; init; }

    /// <summary>Persons at the end whose birthplace has no residence of its own.</summary>
    public double UnknownBirthplace { get; init; }

    /// <summary>Arrivals from outside the world (open accounts).</summary>
    public double FromOutside { get; init; }

    /// <summary>Departures to outside the world (open accounts).</summary>
    public double ToOutside { get; init; }

    /// <summary>Weight of the fewest moves in pseudo-Bayes: the one for all, or the mean over moves; null for other methods.</summary>
    public double? Weight { get; init; }

    /// <summary>Cells below zero, which only <see cref="FlowMethod.RatesRogers"/> can give.</summary>
    public int NegativeCells { get; init; }
}
