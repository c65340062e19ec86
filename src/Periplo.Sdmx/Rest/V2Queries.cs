using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Rest;

/// <summary>
/// Reads addresses of the REST interface of SDMX 3.0 (sdmx-rest 2.1 and, for paging, 2.2). A comma is OR, a star is all; what is left out
/// at the end has its default.
/// </summary>
public static class V2Queries
{
    private static readonly string[] MetadataContexts = ["metadatastructure", "metadataflow", "metadataprovisionagreement"];

    /// <summary>Reads an address.</summary>
    /// <param name="path">The path below the entry point as it came over the wire, escapes not undone.</param>
    /// <param name="query">The query string likewise, or null.</param>
    /// <exception cref="SdmxQueryException">The address breaks the rules, or asks for what is never held.</exception>
    public static SdmxRequest Parse(string path, string? query)
    {
        var raw = new RawQuery(path, query);
        var format = raw.Take("format");
        SdmxRequest request = raw.Segment(0) switch
        {
            null => throw SdmxQueryException.NotFound("Name a resource: structure, data, availability or schema."),
            "structure" => Structures(raw),
            "data" => Data(raw),
            "availability" => Availability(raw),
            "schema" => Schema(raw),
            "metadata" => Metadata(raw),
            "registration" => throw SdmxQueryException.NotImplemented("Data are not registered here."),
            var resource => throw SdmxQueryException.Syntax($"There is no resource {RawQuery.Shown(resource)}; write structure, data, availability or schema."),
        };
        raw.RefuseUnknown();
        return request with { Format = format };
    }

    private static StructureRequest Structures(RawQuery raw)
    {
        raw.RefuseLonger(6);
        var name = raw.Segment(1) ?? "*";
        if (ResourceNames.Find(name, RestVersion.V2) is not { } types)
            throw SdmxQueryException.Syntax($"There is no kind of structure {RawQuery.Shown(name)}.");
        var items = Several(raw.Segment(5), "The item");
        if (items.Count > 0 && types.Count > 0 && !types.All(ResourceNames.HasItems))
            throw SdmxQueryException.Syntax($"{name} has no items to ask for.");
        var query = new StructureQuery
        {
            Types = types,
            Agencies = Several(raw.Segment(2), "The agency"),
            Ids = Several(raw.Segment(3), "The id"),
            Versions = Versions(raw.Segment(4)),
            Items = items,
            Detail = QueryWords.Detail(raw, RestVersion.V2),
            AsOf = QueryWords.Moment(raw, "asOf"),
        };
        query = QueryWords.References(query, QueryWords.List(raw.Take("references") ?? "none", ',', "references"), RestVersion.V2);
        return types.Count > 0 ? new StructureRequest(RestVersion.V2, query) : throw SdmxQueryException.Nothing(RestVersion.V2, $"No {name} is held.");
    }

    private static DataRequest Data(RawQuery raw)
    {
        raw.RefuseLonger(6);
        var query = QueryWords.Data(raw) with
        {
            Keys = Keys(raw.Segment(5)),
            Filters = ComponentFilters.Take(raw),
            AsOf = QueryWords.Moment(raw, "asOf"),
            Attributes = raw.Take("attributes") is { } attributes ? QueryWords.Ids(QueryWords.List(attributes, ',', "attributes"), "The attribute") : null,
            Offset = QueryWords.Number(raw, "offset", 0) ?? 0,
            Limit = QueryWords.Number(raw, "limit", 1),
            Sort = raw.Take("sort") is { } sort ? [.. QueryWords.List(sort, '+', "sort").Select(SortKeyOf)] : [],
        };
        if (query.UpdatedAfter > query.AsOf)
            throw SdmxQueryException.Semantics(RestVersion.V2, "updatedAfter is later than asOf.");
        RefuseReportingYear(raw);
        var measures = raw.Take("measures") is { } text ? QueryWords.Ids(QueryWords.List(text, ',', "measures"), "The measure") : ["all"];
        if (measures.Count > 1 && measures.Any(one => one is "all" or "none"))
            throw SdmxQueryException.Syntax("measures is all, none, or ids.");
        return new(RestVersion.V2, Flow(raw, Contexts(raw)), query with { Measures = measures is not ["none"] })
        {
            Measures = measures is ["all"] or ["none"] ? null : measures,
        };
    }

    private static AvailabilityRequest Availability(RawQuery raw)
    {
        raw.RefuseLonger(7);
        var query = new DataQuery
        {
            Keys = Keys(raw.Segment(5)),
            Filters = ComponentFilters.Take(raw),
            UpdatedAfter = QueryWords.Moment(raw, "updatedAfter"),
        };
        RefuseReportingYear(raw);
        return new(
            new(RestVersion.V2, Flow(raw, Contexts(raw)), query),
            QueryWords.IsExact(raw),
            Several(raw.Segment(6), "The component"),
            QueryWords.AvailabilityReferences(QueryWords.List(raw.Take("references") ?? "none", ',', "references")));
    }

