using System.Collections.Frozen;

namespace Periplo.Sdmx.Structures;

/// <summary>
/// Names of artefacts, items and components as uniform resource names: <c>urn:sdmx:org.sdmx.infomodel.codelist.Code=SDMX:CL_SEX(2.1).F</c>
/// (SDMX 2.1, section 5, "Universal Resource Name").
/// </summary>
public static class StructureUrn
{
    private const string Start = "urn:sdmx:org.sdmx.infomodel.";

    /// <summary>Scheme of agencies: its id and version are fixed, so that an agency may be named without them.</summary>
    private const string Agencies = "AGENCIES";

    private static readonly (string Package, string Class, string? Item)[] Names =
    [
        ("base", "AgencyScheme", "Agency"),
        ("categoryscheme", "Categorisation", null),
        ("categoryscheme", "CategoryScheme", "Category"),
        ("codelist", "Codelist", "Code"),
        ("conceptscheme", "ConceptScheme", "Concept"),
        ("registry", "ContentConstraint", null),
        ("datastructure", "Dataflow", null),
        ("base", "DataProviderScheme", "DataProvider"),
        ("datastructure", "DataStructure", null),
        ("codelist", "HierarchicalCodelist", "Hierarchy"),
        ("metadatastructure", "Metadataflow", null),
        ("metadatastructure", "MetadataStructure", null),
        ("registry", "ProvisionAgreement", null),
        ("structuremapping", "RepresentationMap", null),
    ];

    private static readonly FrozenDictionary<string, StructureType> Types = KnownClasses();

    /// <summary>Class of an artefact in the information model of 2.1, as in references of messages: <c>Codelist</c>.</summary>
    public static string Class(StructureType type) => Names[(int)type].Class;

    /// <summary>Package of an artefact and its items in the information model: <c>codelist</c>.</summary>
    public static string Package(StructureType type) => Names[(int)type].Package;

    /// <summary>Class of the items of a scheme, for example <c>Code</c>; null where the artefact is no scheme.</summary>
    public static string? ItemClass(StructureType scheme) => Names[(int)scheme].Item;

    /// <summary>The artefact that objects of a class are, or are within: a code list for <c>Codelist</c> and for <c>Code</c>; null for classes this library does not hold.</summary>
    public static StructureType? TypeOf(string @class) => Types.TryGetValue(@class, out var type) ? type : null;

    /// <summary>Name of an artefact.</summary>
    public static string Of(StructureReference reference) =>
        $"{Start}{Package(reference.Type)}.{Class(reference.Type)}={reference.Agency}:{reference.Id}({reference.Version})";

    /// <summary>Name of an item of a scheme.</summary>
    public static string Of(ItemReference item) => Within(item.Scheme, ItemClass(item.Scheme.Type) ?? Class(item.Scheme.Type), item.Item);

    /// <summary>Name of something within an artefact: a dimension, an attribute, a code of a hierarchy.</summary>
    /// <param name="artefact">The artefact.</param>
    /// <param name="class">Its class in the information model: <c>Dimension</c>, <c>DataAttribute</c>.</param>
    /// <param name="path">Its id, behind those of what it stands in, with points between.</param>
    public static string Within(StructureReference artefact, string @class, string path) =>
        $"{Start}{Package(artefact.Type)}.{@class}={artefact.Agency}:{artefact.Id}({artefact.Version}).{path}";

    /// <summary>Reads a name; false when it is none, or one of a class this library does not hold.</summary>
    /// <param name="urn">The name.</param>
    /// <param name="artefact">The artefact it names, or that holds what it names.</param>
    /// <param name="path">What it names within the artefact, or null.</param>
    public static bool TryParse(string urn, out StructureReference artefact, out string? path)
    {
        (artefact, path) = (default, null);
        var text = urn.AsSpan().Trim();
        var equals = text.IndexOf('=');
        if (equals < 0 || !text.StartsWith(Start, StringComparison.OrdinalIgnoreCase))
            return false;
        var @class = text[..equals];
        if (TypeOf(@class[(@class.LastIndexOf('.') + 1)..].ToString()) is not { } type)
            return false;
        var rest = text[(equals + 1)..];
        var (colon, open, close) = (rest.IndexOf(':'), rest.IndexOf('('), rest.IndexOf(')'));
        if (colon < 0 && open < 0 && type == StructureType.AgencyScheme && rest.Length > 0)
        {
            // Registries name agencies by their ids alone: "Agency=SDMX", "Agency=UNICEF.EMOPS".
            var point = rest.LastIndexOf('.');
            artefact = new(type, point < 0 ? "SDMX" : rest[..point].ToString(), Agencies, "1.0");
            path = rest[(point + 1)..].ToString();
            return path.Length > 0 && artefact.Agency.Length > 0;
        }

        if (colon < 1 || open < colon + 2 || close < open + 2)
            return false;
        artefact = new(type, rest[..colon].ToString(), rest[(colon + 1)..open].ToString(), rest[(open + 1)..close].ToString());
        var behind = rest[(close + 1)..];
        if (behind.Length == 0)
            return true;
        if (behind[0] != '.' || behind.Length == 1)
            return false;
        path = behind[1..].ToString();
        return true;
    }

    private static FrozenDictionary<string, StructureType> KnownClasses()
    {
        var types = new Dictionary<string, StructureType>();
        for (var i = 0; i < Names.Length; i++)
        {
            types.Add(Names[i].Class, (StructureType)i);
            if (Names[i].Item is { } item)
                types.Add(item, (StructureType)i);
        }

        // The 3.0 name of what 2.1 calls a content constraint, and what stands within other artefacts.
        types.Add("DataConstraint", StructureType.ContentConstraint);
        types.Add("HierarchicalCode", StructureType.HierarchicalCodeList);
        foreach (var part in new[]
        {
            "Dimension", "MeasureDimension", "TimeDimension", "DimensionDescriptor", "GroupDimensionDescriptor", "PrimaryMeasure", "Measure",
            "MeasureDescriptor", "DataAttribute", "Attribute", "AttributeDescriptor", "ReportingYearStartDay",
        })
        {
            types.Add(part, StructureType.DataStructure);
        }

        foreach (var part in new[] { "MetadataAttribute", "MetadataTarget", "IdentifiableObjectTarget", "ReportStructure", "MetadataAttributeDescriptor" })
            types.Add(part, StructureType.MetadataStructure);
        return types.ToFrozenDictionary();
    }
}
