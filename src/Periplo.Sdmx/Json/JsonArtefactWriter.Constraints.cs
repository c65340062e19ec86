using System.Globalization;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <content>Content constraints, which 2.0 calls data constraints.</content>
internal sealed partial class JsonArtefactWriter
{
    private static readonly (StructureType Type, string Member)[] Attachable =
    [
        (StructureType.DataStructure, "dataStructures"),
        (StructureType.Dataflow, "dataflows"),
        (StructureType.ProvisionAgreement, "provisionAgreements"),
        (StructureType.MetadataStructure, "metadataStructures"),
        (StructureType.Metadataflow, "metadataflows"),
    ];

    private void WriteConstraint(ContentConstraint constraint)
    {
        json.WriteString(IsV1 ? "type"u8 : "role"u8, constraint.IsActual ? "Actual"u8 : "Allowed"u8);
        if (!IsV1)
            WriteCounts(constraint.Annotations);
        WriteAttachments(constraint.Attachments);
        var region = constraint.Region.Where(one => one.Values.Count > 0 || one.From is not null || one.To is not null).ToList();

        // 2.0 has no reference period: what it says of time, the region does.
        if (!IsV1 && constraint.ReferencePeriod is { } span && region.TrueForAll(one => one.Component != DataStructure.TimeDimension))
            region.Add(new(DataStructure.TimeDimension, []) { From = span.First, To = span.Last });
        if (region.Count > 0)
        {
            json.WriteStartArray("cubeRegions"u8);
            json.WriteStartObject();
            json.WriteBoolean(IsV1 ? "isIncluded"u8 : "include"u8, true);
            WriteKeyValues("keyValues", region.FindAll(one => !one.IsAttribute));
            WriteKeyValues(IsV1 ? "attributes" : "components", region.FindAll(one => one.IsAttribute));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (!IsV1 || constraint.ReferencePeriod is not { } period)
            return;
        json.WriteStartObject("referencePeriod"u8);
        json.WriteString("startTime"u8, JsonHeader.Moment(period.First.FirstDay));
        json.WriteString("endTime"u8, period.Last.LastDay.ToString("yyyy-MM-dd'T23:59:59Z'"));
        json.WriteEndObject();
    }

    /// <summary>Counts of what is available, which 2.1 has as annotations and 3.0 as properties too.</summary>
    private void WriteCounts(IReadOnlyList<Annotation> annotations)
    {
        foreach (var (id, member) in new[] { ("obs_count", "obsCount"), ("series_count", "seriesCount") })
        {
            var annotation = annotations.FirstOrDefault(one => one.Id == id);
            if (long.TryParse(annotation?.Title, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                json.WriteNumber(member, count);
        }
    }

    private void WriteAttachments(IReadOnlyList<StructureReference> attachments)
    {
        // 2.0 lets a constraint hang on artefacts of one kind only, and on none of metadata.
        var kept = attachments.Where(one => Array.Exists(Attachable, kind => kind.Type == one.Type)
            && (IsV1 || one.Type is not (StructureType.MetadataStructure or StructureType.Metadataflow))).ToList();
        if (kept.Count == 0)
            return;
        var kind = kept[0].Type;
        if (!IsV1)
            kept.RemoveAll(one => one.Type != kind);
        json.WriteStartObject("constraintAttachment"u8);
        foreach (var (type, member) in Attachable)
        {
            if (!kept.Exists(one => one.Type == type))
                continue;
            json.WriteStartArray(member);
            foreach (var attachment in kept.Where(one => one.Type == type).Distinct())
                json.WriteStringValue(Urn(attachment));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void WriteKeyValues(string member, List<KeyValues> all)
    {
        if (all.Count == 0)
            return;
        json.WriteStartArray(member);
        foreach (var values in all)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, values.Component);
            if (!values.Include)
                json.WriteBoolean("include"u8, false);
            if (values.Values.Count > 0)
            {
                json.WriteStartArray("values"u8);
                foreach (var value in values.Values)
                    json.WriteStringValue(value);
                json.WriteEndArray();
            }
            else
            {
                WriteTimeRange(values.From, values.To);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteTimeRange(TimePeriod? from, TimePeriod? to)
    {
        var isWhole = from is not null && to is not null;
        json.WriteStartObject("timeRange"u8);
        if (from is { } first)
            WriteEnd(isWhole ? "startPeriod" : "afterPeriod", first);
        if (to is { } last)
            WriteEnd(isWhole ? "endPeriod" : "beforePeriod", last);
        json.WriteEndObject();
    }

    private void WriteEnd(string member, TimePeriod period)
    {
        json.WriteStartObject(member);
        json.WriteString("period"u8, period.ToString());
        json.WriteBoolean("isInclusive"u8, true);
        json.WriteEndObject();
    }
}
