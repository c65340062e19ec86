namespace Periplo.Movements;

/// <summary>Marks crossings that were received more than 24 hours behind a later one of their country, in the order of receipt.</summary>
public sealed class LateCrossings
{
    private const uint SecondsOfDay = 86_400;
    private readonly uint[] latest = new uint[256];

    /// <summary>Marks a batch; batches come in the order of receipt.</summary>
    public void Mark(Span<Crossing> crossings)
    {
        foreach (ref var crossing in crossings)
        {
            ref var last = ref latest[crossing.Country];
            crossing.Late = last > SecondsOfDay && crossing.Time < last - SecondsOfDay ? (byte)1 : (byte)0;
            last = Math.Max(last, crossing.Time);
        }
    }
}
