using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Structures;

/// <summary>
/// Reads structures of SDMX-ML 2.1. What agencies write beside the schema is taken too where it can mean one thing only: references by
/// name instead of by parts and the references of 3.0, which are names as text; kinds of structures that this library does not hold are
/// passed over, and so is what 2.0 left behind for cross-sections.
/// </summary>
public static partial class StructureXmlReader
{
    private const string Messages = "http://www.sdmx.org/resources/sdmxml/schemas/";

    /// <summary>The structures of a message, in its order.</summary>
    /// <exception cref="SdmxFormatException">It is no message of structures, or a wrong one.</exception>
    public static IReadOnlyList<Artefact> Read(Stream stream) => StructureXmlInput.Read(stream, ReadMessage);

    private static List<Artefact> ReadMessage(StructureXmlInput input)
    {
        if (input.Namespace.Contains("/v2_0/", StringComparison.OrdinalIgnoreCase) || input.Namespace.Contains("/v1_0/", StringComparison.OrdinalIgnoreCase))
            throw input.Fault(DataRules.OldVersion, "Structures of SDMX 2.0 or older are not read; services that send them mostly have those of 2.1 too.");
        var isMessage = input.Namespace.StartsWith(Messages, StringComparison.Ordinal) && input.Namespace.EndsWith("/message", StringComparison.Ordinal);
        if (isMessage && input.Name == "Error")
        {
            var said = new List<string>();
            input.Children(_ => Add(said, Collapsed(input.Text())));
            throw input.Fault(DataRules.ErrorMessage, $"The service answered with an error: {string.Join("; ", said.Take(10))}");
        }

        if (!isMessage || input.Name != "Structure")
            throw input.Fault(StructureRules.NotStructures, "The message is not one of structures of SDMX-ML.");
        var artefacts = new List<Artefact>();
        input.Children(part =>
        {
            if (part != "Structures")
                return false;
            input.Children(_ =>
            {
                input.Children(element => ReadArtefact(input, element, artefacts));
                return true;
            });
            return true;
        });
        return artefacts;
    }

    private static bool ReadArtefact(StructureXmlInput input, string element, List<Artefact> artefacts)
    {
        Artefact? read;
        switch (element)
        {
            case "AgencyScheme":
                read = ReadScheme(input, StructureType.AgencyScheme);
                break;
            case "DataProviderScheme":
                read = ReadScheme(input, StructureType.DataProviderScheme);
                break;
            case "CategoryScheme":
                read = ReadScheme(input, StructureType.CategoryScheme);
                break;
            case "Codelist":
                read = ReadScheme(input, StructureType.CodeList);
                break;
            case "ConceptScheme":
                read = ReadScheme(input, StructureType.ConceptScheme);
                break;
            case "Categorisation":
                read = ReadCategorisation(input);
                break;
            case "ContentConstraint" or "DataConstraint":
                read = ReadConstraint(input);
                break;
            case "Dataflow" or "Metadataflow":
                read = ReadFlow(input, element);
                break;
            case "DataStructure":
                read = ReadDataStructure(input);
                break;
            case "HierarchicalCodelist":
                read = ReadHierarchies(input);
                break;
            case "Hierarchy":
                read = ReadHierarchy(input);
                break;
            case "MetadataStructure":
                read = ReadMetadataStructure(input);
                break;
            case "ProvisionAgreement":
                read = ReadProvision(input);
                break;
            default:
                return false;
        }

        if (read is not null)
            artefacts.Add(read);
        return true;
    }

    private static bool Add<T>(List<T> list, T one)
    {
        list.Add(one);
        return true;
    }

    private static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Names, descriptions and annotations of an artefact or item.</summary>
    private sealed class Texts(StructureXmlInput input)
    {
        private readonly List<(string, string)> names = [];
        private readonly List<(string, string)> descriptions = [];
        private readonly List<Annotation> annotations = [];

        public InternationalString Name => new(names);

        public InternationalString? Description => descriptions.Count == 0 ? null : new(descriptions);

        public IReadOnlyList<Annotation> Annotations => annotations.Count == 0 ? [] : annotations;

        /// <summary>Reads a child that is one of them; false when it is something else.</summary>
        public bool Read(string child)
        {
            switch (child)
            {
                case "Name":
                    ReadText(names);
                    return true;
                case "Description":
                    ReadText(descriptions);
                    return true;
                case "Annotations":
                    input.Children(_ => ReadAnnotation());
                    return true;
                default:
                    return false;
            }
        }

        private void ReadText(List<(string, string)> texts)
        {
            var language = input.Language;
            texts.Add((language, input.Text()));
        }

        private bool ReadAnnotation()
        {
            string? type = null, title = null;
            var id = input.Attribute("id");
            var texts = new List<(string, string)>();
            input.Children(child =>
            {
                switch (child)
                {
                    case "AnnotationTitle":
                        title = input.Text();
                        return true;
                    case "AnnotationType":
                        type = input.Text();
                        return true;
                    case "AnnotationText":
                        ReadText(texts);
                        return true;
                    default:
                        return false;
                }
            });
            annotations.Add(new(type, title, id, texts.Count == 0 ? null : new(texts)));
            return true;
        }
    }

    /// <summary>What every artefact has: identity, texts and dates. It reads the attributes at once, for afterwards they are gone.</summary>
    private sealed class Head(StructureXmlInput input)
    {
        private readonly Texts texts = new(input);
        private readonly DateOnly? validFrom = input.Date("validFrom");
        private readonly DateOnly? validTo = input.Date("validTo");
        private readonly bool isFinal = input.Flag("isFinal");

        public string Agency { get; } = input.Required("agencyID");

        public string Id { get; } = input.Required("id");

        public string Version { get; } = input.Attribute("version") ?? "1.0";

        public bool IsStub { get; } = input.Flag("isExternalReference");

        public InternationalString Name => texts.Name;

        public bool Read(string child) => texts.Read(child);

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
