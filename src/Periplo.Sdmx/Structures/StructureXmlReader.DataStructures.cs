namespace Periplo.Sdmx.Structures;

/// <content>Data structure definitions.</content>
public static partial class StructureXmlReader
{
    private static Artefact ReadDataStructure(StructureXmlInput input)
    {
        var head = new Head(input);
        var parts = new StructureParts(input);
        input.Children(child => head.Read(child) || (child == "DataStructureComponents" && parts.Read()));
        return head.Complete(parts.Complete(head));
    }

    /// <summary>Reads one component.</summary>
    /// <param name="input">The message.</param>
    /// <param name="fixedId">Its id where it has none; null for the id of its concept.</param>
    /// <param name="enumeration">Kind of scheme its values are from where its reference does not say.</param>
    /// <param name="more">Reads what else the component has.</param>
    private static Component ReadComponent(
        StructureXmlInput input, string? fixedId = null, StructureType enumeration = StructureType.CodeList, Func<string, bool>? more = null)
    {
        var element = input.Name;
        var id = input.Attribute("id") ?? fixedId;
        ItemReference? concept = null;
        StructureReference? list = null;
        TextFormat? format = null;
        input.Children(child =>
        {
            switch (child)
            {
                case "ConceptIdentity":
                    concept = ReadItemReference(input, StructureType.ConceptScheme);
                    return true;
                case "LocalRepresentation":
                    (list, format) = ReadRepresentation(input, enumeration);
                    return true;
                default:
                    return more is not null && more(child);
            }
        });
        return concept is { } identity
            ? new(id ?? identity.Item, identity, list, format)
            : throw input.Fault(StructureRules.BadReference, $"{element} {id} has no concept.");
    }

    private static (StructureReference? List, TextFormat? Format) ReadRepresentation(StructureXmlInput input, StructureType enumeration)
    {
        StructureReference? list = null;
        TextFormat? format = null;
        input.Children(child =>
        {
            switch (child)
            {
                case "Enumeration":
                    list = ReadStructureReference(input, enumeration);

                    // A list of a kind this library does not hold: its values are free.
                    if (list is null)
                        format = new();
                    return true;
                case "TextFormat":
                    format = new(input.Attribute("textType") ?? "String", int.TryParse(input.Attribute("maxLength"), out var length) && length > 0 ? length : null);
                    return false;
                default:
                    return false;
            }
        });
        return (list, format);
    }

    /// <summary>Components of a structure while they are read: what attributes hang on is known when all of them are there.</summary>
    private sealed class StructureParts(StructureXmlInput input)
    {
        private readonly List<Component> dimensions = [];
        private readonly List<Component> measures = [];
        private readonly List<GroupDefinition> groups = [];
        private readonly List<(Component Component, bool Mandatory, Relationship Hangs)> attributes = [];
        private readonly HashSet<string> seen = [];
        private Component? time;
        private int measureDimension = -1;

        public bool Read()
        {
            input.Children(part =>
            {
                switch (part)
                {
                    case "DimensionList":
                        input.Children(ReadDimension);
                        return true;
                    case "Group":
                        ReadGroup();
                        return true;
                    case "AttributeList":
                        input.Children(ReadAttribute);
                        return true;
                    case "MeasureList":
                        input.Children(ReadMeasure);
                        return true;
                    default:
                        return false;
                }
            });
            return true;
        }

        public StructureDefinition Complete(Head head) => new(head.Agency, head.Id, head.Version, head.Name)
        {
            Dimensions = dimensions,
            MeasureDimension = measureDimension,
            Time = time,
            Measures = measures,
            Attributes = [.. attributes.Select(Complete)],
            Groups = groups,
        };

        private bool ReadDimension(string kind)
        {
            switch (kind)
            {
                case "Dimension":
                    dimensions.Add(Once(ReadComponent(input)));
                    return true;
                case "MeasureDimension":
                    measureDimension = dimensions.Count;
                    dimensions.Add(Once(ReadComponent(input, enumeration: StructureType.ConceptScheme)));
                    return true;
                case "TimeDimension":
                    time = Once(ReadComponent(input, DataStructure.TimeDimension));
                    return true;
                default:
                    return false;
            }
        }

        private bool ReadMeasure(string kind)
        {
            // 2.1 has one, and fixes its id.
            if (kind is not ("PrimaryMeasure" or "Measure"))
                return false;
            measures.Add(Once(ReadComponent(input, kind == "Measure" ? null : "OBS_VALUE")));
            return true;
        }

        private void ReadGroup()
        {
            var id = input.Required("id");
            var held = new List<string>();
            input.Children(child =>
            {
                if (child != "GroupDimension")
                    return false;
                input.Children(reference => reference == "DimensionReference" && Add(held, ReadLocalId(input)));
                return true;
            });

            // A group of an attachment constraint has no dimensions; nothing can hang on it here.
            if (held.Count > 0)
                groups.Add(new(id, held));
        }

        private bool ReadAttribute(string kind)
        {
            if (kind is not ("Attribute" or "ReportingYearStartDay"))
                return false;
            var mandatory = (input.Attribute("assignmentStatus") ?? input.Attribute("usage")) is "Mandatory" or "mandatory";
            var hangs = new Relationship();
            var component = ReadComponent(input, kind == "Attribute" ? null : "REPORTING_YEAR_START_DAY", more: child =>
            {
                if (child != "AttributeRelationship")
                    return false;
                input.Children(to => ReadRelationship(to, hangs));
                return true;
            });
            attributes.Add((Once(component), mandatory, hangs));
            return true;
        }

        private bool ReadRelationship(string to, Relationship hangs)
        {
            switch (to)
            {
                case "None" or "Dataflow":
                    hangs.OnDataSet = true;
                    return false;
                case "PrimaryMeasure" or "Observation":
                    hangs.OnObservation = true;
                    return false;
                case "Dimension":
                    hangs.Dimensions.Add(ReadLocalId(input));
                    return true;
                case "Group" or "AttachmentGroup":
                    hangs.Group = ReadLocalId(input);
                    return true;
                default:
                    return false;
            }
        }

        private AttributeDefinition Complete((Component Component, bool Mandatory, Relationship Hangs) attribute)
        {
            var (component, mandatory, hangs) = attribute;
            var group = groups.Find(one => one.Id == hangs.Group);
            var on = hangs.Dimensions.Count > 0 ? hangs.Dimensions : group?.Dimensions ?? [];
            if (hangs.OnObservation || (time is not null && on.Contains(time.Id)))
                return new(component, Attachment.Observation, mandatory);
            if (hangs.OnDataSet || on.Count == 0)
                return new(component, Attachment.DataSet, mandatory);

            // On the whole key it hangs on the series.
            var wholeKey = dimensions.TrueForAll(dimension => on.Contains(dimension.Id));
            return new(component, Attachment.Series, mandatory) { Dimensions = wholeKey ? [] : on, Group = group?.Id };
        }

        private Component Once(Component component) => seen.Add(component.Id)
            ? component
            : throw input.Fault(StructureRules.DuplicateItem, $"Component {component.Id} is there twice.");
    }

    /// <summary>What an attribute hangs on, as the message says it.</summary>
    private sealed class Relationship
    {
        public bool OnDataSet { get; set; }

        public bool OnObservation { get; set; }

        public List<string> Dimensions { get; } = [];

        public string? Group { get; set; }
    }
}
