using Periplo.Sdmx;
using Periplo.Sdmx.Structures;

namespace Periplo.Sources.Messages;

/// <summary>What a mapping says of one code: the code of ours it stands for, or that the figure is left out; for a time or always.</summary>
/// <param name="Target">Code of ours; null leaves the figure out.</param>
/// <param name="From">First day it holds.</param>
/// <param name="Until">Last day it holds.</param>
internal readonly record struct MappedCode(string? Target, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>Whether it holds for the whole of a period; a period is not given where whole series are meant, which only a pair without dates fits.</summary>
    public bool Holds(TimePeriod? period) => period is { } time
        ? (From is not { } from || time.FirstDay >= from) && (Until is not { } until || time.LastDay <= until)
        : From is null && Until is null;
}

/// <summary>Codes of one component of others as codes of ours.</summary>
internal sealed class CodeMap
{
    /// <summary>In a mapping, stands for every code not named.</summary>
    public const string Others = "*";

    private readonly Dictionary<string, List<MappedCode>> pairs = [];

    /// <summary>True when figures with codes that nothing names are left out.</summary>
    public bool IgnoresOthers { get; private set; }

    /// <summary>The pairs of a representation map.</summary>
    public static CodeMap Of(RepresentationMap map)
    {
        var codes = new CodeMap();
        foreach (var pair in map.Mappings)
            codes.Add(pair.Source, new(pair.Target, pair.ValidFrom, pair.ValidTo));
        return codes;
    }

    /// <summary>Adds a pair.</summary>
    public void Add(string code, MappedCode target)
    {
        if (code == Others)
        {
            IgnoresOthers = target.Target is null;
            return;
        }

        if (!pairs.TryGetValue(code, out var list))
            pairs.Add(code, list = []);
        list.Add(target);
    }

    /// <summary>True when the code stands for the same in every period.</summary>
    public bool IsTimeless(string code) => !pairs.TryGetValue(code, out var list) || list.TrueForAll(one => one is { From: null, Until: null });

    /// <summary>What a code stands for in a period; false when the map does not say.</summary>
    public bool TryFind(string code, TimePeriod? period, out string? target)
    {
        target = null;
        if (!pairs.TryGetValue(code, out var list))
            return false;
        foreach (var one in list)
        {
            if (!one.Holds(period))
                continue;
            target = one.Target;
            return true;
        }

        return false;
    }
}
