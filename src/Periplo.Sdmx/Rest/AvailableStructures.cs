using System.Globalization;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Rest;

/// <summary>The answer to a query for what is available: a content constraint, and what it refers to, cut to what it names (sdmx-rest, availability).</summary>
public static class AvailableStructures
{
    /// <summary>The artefacts of the answer, the constraint first.</summary>
    /// <param name="structures">The structures.</param>
    /// <param name="flow">The flow asked about.</param>
    /// <param name="available">What there is.</param>
    /// <param name="request">What was asked.</param>
    /// <exception cref="SdmxQueryException">A component is asked for that the structure does not have.</exception>
    public static IReadOnlyList<Artefact> Of(StructureSet structures, Dataflow flow, Availability available, AvailabilityRequest request)
    {
        foreach (var component in request.Components)
        {
            if (component != DataStructure.TimeDimension && flow.Structure.Position(component) < 0)
                throw SdmxQueryException.Syntax($"{RawQuery.Shown(component)} is no dimension of {flow.Structure.Id}.");
        }

        var region = available.Values.Where(one => one.Component != DataStructure.TimeDimension && (request.Components.Count == 0 || request.Components.Contains(one.Component))).ToArray();
        var reference = new StructureReference(StructureType.Dataflow, flow.Agency, flow.Id, flow.Version);
        var constraint = new ContentConstraint(
            flow.Agency, $"AVAILABLE_{flow.Id}", flow.Version,
            new(("en", "Data available"), ("es", "Datos disponibles"), ("fr", "Données disponibles")), IsActual: true, [reference], region)
        {
            // Clients that do not ask for time trip over it.
            ReferencePeriod = request.Components.Contains(DataStructure.TimeDimension) && available is { First: { } first, Last: { } last } ? (first, last) : null,
            Annotations =
            [
                new("sdmx_metrics", available.Series.ToString(CultureInfo.InvariantCulture), "series_count"),
                new("sdmx_metrics", available.Observations.ToString(CultureInfo.InvariantCulture), "obs_count"),
            ],
        };
        return [constraint, .. References(structures, reference, region, request.References)];
    }

    private static IEnumerable<Artefact> References(StructureSet structures, StructureReference flow, IReadOnlyList<KeyValues> region, IReadOnlyList<StructureType> types)
    {
        if (types.Count == 0 || structures.Find(flow) is not DataflowDefinition dataflow)
            yield break;
        if (types.Contains(StructureType.Dataflow))
            yield return dataflow;
        if (dataflow.Structure is not { } reference || structures.Find(reference) is not StructureDefinition structure)
            yield break;
        if (types.Contains(StructureType.DataStructure))
            yield return structure;
        var components = structure.Dimensions.Join(region, one => one.Id, one => one.Component, (component, values) => (Component: component, values.Values)).ToArray();
        if (types.Contains(StructureType.ConceptScheme))
        {
            foreach (var scheme in components.GroupBy(one => one.Component.Concept.Scheme))
            {
                if (structures.Find(scheme.Key) is ItemScheme concepts)
                    yield return concepts.Only(scheme.Select(one => one.Component.Concept.Item).ToHashSet());
            }
        }

        if (types.Contains(StructureType.CodeList))
        {
            foreach (var list in components.Where(one => structures.ListOf(one.Component) is not null).GroupBy(one => structures.ListOf(one.Component)!.Value))
            {
                if (structures.Find(list.Key) is ItemScheme codes)
                    yield return codes.Only(list.SelectMany(one => one.Values).ToHashSet());
            }
        }

        if (types.Contains(StructureType.DataProviderScheme))
        {
            foreach (var scheme in structures.All.OfType<ProvisionAgreement>().Where(one => IsSame(one.Dataflow, flow)).GroupBy(one => one.Provider.Scheme))
            {
                if (structures.Find(scheme.Key) is ItemScheme providers)
                    yield return providers.Only(scheme.Select(one => one.Provider.Item).ToHashSet());
            }
        }
    }

    private static bool IsSame(StructureReference one, StructureReference flow) =>
        one.Agency == flow.Agency && one.Id == flow.Id && (one.Version == flow.Version || one.Version.Length == 0);
}
