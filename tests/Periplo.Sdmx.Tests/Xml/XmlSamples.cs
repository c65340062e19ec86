namespace Periplo.Tests.Sdmx.Xml;

/// <summary>Messages as services send them, made around the parts a test is about.</summary>
internal static class XmlSamples
{
    public const string Key = """<g:Value id="FREQ" value="A"/><g:Value id="REF_AREA" value="DE"/><g:Value id="COUNTERPART_AREA" value="SO"/><g:Value id="SEX" value="_T"/><g:Value id="AGE" value="_T"/>""";

    public const string Tag = """FREQ="A" REF_AREA="DE" COUNTERPART_AREA="SO" SEX="_T" AGE="_T" """;

    public const string Usage = """<c:StructureUsage><Ref id="DF_MIG_STOCK" version="1.0" agencyID="MDIS" package="datastructure" class="Dataflow"/></c:StructureUsage>""";

    /// <summary>A generic message with these data sets' content.</summary>
    public static string Generic(string dataSet, string reference = Usage, string atObservation = "TIME_PERIOD", string behind = "", string action = "Replace") =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <m:GenericData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common" xmlns:g="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic" xmlns:f="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message/footer">
        <m:Header><m:ID>IREF1</m:ID><m:Test>false</m:Test><m:Prepared>2026-07-01</m:Prepared><m:Sender id="MDIS"/><m:Receiver id="X"/>
        <m:Structure structureID="S" dimensionAtObservation="{atObservation}">{reference}</m:Structure></m:Header>
        <m:DataSet structureRef="S" action="{action}">{dataSet}</m:DataSet>{behind}
        </m:GenericData>
        """;

    /// <summary>A structure-specific message with this content of its data set.</summary>
    public static string Specific(string dataSet, string reference = Usage, string atObservation = "TIME_PERIOD", string behind = "", string attributes = "", string action = "Replace") =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <m:StructureSpecificData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common" xmlns:s="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ns1="urn:x" xmlns:f="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message/footer">
        <m:Header><m:ID>IREF1</m:ID><m:Test>false</m:Test><m:Prepared>2026-07-01T10:00:00</m:Prepared><m:Sender id="MDIS"/>
        <m:Structure structureID="S" namespace="urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=MDIS:DF_MIG_STOCK(1.0):ObsLevelDim:{atObservation}" dimensionAtObservation="{atObservation}">{reference}</m:Structure></m:Header>
        <m:DataSet s:structureRef="S" s:dataScope="DataStructure" xsi:type="ns1:DataSetType" s:action="{action}" {attributes}>{dataSet}</m:DataSet>{behind}
        </m:StructureSpecificData>
        """;

    public static string GenericSeries(string observations, string attributes = "") =>
        $"<g:Series><g:SeriesKey>{Key}</g:SeriesKey>{(attributes.Length == 0 ? "" : $"<g:Attributes>{attributes}</g:Attributes>")}{observations}</g:Series>";

    public static string GenericObs(string time, string? value, string attributes = "") =>
        $"<g:Obs><g:ObsDimension value=\"{time}\"/>{(value is null ? "" : $"<g:ObsValue value=\"{value}\"/>")}{(attributes.Length == 0 ? "" : $"<g:Attributes>{attributes}</g:Attributes>")}</g:Obs>";
}
