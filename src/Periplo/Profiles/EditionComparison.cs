using Periplo.Areas;
using Periplo.Indicators;
using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>What an edition says otherwise than another of one indicator.</summary>
/// <param name="Before">The row in the earlier edition; null when the indicator was not registered.</param>
/// <param name="After">The row in the later one; null when it no longer is.</param>
public sealed record EditionChange(IndicatorRow? Before, IndicatorRow? After)
{
    /// <summary>The row that names the indicator.</summary>
    public IndicatorRow Row => After ?? Before!;

    /// <summary>Share by which the number changed; null when it is no number in both, or was zero.</summary>
    public double? Share => Before?.Value is { } old && After?.Value is { } now && double.IsFinite(old.Value) && double.IsFinite(now.Value) && old.Value != 0
        ? (now.Value - old.Value) / Math.Abs(old.Value) : null;

    /// <summary>What happened to it, in words.</summary>
    public Text Words => (Before?.Value, After?.Value) switch
    {
        (null, null) => new("sin dato en ambas", "no data in either", "sans donnée dans les deux"),
        (null, _) => new("nuevo", "new", "nouveau"),
        (_, null) => new("ya no está", "no longer there", "n’y est plus"),
        var (old, now) when old.Period != now.Period => new("de otro periodo", "of another period", "d’une autre période"),
        var (old, now) when old.Value.Equals(now.Value) => new("cambió la calidad o la fuente", "quality or source changed", "la qualité ou la source a changé"),
        _ => new("revisado", "revised", "révisé"),
    };
}

/// <summary>What changed in an area's indicators between two editions.</summary>
/// <param name="Area">The area.</param>
/// <param name="Before">The earlier edition.</param>
/// <param name="After">The later edition.</param>
/// <param name="Changes">The indicators that differ, in the order of the registry.</param>
/// <param name="Same">How many rows do not.</param>
public sealed record EditionComparison(Area Area, Edition Before, Edition After, IReadOnlyList<EditionChange> Changes, int Same)
{
    /// <summary>Compares two profiles of one area.</summary>
    /// <exception cref="ArgumentException">They are of different subjects.</exception>
    public static EditionComparison Of(Profile before, Profile after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Subject.Id != after.Subject.Id)
            throw new ArgumentException($"{before.Subject.Id} is not {after.Subject.Id}.", nameof(after));
        var (old, now) = (Rows(before), Rows(after));
        var all = now.Keys.Concat(old.Keys.Where(key => !now.ContainsKey(key)))
            .OrderBy(key => key.Code, StringComparer.Ordinal).Select(key => new EditionChange(old.GetValueOrDefault(key), now.GetValueOrDefault(key))).ToList();
        var changes = all.Where(Differs).ToList();
        return new(after.Subject.Area, before.Edition, after.Edition, changes, all.Count - changes.Count);
    }

    private static Dictionary<(string Code, string Measure, string Sex, string Age), IndicatorRow> Rows(Profile profile)
    {
        var rows = new Dictionary<(string, string, string, string), IndicatorRow>();
        foreach (var row in profile.Indicators)
        {
            // A gap has no key of its own: it stands for the first measure.
            var key = row.Value?.Key ?? new(row.Measure.Id);
            rows.TryAdd((row.Indicator.Code, key.Measure, key.Sex, key.Age), row);
        }

        return rows;
    }

    private static bool Differs(EditionChange change)
    {
        var (old, now) = (change.Before?.Value, change.After?.Value);
        return old is null || now is null ? old is not null || now is not null
            : !old.Value.Equals(now.Value) || old.Period != now.Period || old.Status != now.Status || old.Words != now.Words || old.DefinitionUsed != now.DefinitionUsed
                || !old.Inputs.Select(Origin).SequenceEqual(now.Inputs.Select(Origin));
    }

    private static (string Collection, string? Revision) Origin(IndicatorInput input) => (input.Collection, input.Revision);
}
