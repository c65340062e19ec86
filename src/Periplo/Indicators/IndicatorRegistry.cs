namespace Periplo.Indicators;

/// <summary>All indicators, in the order of their codes. Immutable.</summary>
public sealed class IndicatorRegistry
{
    private readonly Dictionary<string, IndicatorDefinition> byCode;

    /// <summary>A registry of indicators that were read and checked.</summary>
    /// <param name="blocks">The groups in the order of a profile.</param>
    /// <param name="all">The indicators, each of one of the groups.</param>
    /// <exception cref="ArgumentException">Two have the same code.</exception>
    public IndicatorRegistry(IReadOnlyList<IndicatorBlock> blocks, IReadOnlyList<IndicatorDefinition> all)
    {
        (Blocks, All) = (blocks, all);
        byCode = all.ToDictionary(indicator => indicator.Code, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The groups in the order of a profile.</summary>
    public IReadOnlyList<IndicatorBlock> Blocks { get; }

    /// <summary>Every indicator.</summary>
    public IReadOnlyList<IndicatorDefinition> All { get; }

    /// <summary>The indicators of a group.</summary>
    public IEnumerable<IndicatorDefinition> Of(IndicatorBlock block) => All.Where(indicator => indicator.Block == block);

    /// <summary>The indicator of a code that is known to exist, or the one it repeats.</summary>
    internal IndicatorDefinition Own(string code) => byCode[code].SameAs is { } same ? byCode[same] : byCode[code];

    /// <summary>An indicator by its code, upper or lower case; null when there is none.</summary>
    public IndicatorDefinition? Find(string code) => byCode.GetValueOrDefault(code);
}
