using System.Collections.Concurrent;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Rest;

/// <summary>
/// Finds the flows that queries are about among structures that do not change: flows asked for before are found at once.
/// </summary>
/// <param name="structures">The structures.</param>
public sealed class FlowFinder(StructureSet structures)
{
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<string, Dataflow?> kept = new();

    /// <summary>The structures it looks among.</summary>
    public StructureSet Structures => structures;

    /// <summary>The one flow a selection names; of a data structure, the one flow there is of it.</summary>
    /// <exception cref="SdmxQueryException">There is none, or more than one.</exception>
    public Dataflow Find(FlowSelection selection, RestVersion version)
    {
        // Most queries name one dataflow in its latest version or an exact one.
        if (selection is not { Contexts: [StructureType.Dataflow], Agencies: [] or [_], Ids: [var id], Versions: [var asked] } || !(asked == VersionSelection.Latest || asked.Version is not null))
            return Search(selection, version) ?? throw Unknown(selection);
        var key = $"{(selection.Agencies.Count == 0 ? "" : selection.Agencies[0])}:{id}:{asked.Version}";
        if (!kept.TryGetValue(key, out var flow))
        {
            flow = Search(selection, version);
            if (kept.Count < MostKept)
                kept[key] = flow;
        }

        return flow ?? throw Unknown(selection);
    }

    private Dataflow? Search(FlowSelection selection, RestVersion version)
    {
        var found = structures.Query(new()
        {
            Types = selection.Contexts,
            Agencies = selection.Agencies,
            Ids = selection.Ids,
            Versions = selection.Versions,
        });
        var flows = found.SelectMany(Flows).DistinctBy(flow => (flow.Agency, flow.Id, flow.Version)).ToArray();
        return flows.Length <= 1
            ? flows.FirstOrDefault()
            : throw SdmxQueryException.NotImplemented($"{flows.Length} dataflows match ({string.Join(", ", flows.Take(5).Select(flow => flow.Id))}); ask for one at a time.");
    }

    private IEnumerable<Dataflow> Flows(Artefact artefact)
    {
        var references = artefact switch
        {
            StructureDefinition => structures.All.OfType<DataflowDefinition>().Where(flow => flow.Structure == artefact.Reference).Select(flow => flow.Reference),
            ProvisionAgreement agreement => [agreement.Dataflow],
            _ => (IEnumerable<StructureReference>)[artefact.Reference],
        };
        foreach (var reference in references)
        {
            if (structures.Resolve(reference) is { } flow)
                yield return flow;
        }
    }

    private static SdmxQueryException Unknown(FlowSelection selection) =>
        SdmxQueryException.NotFound($"There is no dataflow {RawQuery.Shown(selection.Ids.Count > 0 ? string.Join('+', selection.Ids) : "*")} here.");
}
