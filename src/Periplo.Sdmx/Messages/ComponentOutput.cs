using System.Text;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// Writes values of one component between the same bytes each time. The value written last is kept whole in UTF-8: rows behind each
/// other mostly have the same one, and cursors give the same string for the same code, so that it is known by reference.
/// </summary>
internal sealed class ComponentOutput(string before, string behind)
{
    private const int LongestKept = 48;

    private readonly byte[] before = Encoding.UTF8.GetBytes(before);
    private readonly byte[] behind = Encoding.UTF8.GetBytes(behind);
    private readonly byte[] kept = new byte[before.Length + behind.Length + LongestKept];
    private string? last;
    private int length;

    /// <summary>Writes a value.</summary>
    public void Write(Utf8Output output, string value)
    {
        if (!ReferenceEquals(value, last) && !Keep(value))
        {
            output.Write(before);
            output.WriteText(value);
            output.Write(behind);
            return;
        }

        output.Write(kept.AsSpan(0, length));
    }

    /// <summary>Writes a period.</summary>
    public void Write(Utf8Output output, TimePeriod period)
    {
        output.Write(before);
        output.Write(period);
        output.Write(behind);
    }

    /// <summary>Writes a number.</summary>
    public void Write(Utf8Output output, double number)
    {
        output.Write(before);
        output.Write(number);
        output.Write(behind);
    }

    /// <summary>Keeps a short value of letters and digits, as codes are.</summary>
    private bool Keep(string value)
    {
        if (value.Length > LongestKept)
            return false;
        // What was kept is written over, even where this value turns out not to be one to keep.
        last = null;
        var at = before.Length;
        foreach (var letter in value)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('_' or '-' or '.'))
                return false;
            kept[at++] = (byte)letter;
        }

        before.CopyTo(kept, 0);
        behind.CopyTo(kept, at);
        (last, length) = (value, at + behind.Length);
        return true;
    }
}
