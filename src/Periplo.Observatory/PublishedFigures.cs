using System.Security.Cryptography;
using System.Text;
using Periplo.Exchange;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>The figures of a flow, made when they are first asked for, and the name of their state.</summary>
internal sealed class PublishedFigures
{
    private readonly Lock making = new();
    private readonly PublishedFlow flow;
    private readonly Func<FlowSeries> make;
    private readonly string tag;
    private FlowSeries? series;

    /// <summary>The figures of parts.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="parts">The parts, in the order of import.</param>
    /// <param name="make">Makes the figures; what it throws is not kept.</param>
    public PublishedFigures(PublishedFlow flow, IReadOnlyList<Part> parts, Func<FlowSeries> make)
    {
        (this.flow, Parts, this.make) = (flow, parts, make);
        tag = TagOf(parts);
        Changed = parts.Count == 0 ? DateTimeOffset.UnixEpoch : parts.Max(part => part.ImportedAt);
    }

    /// <summary>The parts they are made of.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>When they last changed.</summary>
    public DateTimeOffset Changed { get; }

    /// <summary>The figures. Who asks while they are made waits for them: they are large, and are made once.</summary>
    public FlowSeries Series
    {
        get
        {
            if (Volatile.Read(ref series) is { } known)
                return known;
            lock (making)
            {
                if (series is null)
                    Volatile.Write(ref series, make());
                return series!;
            }
        }
    }

    /// <summary>True when they are those of these parts.</summary>
    public bool IsOf(IReadOnlyList<Part> parts) => ReferenceEquals(Parts, parts) || tag == TagOf(parts);

    /// <summary>Names the state at a moment: a hash of what it is made of.</summary>
    public string Tag(DateTimeOffset? asOf) => asOf is { } at && at < Changed ? TagOf([.. Parts.Where(part => part.ImportedAt <= at)]) : tag;

    private string TagOf(IReadOnlyList<Part> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes($"{text}\n"));
        Add($"{flow.Flow.Agency}:{flow.Flow.Id}({flow.Flow.Version})");
        foreach (var part in parts)
        {
            Add($"{part.Revision.Dataset} {part.Revision.Id} {part.ImportedAt.UtcTicks} {part.File.Sha256}");
            foreach (var chunk in part.Chunks)
                Add(chunk);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
