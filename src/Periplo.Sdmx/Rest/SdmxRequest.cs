using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Rest;

/// <summary>What an address of either syntax asks for.</summary>
/// <param name="Version">The syntax.</param>
public abstract record SdmxRequest(RestVersion Version)
{
    /// <summary>Value of the parameter <c>format</c>, which stands for the header Accept where a client cannot set it; null when not given.</summary>
    public string? Format { get; init; }
}

/// <summary>Structures are asked for.</summary>
public sealed record StructureRequest(RestVersion Version, StructureQuery Query) : SdmxRequest(Version);

/// <summary>Which flows a query is about; empty lists ask for any.</summary>
/// <param name="Contexts">Kinds of the artefacts named: dataflow, data structure, provision agreement.</param>
/// <param name="Agencies">Their agencies.</param>
/// <param name="Ids">Their ids.</param>
/// <param name="Versions">Their versions.</param>
public sealed record FlowSelection(
    IReadOnlyList<StructureType> Contexts, IReadOnlyList<string> Agencies, IReadOnlyList<string> Ids, IReadOnlyList<VersionSelection> Versions);

/// <summary>Data are asked for.</summary>
/// <param name="Version">The syntax.</param>
/// <param name="Flow">Of which flows.</param>
/// <param name="Query">Which of them, as far as it can be known without their structure: see <see cref="QueryFit"/>.</param>
public sealed record DataRequest(RestVersion Version, FlowSelection Flow, DataQuery Query) : SdmxRequest(Version)
{
    /// <summary>Ids of the measures asked for; null for all.</summary>
    public IReadOnlyList<string>? Measures { get; init; }
}

/// <summary>What there is under a query for data is asked for.</summary>
/// <param name="Data">The query.</param>
/// <param name="Exact">True for the values in its answer, false for those that may still be chosen.</param>
/// <param name="Components">Ids of the components asked for; none asks for all dimensions.</param>
/// <param name="References">Kinds of artefacts told beside the constraint.</param>
public sealed record AvailabilityRequest(DataRequest Data, bool Exact, IReadOnlyList<string> Components, IReadOnlyList<StructureType> References)
    : SdmxRequest(Data.Version);

/// <summary>Reports of reference metadata are asked for.</summary>
/// <param name="Version">The syntax.</param>
/// <param name="Metadataflow">Of which flows of reports.</param>
/// <param name="About">On which dataflows; any where it selects none by name.</param>
public sealed record MetadataRequest(RestVersion Version, FlowSelection Metadataflow, FlowSelection About) : SdmxRequest(Version)
{
    /// <summary>Any flow of a kind in its latest version.</summary>
    internal static FlowSelection Any(StructureType kind) => new([kind], [], [], [VersionSelection.Latest]);
}

/// <summary>The XML schema of structure-specific data is asked for.</summary>
/// <param name="Version">The syntax.</param>
/// <param name="Flow">Of which flow, structure or agreement.</param>
/// <param name="DimensionAtObservation">What stands at the level of the observation; null for the default.</param>
public sealed record SchemaRequest(RestVersion Version, FlowSelection Flow, string? DimensionAtObservation) : SdmxRequest(Version);
