using System.Text;
using System.Xml;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// Reads an XML message forward, hardened for messages from anywhere: no document type and so no entities, nothing fetched, at most
/// <see cref="Deepest"/> elements in each other, bounded sizes of tags, texts and of the count of names. Whatever is wrong becomes a
/// <see cref="SdmxFormatException"/> with line and column. Comments, processing instructions and white space between elements are passed over.
/// </summary>
internal sealed class XmlInput : IDisposable
{
    /// <summary>Elements that may stand in each other.</summary>
    public const int Deepest = 64;

    /// <summary>Bytes a tag with its attributes, or a text, may have.</summary>
    public const int LongestToken = 4 << 20;

    private readonly MeteredStream metered;
    private readonly XmlReader reader;
    private readonly IXmlLineInfo place;

    /// <summary>Reads <paramref name="stream"/>, which stays open.</summary>
    public XmlInput(Stream stream)
    {
        metered = new(stream, LongestToken);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            NameTable = new BoundedNameTable(),
        };
        try
        {
            reader = XmlReader.Create(metered, settings);
        }
        catch (XmlException error)
        {
            throw Wrapped(error);
        }

        place = (IXmlLineInfo)reader;
    }

    /// <summary>What it stands on.</summary>
    public XmlNodeType Node => reader.NodeType;

    /// <summary>Whether it stands on text.</summary>
    public bool IsText => Node is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace;

    /// <summary>Name without prefix of the element or attribute it stands on.</summary>
    public string Name => reader.LocalName;

    /// <summary>Namespace of the element or attribute it stands on.</summary>
    public string Namespace => reader.NamespaceURI;

    /// <summary>Elements around the node it stands on.</summary>
    public int Depth => reader.Depth;

    /// <summary>Whether the element it stands on has no content, as <c>&lt;Obs/&gt;</c>; no end of it follows.</summary>
    public bool IsEmpty => reader.IsEmptyElement;

    /// <summary>Value of the attribute, or the text, it stands on.</summary>
    public string Value
    {
        get
        {
            try
            {
                return reader.Value;
            }
            catch (XmlException error)
            {
                throw Wrapped(error);
            }
            catch (SdmxFormatException error) when (error.Line == 0)
            {
                throw Placed(error);
            }
        }
    }

    /// <summary>Line from 1 of the node it stands on.</summary>
    public int Line => place.LineNumber;

    /// <summary>Column from 1 of the node it stands on.</summary>
    public int Column => place.LinePosition;

    /// <summary>Moves to the next node; false at the end of the message.</summary>
    public bool Read()
    {
        metered.Mark();
        try
        {
            if (!reader.Read())
                return false;
        }
        catch (XmlException error)
        {
            throw Wrapped(error);
        }
        catch (SdmxFormatException error) when (error.Line == 0)
        {
            throw Placed(error);
        }

        if (reader.Depth > Deepest)
            throw Error(DataRules.TooLarge, $"Elements stand in each other more than {Deepest} deep.");
        return true;
    }

    /// <summary>Moves to the root element.</summary>
    public void ReadRoot()
    {
        while (Read())
        {
            if (Node == XmlNodeType.Element)
                return;
        }

        throw new SdmxFormatException(DataRules.NotXml, "The message is empty.", 1, 1);
    }

    /// <summary>
    /// Moves to the next element right within the one at <paramref name="depth"/>, passing over texts; false at its end, on which it then
    /// stands. The element it stands on when called must have been read or skipped to its end.
    /// </summary>
    public bool ReadChild(int depth)
    {
        while (Read())
        {
            if (Node == XmlNodeType.Element && Depth == depth + 1)
                return true;
            if (Node == XmlNodeType.EndElement && Depth == depth)
                return false;
        }

        throw Error(DataRules.NotXml, "The message ends within an element.");
    }

    /// <summary>Moves to the next attribute of the element, the first at first; false behind the last, on the element again.</summary>
    public bool ReadAttribute()
    {
        if (reader.MoveToNextAttribute())
            return true;
        reader.MoveToElement();
        return false;
    }

    /// <summary>An attribute of the element it stands on, or null.</summary>
    public string? Attribute(string name, string space = "") => reader.GetAttribute(name, space);

    /// <summary>The namespace a prefix stands for, or null.</summary>
    public string? NamespaceOf(string prefix) => reader.LookupNamespace(prefix);

    /// <summary>Moves to the end of the element it stands on, passing over what is in it.</summary>
    public void Skip()
    {
        if (IsEmpty)
            return;
        var depth = Depth;
        while (Read())
        {
            if (Node == XmlNodeType.EndElement && Depth == depth)
                return;
        }
    }

    /// <summary>The text in the element it stands on, which has no elements, blanks around it taken off; moves to its end.</summary>
    public string Text()
    {
        if (IsEmpty)
            return "";
        var depth = Depth;
        var text = "";
        StringBuilder? more = null;
        while (Read())
        {
            if (Node == XmlNodeType.EndElement && Depth == depth)
                return (more?.ToString() ?? text).Trim();
            if (Node == XmlNodeType.Element)
                throw Error(DataRules.BadForm, $"Element {Name} stands where a text was expected.");
            if (text.Length == 0)
                text = Value;
            else if ((more ??= new(text)).Append(Value).Length > LongestToken)
                throw Error(DataRules.TooLarge, $"A text of a message has at most {LongestToken} characters.");
        }

        throw Error(DataRules.NotXml, "The message ends within an element.");
    }

    /// <summary>A fault at the place it stands on.</summary>
    public SdmxFormatException Error(string rule, string detail) => new(rule, detail, Math.Max(1, Line), Column);

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    /// <summary>What the stream or the names refused, at the place reached: they do not know it.</summary>
    private SdmxFormatException Placed(SdmxFormatException error) => Error(error.Rule, error.Detail);

    private static SdmxFormatException Wrapped(XmlException error) =>
        new(DataRules.NotXml, $"Not well-formed XML: {error.Message}", Math.Max(1, error.LineNumber), error.LinePosition);
}
