using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Sources;

/// <summary>What reading a file gave: figures with their papers, not yet kept anywhere.</summary>
/// <param name="Revision">The revision they belong to.</param>
/// <param name="Definition">The dataset they belong to.</param>
/// <param name="Papers">Publisher, address, licence and method.</param>
/// <param name="Reader">Name and version of the reader that understood the file.</param>
/// <param name="Parameters">Parameters of the reading (the mapping's text), or empty.</param>
/// <param name="Observations">The figures.</param>
/// <param name="Sheets">Sheets of a workbook in order; empty for a text file.</param>
/// <param name="Notes">Footnotes and limits that hold for all figures.</param>
/// <param name="CompiledFrom">Files of the publisher the file itself was compiled from.</param>
public sealed record SourceTable(
    Revision Revision,
    DatasetDefinition Definition,
    Papers Papers,
    string Reader,
    string Parameters,
    Observations Observations,
    IReadOnlyList<string> Sheets,
    IReadOnlyList<Text> Notes,
    IReadOnlyList<SourceFile> CompiledFrom);

/// <summary>What the user says about a file beside giving it.</summary>
/// <param name="Release">Release to read it as, <c>2024</c> or <c>UNDESA.2024</c>, when the content does not tell or tells wrong.</param>
/// <param name="MappingFile">Name of the mapping's file, for messages.</param>
/// <param name="MappingText">Text of a mapping (docs/mapping.md); when given, the file is read by it and by nothing else.</param>
public sealed record ReadingOptions(string? Release = null, string? MappingFile = null, string? MappingText = null);
