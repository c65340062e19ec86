using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Messages;

/// <summary>What is said under one heading of a report.</summary>
/// <param name="Id">Id of the heading.</param>
/// <param name="Text">What is said, or null where only headings under it say something.</param>
/// <param name="Children">Headings under it.</param>
public sealed record ReportedAttribute(string Id, InternationalString? Text, IReadOnlyList<ReportedAttribute> Children);

/// <summary>A report of reference metadata on a dataflow, as its metadata structure has it.</summary>
/// <param name="Metadataflow">The flow of such reports.</param>
/// <param name="Dataflow">What it is about.</param>
/// <param name="Attributes">Its headings in order.</param>
public sealed record MetadataReport(StructureReference Metadataflow, StructureReference Dataflow, IReadOnlyList<ReportedAttribute> Attributes);
