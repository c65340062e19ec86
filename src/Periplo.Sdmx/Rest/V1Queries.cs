using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Rest;

/// <summary>
/// Reads addresses of the REST interface of SDMX 2.1 (sdmx-rest 1.5; SDMX 2.1, section 7). A plus between ids, versions, items or codes is
/// OR; what is left out at the end has its default.
/// </summary>
public static class V1Queries
{
    private static readonly string[] SchemaContexts = ["datastructure", "metadatastructure", "dataflow", "metadataflow", "provisionagreement"];

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
            null => throw SdmxQueryException.NotFound("Name a resource: data, availableconstraint, schema, or a kind of structure such as dataflow."),
            "data" => Data(raw),
            "availableconstraint" => Availability(raw),
            "schema" => Schema(raw),
            "metadata" => Metadata(raw),
            var resource => Structures(raw, resource),
        };
        raw.RefuseUnknown();
        return request with { Format = format };
    }

    private static StructureRequest Structures(RawQuery raw, string resource)
    {
        if (ResourceNames.Find(resource, RestVersion.V1) is not { } types)
            throw SdmxQueryException.Syntax($"There is no resource {RawQuery.Shown(resource)}.");
        raw.RefuseLonger(5);
        var items = Several(raw.Segment(4), "all", "The item");
        if (items.Count > 0 && types.Count > 0 && !types.All(ResourceNames.HasItems))
            throw SdmxQueryException.Syntax($"{resource} has no items to ask for.");
        var query = new StructureQuery
        {
            Types = types,
            Agencies = Several(raw.Segment(1), "all", "The agency"),
            Ids = Several(raw.Segment(2), "all", "The id"),
            Versions = Versions(raw.Segment(3)),
            Items = items,
            Detail = QueryWords.Detail(raw, RestVersion.V1),
            ActualConstraints = resource == "actualconstraint" ? true : resource == "allowedconstraint" ? false : null,
        };
        query = QueryWords.References(query, [raw.Take("references") ?? "none"], RestVersion.V1);
        return types.Count > 0 ? new StructureRequest(RestVersion.V1, query) : throw SdmxQueryException.Nothing(RestVersion.V1, $"No {resource} is held.");
    }

    private static DataRequest Data(RawQuery raw)
    {
        raw.RefuseLonger(4);
        return new(RestVersion.V1, Flow(raw), QueryWords.Data(raw) with
        {
            Keys = Key(raw.Segment(2)),
            Providers = Providers(raw.Segment(3)),
            From = QueryWords.Period(raw, "startPeriod", atEnd: false),
            To = QueryWords.Period(raw, "endPeriod", atEnd: true),
            Detail = QueryWords.DataParts(raw),
        });
    }

    private static AvailabilityRequest Availability(RawQuery raw)
    {
        raw.RefuseLonger(5);
        var query = new DataQuery
        {
            Keys = Key(raw.Segment(2)),
            Providers = Providers(raw.Segment(3)),
            From = QueryWords.Period(raw, "startPeriod", atEnd: false),
            To = QueryWords.Period(raw, "endPeriod", atEnd: true),
            UpdatedAfter = QueryWords.Moment(raw, "updatedAfter"),
        };
        return new(
            new(RestVersion.V1, Flow(raw), query),
            QueryWords.IsExact(raw),
            Several(raw.Segment(4), "all", "The component"),
            QueryWords.AvailabilityReferences(QueryWords.List(raw.Take("references") ?? "none", ',', "references")));
    }

    private static MetadataRequest Metadata(RawQuery raw)
    {
        raw.RefuseLonger(4);
        if (raw.Segment(2) is not (null or "all") || raw.Segment(3) is not (null or "all"))
            throw SdmxQueryException.NotImplemented("Reports are on whole dataflows, by one provider; ask for all.");
        return new(RestVersion.V1, Flow(raw) with { Contexts = [StructureType.Metadataflow] }, MetadataRequest.Any(StructureType.Dataflow));
    }

    private static SchemaRequest Schema(RawQuery raw)
    {
        raw.RefuseLonger(5);
        var context = raw.Segment(1) ?? "";
        if (!SchemaContexts.Contains(context))
            throw SdmxQueryException.Syntax($"There is no schema of {RawQuery.Shown(context)}; write datastructure, dataflow or provisionagreement.");
        if (context.StartsWith("meta", StringComparison.Ordinal))
            throw SdmxQueryException.NotImplemented("Schemas of reference metadata are not served.");
        if (raw.Segment(3) is not { } id)
            throw SdmxQueryException.Syntax("Name what the schema is of: /schema/dataflow/AGENCY/ID/VERSION.");
        var flow = new FlowSelection(
            ResourceNames.Find(context, RestVersion.V1)!, Several(raw.Segment(2), "all", "The agency"), QueryWords.Ids([id], "The id"), Versions(raw.Segment(4)));

        // Of structures with several measures; of 2.1 no structure here has an explicit measure dimension.
        raw.Know("explicitMeasure");
        return new(RestVersion.V1, flow, raw.Take("dimensionAtObservation"));
    }

    /// <summary>Reads <c>AGENCY,ID,VERSION</c>, <c>AGENCY,ID</c> or <c>ID</c>.</summary>
    private static FlowSelection Flow(RawQuery raw)
    {
        if (raw.Segment(1) is not { } text)
            throw SdmxQueryException.Syntax("Name a dataflow: ID, AGENCY,ID or AGENCY,ID,VERSION.");
        var parts = text.Split(',');
        if (parts.Length > 3)
            throw SdmxQueryException.Syntax($"The dataflow {RawQuery.Shown(text)} has more parts than AGENCY,ID,VERSION.");
        var (agency, id, version) = parts switch
        {
            [var only] => ("all", only, "latest"),
            [var first, var second] => (first, second, "latest"),
            _ => (parts[0], parts[1], parts[2]),
        };

        // The guideline of 2.1 writes these words in capitals here.
        return new(
            [StructureType.Dataflow],
            agency is "ALL" ? [] : Several(agency, "all", "The agency"),
            Several(id, "all", "The dataflow"),
            Versions(version is "LATEST" ? "latest" : version));
    }

    /// <summary>Reads a key: a position a dimension with points between, an empty one for all codes, a plus for OR.</summary>
    private static IReadOnlyList<KeySelection> Key(string? text)
    {
        if (text is null or "all" or "ALL")
            return [];
        var parts = text.Split('.');
        var positions = new IReadOnlyList<string>[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            positions[i] = parts[i].Length == 0 ? [] : QueryWords.List(parts[i], '+', "The key");
        return [new(positions)];
    }

    private static List<ProviderSelection> Providers(string? text)
    {
        if (text is null or "all")
            return [];
        var providers = new List<ProviderSelection>();
        foreach (var one in QueryWords.List(text, '+', "The provider"))
        {
            var parts = QueryWords.Ids(one.Split(','), "The provider");
            if (parts.Count > 2)
                throw SdmxQueryException.Syntax($"The provider {RawQuery.Shown(one)} has more parts than AGENCY,ID.");
            providers.Add(parts.Count == 1 ? new("", parts[0]) : new(parts[0] == "all" ? "" : parts[0], parts[1]));
        }

        return providers;
    }

    /// <summary>Ids with pluses between; none where the word for all stands or nothing.</summary>
    private static IReadOnlyList<string> Several(string? text, string all, string what) =>
        text is null || text == all ? [] : QueryWords.Ids(QueryWords.List(text, '+', what), what);

    private static List<VersionSelection> Versions(string? text)
    {
        if (text is null)
            return [VersionSelection.Latest];
        var versions = new List<VersionSelection>();
        foreach (var one in QueryWords.List(text, '+', "The version"))
        {
            versions.Add(VersionSelection.TryParseV1(one, out var version)
                ? version
                : throw SdmxQueryException.Syntax($"The version {RawQuery.Shown(one)} is neither a version nor all or latest."));
        }

        return versions;
    }
}
