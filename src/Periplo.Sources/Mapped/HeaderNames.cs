using System.Text;

namespace Periplo.Sources.Mapped;

/// <summary>Names of columns as people write them in a mapping: line ends and doubled blanks within a header cell do not count.</summary>
internal static class HeaderNames
{
    public static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.Trim())
        {
            if (!char.IsWhiteSpace(letter))
                plain.Append(letter);
            else if (plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain.ToString();
    }
}
