namespace Periplo.Sources.Crossings;

/// <summary>How an office's own table of crossings is read: which column is what. Written as YAML; docs/crossings.md describes it.</summary>
public sealed class CrossingMapping
{
}
