using Periplo.Languages;
using Periplo.Sdmx.Messages;

namespace Periplo.Observatory;

/// <summary>What of a flow is written, and how.</summary>
/// <param name="Dataflow">Id of the flow, or agency, id and version with commas between.</param>
public sealed record SdmxExport(string Dataflow)
{
    /// <summary>Key as REST queries write it: codes of every dimension with points between, none for all, a plus for or.</summary>
    public string? Key { get; init; }

    /// <summary>First period.</summary>
    public string? From { get; init; }

    /// <summary>Last period.</summary>
    public string? To { get; init; }

    /// <summary>Format.</summary>
    public DataFormat Format { get; init; } = DataFormat.Csv2;

    /// <summary>What stands for a code in separated values.</summary>
    public CsvLabels Labels { get; init; }

    /// <summary>Language of labels.</summary>
    public Language Language { get; init; } = Language.En;
}
