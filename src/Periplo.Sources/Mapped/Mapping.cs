using System.Text;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Sources.Mapped;

/// <summary>How a table that no reader knows is read: which column is what. Written as YAML by whoever has the table; docs/mapping.md describes it.</summary>
internal sealed record Mapping
{
    /// <summary>Column for time, beside the dimensions.</summary>
    public const string Time = DataStructure.TimeDimension;

    /// <summary>Column for the value.</summary>
    public const string Value = "OBS_VALUE";

    /// <summary>A column or a row that is left out on purpose.</summary>
    public const string Ignored = "ignored";

    /// <summary>Columns for attributes.</summary>
    public static readonly IReadOnlyList<string> AttributeColumns = ["OBS_STATUS", "UNIT_MULT", "DATA_TYPE", "COMMENT_OBS"];

    /// <summary>Columns for the papers, in Periplo's own tables.</summary>
    public static readonly IReadOnlyList<string> PapersColumns = ["REVISION", "SOURCE", "METHOD", "LICENCE"];

    public required DatasetDefinition Definition { get; init; }

    /// <summary>Source and release; null when a column says them.</summary>
    public Revision? Revision { get; init; }

    /// <summary>Papers; null when columns say them.</summary>
    public Papers? Papers { get; init; }

    public IReadOnlyList<Text> Notes { get; init; } = [];

    /// <summary>SHA-256 the file must have, or null.</summary>
    public string? Sha256 { get; init; }

    public IReadOnlyList<SourceFile> CompiledFrom { get; init; } = [];

    public char Delimiter { get; init; } = ',';

    /// <summary>Encoding of a text file; null for UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    public bool DecimalComma { get; init; }

    /// <summary>What stands between thousands: a point, a comma, a blank (also the unbreakable ones), or null for nothing.</summary>
    public char? Thousands { get; init; }

    /// <summary>Sheet of a workbook; null for the only one.</summary>
    public string? Sheet { get; init; }

    /// <summary>Line or row of the header; null for the first filled one.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>How the first cell of the row below the table begins; null when the table ends with the file.</summary>
    public string? End { get; init; }

    /// <summary>Columns by name: a dimension, <see cref="Time"/>, an attribute, papers or <see cref="Ignored"/>.</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }

    /// <summary>Columns with values.</summary>
    public required IReadOnlyList<ValueColumn> Values { get; init; }

    /// <summary>Codes the whole table shares, by dimension; time as a period.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>By dimension, what the table writes and the code it stands for; null leaves the row out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string?>> Codes { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string?>>();

    /// <summary>Marks that stand for no value and the status they give; null keeps nothing.</summary>
    public IReadOnlyDictionary<string, ObservationStatus?> Missing { get; init; } = new Dictionary<string, ObservationStatus?>();

    /// <summary>Status of values that nothing else gives one.</summary>
    public ObservationStatus Status { get; init; } = ObservationStatus.A;

    /// <summary>Attributes of values that nothing else gives any.</summary>
    public AttributeSet Attributes { get; init; } = AttributeSet.Units;

    /// <summary>True when an empty value must say by its status why it is missing, as in Periplo's own tables.</summary>
    public bool EmptyNeedsReason { get; init; }

    /// <summary>The YAML it was read from, kept with the figures.</summary>
    public string Text { get; init; } = "";

    /// <summary>Name of the mapping, for messages.</summary>
    public string File { get; init; } = "";

    /// <summary>Reads the mapping of <paramref name="options"/>.</summary>
    /// <exception cref="InputException">It is wrong at a line and column.</exception>
    public static Mapping Read(ReadingOptions options, DatasetDefinitions definitions, Areas.AreaRegistry areas) =>
        new MappingReader(options.MappingFile ?? "mapping", options.MappingText!, definitions, areas).Read();

    /// <summary>The code of a dimension that <paramref name="text"/> stands for; null when there is none.</summary>
    public static string? Code(DatasetDefinition definition, string dimension, string text, Func<string, string?> area)
    {
        var list = definition.Structure.Dimensions[definition.Dimension(dimension)].CodeList;
        return IsArea(dimension) ? area(text) : list.Position(text) >= 0 ? text : null;
    }

    /// <summary>True for the dimensions whose codes are areas, which may be given by any code or name.</summary>
    public static bool IsArea(string dimension) => dimension is "REF_AREA" or "COUNTERPART_AREA" or "CITIZENSHIP" or "BIRTHPLACE";
}

/// <summary>A column with values and what is fixed for it: codes of dimensions, time, and attributes.</summary>
/// <param name="Name">Name in the header.</param>
/// <param name="Codes">Codes by dimension, and time as a period.</param>
internal sealed record ValueColumn(string Name, IReadOnlyDictionary<string, string> Codes)
{
    public ObservationStatus? Status { get; init; }

    public int? UnitMultiplier { get; init; }

    public string? DataType { get; init; }

    public string? Comment { get; init; }
}
