using Periplo.Movements;

namespace Periplo.Sources.Crossings;

/// <summary>Receives crossings as they are read.</summary>
/// <param name="worker">Who read them, 0 to <see cref="CrossingReading.Workers"/> - 1. Calls of one worker come one after another; different workers run at once.</param>
/// <param name="crossings">The crossings, each field checked. Valid during the call only.</param>
public delegate void CrossingBatch(int worker, ReadOnlySpan<Crossing> crossings);
