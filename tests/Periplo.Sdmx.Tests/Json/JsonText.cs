using System.Text;
using System.Text.Json;
using Periplo.Sdmx.Messages;
using Periplo.Tests.Sdmx.Xml;
using static Periplo.Tests.Sdmx.Xml.MigrantData;

namespace Periplo.Tests.Sdmx.Json;

/// <summary>Messages of data in JSON as tests write and read them.</summary>
internal static class JsonText
{
    public static readonly JsonVersion[] Versions = [JsonVersion.V1, JsonVersion.V2];

    public static byte[] Written(DataMessage message, JsonVersion version)
    {
        var stream = new MemoryStream();
        JsonDataWriter.Write(message, stream, version);
        return stream.ToArray();
    }

    public static JsonElement Parsed(DataMessage message, JsonVersion version)
    {
        using var document = JsonDocument.Parse(Written(message, version));
        return document.RootElement.Clone();
    }

    public static string Text(DataMessage message, JsonVersion version) => Encoding.UTF8.GetString(Written(message, version));

    public static JsonDataReader Reader(string text, bool requiresAttributes = false) => Reader(Encoding.UTF8.GetBytes(text), requiresAttributes);

    public static JsonDataReader Reader(byte[] bytes, bool requiresAttributes = false) =>
        new(new MemoryStream(bytes), Find) { RequiresAttributes = requiresAttributes };

    /// <summary>What a reader gives and what it passes over.</summary>
    public static (List<string> Lines, List<DataFault> Faults) Told(string text)
    {
        var faults = new List<DataFault>();
        using var reader = Reader(text);
        reader.Rejected = faults.Add;
        return (XmlText.Lines(reader), faults);
    }

    /// <summary>A message of 2.0 about migrants, its data set as given.</summary>
    public static string Two(string dataSet, string attributes = "\"series\":[],\"observation\":[]") => $$$"""
        {"meta":{"id":"M1","prepared":"2026-07-01T12:30:00+02:00","sender":{"id":"MDIS"}},"data":{
        "dataSets":[{{{{dataSet}}}}],
        "structures":[{{{{Structure(attributes)}}},"measures":{"observation":[{"id":"OBS_VALUE"}]}}]}}
        """;

    /// <summary>A message of 1.0 about migrants, the structure before the data set.</summary>
    public static string One(string dataSet, string attributes = "\"series\":[],\"observation\":[]") => $$$"""
        {"data":{"structure":{{{{Structure(attributes)}}}},
        "dataSets":[{{{{dataSet}}}}]}}
        """;

    private static string Structure(string attributes) => $$$"""
        "links":[{"rel":"structure","urn":"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=MDIS:DSD_MIG_STOCK(1.0)"},{"rel":"about","href":"https://example.org/x"}],
        "dimensions":{"dataSet":[{"id":"FREQ","keyPosition":0,"values":[{"id":"A","name":"Annual"}]}],
        "series":[{"id":"REF_AREA","keyPosition":1,"values":[{"id":"DE"},{"id":"TR"},{"id":"XX"}]},{"id":"COUNTERPART_AREA","keyPosition":2,"values":[{"id":"SO"},{"id":"AF"}]},
        {"id":"SEX","keyPosition":3,"values":[{"id":"_T"}]},{"id":"AGE","keyPosition":4,"values":[{"value":"0 to 4"},{"id":"_T"}]}],
        "observation":[{"id":"TIME_PERIOD","keyPosition":5,"values":[{"id":"2020"},{"value":"2021"},{"id":"soon"}]}]},
        "attributes":{{{{attributes}}}}
        """;
}
