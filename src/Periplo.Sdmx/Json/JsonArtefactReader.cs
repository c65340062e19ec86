using System.Text.Json;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <summary>Reads artefacts of structure messages of SDMX-JSON, of both versions alike: where they differ, so do the names of members.</summary>
internal sealed partial class JsonArtefactReader(JsonPull json, string language)
{
    private readonly JsonPull json = json;
    private readonly string language = language;

    /// <summary>Reads the lists of artefacts; false when they are those of another kind of message.</summary>
    public bool Read(List<Artefact> artefacts)
    {
        var isStructures = true;
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            isStructures &= name is not ("dataSets" or "structure" or "metadataSets");
            if (ReaderOf(name) is not { } read || json.Token != JsonTokenType.StartArray)
                continue;
            var items = new JsonItems(json);
            while (items.Next())
            {
                if (read() is { } artefact)
                    artefacts.Add(artefact);
            }
        }

        return isStructures;
    }

    private Func<Artefact?>? ReaderOf(string list) => list switch
    {
        "agencySchemes" => () => ReadScheme(StructureType.AgencyScheme, "agencies"),
        "categorySchemes" => () => ReadScheme(StructureType.CategoryScheme, "categories"),
        "codelists" => () => ReadScheme(StructureType.CodeList, "codes"),
        "conceptSchemes" => () => ReadScheme(StructureType.ConceptScheme, "concepts"),
        "dataProviderSchemes" => () => ReadScheme(StructureType.DataProviderScheme, "dataProviders"),
        "categorisations" => ReadCategorisation,
        "contentConstraints" or "dataConstraints" => ReadConstraint,
        "dataStructures" => ReadDataStructure,
        "dataflows" => () => ReadFlow(isData: true),
        "hierarchicalCodelists" => ReadHierarchicalCodeList,
        "hierarchies" => ReadHierarchy,
        "metadataStructures" => ReadMetadataStructure,
        "metadataflows" => () => ReadFlow(isData: false),
        "provisionAgreements" => ReadProvision,
        "representationMaps" => ReadMap,
        _ => null,
    };

    private SdmxFormatException Fault(string rule, string detail) => json.Fault(rule, detail);

    /// <summary>The current text as the artefact it names; null for one of a kind this library does not hold.</summary>
    private StructureReference? ReadReference(out string? path)
    {
        path = null;
        var urn = json.Text();
        if (StructureUrn.TryParse(urn, out var reference, out path))
            return reference;
        return StructureXmlReader.IsOtherClass(urn) ? null : throw Fault(StructureRules.BadReference, $"\"{urn}\" is not the name of a structure.");
    }

    private StructureReference? ReadReference() => ReadReference(out _);

    private ItemReference ReadItemReference(StructureType scheme) =>
        ReadReference(out var path) is { } reference && path is not null && reference.Type == scheme
            ? new(reference, path)
            : throw Fault(StructureRules.BadReference, $"The reference does not lead to an item of a {StructureUrn.Class(scheme)}.");

    private DateOnly? ReadDate()
    {
        if (json.Token == JsonTokenType.Null)
            return null;
        var text = json.Text();
        return text.Length >= 10 && (text.Length == 10 || text[10] is 'T' or 'Z' or '+' or '-')
            && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", null, System.Globalization.DateTimeStyles.None, out var date)
                ? date
                : throw Fault(StructureRules.BadDate, $"{text} is not a date.");
    }

    /// <summary>Names, descriptions and annotations of an artefact or item.</summary>
    private sealed class Texts(JsonPull json, string language)
    {
        private string? name;
        private string? description;
        private List<(string, string)>? names;
        private List<(string, string)>? descriptions;
        private List<Annotation>? annotations;

        public InternationalString Name => Of(name, names) ?? new();

        public InternationalString? Description => Of(description, descriptions);

        public IReadOnlyList<Annotation> Annotations => annotations is null ? [] : annotations;

        /// <summary>Reads a member that is one of them; false when it is something else.</summary>
        public bool Read(string member)
        {
            switch (member)
            {
                case "name":
                    name = JsonWalk.AnyText(json);
                    return true;
                case "names":
                    names = JsonWalk.Languages(json);
                    return true;
                case "description":
                    description = JsonWalk.AnyText(json);
                    return true;
                case "descriptions":
                    descriptions = JsonWalk.Languages(json);
                    return true;
                case "annotations" when json.Token == JsonTokenType.StartArray:
                    annotations = [];
                    var items = new JsonItems(json);
                    while (items.Next())
                        annotations.Add(ReadAnnotation());
                    return true;
                default:
                    return false;
            }
        }

        private Annotation ReadAnnotation()
        {
            string? id = null, type = null, title = null, value = null, text = null;
            List<(string, string)>? texts = null;
            var record = new JsonRecord(json);
            while (record.Next(out var member))
            {
                switch (member)
                {
                    case "id":
                        id = JsonWalk.AnyText(json);
                        break;
                    case "type":
                        type = JsonWalk.AnyText(json);
                        break;
                    case "title":
                        title = JsonWalk.AnyText(json);
                        break;
                    case "value":
                        value = JsonWalk.AnyText(json);
                        break;
                    case "text":
                        text = JsonWalk.AnyText(json);
                        break;
                    case "texts":
                        texts = JsonWalk.Languages(json);
                        break;
                    default:
                        break;
                }
            }

            return new(type, title ?? value, id, Of(text, texts));
        }

        /// <summary>All languages where they are told, else the one the message is in.</summary>
        private InternationalString? Of(string? best, List<(string, string)>? all) =>
            all is { Count: > 0 } ? new(all) : best is null ? null : new((language, best));
    }

    /// <summary>What every artefact has: identity, texts and dates.</summary>
    private sealed class Head(JsonArtefactReader reader)
    {
        private readonly Texts texts = new(reader.json, reader.language);
        private DateOnly? validFrom;
        private DateOnly? validTo;
        private bool isFinal;
        private string? id;
        private string? agency;

        public string Id => id is { Length: > 0 } ? id : throw reader.Fault(DataRules.BadForm, "An artefact has no id.");

        public string Agency => agency is { Length: > 0 } ? agency : throw reader.Fault(DataRules.BadForm, $"The artefact {id} has no agencyID.");

        public string Version { get; private set; } = "1.0";

        public bool IsStub { get; private set; }

        public InternationalString Name => texts.Name;

        /// <summary>Reads a member that is one of them; false when it is something else.</summary>
        public bool Read(string member)
        {
            var json = reader.json;
            switch (member)
            {
                case "id":
                    id = json.Text();
                    return true;
                case "agencyID":
                    agency = json.Text();
                    return true;
                case "version" when json.Token == JsonTokenType.String:
                    Version = json.Text() is { Length: > 0 } version ? version : "1.0";
                    return true;
                case "isExternalReference":
                    IsStub = json.Token == JsonTokenType.True;
                    return true;
                case "isFinal":
                    isFinal = json.Token == JsonTokenType.True;
                    return true;
                case "validFrom":
                    validFrom = reader.ReadDate();
                    return true;
                case "validTo":
                    validTo = reader.ReadDate();
                    return true;
                default:
                    return texts.Read(member);
            }
        }

        /// <summary>The artefact with what all of them have.</summary>
        public Artefact Complete(Artefact artefact) => artefact with
        {
            Description = texts.Description,
            Annotations = texts.Annotations,
            ValidFrom = validFrom,
            ValidTo = validTo,
            IsStub = IsStub,
            IsFinal = isFinal,
        };
    }
}
