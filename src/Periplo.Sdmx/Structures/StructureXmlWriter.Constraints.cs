using System.Xml;

namespace Periplo.Sdmx.Structures;

/// <content>Content constraints.</content>
public static partial class StructureXmlWriter
{
    private static void WriteConstraint(XmlWriter xml, ContentConstraint constraint)
    {
        WriteAttachments(xml, constraint.Attachments);

        // The schema wants values or a range of every component that is named, and dimensions before attributes.
        var region = constraint.Region.Where(one => one.Values.Count > 0 || one.From is not null || one.To is not null).ToList();
        if (region.Count > 0)
        {
            Start(xml, "CubeRegion");
            Attribute(xml, "include", "true");
            foreach (var values in region.Where(one => !one.IsAttribute))
                WriteKeyValues(xml, "KeyValue", values);
            foreach (var values in region.Where(one => one.IsAttribute))
                WriteKeyValues(xml, "Attribute", values);
            xml.WriteEndElement();
        }

        if (constraint.ReferencePeriod is not { } period)
            return;
        Start(xml, "ReferencePeriod");
        Attribute(xml, "startTime", $"{period.First.FirstDay:yyyy-MM-dd}T00:00:00");
        Attribute(xml, "endTime", $"{period.Last.LastDay:yyyy-MM-dd}T23:59:59");
        xml.WriteEndElement();
    }

    private static void WriteAttachments(XmlWriter xml, IReadOnlyList<StructureReference> attachments)
    {
        // The schema lets a constraint hang on artefacts of one kind only.
        var kept = attachments.Where(one => one.Type is StructureType.DataStructure or StructureType.MetadataStructure
            or StructureType.Dataflow or StructureType.Metadataflow or StructureType.ProvisionAgreement).ToList();
        if (kept.Count == 0)
            return;
        Start(xml, "ConstraintAttachment");
        foreach (var attachment in kept.Where(one => one.Type == kept[0].Type))
            WriteReference(xml, StructureUrn.Class(attachment.Type), attachment);
        xml.WriteEndElement();
    }

    private static void WriteKeyValues(XmlWriter xml, string element, KeyValues values)
    {
        xml.WriteStartElement("com", element, CommonNamespace);
        Attribute(xml, "id", values.Component);
        if (!values.Include)
            Attribute(xml, "include", "false");
        foreach (var value in values.Values)
            xml.WriteElementString("com", "Value", CommonNamespace, Valid(value));
        if (values.Values.Count == 0)
        {
            xml.WriteStartElement("com", "TimeRange", CommonNamespace);
            var isWhole = values.From is not null && values.To is not null;
            if (values.From is { } from)
                xml.WriteElementString("com", isWhole ? "StartPeriod" : "AfterPeriod", CommonNamespace, from.ToString());
            if (values.To is { } to)
                xml.WriteElementString("com", isWhole ? "EndPeriod" : "BeforePeriod", CommonNamespace, to.ToString());
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
