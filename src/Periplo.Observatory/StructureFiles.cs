using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>Reads files of structures, in XML or JSON, whichever they are.</summary>
internal static class StructureFiles
{
    /// <summary>The structures of a file.</summary>
    /// <param name="name">Its name or address, for messages.</param>
    /// <param name="content">Its content; must be seekable.</param>
    /// <exception cref="InputException">It is no message of structures.</exception>
    public static StructureSet Read(string name, Stream content)
    {
        try
        {
            var first = FirstLetter(content);
            return new(first == '{' ? StructureJsonReader.Read(content) : StructureXmlReader.Read(content));
        }
        catch (SdmxFormatException e)
        {
            throw Sources.Messages.MessageRules.Refusal(name, e);
        }
    }

    /// <summary>The first letter that is no blank, byte order mark or end of line; the content is left at its beginning.</summary>
    private static char FirstLetter(Stream content)
    {
        var first = '\0';
        for (var i = 0; i < 1024; i++)
        {
            var letter = content.ReadByte();
            if (letter < 0)
                break;
            if (letter is ' ' or '\t' or '\r' or '\n' or 0xEF or 0xBB or 0xBF)
                continue;
            first = (char)letter;
            break;
        }

        content.Position = 0;
        return first;
    }
}
