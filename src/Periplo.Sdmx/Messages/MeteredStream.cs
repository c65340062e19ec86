namespace Periplo.Sdmx.Messages;

/// <summary>
/// Counts the bytes that pass between two marks and refuses when there are too many: what stands between them, one tag or one text of
/// an XML message, would be held in memory whole.
/// </summary>
internal sealed class MeteredStream(Stream stream, int most) : ForwardStream
{
    private long passed;

    /// <summary>Begins to count anew.</summary>
    public void Mark() => passed = 0;

    public override int Read(Span<byte> buffer)
    {
        if (passed > most)
            throw new SdmxFormatException(DataRules.TooLarge, $"A tag or a text of a message has at most {most >> 20} MiB.", 0);
        var read = stream.Read(buffer);
        passed += read;
        return read;
    }
}
