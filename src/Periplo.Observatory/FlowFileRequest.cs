using Periplo.Flows;

namespace Periplo.Observatory;

/// <summary>What is asked of <see cref="FlowFiles"/>.</summary>
public sealed record FlowFileRequest
{
    /// <summary>File of <c>year,sex,birth,residence,count</c>.</summary>
    public required string Stocks { get; init; }

    /// <summary>File of <c>period,sex,country,births,deaths</c>; null where no method needs it.</summary>
    public string? Demography { get; init; }

    /// <summary>Methods, each once.</summary>
    public required IReadOnlyList<FlowMethod> Methods { get; init; }

    /// <summary>File of <c>origin,destination,weight</c>; null: all moves alike.</summary>
    public string? Seed { get; init; }

    /// <summary>Balance and weight; seed and threads are taken from here above.</summary>
    public FlowOptions Options { get; init; } = FlowOptions.Default;

    /// <summary>Replicates for intervals, 0 for none.</summary>
    public int Replicates { get; init; }

    /// <summary>Where the randomness of the replicates begins.</summary>
    public ulong RandomSeed { get; init; }

    /// <summary>How uncertain stocks, births and deaths are.</summary>
    public NoiseParameters Noise { get; init; } = NoiseParameters.Default;

    /// <summary>Threads; the figures are the same for any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>File to write.</summary>
    public required string Output { get; init; }

    /// <summary>File to write <c>period,sex,area,start,end</c> to: what the balance of the world added to each area's native born; null for none.</summary>
    public string? Adjustments { get; init; }
}

/// <summary>What was estimated for one period and sex.</summary>
/// <param name="Start">Year of the first stocks.</param>
/// <param name="End">Year of the stocks that follow.</param>
/// <param name="Sex">Label of the sex.</param>
public sealed record FlowFilePeriod(int Start, int End, string Sex)
{
    /// <summary>The areas between which flows were estimated.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Birthplaces without residents of their own, such as an unknown one.</summary>
    public IReadOnlyList<string> OtherBirthplaces { get; init; } = [];

    /// <summary>Areas with births and deaths but without stocks, which were left out.</summary>
    public IReadOnlyList<string> AreasWithoutStocks { get; init; } = [];

    /// <summary>Areas without a native-born cell at one of the dates, which therefore count none; empty where no method asks for them.</summary>
    public IReadOnlyList<string> WithoutNativeBorn { get; init; } = [];

    /// <summary>What each method gave, in the order of the request.</summary>
    public IReadOnlyList<FlowFileTable> Tables { get; init; } = [];

    /// <summary>Time it took.</summary>
    public TimeSpan Time { get; init; }
}

/// <summary>What one method gave.</summary>
/// <param name="Method">The method.</param>
/// <param name="Summary">How well the accounts are kept, and repairs.</param>
/// <param name="Total">Interval of the total; null without replicates.</param>
/// <param name="Infeasible">Replicates that no flows explain.</param>
public sealed record FlowFileTable(FlowMethod Method, FlowSummary Summary, FlowInterval? Total, int Infeasible);
