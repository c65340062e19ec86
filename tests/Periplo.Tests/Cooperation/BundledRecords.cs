using Periplo.Cooperation;
using Periplo.Registers;
using Periplo.Tests.Registers;

namespace Periplo.Tests.Cooperation;

/// <summary>What the records that come with Periplo say, read once for all tests.</summary>
public sealed class BundledRecords
{
    /// <summary>Loads them into a store of its own.</summary>
    public BundledRecords()
    {
        using var registry = new Registry("SQLite");
        registry.Installation.LoadRegisters(progress: null, CancellationToken.None);
        Tables = registry.Records.Tables();
        Index = new(Tables);
    }

    /// <summary>The registers.</summary>
    public IReadOnlyDictionary<string, RegisterTable> Tables { get; }

    /// <summary>What they say.</summary>
    public CooperationIndex Index { get; }

    /// <summary>The facts of a row of the inventory, by id.</summary>
    public IReadOnlyDictionary<string, PublishedRecord> Facts(string row) => Index.Of("facts").Where(fact => fact["row"] == row).ToDictionary(fact => fact.Id);
}
