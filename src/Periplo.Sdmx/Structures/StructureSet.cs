namespace Periplo.Sdmx.Structures;

/// <summary>Artefacts by their identity, and what REST queries for structures find among them.</summary>
public sealed class StructureSet
{
}
