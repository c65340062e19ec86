using System.Text.Json;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <summary>Writes artefacts of structure messages of SDMX-JSON.</summary>
internal sealed partial class JsonArtefactWriter(Utf8JsonWriter json, JsonVersion version, IReadOnlyList<string> languages)
{
    private const int FlushAt = 32 << 10;

    /// <summary>Names of the lists of artefacts in both versions; null where a version has none.</summary>
    private static readonly (StructureType Type, string? V1, string? V2)[] Lists =
    [
        (StructureType.DataStructure, "dataStructures", "dataStructures"),
        (StructureType.MetadataStructure, "metadataStructures", "metadataStructures"),
        (StructureType.CategoryScheme, "categorySchemes", "categorySchemes"),
        (StructureType.ConceptScheme, "conceptSchemes", "conceptSchemes"),
        (StructureType.CodeList, "codelists", "codelists"),
        (StructureType.HierarchicalCodeList, "hierarchicalCodelists", "hierarchies"),
        (StructureType.AgencyScheme, "agencySchemes", "agencySchemes"),
        (StructureType.DataProviderScheme, "dataProviderSchemes", "dataProviderSchemes"),
        (StructureType.Dataflow, "dataflows", "dataflows"),
        (StructureType.Metadataflow, "metadataflows", "metadataflows"),
        (StructureType.ProvisionAgreement, "provisionAgreements", "provisionAgreements"),
        (StructureType.RepresentationMap, null, "representationMaps"),
        (StructureType.Categorisation, "categorisations", "categorisations"),
        (StructureType.ContentConstraint, "contentConstraints", "dataConstraints"),
    ];

    private bool IsV1 => version == JsonVersion.V1;

    /// <summary>Writes them in lists by their kinds.</summary>
    public void Write(IReadOnlyList<Artefact> artefacts)
    {
        foreach (var (type, v1, v2) in Lists)
        {
            // Agreements on metadata are of another kind in 2.0, with providers of their own.
            var held = artefacts.Where(artefact => artefact.Type == type
                && (IsV1 || artefact is not ProvisionAgreement { Dataflow.Type: StructureType.Metadataflow })).ToList();
            if (held.Count == 0 || (IsV1 ? v1 : v2) is not { } name)
                continue;
            json.WriteStartArray(name);
            foreach (var artefact in held)
            {
                if (artefact is HierarchicalCodeList hierarchies && !IsV1)
                    WriteHierarchies(hierarchies);
                else
                    Write(artefact);
                Flush();
            }

            json.WriteEndArray();
        }
    }

    private void Write(Artefact artefact)
    {
        json.WriteStartObject();
        WriteHead(artefact, artefact.Reference);
        if (!artefact.IsStub || artefact is ProvisionAgreement)
            WriteContent(artefact);
        json.WriteEndObject();
    }

    /// <summary>Identity and texts.</summary>
    private void WriteHead(Artefact artefact, StructureReference reference)
    {
        json.WriteString("id"u8, reference.Id);
        json.WriteString("agencyID"u8, reference.Agency);
        json.WriteString("version"u8, reference.Version);
        json.WriteBoolean("isExternalReference"u8, artefact.IsStub);

        // Organisation schemes are never final; in 2.0 the version itself says what is.
        if (IsV1 && artefact.IsFinal && artefact.Type is not (StructureType.AgencyScheme or StructureType.DataProviderScheme))
            json.WriteBoolean("isFinal"u8, true);
        WriteValidity(artefact.ValidFrom, artefact.ValidTo);
        WriteTexts(artefact.Name, artefact.Description, reference.Id);
        WriteAnnotations(artefact.Annotations);
        JsonLinks.Write(json, "self", Urn(reference));
        if (artefact is ItemScheme { IsPartial: true })
            json.WriteBoolean("isPartial"u8, true);
    }

