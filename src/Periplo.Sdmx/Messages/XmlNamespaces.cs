namespace Periplo.Sdmx.Messages;

/// <summary>Namespaces of SDMX-ML 2.1 (SDMX 2.1, section 3A).</summary>
internal static class XmlNamespaces
{
    public const string Message = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";

    public const string Footer = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message/footer";

    public const string Common = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common";

    public const string Generic = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic";

    public const string StructureSpecific = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific";

    public const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public const string Schema = "http://www.w3.org/2001/XMLSchema";

    /// <summary>
    /// Namespace of the structure-specific data of a flow. Some clients take the identity of the flow from this text alone, so it is
    /// always that of the flow and never of its structure.
    /// </summary>
    public static string OfData(Dataflow flow, string dimensionAtObservation) =>
        $"urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow={flow.Agency}:{flow.Id}({flow.Version}):ObsLevelDim:{dimensionAtObservation}";
}
