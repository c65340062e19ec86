using System.Text;
using System.Xml;
using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Structures;

/// <summary>
/// Writes structures as SDMX-ML 2.1, valid against its schemas, in every language held, with a name (<c>urn</c>) on all that has one and
/// every part of every reference: clients do without neither. A stub has its identity and texts alone, but for a provision agreement,
/// which the schema wants whole. Representation maps, which 2.1 does not have, are left out.
/// </summary>
public static partial class StructureXmlWriter
{
    private const string MessageNamespace = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";
    private const string StructureNamespace = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure";
    private const string CommonNamespace = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CloseOutput = false,

        // Line ends within texts come back as they were.
        NewLineHandling = NewLineHandling.Entitize,

        // All text goes through Valid.
        CheckCharacters = false,
    };

    /// <summary>Elements around the artefacts, in the order the schema wants.</summary>
    private static readonly (string Element, StructureType[] Types)[] Containers =
    [
        ("OrganisationSchemes", [StructureType.AgencyScheme, StructureType.DataProviderScheme]),
        ("Dataflows", [StructureType.Dataflow]),
        ("Metadataflows", [StructureType.Metadataflow]),
        ("CategorySchemes", [StructureType.CategoryScheme]),
        ("Categorisations", [StructureType.Categorisation]),
        ("Codelists", [StructureType.CodeList]),
        ("HierarchicalCodelists", [StructureType.HierarchicalCodeList]),
        ("Concepts", [StructureType.ConceptScheme]),
        ("MetadataStructures", [StructureType.MetadataStructure]),
        ("DataStructures", [StructureType.DataStructure]),
        ("Constraints", [StructureType.ContentConstraint]),
        ("ProvisionAgreements", [StructureType.ProvisionAgreement]),
    ];

    /// <summary>Writes a message of structures; the stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="header">Who sends it.</param>
    /// <param name="artefacts">The structures, each once, in any order.</param>
    public static void Write(Stream stream, MessageHeader header, IReadOnlyList<Artefact> artefacts)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("mes", "Structure", MessageNamespace);
        xml.WriteAttributeString("xmlns", "str", null, StructureNamespace);
        xml.WriteAttributeString("xmlns", "com", null, CommonNamespace);
        WriteHeader(xml, header);
        xml.WriteStartElement("mes", "Structures", MessageNamespace);
        foreach (var (element, types) in Containers)
        {
            var held = artefacts.Where(artefact => types.Contains(artefact.Type)).ToList();
            if (held.Count == 0)
                continue;
            Start(xml, element);
            foreach (var artefact in held)
                WriteArtefact(xml, artefact);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void WriteHeader(XmlWriter xml, MessageHeader header)
    {
        xml.WriteStartElement("mes", "Header", MessageNamespace);
        xml.WriteElementString("mes", "ID", MessageNamespace, Valid(header.Id));
        xml.WriteElementString("mes", "Test", MessageNamespace, header.Test ? "true" : "false");
        xml.WriteElementString("mes", "Prepared", MessageNamespace, header.Prepared.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
        xml.WriteStartElement("mes", "Sender", MessageNamespace);
        Attribute(xml, "id", header.Sender);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteArtefact(XmlWriter xml, Artefact artefact)
    {
        var isOrganisations = artefact.Type is StructureType.AgencyScheme or StructureType.DataProviderScheme;
        Start(xml, StructureUrn.Class(artefact.Type));
        Attribute(xml, "id", artefact.Id);
        Attribute(xml, "agencyID", artefact.Agency);
        Attribute(xml, "version", artefact.Version);
        Attribute(xml, "urn", StructureUrn.Of(artefact.Reference));

        // The schema fixes organisation schemes to what is not final.
        if (!isOrganisations)
            Attribute(xml, "isFinal", artefact.IsFinal ? "true" : "false");
        Attribute(xml, "isExternalReference", artefact.IsStub ? "true" : "false");
        WriteValidity(xml, artefact.ValidFrom, artefact.ValidTo);
        if (artefact is ItemScheme { IsPartial: true })
            Attribute(xml, "isPartial", "true");
        if (artefact is ContentConstraint constraint)
            Attribute(xml, "type", constraint.IsActual ? "Actual" : "Allowed");
        WriteAnnotations(xml, artefact.Annotations);
        WriteNames(xml, artefact.Name, artefact.Description, artefact.Id);
        if (!artefact.IsStub || artefact is ProvisionAgreement)
            WriteContent(xml, artefact);
        xml.WriteEndElement();
    }

    private static void WriteContent(XmlWriter xml, Artefact artefact)
    {
        switch (artefact)
        {
            case ItemScheme scheme:
                WriteItems(xml, scheme);
                break;
            case StructureDefinition structure:
                WriteDataStructure(xml, structure);
                break;
            case DataflowDefinition flow:
                if (flow.Structure is { } data)
                    WriteReference(xml, "Structure", data);
                break;
            case MetadataflowDefinition flow:
                WriteReference(xml, "Structure", flow.Structure);
                break;
            case Categorisation place:
                WriteReference(xml, "Source", place.Source);
                WriteReference(xml, "Target", place.Target);
                break;
            case ProvisionAgreement provision:
                WriteReference(xml, "StructureUsage", provision.Dataflow);
                WriteReference(xml, "DataProvider", provision.Provider);
                break;
            case ContentConstraint constraint:
                WriteConstraint(xml, constraint);
                break;
            case HierarchicalCodeList hierarchies:
                WriteHierarchies(xml, hierarchies);
                break;
            case MetadataStructureDefinition structure:
                WriteMetadataStructure(xml, structure);
                break;
        }
    }

    private static void WriteReference(XmlWriter xml, string element, StructureReference to)
    {
        Start(xml, element);
        WriteRef(xml, to);
        xml.WriteEndElement();
    }

    private static void WriteRef(XmlWriter xml, StructureReference to)
    {
        xml.WriteStartElement("", "Ref", "");
        Attribute(xml, "id", to.Id);

        // No version is the latest, which references of 2.1 cannot say.
        if (to.Version.Length > 0)
            Attribute(xml, "version", to.Version);
        Attribute(xml, "agencyID", to.Agency);
        Attribute(xml, "package", StructureUrn.Package(to.Type));
        Attribute(xml, "class", StructureUrn.Class(to.Type));
        xml.WriteEndElement();
    }

    private static void WriteReference(XmlWriter xml, string element, ItemReference to)
    {
        Start(xml, element);
        xml.WriteStartElement("", "Ref", "");
        Attribute(xml, "id", to.Item);
        Attribute(xml, "maintainableParentID", to.Scheme.Id);
        if (to.Scheme.Version.Length > 0)
            Attribute(xml, "maintainableParentVersion", to.Scheme.Version);
        Attribute(xml, "agencyID", to.Scheme.Agency);
        Attribute(xml, "package", StructureUrn.Package(to.Scheme.Type));
        Attribute(xml, "class", StructureUrn.ItemClass(to.Scheme.Type) ?? StructureUrn.Class(to.Scheme.Type));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteLocalReference(XmlWriter xml, string element, string id)
    {
        Start(xml, element);
        xml.WriteStartElement("", "Ref", "");
        Attribute(xml, "id", id);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteValidity(XmlWriter xml, DateOnly? from, DateOnly? to)
    {
        if (from is { } first)
            Attribute(xml, "validFrom", $"{first:yyyy-MM-dd}T00:00:00");
        if (to is { } last)
            Attribute(xml, "validTo", $"{last:yyyy-MM-dd}T00:00:00");
    }

    private static void WriteAnnotations(XmlWriter xml, IReadOnlyList<Annotation> annotations)
    {
        if (annotations.Count == 0)
            return;
        xml.WriteStartElement("com", "Annotations", CommonNamespace);
        foreach (var annotation in annotations)
        {
            xml.WriteStartElement("com", "Annotation", CommonNamespace);
            if (annotation.Id is not null)
                Attribute(xml, "id", annotation.Id);
            if (annotation.Title is not null)
                xml.WriteElementString("com", "AnnotationTitle", CommonNamespace, Valid(annotation.Title));
            if (annotation.Type is not null)
                xml.WriteElementString("com", "AnnotationType", CommonNamespace, Valid(annotation.Type));
            WriteTexts(xml, "AnnotationText", annotation.Text);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Names and descriptions; what has no name has its id for one, for the schema wants one.</summary>
    private static void WriteNames(XmlWriter xml, InternationalString name, InternationalString? description, string id)
    {
        WriteTexts(xml, "Name", name.Texts.Count > 0 ? name : new(("en", id)));
        WriteTexts(xml, "Description", description);
    }

    private static void WriteTexts(XmlWriter xml, string element, InternationalString? texts)
    {
        if (texts is null)
            return;
        foreach (var (language, text) in texts.Texts)
        {
            xml.WriteStartElement("com", element, CommonNamespace);
            if (language.Length > 0)
                xml.WriteAttributeString("xml", "lang", null, Valid(language));
            xml.WriteString(Valid(text));
            xml.WriteEndElement();
        }
    }

    private static void Start(XmlWriter xml, string element) => xml.WriteStartElement("str", element, StructureNamespace);

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Valid(value));

    /// <summary>The text, with a mark in place of characters XML has no way to write.</summary>
    private static string Valid(string text)
    {
        char[]? mended = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                i++;
            else
                (mended ??= text.ToCharArray())[i] = '\uFFFD';
        }

        return mended is null ? text : new(mended);
    }
}
