using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Messages;

/// <summary>A structure the header of a message of XML names for its data sets.</summary>
/// <param name="Id">Id by which data sets refer to it.</param>
/// <param name="References">What it may be found by, best first.</param>
/// <param name="DimensionAtObservation">What stands at the observation.</param>
internal sealed record XmlStructureUse(string Id, IReadOnlyList<StructureReference> References, string DimensionAtObservation)
{
    private const int MostReferences = 20;

    /// <summary>
    /// Reads <c>Structure</c> of a header and moves to its end: the flow, structure or agreement by <c>Ref</c> or by URN, or by the namespace
    /// of structure-specific data, which is a URN with the dimension at the observation behind it.
    /// </summary>
    public static XmlStructureUse Read(XmlInput xml)
    {
        var id = xml.Attribute("structureID") ?? "";
        var space = xml.Attribute("namespace") ?? "";
        var atObservation = xml.Attribute("dimensionAtObservation");
        var references = new List<StructureReference>();
        if (!xml.IsEmpty)
        {
            var depth = xml.Depth;
            while (xml.ReadChild(depth))
            {
                var type = xml.Name switch
                {
                    "StructureUsage" => StructureType.Dataflow,
                    "Structure" => StructureType.DataStructure,
                    "ProvisionAgrement" or "ProvisionAgreement" => StructureType.ProvisionAgreement,
                    _ => throw xml.Error(DataRules.BadForm, $"{XmlRow.Short(xml.Name)} is no reference to a structure."),
                };
                ReadReference(xml, type, references);
            }
        }

        Add(references, space);
        const string Level = "ObsLevelDim:";
        if (atObservation is null && space.LastIndexOf(Level, StringComparison.Ordinal) is >= 0 and var at)
            atObservation = space[(at + Level.Length)..];
        return new(id, references, atObservation ?? DataStructure.TimeDimension);
    }

    /// <summary>Adds what a URN names, if it is one of a flow, structure or agreement.</summary>
    public static void Add(List<StructureReference> references, string urn)
    {
        // Behind the version of a namespace of data stands the dimension at the observation.
        var close = urn.IndexOf(')');
        if (close < 0 || !StructureUrn.TryParse(urn[..(close + 1)], out var reference, out _))
            return;
        if (reference.Type is StructureType.Dataflow or StructureType.DataStructure or StructureType.ProvisionAgreement)
            references.Add(reference);
    }

    /// <summary>Reads what <c>StructureUsage</c> and its like hold: a <c>Ref</c>, a <c>URN</c>, or the URN right within (3.0).</summary>
    private static void ReadReference(XmlInput xml, StructureType type, List<StructureReference> references)
    {
        if (xml.IsEmpty)
            return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (references.Count == MostReferences)
                throw xml.Error(DataRules.TooLarge, $"A structure is referred to in at most {MostReferences} ways.");
            if (xml.IsText)
            {
                Add(references, xml.Value);
            }
            else if (xml.Name == "URN")
            {
                Add(references, xml.Text());
            }
            else
            {
                if (xml.Name == "Ref")
                    Add(references, xml, type);
                xml.Skip();
            }
        }
    }

    private static void Add(List<StructureReference> references, XmlInput xml, StructureType type)
    {
        if (xml.Attribute("class") is { } name && StructureUrn.TypeOf(name) is { } known and (StructureType.Dataflow or StructureType.DataStructure or StructureType.ProvisionAgreement))
            type = known;
        if (xml.Attribute("id") is not { Length: > 0 } id)
            return;
        var agency = xml.Attribute("agencyID") ?? "";
        // A version that is not said is 1.0 by the schema; services that leave it away often have another.
        if (xml.Attribute("version") is not { Length: > 0 } version)
        {
            references.Add(new(type, agency, id, "1.0"));
            version = "";
        }

        references.Add(new(type, agency, id, version));
    }
}
