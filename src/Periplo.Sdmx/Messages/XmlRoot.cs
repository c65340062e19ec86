namespace Periplo.Sdmx.Messages;

/// <summary>Knows messages of data in XML by their root element.</summary>
internal static class XmlRoot
{
    private const string DataOf3 = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message";

    /// <summary>Moves to the root and gives the format of the message; one that has no data, or in no way that is read, is refused.</summary>
    public static DataFormat Read(XmlInput xml)
    {
        xml.ReadRoot();
        var space = xml.Namespace;
        if (space is XmlNamespaces.Message or DataOf3)
        {
            switch (xml.Name)
            {
                case "GenericData":
                    return DataFormat.GenericXml;
                case "GenericTimeSeriesData":
                    return DataFormat.GenericTimeSeriesXml;
                case "StructureSpecificData":
                    return DataFormat.StructureSpecificXml;
                case "StructureSpecificTimeSeriesData":
                    return DataFormat.StructureSpecificTimeSeriesXml;
                case "Error":
                    throw Refused(xml);
                case "Structure":
                    throw xml.Error(DataRules.UnknownFormat, "The message has structures and no data.");
            }
        }

        if (space.Contains("/v2_0/", StringComparison.OrdinalIgnoreCase) || space.Contains("/v1_0/", StringComparison.OrdinalIgnoreCase))
            throw xml.Error(DataRules.OldVersion, $"{XmlRow.Short(xml.Name)} of SDMX 2.0 or older is not read; services that send it mostly have data of 2.1 too.");
        throw xml.Error(DataRules.UnknownFormat, $"The root element {XmlRow.Short(xml.Name)} is no message of SDMX data.");
    }

    private static SdmxFormatException Refused(XmlInput xml)
    {
        var (line, column) = (Math.Max(1, xml.Line), xml.Column);
        var said = string.Join("; ", XmlDataHead.ReadMessages(xml).Take(10).Select(one => $"{one.Code} {one.Text}".Trim()));
        return new(DataRules.ErrorMessage, $"The service answered with an error: {said}", line, column);
    }
}
