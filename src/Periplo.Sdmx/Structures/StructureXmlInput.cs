using System.Globalization;
using System.Text;
using System.Xml;
using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Structures;

/// <summary>
/// Walks over the elements of a message of structures. No message can make it do more than read: declarations of document types, and
/// with them entities, are refused, and depth, elements and characters have bounds far above those of published structures.
/// </summary>
internal sealed class StructureXmlInput
{
    /// <summary>Elements that may stand within each other.</summary>
    public const int Deepest = 100;

    /// <summary>Elements of a message. The largest published code list has 700,000 codes.</summary>
    public const int MostElements = 5_000_000;

    /// <summary>Characters of a message.</summary>
    public const long MostCharacters = 1L << 28;

    private readonly XmlReader reader;
    private readonly IXmlLineInfo place;
    private int elements;

    private StructureXmlInput(XmlReader reader) => (this.reader, place) = (reader, (IXmlLineInfo)reader);

    /// <summary>Name of the current element, without prefix.</summary>
    public string Name => reader.LocalName;

    /// <summary>Namespace of the current element.</summary>
    public string Namespace => reader.NamespaceURI;

    /// <summary>Language of the current element's text: English where it says none, by the schema.</summary>
    public string Language => reader.GetAttribute("xml:lang") is { Length: > 0 } language ? language : "en";

    /// <summary>Reads a message whole with <paramref name="read"/>, which begins at the root element and consumes it.</summary>
    /// <exception cref="SdmxFormatException">The message is no well-formed XML, or larger or deeper than any may be, or <paramref name="read"/> says so.</exception>
    public static T Read<T>(Stream stream, Func<StructureXmlInput, T> read)
    {
        try
        {
            using var reader = XmlReader.Create(stream, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MostCharacters,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            });
            var input = new StructureXmlInput(reader);
            while (reader.NodeType != XmlNodeType.Element && input.Step())
            {
            }

            if (reader.NodeType != XmlNodeType.Element)
                throw input.Fault("not-xml", "The message has no element.");
            var result = read(input);

            // What follows must be well-formed too.
            while (!reader.EOF)
                input.Step();
            return result;
        }
        catch (XmlException wrong)
        {
            throw new SdmxFormatException("not-xml", wrong.Message, Math.Max(wrong.LineNumber, 1), wrong.LinePosition);
        }
    }

    /// <summary>Something wrong at the current place.</summary>
    public SdmxFormatException Fault(string rule, string detail) => new(rule, detail, Math.Max(place.LineNumber, 1), place.LinePosition);

    /// <summary>An attribute of the current element; null where it is absent or empty.</summary>
    public string? Attribute(string name) => reader.GetAttribute(name) is { Length: > 0 } value ? value : null;

    /// <summary>An attribute the current element must have.</summary>
    public string Required(string name) => Attribute(name) ?? throw Fault("missing-attribute", $"Element {Name} has no {name}.");

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

        throw Fault("bad-date", $"{name} of element {Name} is {text}, not a date.");
    }

    /// <summary>
    /// Passes over the children of the current element and consumes it. Where <paramref name="read"/>, called with a child's name, returns
    /// true it has consumed the child; else the child is passed over.
    /// </summary>
    /// <returns>The text among the children, without space around.</returns>
    public string Children(Func<string, bool> read)
    {
        if (reader.IsEmptyElement)
        {
            Step();
            return "";
        }

        StringBuilder? text = null;
        var depth = reader.Depth;
        Step();
        while (reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (!read(reader.LocalName))
                    Skip();
                continue;
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                (text ??= new()).Append(reader.Value);
            Step();
        }

        Step();
        return text is null ? "" : text.ToString().Trim();
    }

    /// <summary>Text of the current element, that of elements within it included, and consumes it.</summary>
    public string Text()
    {
        if (reader.IsEmptyElement)
        {
            Step();
            return "";
        }

        var text = "";
        StringBuilder? more = null;
        var depth = reader.Depth;
        Step();
        while (reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                if (text.Length == 0)
                    text = reader.Value;
                else
                    (more ??= new(text)).Append(reader.Value);
            }

            Step();
        }

        Step();
        return more?.ToString() ?? text;
    }

    /// <summary>Passes over the current element.</summary>
    public void Skip()
    {
        var depth = reader.Depth;
        if (!reader.IsEmptyElement)
        {
            do
                Step();
            while (reader.Depth > depth);
        }

        Step();
    }

    private bool Step()
    {
        if (!reader.Read())
            return false;
        if (reader.NodeType == XmlNodeType.Element && ++elements > MostElements)
            throw Fault("too-large", $"The message has more than {MostElements} elements.");
        if (reader.Depth > Deepest)
            throw Fault("too-deep", $"Elements stand more than {Deepest} deep within each other.");
        return true;
    }
}
