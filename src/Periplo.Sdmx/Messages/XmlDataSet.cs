using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Messages;

/// <summary>The data set an XML message is at: what its tag says, and its parts read into the levels of a row.</summary>
internal sealed class XmlDataSet
{
    private static readonly string[] OfEverySet =
    [
        "structureRef", "setID", "action", "reportingBeginDate", "reportingEndDate", "validFromDate", "validToDate", "publicationYear",
        "publicationPeriod", "dataScope",
    ];

    private readonly XmlInput xml;
    private readonly bool generic;

    private XmlDataSet(XmlInput xml, bool generic, XmlStructureUse use, Dataflow flow)
    {
        (this.xml, this.generic, Use, Flow) = (xml, generic, use, flow);
        Row = new(new(flow.Structure));
        Groups = new(Row.Slots);
    }

    /// <summary>Its structure as the header names it.</summary>
    public XmlStructureUse Use { get; }

    /// <summary>Its flow.</summary>
    public Dataflow Flow { get; }

    /// <summary>The observation it is at.</summary>
    public XmlRow Row { get; }

    /// <summary>Its groups as far as they are known.</summary>
    public XmlGroups Groups { get; set; }

    public DataAction Action { get; private set; }

    public DateTimeOffset? ValidFrom { get; private set; }

    public DateTimeOffset? ValidTo { get; private set; }

    /// <summary>Reads the tag of a data set, on which <paramref name="xml"/> stands.</summary>
    /// <param name="xml">The message.</param>
    /// <param name="generic">Whether components stand as elements.</param>
    /// <param name="head">What stands before.</param>
    /// <param name="find">Finds structures.</param>
    public static XmlDataSet Read(XmlInput xml, bool generic, XmlDataHead head, StructureFinder find)
    {
        var use = UseOf(xml, head);
        var set = new XmlDataSet(xml, generic, use, FlowOf(xml, use, find)) { Action = head.Action };
        while (xml.ReadAttribute())
        {
            // The schema wants them qualified in structure-specific data; not every service does so.
            if (Array.IndexOf(OfEverySet, xml.Name) >= 0 && (xml.Namespace.Length > 0 || set.Row.Slots.Find(xml.Name) < 0))
                set.ReadSetAttribute();
            else if (!generic)
                set.PutAttribute(set.Row.DataSet);
        }

        return set;
    }

    /// <summary>Reads components as attributes of the element's tag into a level; the element is not left.</summary>
    public void ReadTag(string?[] level)
    {
        while (xml.ReadAttribute())
            PutAttribute(level);
    }

