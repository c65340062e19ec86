namespace Periplo.Areas;

/// <summary>All areas the installation knows, with look-up by any code or name.</summary>
public sealed class AreaRegistry
{
    /// <summary>Every area.</summary>
    public IReadOnlyList<Area> All => throw new NotSupportedException();

    /// <summary>Stub until the areas room is merged.</summary>
    public IReadOnlyList<string> Addable(IReadOnlyCollection<string> ids) => throw new NotSupportedException();
}