    private static MetadataRequest Metadata(RawQuery raw)
    {
        if (raw.Take("detail") is not (null or "full"))
            throw SdmxQueryException.NotImplemented("Reports are served whole: detail=full.");
        switch (raw.Segment(1))
        {
            case "structure":
                raw.RefuseLonger(6);
                if (raw.Segment(2) is not (null or "*" or "dataflow"))
                    throw SdmxQueryException.Nothing(RestVersion.V2, "Reports are on dataflows.");
                return new(RestVersion.V2, MetadataRequest.Any(StructureType.Metadataflow), new(
                    [StructureType.Dataflow], Several(raw.Segment(3), "The agency"), Several(raw.Segment(4), "The id"), Versions(raw.Segment(5))));
            case "metadataflow":
                raw.RefuseLonger(6);
                if (raw.Segment(5) is not (null or "*"))
                    throw SdmxQueryException.NotImplemented("Reports are by one provider; ask for *.");
                return new(RestVersion.V2, Flow(raw, [StructureType.Metadataflow]), MetadataRequest.Any(StructureType.Dataflow));
            default:
                throw SdmxQueryException.NotImplemented("Ask for reports by what they are on, /metadata/structure/dataflow/AGENCY/ID/VERSION, or by their flow, /metadata/metadataflow/AGENCY/ID/VERSION.");
        }
    }

    private static SchemaRequest Schema(RawQuery raw)
    {
        raw.RefuseLonger(5);
        if (MetadataContexts.Contains(raw.Segment(1) ?? ""))
            throw SdmxQueryException.NotImplemented("Schemas of reference metadata are not served.");
        var contexts = Contexts(raw);
        if (contexts.Count != 1 || raw.Segment(3) is null)
            throw SdmxQueryException.Syntax("Name what the schema is of: /schema/dataflow/AGENCY/ID/VERSION.");
        return new(RestVersion.V2, Flow(raw, contexts), raw.Take("dimensionAtObservation"));
    }

    private static FlowSelection Flow(RawQuery raw, IReadOnlyList<StructureType> contexts) =>
        new(contexts, Several(raw.Segment(2), "The agency"), Several(raw.Segment(3), "The id"), Versions(raw.Segment(4)));

    private static IReadOnlyList<StructureType> Contexts(RawQuery raw)
    {
        if (raw.Segment(1) is not { } text || text == "*")
            return [StructureType.Dataflow, StructureType.DataStructure, StructureType.ProvisionAgreement];
        return [.. QueryWords.List(text, ',', "The context").Select(one => one switch
        {
            "dataflow" => StructureType.Dataflow,
            "datastructure" => StructureType.DataStructure,
            "provisionagreement" => StructureType.ProvisionAgreement,
            _ => throw SdmxQueryException.Syntax($"The context {RawQuery.Shown(one)} is none of dataflow, datastructure and provisionagreement."),
        })];
    }

    /// <summary>Reads keys: a position a dimension with points between, a star for all codes, a comma between keys.</summary>
    private static List<KeySelection> Keys(string? text)
    {
        if (text is null or "*")
            return [];
        var keys = new List<KeySelection>();
        foreach (var key in QueryWords.List(text, ',', "The key"))
        {
            if (key.Contains('+'))
                throw SdmxQueryException.Syntax("A position of a key has one code or *; write several keys with commas between, or c[DIMENSION]=A,B.");
            keys.Add(new([.. key.Split('.').Select(code => code is "" or "*" ? (IReadOnlyList<string>)[] : [code])]));
        }

        // A key of stars asks for all whatever else is asked for.
        return keys.Find(key => key.Positions.All(position => position.Count == 0)) is { } all ? [all] : keys;
    }

    private static SortKey SortKeyOf(string text)
    {
        var parts = text.Split(':');
        if (parts is not ([_] or [_, "asc" or "desc"]))
            throw SdmxQueryException.Syntax($"sort has {RawQuery.Shown(text)}; write COMPONENT, COMPONENT:asc or COMPONENT:desc with pluses between.");
        if (parts[0] != "*")
            QueryWords.Ids([parts[0]], "The component");
        return new(parts[0], parts is [_, "desc"]);
    }

    /// <summary>Years that begin on other days than the first of January.</summary>
    private static void RefuseReportingYear(RawQuery raw)
    {
        if (raw.Take("reportingYearStartDay") is { } day && day != "--01-01")
            throw SdmxQueryException.NotImplemented("Reporting years begin on --01-01 here.");
    }

    /// <summary>Ids with commas between; none where a star stands or nothing.</summary>
    private static IReadOnlyList<string> Several(string? text, string what) => text is null or "*" ? [] : QueryWords.Ids(QueryWords.List(text, ',', what), what);

    private static List<VersionSelection> Versions(string? text)
    {
        if (text is null)
            return [VersionSelection.Latest];
        var versions = new List<VersionSelection>();
        foreach (var one in QueryWords.List(text, ',', "The version"))
        {
            versions.Add(VersionSelection.TryParseV2(one, out var version)
                ? version
                : throw SdmxQueryException.Syntax($"The version {RawQuery.Shown(one)} is neither a version nor a range such as 2.3.+, nor one of ~, + and *."));
        }

        return versions;
    }
}
