namespace Periplo.Sdmx.Messages;

/// <summary>
/// Groups that stand behind series they belong to, as some services send them though the schema wants them before. Only reading a
/// message twice finds them in time; whether that is needed a search of the bytes tells, which costs little.
/// </summary>
internal static class XmlLateGroups
{
    private const int Block = 64 << 10;
    private const int LongestTag = 8;

    /// <summary>The groups of every data set in order where some stand behind a series or an observation, else null; the stream is then where it was.</summary>
    public static List<XmlGroups>? Of(Stream stream, StructureFinder find)
    {
        if (!stream.CanSeek)
            return null;
        var start = stream.Position;
        var groups = MayHave(stream) ? Collect(stream, start, find) : null;
        stream.Position = start;
        return groups;
    }

    private static List<XmlGroups>? Collect(Stream stream, long start, StructureFinder find)
    {
        stream.Position = start;
        var sets = new List<XmlGroups>();
        try
        {
            using var xml = new XmlInput(stream);
            var head = new XmlDataHead();
            xml.ReadRoot();
            var generic = xml.Name.StartsWith("Generic", StringComparison.Ordinal);
            if (xml.IsEmpty)
                return null;
            while (xml.ReadChild(0))
            {
                if (xml.Name == "Header")
                    head.Read(xml);
                else if (xml.Name == "DataSet")
                    sets.Add(Groups(xml, XmlDataSet.Read(xml, generic, head, find)));
                else
                    xml.Skip();
            }
        }
        catch (SdmxFormatException)
        {
            // Reading proper comes to the same fault and tells it in its turn.
        }

        return sets;
    }

    private static XmlGroups Groups(XmlInput xml, XmlDataSet set)
    {
        if (xml.IsEmpty)
            return set.Groups;
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (xml.Name == "Group")
                set.ReadGroup();
            else
                xml.Skip();
        }

        return set.Groups;
    }

    /// <summary>Whether a tag of a group stands behind one of a series or an observation. Text in UTF-16 is not searched: it may.</summary>
    private static bool MayHave(Stream stream)
    {
        var buffer = new byte[Block];
        var (kept, first, seen) = (0, true, false);
        while (true)
        {
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            var bytes = buffer.AsSpan(0, kept + read);
            if (first && bytes.Contains((byte)0))
                return true;
            first = false;
            if (!seen)
            {
                var (series, observation) = (FirstTag(bytes, "Series"u8), FirstTag(bytes, "Obs"u8));
                seen = series >= 0 || observation >= 0;
                if (seen)
                    bytes = bytes[(series >= 0 && (observation < 0 || series < observation) ? series : observation)..];
            }

            if (seen && FirstTag(bytes, "Group"u8) >= 0)
                return true;
            if (read == 0)
                return false;
            // A tag may stand over the end of the block.
            var rest = bytes[Math.Max(0, bytes.Length - LongestTag)..];
            rest.CopyTo(buffer);
            kept = rest.Length;
        }
    }

    /// <summary>Where a tag of an element begins: its name behind a bracket or a prefix, and a blank, a bracket or a slash behind it; or -1.</summary>
    private static int FirstTag(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name)
    {
        for (var from = 0; ;)
        {
            var at = bytes[from..].IndexOf(name);
            if (at < 0)
                return -1;
            at += from;
            from = at + name.Length;
            if (at > 0 && from < bytes.Length && "<:"u8.Contains(bytes[at - 1]) && " >/\n\r\t"u8.Contains(bytes[from]))
                return at;
        }
    }
}
