using System.Text;
using Periplo.Sources.Tables;

namespace Periplo.Sources.Crossings;

/// <summary>Turns lines of a table into crossings, for one worker.</summary>
/// <param name="sink">Where to.</param>
/// <param name="header">The header of the file.</param>
internal abstract class LineParser(CrossingSink sink, CrossingHeader header)
{
    // A person's number may have strayed into any cell; no date, code or post number has as many letters in a row.
    private const int MostShownTogether = 8;
    private byte[] unquoted = [];
    private int[] ends = [];

    protected CrossingSink Sink => sink;

    protected CrossingHeader Header => header;

    /// <summary>Takes one block.</summary>
    /// <param name="text">The block.</param>
    /// <param name="index">Where its cells and lines end.</param>
    /// <param name="line">Line it begins with.</param>
    public void Take(ReadOnlySpan<byte> text, LineIndex index, long line)
    {
        var start = 0;
        for (var i = 0; i < index.Lines; i++, line++)
        {
            var cells = index.Cells(i);
            var end = cells[^1];
            if (end > start && text[end - 1] == (byte)'\r')
                cells[^1] = end - 1;
            if (cells[^1] > start)
                One(text, cells, start, line, index.Quotes);
            start = end + 1;
        }
    }

    /// <summary>Takes a line with as many cells as the header: writes crossings, or says what is wrong with it.</summary>
    protected abstract void Line(in LineCells cells, long line);

    protected void Reject(long line, string column, CrossingFault fault, ReadOnlySpan<byte> cell) =>
        sink.Run.Reject(header.File, line, header.NameOf(column), fault, CrossingColumns.IsPersonal(column) ? "" : Shown(cell, header.Encoding));

    private static string Shown(ReadOnlySpan<byte> cell, Encoding encoding)
    {
        var shown = Refusals.Shown(encoding.GetString(cell[..Math.Min(cell.Length, 200)])).ToCharArray();
        for (var at = 0; at < shown.Length;)
        {
            var run = at;
            while (run < shown.Length && char.IsLetterOrDigit(shown[run]))
                run++;
            if (run - at > MostShownTogether && shown.AsSpan(at, run - at).ContainsAnyInRange('0', '9'))
                shown.AsSpan(at, run - at).Fill('#');
            at = run + 1;
        }

        return new(shown);
    }

    private void One(ReadOnlySpan<byte> text, Span<int> cells, int start, long line, bool quotes)
    {
        sink.Tally.Lines++;
        if (quotes && text[start..cells[^1]].Contains((byte)'"'))
        {
            Quoted(text[start..cells[^1]], line);
            return;
        }

        if (cells.Length == header.Count)
            Line(new(text, cells, start), line);
        else
            sink.Run.Reject(header.File, line, null, CrossingFault.ColumnCount, $"{cells.Length} ≠ {header.Count}");
    }

    /// <summary>Takes the quotes off a line, putting its cells one behind the other.</summary>
    private void Quoted(ReadOnlySpan<byte> text, long line)
    {
        if (unquoted.Length < text.Length + LineIndex.Slack)
            (unquoted, ends) = (new byte[text.Length + LineIndex.Slack], new int[text.Length + 1]);
        int count = 0, to = 0;
        for (var at = 0; ; at++)
        {
            if (at < text.Length && text[at] == (byte)'"')
            {
                for (at++; ; at++)
                {
                    if (at >= text.Length)
                    {
                        sink.Run.Reject(header.File, line, null, CrossingFault.Quotes, "");
                        return;
                    }

                    if (text[at] == (byte)'"' && (++at >= text.Length || text[at] != (byte)'"'))
                        break;
                    unquoted[to++] = text[at];
                }

                if (at < text.Length && text[at] != header.Delimiter)
                {
                    sink.Run.Reject(header.File, line, null, CrossingFault.Quotes, "");
                    return;
                }
            }
            else
            {
                for (; at < text.Length && text[at] != header.Delimiter; at++)
                    unquoted[to++] = text[at];
            }

            // One byte between cells, as a delimiter would be.
            ends[count++] = to++;
            if (at >= text.Length)
                break;
        }

        if (count == header.Count)
            Line(new(unquoted, ends.AsSpan(0, count), 0), line);
        else
            sink.Run.Reject(header.File, line, null, CrossingFault.ColumnCount, $"{count} ≠ {header.Count}");
    }
}

/// <summary>The cells of one line.</summary>
internal readonly ref struct LineCells(ReadOnlySpan<byte> text, ReadOnlySpan<int> ends, int start)
{
    private readonly ReadOnlySpan<byte> text = text;
    private readonly ReadOnlySpan<int> ends = ends;
    private readonly int start = start;

    /// <summary>A cell by its position; empty for a column that is not there (-1).</summary>
    public ReadOnlySpan<byte> this[int column]
    {
        get
        {
            if (column < 0)
                return [];
            var from = column == 0 ? start : ends[column - 1] + 1;
            return text[from..ends[column]];
        }
    }
}