    /// <summary>Reads <c>Value</c> elements of generic data into a level and moves to the end of the element around them.</summary>
    public void ReadValues(string?[] level)
    {
        if (xml.IsEmpty)
            return;
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (xml.Name != "Value")
                throw Misplaced();
            ReadValue(level, xml.Attribute("id") ?? throw xml.Error(DataRules.BadForm, "A value has no id."));
            xml.Skip();
        }
    }

    /// <summary>Reads a group and holds what it says, moving to its end. Where something is wrong with it, <see cref="XmlRow.IsWrong"/>, nothing of it is held.</summary>
    public void ReadGroup()
    {
        var group = Row.Group;
        Row.Clear(group);
        var (line, column) = (xml.Line, xml.Column);
        if (!generic)
        {
            ReadTag(group);
            SkipAnnotations();
        }
        else if (!xml.IsEmpty)
        {
            var depth = xml.Depth;
            while (xml.ReadChild(depth))
            {
                if (xml.Name is "GroupKey" or "Attributes")
                    ReadValues(group);
                else if (xml.Name == "Annotations")
                    xml.Skip();
                else
                    throw Misplaced();
            }
        }

        if (!Row.IsWrong && !Groups.Add(group))
            throw new SdmxFormatException(DataRules.TooLarge, "The groups of a data set are more than can be held.", line, column);
    }

    /// <summary>Reads an observation into its level and moves to its end.</summary>
    public void ReadObservation()
    {
        Row.Clear(Row.Observation);
        if (!generic)
        {
            ReadTag(Row.Observation);
            if (xml.Attribute("type") is { } measure && Row.Slots.Find("type") < 0)
                PutMeasure(measure);
            SkipAnnotations();
            return;
        }

        if (xml.IsEmpty)
            return;
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            switch (xml.Name)
            {
                case "ObsKey" or "Attributes":
                    ReadValues(Row.Observation);
                    continue;
                case "ObsDimension":
                    ReadValue(Row.Observation, xml.Attribute("id") ?? Use.DimensionAtObservation);
                    break;
                case "ObsValue":
                    ReadValue(Row.Observation, DataStructure.PrimaryMeasure);
                    break;
                case "Annotations":
                    break;
                default:
                    throw Misplaced();
            }

            xml.Skip();
        }
    }

    /// <summary>An element stands where it does not belong.</summary>
    public SdmxFormatException Misplaced() => xml.Error(DataRules.BadForm, $"Element {XmlRow.Short(xml.Name)} does not belong here.");

    private static XmlStructureUse UseOf(XmlInput xml, XmlDataHead head)
    {
        string? id = null;
        while (xml.ReadAttribute())
        {
            if (xml.Name == "structureRef")
                id = xml.Value;
        }

        if (id is null && head.Structures is [var only])
            return only;
        return head.Structures.Find(one => one.Id == id)
            ?? throw xml.Error(DataRules.NoStructure, $"The header names no structure {XmlRow.Short(id ?? "")} for the data set.");
    }

    private static Dataflow FlowOf(XmlInput xml, XmlStructureUse use, StructureFinder find)
    {
        // Some services say in the header less than in the namespace of the data set, or of its type.
        var references = use.References.ToList();
        XmlStructureUse.Add(references, xml.Namespace);
        if (xml.Attribute("type", XmlNamespaces.Instance) is { } type && type.IndexOf(':') is > 0 and var colon)
            XmlStructureUse.Add(references, xml.NamespaceOf(type[..colon]) ?? "");
        if (references.Count == 0)
            throw xml.Error(DataRules.NoStructure, "The header does not say which structure the data have.");
        foreach (var reference in references)
        {
            if (find(reference) is { } flow)
                return flow;
        }

        throw xml.Error(DataRules.UnknownStructure, $"There is no structure {StructureUrn.Of(references[0])}.");
    }

    private void ReadSetAttribute()
    {
        switch (xml.Name)
        {
            case "action":
                Action = XmlDataHead.ActionOf(xml, xml.Value);
                break;
            case "validFromDate":
                ValidFrom = XmlDataHead.Time(xml, xml.Value);
                break;
            case "validToDate":
                ValidTo = XmlDataHead.Time(xml, xml.Value);
                break;
        }
    }

    private void SkipAnnotations()
    {
        if (xml.IsEmpty)
            return;
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (xml.Name != "Annotations")
                throw Misplaced();
            xml.Skip();
        }
    }

    /// <summary>Takes the attribute of XML it stands on as a component. Those with a namespace are none, nor are the two the standard gives every level.</summary>
    private void PutAttribute(string?[] level)
    {
        if (xml.Namespace.Length > 0)
            return;
        var name = xml.Name;
        if (name is "type" or "REPORTING_YEAR_START_DAY" && Row.Slots.Find(name) < 0)
            return;
        Row.Put(level, name, xml.Value, xml.Line, xml.Column);
    }

    private void ReadValue(string?[] level, string id)
    {
        while (xml.ReadAttribute())
        {
            if (xml.Name == "value" && (id != "REPORTING_YEAR_START_DAY" || Row.Slots.Find(id) >= 0))
                Row.Put(level, id, xml.Value, xml.Line, xml.Column);
        }
    }

    /// <summary>With explicit measures the code of the measure dimension, the one not given as such, is the type of the observation.</summary>
    private void PutMeasure(string code)
    {
        var missing = -1;
        for (var d = 0; d < Row.Slots.Time; d++)
        {
            if (Row.Observation[d] is not null || Row.Series[d] is not null)
                continue;
            if (missing >= 0)
                return;
            missing = d;
        }

        if (missing >= 0)
            Row.Put(Row.Observation, Row.Slots.Id(missing), code, xml.Line, xml.Column);
    }
}
