using System.Text;
using System.Xml.Linq;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;

namespace Periplo.Tests.Sdmx.Xml;

/// <summary>Messages of data in XML as tests write and read them.</summary>
internal static class XmlText
{
    public static readonly XNamespace MessageSpace = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";
    public static readonly XNamespace GenericSpace = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic";
    public static readonly XNamespace CommonSpace = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common";

    /// <summary>The four formats.</summary>
    public static readonly DataFormat[] Formats =
        [DataFormat.GenericXml, DataFormat.GenericTimeSeriesXml, DataFormat.StructureSpecificXml, DataFormat.StructureSpecificTimeSeriesXml];

    public static bool IsTimeSeries(this DataFormat format) => format is DataFormat.GenericTimeSeriesXml or DataFormat.StructureSpecificTimeSeriesXml;

    public static byte[] Written(DataMessage message, DataFormat format)
    {
        var stream = new MemoryStream();
        DataFormats.Write(message, stream, format);
        return stream.ToArray();
    }

    public static XElement Parsed(DataMessage message, DataFormat format) => XElement.Parse(Encoding.UTF8.GetString(Written(message, format)));

    public static byte[] Schema(Dataflow flow, string dimensionAtObservation)
    {
        var stream = new MemoryStream();
        DataSchemaWriter.Write(stream, flow, dimensionAtObservation);
        return stream.ToArray();
    }

    public static XmlDataReader Reader(string text, bool requiresAttributes = false) => Reader(Encoding.UTF8.GetBytes(text), requiresAttributes);

    public static XmlDataReader Reader(byte[] bytes, bool requiresAttributes = false) =>
        new(new MemoryStream(bytes), MigrantData.Find) { RequiresAttributes = requiresAttributes };

    /// <summary>Every observation a reader gives, a line each: what is to be done, key, period, value, attributes that are there.</summary>
    public static List<string> Lines(DataReader reader)
    {
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(Line(reader, reader.Action, reader.ValidFrom, reader.ValidTo, reader.HasTime));
        return lines;
    }

    /// <summary>The lines that reading a message back should give.</summary>
    public static List<string> Lines(DataMessage message)
    {
        var lines = new List<string>();
        foreach (var set in message.DataSets)
        {
            while (set.Cursor.Read())
                lines.Add(Line(set.Cursor, set.Action, set.ValidFrom, set.ValidTo, hasTime: true, set.Action == DataAction.Delete, message.Detail == DataDetail.DataOnly));
        }

        return lines;
    }

    private static string Line(DataCursor cursor, DataAction action, DateTimeOffset? from, DateTimeOffset? to, bool hasTime, bool keyOnly = false, bool dataOnly = false)
    {
        var structure = cursor.Structure;
        var text = new StringBuilder($"{action}{Moment(from)}{Moment(to)} ");
        text.AppendJoin('.', Enumerable.Range(0, structure.Dimensions.Count).Select(cursor.Code)).Append(' ');
        text.Append(hasTime ? cursor.Time.ToString() : "-").Append(' ').Append(keyOnly ? double.NaN : cursor.Value);
        for (var a = 0; a < structure.Attributes.Count && !keyOnly && !dataOnly; a++)
        {
            if (cursor.Attribute(a) is { } attribute)
                text.Append($" {structure.Attributes[a].Id}={attribute}");
        }

        return text.ToString();
    }

    private static string Moment(DateTimeOffset? moment) => moment is { } one ? $" at {one.UtcDateTime:O}" : "";
}
