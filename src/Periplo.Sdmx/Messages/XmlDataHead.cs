using System.Globalization;

namespace Periplo.Sdmx.Messages;

/// <summary>What stands before the data sets of a message of XML, and reading what stands behind them.</summary>
internal sealed class XmlDataHead
{
    /// <summary>Structures or messages of a footer that are read of a message.</summary>
    private const int Most = 1000;

    private const int LongestText = 10_000;

    private string id = "";
    private string sender = "";
    private DateTimeOffset prepared;
    private bool test;

    /// <summary>Who sends the message.</summary>
    public MessageHeader Header => new(id, prepared, sender, test);

    /// <summary>Structures of the data sets.</summary>
    public List<XmlStructureUse> Structures { get; } = [];

    /// <summary>What is to be done with data sets that do not say it.</summary>
    public DataAction Action { get; private set; } = DataAction.Replace;

    /// <summary>Reads <c>Header</c> and moves to its end.</summary>
    public void Read(XmlInput xml)
    {
        if (xml.IsEmpty)
            return;
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            switch (xml.Name)
            {
                case "ID":
                    id = xml.Text();
                    break;
                case "Test":
                    test = xml.Text() is "true" or "1";
                    break;
                case "Prepared":
                    TryTime(xml.Text(), out prepared);
                    break;
                case "Sender":
                    sender = xml.Attribute("id") ?? "";
                    xml.Skip();
                    break;
                case "DataSetAction":
                    Action = ActionOf(xml, xml.Text());
                    break;
                case "Structure" when Structures.Count < Most:
                    Structures.Add(XmlStructureUse.Read(xml));
                    break;
                case "Structure":
                    throw xml.Error(DataRules.TooLarge, $"A message has at most {Most} structures.");
                default:
                    xml.Skip();
                    break;
            }
        }
    }

    /// <summary>Reads the messages of a footer, or of an error, and moves to its end.</summary>
    public static List<FooterMessage> ReadMessages(XmlInput xml)
    {
        var messages = new List<FooterMessage>();
        if (xml.IsEmpty)
            return messages;
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            var (code, severity, text) = (xml.Attribute("code") ?? "", xml.Attribute("severity") ?? "", "");
            if (!xml.IsEmpty)
            {
                while (xml.ReadChild(depth + 1))
                {
                    var more = xml.Text();
                    if (text.Length + more.Length <= LongestText)
                        text = text.Length == 0 ? more : $"{text}\n{more}";
                }
            }

            if (messages.Count < Most)
                messages.Add(new(code, severity, text));
        }

        return messages;
    }

    /// <summary>Reads an action, in the words of 2.1 and 3.0 or their letters.</summary>
    public static DataAction ActionOf(XmlInput xml, string text) => text switch
    {
        "Append" or "A" => DataAction.Append,
        "Replace" or "R" => DataAction.Replace,
        "Delete" or "D" => DataAction.Delete,
        "Information" or "Informational" or "I" => DataAction.Information,
        "Merge" or "M" => DataAction.Merge,
        _ => throw xml.Error(DataRules.BadForm, $"{XmlRow.Short(text)} is no action on data."),
    };

    /// <summary>Reads a moment; one without zone is in that of UTC, so that it does not depend on where it is read.</summary>
    public static DateTimeOffset Time(XmlInput xml, string text) =>
        TryTime(text, out var time) ? time : throw xml.Error(DataRules.BadForm, $"{XmlRow.Short(text)} is no date and time.");

    private static bool TryTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
