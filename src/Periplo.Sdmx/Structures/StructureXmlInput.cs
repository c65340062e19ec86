using System.Globalization;
using System.Text;
using System.Xml;
using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Structures;

/// <summary>
/// Walks over the elements of a message of structures. They are held in memory when read, so beside what <see cref="XmlInput"/> bounds
/// their number has a bound, above that of published structures.
/// </summary>
internal sealed class StructureXmlInput
{
    /// <summary>Elements of a message. The largest published code list has 700,000 codes.</summary>
    public const int MostElements = 5_000_000;

    private readonly XmlInput xml;
    private int elements;
    private bool atEnd;

    private StructureXmlInput(XmlInput xml) => this.xml = xml;

    /// <summary>Name of the current element, without prefix.</summary>
    public string Name => xml.Name;

    /// <summary>Namespace of the current element.</summary>
    public string Namespace => xml.Namespace;

    /// <summary>Language of the current element's text: English where it says none, by the schema.</summary>
    public string Language => xml.Attribute("lang", "http://www.w3.org/XML/1998/namespace") is { Length: > 0 } language ? language : "en";

    /// <summary>Reads a message whole with <paramref name="read"/>, which begins at the root element and consumes it.</summary>
    /// <exception cref="SdmxFormatException">The message is no well-formed XML, or larger than any may be, or <paramref name="read"/> says so.</exception>
    public static T Read<T>(Stream stream, Func<StructureXmlInput, T> read)
    {
        using var message = new XmlInput(stream);
        var input = new StructureXmlInput(message);
        message.ReadRoot();
        var result = read(input);

        // What follows must be well-formed too.
        while (!input.atEnd)
            input.Step();
        return result;
    }

    /// <summary>Something wrong at the current place; a sentence that repeats a long text of the message is cut.</summary>
    public SdmxFormatException Fault(string rule, string detail) => xml.Error(rule, detail.Length <= 500 ? detail : detail[..500] + "…");

    /// <summary>An attribute of the current element; null where it is absent or empty.</summary>
    public string? Attribute(string name) => xml.Attribute(name) is { Length: > 0 } value ? value : null;

    /// <summary>An attribute the current element must have.</summary>
    public string Required(string name) => Attribute(name) ?? throw Fault(DataRules.BadForm, $"Element {Name} has no {name}.");

    /// <summary>True where an attribute of the current element is.</summary>
    public bool Flag(string name) => Attribute(name)?.Trim() is "true" or "1";

    /// <summary>A date, of which the time of day is passed over, from an attribute; null where it is absent.</summary>
    public DateOnly? Date(string name)
    {
        if (Attribute(name)?.Trim() is not { } text)
            return null;
        if (text.Length >= 10 && (text.Length == 10 || text[10] is 'T' or 'Z' or '+' or '-')
            && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", null, DateTimeStyles.None, out var date))
        {
            return date;
        }

        throw Fault(StructureRules.BadDate, $"{name} of element {Name} is {text}, not a date.");
    }

    /// <summary>
    /// Passes over the children of the current element and consumes it. Where <paramref name="read"/>, called with a child's name, returns
    /// true it has consumed the child; else the child is passed over.
    /// </summary>
    /// <returns>The text among the children, without space around.</returns>
    public string Children(Func<string, bool> read)
    {
        if (xml.IsEmpty)
        {
            Step();
            return "";
        }

        StringBuilder? text = null;
        var depth = xml.Depth;
        Step();
        while (xml.Depth > depth)
        {
            if (xml.Node == XmlNodeType.Element)
            {
                if (!read(xml.Name))
                    Skip();
                continue;
            }

            if (xml.IsText)
                Append(text ??= new());
            Step();
        }

        Step();
        return text is null ? "" : text.ToString().Trim();
    }

    /// <summary>Text of the current element, that of elements within it included, and consumes it.</summary>
    public string Text()
    {
        if (xml.IsEmpty)
        {
            Step();
            return "";
        }

        var text = "";
        StringBuilder? more = null;
        var depth = xml.Depth;
        Step();
        while (xml.Depth > depth)
        {
            if (xml.IsText && text.Length == 0)
                text = xml.Value;
            else if (xml.IsText)
                Append(more ??= new(text));
            Step();
        }

        Step();
        return more?.ToString() ?? text;
    }

    /// <summary>Passes over the current element.</summary>
    public void Skip()
    {
        var depth = xml.Depth;
        if (!xml.IsEmpty)
        {
            do
                Step();
            while (xml.Depth > depth);
        }

        Step();
    }

    private void Append(StringBuilder text)
    {
        if (text.Append(xml.Value).Length > XmlInput.LongestToken)
            throw Fault(DataRules.TooLarge, $"A text of a message has at most {XmlInput.LongestToken} characters.");
    }

    private void Step()
    {
        if (!xml.Read())
            atEnd = true;
        else if (xml.Node == XmlNodeType.Element && ++elements > MostElements)
            throw Fault(DataRules.TooLarge, $"The message has more than {MostElements} elements.");
    }
}
