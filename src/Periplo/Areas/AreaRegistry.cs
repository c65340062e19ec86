namespace Periplo.Areas;

/// <summary>All areas the installation knows, with look-up by any code or name.</summary>
public sealed class AreaRegistry
{
    public IReadOnlyList<Area> All => throw new NotSupportedException();
}
