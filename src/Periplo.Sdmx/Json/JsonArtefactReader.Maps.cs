using System.Text.Json;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <content>Maps between code lists.</content>
internal sealed partial class JsonArtefactReader
{
    /// <summary>A map from one list to one list. Others, of several columns or patterns, are passed over.</summary>
    private Artefact? ReadMap()
    {
        var head = new Head(this);
        StructureReference? source = null, target = null;
        var mappings = new List<RepresentationMapping>();
        var isOther = false;
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            switch (name)
            {
                case "source" when json.Token == JsonTokenType.StartArray:
                    source = ReadSide(ref isOther);
                    break;
                case "target" when json.Token == JsonTokenType.StartArray:
                    target = ReadSide(ref isOther);
                    break;
                case "representationMappings" when json.Token == JsonTokenType.StartArray:
                    var items = new JsonItems(json);
                    while (items.Next())
                    {
                        if (ReadMapping() is { } mapping)
                            mappings.Add(mapping);
                        else
                            isOther = true;
                    }

                    break;
                default:
                    head.Read(name);
                    break;
            }
        }

        if (isOther || (!head.IsStub && (source is null || target is null)))
            return null;
        var nothing = StructureXmlReader.Nothing(StructureType.CodeList);
        return head.Complete(new RepresentationMap(head.Agency, head.Id, head.Version, head.Name, source ?? nothing, target ?? nothing, mappings));
    }

    private StructureReference? ReadSide(ref bool isOther)
    {
        StructureReference? list = null;
        var items = new JsonItems(json);
        for (var count = 0; items.Next(); count++)
        {
            var record = new JsonRecord(json);
            while (record.Next(out var name))
            {
                if (name == "codelist")
                    list = ReadReference();
            }

            isOther |= list is null || count > 0;
        }

        return list;
    }

    private RepresentationMapping? ReadMapping()
    {
        List<string> sources = [], targets = [];
        DateOnly? from = null, to = null;
        var isPattern = false;
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            switch (name)
            {
                case "sourceValues" when json.Token == JsonTokenType.StartArray:
                    var items = new JsonItems(json);
                    while (items.Next())
                    {
                        var value = new JsonRecord(json);
                        while (value.Next(out var member))
                        {
                            if (member == "value")
                                sources.Add(json.Text());
                            else if (member == "isRegEx")
                                isPattern |= json.Token == JsonTokenType.True;
                        }
                    }

                    break;
                case "targetValues" when json.Token == JsonTokenType.StartArray:
                    targets = JsonWalk.Texts(json);
                    break;
                case "validFrom":
                    from = ReadDate();
                    break;
                case "validTo":
                    to = ReadDate();
                    break;
                default:
                    break;
            }
        }

        return sources is [var source] && targets is [var target] && !isPattern ? new(source, target) { ValidFrom = from, ValidTo = to } : null;
    }
}
