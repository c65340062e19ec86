using System.Text.Json;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <content>Flows, and what says of flows where they stand, who provides them and what is in them.</content>
internal sealed partial class JsonArtefactReader
{
    private Artefact ReadFlow(bool isData)
    {
        var head = new Head(this);
        StructureReference? structure = null;
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            if (name == "structure" && json.Token == JsonTokenType.String)
                structure = ReadReference();
            else
                head.Read(name);
        }

        return head.Complete(isData
            ? new DataflowDefinition(head.Agency, head.Id, head.Version, head.Name, structure)
            : new MetadataflowDefinition(
                head.Agency, head.Id, head.Version, head.Name, structure ?? StructureXmlReader.Nothing(StructureType.MetadataStructure)));
    }

    private Artefact? ReadCategorisation()
    {
        var head = new Head(this);
        StructureReference? source = null;
        ItemReference? target = null;
        var isOther = false;
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            if (name == "source" && json.Token == JsonTokenType.String)
                isOther = (source = ReadReference()) is null;
            else if (name == "target" && json.Token == JsonTokenType.String)
                target = ReadItemReference(StructureType.CategoryScheme);
            else
                head.Read(name);
        }

        if (isOther)
            return null;
        if (!head.IsStub && (source is null || target is null))
            throw Fault(StructureRules.BadReference, $"The categorisation {head.Id} has no source or no target.");
        return head.Complete(new Categorisation(
            head.Agency,
            head.Id,
            head.Version,
            head.Name,
            source ?? StructureXmlReader.Nothing(StructureType.Dataflow),
            target ?? new(StructureXmlReader.Nothing(StructureType.CategoryScheme), "")));
    }

    private Artefact ReadProvision()
    {
        var head = new Head(this);
        StructureReference? flow = null;
        ItemReference? provider = null;
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            if (name is "structureUsage" or "dataflow" && json.Token == JsonTokenType.String)
                flow = ReadReference();
            else if (name == "dataProvider" && json.Token == JsonTokenType.String)
                provider = ReadItemReference(StructureType.DataProviderScheme);
            else
                head.Read(name);
        }

        if (!head.IsStub && (flow is null || provider is null))
            throw Fault(StructureRules.BadReference, $"The provision agreement {head.Id} has no flow or no provider.");
        return head.Complete(new ProvisionAgreement(
            head.Agency,
            head.Id,
            head.Version,
            head.Name,
            flow ?? StructureXmlReader.Nothing(StructureType.Dataflow),
            provider ?? new(StructureXmlReader.Nothing(StructureType.DataProviderScheme), "")));
    }

    private Artefact ReadConstraint()
    {
        var head = new Head(this);

        // By the schema of 2.1 a constraint that does not say so is of what is.
        var isActual = true;
        var attachments = new List<StructureReference>();
        var regions = new List<List<KeyValues>>();
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            switch (name)
            {
                case "type" or "role" when json.Token == JsonTokenType.String:
                    isActual = json.Text() is "Actual" or "actual";
                    break;
                case "constraintAttachment" when json.Token == JsonTokenType.StartObject:
                    ReadAttachments(attachments);
                    break;
                case "cubeRegions" when json.Token == JsonTokenType.StartArray:
                    var items = new JsonItems(json);
                    while (items.Next())
                    {
                        if (ReadRegion() is { } region)
                            regions.Add(region);
                    }

                    break;
                default:
                    // Not the reference period either: see ContentConstraint.ReferencePeriod.
                    head.Read(name);
                    break;
            }
        }

        return head.Complete(new ContentConstraint(
            head.Agency, head.Id, head.Version, head.Name, isActual, attachments, StructureXmlReader.Hull(regions)));
    }

    private void ReadAttachments(List<StructureReference> attachments)
    {
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            if (name == "dataProvider" && json.Token == JsonTokenType.String)
            {
                if (ReadReference() is { } provider)
                    attachments.Add(provider);
            }
            else if (json.Token == JsonTokenType.StartArray && Array.Exists(Attachable, one => one == name))
            {
                var items = new JsonItems(json);
                while (items.Next())
                {
                    if (ReadReference() is { } attachment)
                        attachments.Add(attachment);
                }
            }
        }
    }

    private static readonly string[] Attachable = ["dataStructures", "metadataStructures", "dataflows", "metadataflows", "provisionAgreements"];

    /// <summary>A region as values of components; null for what is cut out of the cube by more than one component, which values of components cannot say.</summary>
    private List<KeyValues>? ReadRegion()
    {
        var isCutOut = false;
        var region = new List<KeyValues>();
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            switch (name)
            {
                case "isIncluded" or "include":
                    isCutOut = json.Token == JsonTokenType.False;
                    break;
                case "keyValues" or "attributes" or "components" when json.Token == JsonTokenType.StartArray:
                    var items = new JsonItems(json);
                    while (items.Next())
                    {
                        if (ReadKeyValues() is { } values)
                            region.Add(values with { IsAttribute = name != "keyValues" });
                    }

                    break;
                default:
                    break;
            }
        }

        if (!isCutOut)
            return region;
        return region is [var only] ? [only with { Include = !only.Include }] : null;
    }

    private KeyValues? ReadKeyValues()
    {
        string? component = null;
        var (include, cascades) = (true, false);
        List<string> values = [];
        TimePeriod? from = null, to = null;
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            switch (name)
            {
                case "id":
                    component = json.Text();
                    break;
                case "include":
                    include = json.Token != JsonTokenType.False;
                    break;
                case "cascadeValues" when json.Token == JsonTokenType.StartArray:
                    cascades |= JsonWalk.Texts(json).Count > 0;
                    break;
                case "values" when json.Token == JsonTokenType.StartArray:
                    cascades |= ReadValues(values);
                    break;
                case "timeRange" when json.Token == JsonTokenType.StartObject:
                    (from, to) = ReadTimeRange();
                    break;
                default:
                    break;
            }
        }

        if (component is null)
            throw Fault(Messages.DataRules.BadForm, "A region of the cube names no component.");

        // Values that stand for those under them cannot be told without the list: the component is then left open.
        return cascades || (values.Count == 0 && from is null && to is null) ? null : new(component, values, include) { From = from, To = to };
    }

    /// <summary>Reads values, which are texts or (2.0) objects; true when one of them stands for those under it too.</summary>
    private bool ReadValues(List<string> values)
    {
        var cascades = false;
        var items = new JsonItems(json);
        while (items.Next())
        {
            if (json.Token != JsonTokenType.StartObject)
            {
                values.Add(json.Text());
                continue;
            }

            var record = new JsonRecord(json);
            while (record.Next(out var name))
            {
                if (name == "value")
                    values.Add(json.Text());
                else if (name == "cascadeValues")
                    cascades |= json.Token is not (JsonTokenType.False or JsonTokenType.Null);
            }
        }

        return cascades;
    }

    private (TimePeriod? From, TimePeriod? To) ReadTimeRange()
    {
        TimePeriod? from = null, to = null;
        var record = new JsonRecord(json);
        while (record.Next(out var end))
        {
            if (json.Token != JsonTokenType.StartObject)
                continue;
            TimePeriod? period = null;
            var range = new JsonRecord(json);
            while (range.Next(out var name))
            {
                if (name == "period")
                    period = StructureXmlReader.Period(json.Text());
            }

            if (end is "startPeriod" or "afterPeriod")
                from = period;
            else if (end is "endPeriod" or "beforePeriod")
                to = period;
        }

        return (from, to);
    }
}
