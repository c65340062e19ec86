namespace Periplo.Movements;

/// <summary>Gives bytes of a segment of a state at a place; asked by many threads at once. The bytes stay valid and the same while the state is in use, so it is memory or a mapped file.</summary>
public delegate ReadOnlySpan<byte> StateBytes(long at, int count);

/// <summary>The bytes of a segment of a state, wherever they lie.</summary>
/// <param name="Length">How many there are.</param>
/// <param name="Bytes">Gives them.</param>
public sealed record StateImage(long Length, StateBytes Bytes)
{
    /// <summary>A segment in memory.</summary>
    public StateImage(ReadOnlyMemory<byte> memory)
        : this(memory.Length, (at, count) => memory.Span.Slice(checked((int)at), count))
    {
    }
}
