using System.Text.Json;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <content>Hierarchies over code lists.</content>
internal sealed partial class JsonArtefactReader
{
    private Artefact ReadHierarchicalCodeList()
    {
        var head = new Head(this);
        var hierarchies = new List<Hierarchy>();
        var aliases = new Dictionary<string, StructureReference>();
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            if (name == "hierarchies" && json.Token == JsonTokenType.StartArray)
            {
                var items = new JsonItems(json);
                while (items.Next())
                    hierarchies.Add(ReadInnerHierarchy());
            }
            else if (name == "includedCodelists" && json.Token == JsonTokenType.StartObject)
            {
                var members = new JsonMembers(json);
                while (members.Next(out var alias))
                {
                    if (ReadReference() is { } list)
                        aliases[alias] = list;
                }
            }
            else
            {
                head.Read(name);
            }
        }

        var whole = hierarchies.ConvertAll(one => one with { Codes = Resolved(one.Codes, aliases) });
        return head.Complete(new HierarchicalCodeList(head.Agency, head.Id, head.Version, head.Name, whole));
    }

    private Hierarchy ReadInnerHierarchy()
    {
        var texts = new Texts(json, language);
        string? id = null;
        IReadOnlyList<HierarchicalCode> codes = [];
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            if (name == "id")
                id = json.Text();
            else if (name == "hierarchicalCodes" && json.Token == JsonTokenType.StartArray)
                codes = ReadHierarchicalCodes();
            else
                texts.Read(name);
        }

        return new(id ?? throw Fault(DataRules.BadForm, "A hierarchy has no id."), texts.Name, codes);
    }

    /// <summary>A hierarchy of 2.0: an artefact of its own.</summary>
    private Artefact ReadHierarchy()
    {
        var head = new Head(this);
        IReadOnlyList<HierarchicalCode> codes = [];
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            if (name == "hierarchicalCodes" && json.Token == JsonTokenType.StartArray)
                codes = ReadHierarchicalCodes();
            else
                head.Read(name);
        }

        var hierarchy = new Hierarchy(head.Id, head.Name, Resolved(codes, []));
        return head.Complete(new HierarchicalCodeList(head.Agency, head.Id, head.Version, head.Name, head.IsStub ? [] : [hierarchy]));
    }

    /// <summary>Codes of a hierarchy. One that is named by the alias of its list (1.0) has the alias for the list's id as long as the aliases are not known.</summary>
    private List<HierarchicalCode> ReadHierarchicalCodes()
    {
        var codes = new List<HierarchicalCode>();
        var items = new JsonItems(json);
        while (items.Next())
        {
            string? id = null, alias = null, code = null;
            ItemReference? whole = null;
            DateOnly? from = null, to = null;
            IReadOnlyList<HierarchicalCode> children = [];
            var record = new JsonRecord(json);
            while (record.Next(out var name))
            {
                switch (name)
                {
                    case "id":
                        id = json.Text();
                        break;
                    case "code":
                        whole = ReadItemReference(StructureType.CodeList);
                        break;
                    case "codeID":
                        code = json.Text();
                        break;
                    case "codelistAliasRef":
                        alias = json.Text();
                        break;
                    case "validFrom":
                        from = ReadDate();
                        break;
                    case "validTo":
                        to = ReadDate();
                        break;
                    case "hierarchicalCodes" when json.Token == JsonTokenType.StartArray:
                        children = ReadHierarchicalCodes();
                        break;
                    default:
                        break;
                }
            }

            if (whole is null && (code is null || alias is null))
                throw Fault(StructureRules.BadReference, $"The hierarchical code {id} names no code.");
            var list = whole?.Scheme ?? StructureXmlReader.Nothing(StructureType.CodeList) with { Id = alias! };
            codes.Add(new(id ?? whole?.Item ?? code!, list, whole?.Item ?? code!, children) { ValidFrom = from, ValidTo = to });
        }

        return codes;
    }

    private List<HierarchicalCode> Resolved(IReadOnlyList<HierarchicalCode> codes, Dictionary<string, StructureReference> aliases)
    {
        var whole = new List<HierarchicalCode>(codes.Count);
        foreach (var code in codes)
        {
            var list = code.CodeList;
            if (list.Agency.Length == 0 && !aliases.TryGetValue(list.Id, out list))
                throw Fault(StructureRules.BadReference, $"The hierarchical code {code.Id} names no code of a list that is included.");
            whole.Add(code with { CodeList = list, Children = Resolved(code.Children, aliases) });
        }

        return whole;
    }
}