    private void WriteContent(Artefact artefact)
    {
        switch (artefact)
        {
            case ItemScheme scheme:
                WriteItems(scheme);
                break;
            case StructureDefinition structure:
                WriteDataStructure(structure);
                break;
            case DataflowDefinition flow:
                WriteReference("structure", flow.Structure);
                break;
            case MetadataflowDefinition flow:
                WriteReference("structure", flow.Structure);
                if (IsV1)
                    break;
                json.WriteStartArray("targets"u8);
                json.WriteStringValue("urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=*:*(*)"u8);
                json.WriteEndArray();
                break;
            case MetadataStructureDefinition structure:
                WriteMetadataStructure(structure);
                break;
            case ProvisionAgreement agreement:
                WriteReference(IsV1 ? "structureUsage" : "dataflow", agreement.Dataflow);
                json.WriteString("dataProvider"u8, Urn(agreement.Provider));
                break;
            case Categorisation categorisation:
                WriteReference("source", categorisation.Source);
                json.WriteString("target"u8, Urn(categorisation.Target));
                break;
            case ContentConstraint constraint:
                WriteConstraint(constraint);
                break;
            case HierarchicalCodeList hierarchies:
                WriteHierarchicalCodeList(hierarchies);
                break;
            case RepresentationMap map:
                WriteMap(map);
                break;
            default:
                break;
        }
    }

    private void WriteReference(string name, StructureReference? reference)
    {
        if (reference is { Id.Length: > 0 } to)
            json.WriteString(name, Urn(to));
    }

    /// <summary>Name of an artefact, which 2.0 has other classes for in two cases. No version is the latest, which names cannot say: then it is the first.</summary>
    private string Urn(StructureReference reference)
    {
        var urn = StructureUrn.Of(Whole(reference));
        if (IsV1)
            return urn;
        return reference.Type switch
        {
            StructureType.ContentConstraint => urn.Replace(".ContentConstraint=", ".DataConstraint=", StringComparison.Ordinal),
            StructureType.HierarchicalCodeList => urn.Replace(".HierarchicalCodelist=", ".Hierarchy=", StringComparison.Ordinal),
            _ => urn,
        };
    }

    private static string Urn(ItemReference item) => StructureUrn.Of(item with { Scheme = Whole(item.Scheme) });

    private static StructureReference Whole(StructureReference reference) => reference.Version is { Length: > 0 } ? reference : reference with { Version = "1.0" };

    private void WriteTexts(InternationalString name, InternationalString? description, string id)
    {
        json.WriteString("name"u8, JsonLabels.Best(name, languages, id));
        WriteLanguages("names", name);
        if (description is not { Texts.Count: > 0 } said)
            return;
        json.WriteString("description"u8, JsonLabels.Best(said, languages));
        WriteLanguages("descriptions", said);
    }

    private void WriteLanguages(string member, InternationalString texts)
    {
        if (texts.Texts.Count == 0)
            return;
        json.WriteStartObject(member);
        foreach (var (language, text) in texts.Texts.DistinctBy(one => one.Language))
            json.WriteString(language, text);
        json.WriteEndObject();
    }

    private void WriteAnnotations(IReadOnlyList<Annotation> annotations)
    {
        if (annotations.Count == 0)
            return;
        json.WriteStartArray("annotations"u8);
        foreach (var annotation in annotations)
        {
            json.WriteStartObject();
            if (annotation.Id is not null)
                json.WriteString("id"u8, annotation.Id);
            if (annotation.Title is not null)
                json.WriteString("title"u8, annotation.Title);
            if (annotation.Type is not null)
                json.WriteString("type"u8, annotation.Type);
            if (annotation.Text is { Texts.Count: > 0 } text)
            {
                json.WriteString("text"u8, JsonLabels.Best(text, languages));
                WriteLanguages("texts", text);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteValidity(DateOnly? from, DateOnly? to)
    {
        if (from is { } first)
            json.WriteString("validFrom"u8, JsonHeader.Moment(first));
        if (to is { } last)
            json.WriteString("validTo"u8, JsonHeader.Moment(last));
    }

    private void Flush()
    {
        if (json.BytesPending > FlushAt)
            json.Flush();
    }
}
