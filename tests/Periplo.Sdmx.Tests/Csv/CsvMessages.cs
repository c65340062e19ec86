using System.Text;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Tests.Sdmx.Xml;

namespace Periplo.Tests.Sdmx.Csv;

/// <summary>Messages as text and as the observations that are read out of text.</summary>
internal static class CsvMessages
{
    public static string Written(DataMessage message, CsvOptions options)
    {
        using var stream = new MemoryStream();
        CsvDataWriter.Write(message, stream, options);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static CsvDataReader Open(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), MigrantData.Find);

    /// <summary>What a reader gives, a line an observation: action, key, period, value, status and the attributes given.</summary>
    public static List<string> Read(DataReader reader)
    {
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(Line(reader));
        return lines;
    }

    public static List<string> Read(string text)
    {
        using var reader = Open(text);
        return Read(reader);
    }

    private static string Line(DataReader reader)
    {
        var text = new StringBuilder().Append("IARMD"["Information Append Replace Merge Delete".Split(' ').ToList().IndexOf($"{reader.Action}")]).Append(' ');
        for (var i = 0; i < reader.Structure.Dimensions.Count; i++)
            text.Append(i == 0 ? "" : ".").Append(reader.Code(i));
        text.Append(' ').Append(reader.HasTime ? reader.Time.ToString() : "-").Append(' ').Append(reader.HasValue ? reader.Value.ToString("R") : "-").Append(' ').Append(reader.Status.Letter());
        for (var i = 0; i < reader.Structure.Attributes.Count; i++)
        {
            if (reader.Attribute(i) is { } attribute)
                text.Append(' ').Append(reader.Structure.Attributes[i].Id).Append('=').Append(attribute);
        }

        return text.ToString();
    }
}
