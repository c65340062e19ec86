using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Crossings;

/// <summary>Reads tables of crossings: finds the header, then deals blocks of lines to the workers.</summary>
internal sealed class TextCrossings(CrossingRun run, AreaNumbers areas)
{
    private const int HeadBytes = 64 << 10;

    public void Read(string file, FileStream stream, Crossing[][] buffers)
    {
        var raw = new PeekStream(new Watched(stream, file), 4096);
        Stream content = raw;
        var longest = (int)Math.Min(TextBlocks.Longest, stream.Length + 1);
        var count = (stream.Length / TextBlocks.Longest) + 1;
        if (raw.Head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            (content, longest, count) = (new InflatedStream(raw, () => stream.Position, file, long.MaxValue), TextBlocks.Longest, long.MaxValue);
        var text = new PeekStream(content, HeadBytes);
        var (start, length, next) = Find(file, text);
        var header = CrossingHeader.Read(file, text.Head.Slice(start, length), run.Reading.Mapping);
        text.ReadExactly(new byte[next]);
        var blocks = new TextBlocks(file, text, (run.Reading.Mapping?.HeaderRow ?? 1) + 1, () => stream.Position, longest);
        run.Work(count, worker =>
        {
            var sink = new CrossingSink(run, worker, buffers[worker]);
            LineParser parser = header.IsAdmissions ? new AdmissionLines(sink, header, areas) : new CrossingLines(sink, header, areas);
            var (buffer, index) = (blocks.Buffer(), new LineIndex(longest + 1));
            while (!run.Stopped && blocks.Next(buffer, out var size, out var line, out var bytes))
            {
                index.Fill(buffer, size, header.Delimiter);
                parser.Take(buffer, index, line);
                sink.Flush(file, bytes);
            }
        });
    }

    /// <summary>Where the line of the header begins, its length, and where the next line begins.</summary>
    private (int Start, int Length, int Next) Find(string file, PeekStream text)
    {
        var head = text.Head;
        if (head.IsEmpty)
            throw new InputException(file, null, Refusals.Empty);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw new InputException(file, null, Refusals.Utf16);
        if (head.StartsWith("PK"u8) || head.StartsWith("%PDF"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || head.Contains((byte)0))
        {
            throw new InputException(file, null, new Text(
                "no es una tabla de cruces: el contenido es binario. Se leen CSV (también .gz) y el formato binario de 32 bytes con terminación .bin; un libro de Excel se guarda antes como CSV.",
                "it is no table of crossings: the content is binary. CSV (also .gz) is read, and the binary layout of 32 bytes with the ending .bin; save an Excel workbook as CSV first.",
                "ce n’est pas un tableau de passages : le contenu est binaire. Sont lus le CSV (aussi .gz) et le format binaire de 32 octets à terminaison .bin ; un classeur Excel s’enregistre d’abord en CSV."));
        }

        var start = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        for (var row = run.Reading.Mapping?.HeaderRow ?? 1; ; row--)
        {
            var end = head[start..].IndexOf((byte)'\n');
            if (end < 0 && (!text.Whole || row > 1))
            {
                throw new InputException(file, null, new Text(
                    "el encabezado no está en los primeros 64 kB; compruebe el archivo y header_row.", "the header is not within the first 64 kB; check the file and header_row.", "l’en-tête n’est pas dans les premiers 64 ko ; vérifiez le fichier et header_row."));
            }

            if (row == 1)
                return (start, end < 0 ? head.Length - start : end, end < 0 ? head.Length : start + end + 1);
            start += end + 1;
        }
    }

    /// <summary>Turns a failure of the disk into a message.</summary>
    private sealed class Watched(Stream inner, string file) : ForwardStream
    {
        public override int Read(Span<byte> buffer)
        {
            try
            {
                return inner.Read(buffer);
            }
            catch (IOException e)
            {
                throw new InputException(file, null, Refusals.CannotRead(e.Message), e);
            }
        }
    }
}
