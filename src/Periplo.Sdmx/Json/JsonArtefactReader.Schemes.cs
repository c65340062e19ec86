using System.Text.Json;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <content>Schemes of items.</content>
internal sealed partial class JsonArtefactReader
{
    private Artefact ReadScheme(StructureType type, string list)
    {
        var head = new Head(this);
        var isPartial = false;
        var items = new List<Item>();
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            if (name == "isPartial")
                isPartial = json.Token == JsonTokenType.True;
            else if (name == list && json.Token == JsonTokenType.StartArray)
                Flatten(type, ReadItems(list), null, items, []);
            else
                head.Read(name);
        }

        return head.Complete(new ItemScheme(type, head.Agency, head.Id, head.Version, head.Name, items) { IsPartial = isPartial });
    }

    private List<Branch> ReadItems(string list)
    {
        var branches = new List<Branch>();
        var items = new JsonItems(json);
        while (items.Next())
            branches.Add(ReadItem(list));
        return branches;
    }

    private Branch ReadItem(string list)
    {
        var texts = new Texts(json, language);
        string? id = null, parent = null;
        StructureReference? codes = null;
        TextFormat? format = null;
        List<Branch>? within = null;
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            switch (name)
            {
                case "id":
                    id = json.Text();
                    break;
                case "parent" when json.Token == JsonTokenType.String:
                    // 1.0 names the concept above by its URN.
                    parent = json.Text();
                    if (StructureUrn.TryParse(parent, out _, out var path) && path is not null)
                        parent = path;
                    break;
                case "coreRepresentation" when json.Token == JsonTokenType.StartObject:
                    (codes, format) = ReadRepresentation();
                    break;
                case "categories" when name == list && json.Token == JsonTokenType.StartArray:
                    within = ReadItems(list);
                    break;
                default:
                    texts.Read(name);
                    break;
            }
        }

        if (id is not { Length: > 0 })
            throw Fault(DataRules.BadForm, "An item has no id.");
        return new(new(id, texts.Name, parent) { Description = texts.Description, Annotations = texts.Annotations, CodeList = codes, Format = format }, within);
    }

    /// <summary>Puts items and, behind each, those within it into one list.</summary>
    private void Flatten(StructureType scheme, List<Branch> branches, string? above, List<Item> items, HashSet<string> seen)
    {
        foreach (var (read, within) in branches)
        {
            var item = above is null ? read : read with { Parent = above };
            var path = item.Path(scheme);
            if (!seen.Add(path))
                throw Fault(StructureRules.DuplicateItem, $"The item {path} is there twice.");
            items.Add(item);
            if (within is not null)
                Flatten(scheme, within, path, items, seen);
        }
    }

    /// <summary>An item and those within it.</summary>
    private readonly record struct Branch(Item Item, List<Branch>? Within);
}
