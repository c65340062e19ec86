namespace Periplo.Movements;

/// <summary>What an installation decides of tables beside the rule.</summary>
/// <param name="MigrantPurposes">Purposes that make a stay of 3 to 12 months a short-term migration.</param>
/// <param name="TransitPurposes">Purposes that are transit.</param>
/// <param name="BorderWorkerCrossings">Same-day crossings in a month that make a cross-border worker, 1 or more.</param>
public sealed record TableSettings(IReadOnlySet<byte> MigrantPurposes, IReadOnlySet<byte> TransitPurposes, int BorderWorkerCrossings = 8)
{
    /// <summary>No purpose is counted as migration or transit.</summary>
    public static readonly TableSettings Default = new(new HashSet<byte>(), new HashSet<byte>());
}
