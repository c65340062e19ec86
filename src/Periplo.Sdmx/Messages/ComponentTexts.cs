using System.Text;
using System.Text.Unicode;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// The texts a component takes in a message, each as one string however often it comes, found without allocating: the codes of
/// its list, or the free texts met, as many as are cheap to keep.
/// </summary>
public sealed class ComponentTexts
{
    private const int MostKept = 1 << 14;
    private const int LongestKept = 64;

    private readonly bool coded;
    private readonly Dictionary<string, string> texts;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    /// <summary>Texts of a component with this list; null or <see cref="CodeList.Uncoded"/> when its texts are free.</summary>
    public ComponentTexts(CodeList? list)
    {
        coded = list is not null && list != CodeList.Uncoded;
        texts = new(coded ? list!.Codes.Count : 0);
        bySpan = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!coded)
            return;
        foreach (var code in list!.Codes)
            texts.Add(code.Id, code.Id);
    }

    /// <summary>The text as a string; false when the list has no such code.</summary>
    public bool TryFind(ReadOnlySpan<char> text, out string found)
    {
        if (bySpan.TryGetValue(text, out found!))
            return true;
        if (coded)
            return false;
        found = text.ToString();
        if (texts.Count < MostKept && text.Length <= LongestKept)
            texts.Add(found, found);
        return true;
    }

    /// <summary>The same of a text in UTF-8; false also when the bytes are not UTF-8.</summary>
    public bool TryFind(ReadOnlySpan<byte> text, out string found)
    {
        if (text.Length <= LongestKept)
        {
            Span<char> chars = stackalloc char[LongestKept];
            if (Encoding.UTF8.TryGetChars(text, chars, out var length) && !chars[..length].Contains('\uFFFD'))
                return TryFind(chars[..length], out found);
        }
        else if (Utf8.IsValid(text))
        {
            return TryFind(Encoding.UTF8.GetString(text).AsSpan(), out found);
        }

        found = "";
        return false;
    }
}
