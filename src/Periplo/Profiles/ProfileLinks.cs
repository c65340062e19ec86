using Periplo.Areas;
using Periplo.Indicators;

namespace Periplo.Profiles;

/// <summary>Addresses a profile leads to, in the language and form of who writes it; none of them by default.</summary>
public sealed record ProfileLinks
{
    /// <summary>A document that leads nowhere.</summary>
    public static ProfileLinks None { get; } = new();

    /// <summary>The rows a figure was made of, or the record.</summary>
    public Func<IndicatorInput, string?> Lineage { get; init; } = _ => null;

    /// <summary>Page of an indicator by its code.</summary>
    public Func<string, string?> Indicator { get; init; } = _ => null;

    /// <summary>Page of a corridor: origin, destination.</summary>
    public Func<Area, Area, string?> Corridor { get; init; } = (_, _) => null;

    /// <summary>Page of a record: id of the register, id of the record.</summary>
    public Func<string, string, string?> Record { get; init; } = (_, _) => null;
}
