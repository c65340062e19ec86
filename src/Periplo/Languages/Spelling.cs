namespace Periplo.Languages;

/// <summary>
/// How names are compared and put in order: without regard to accents, case, punctuation and spacing. Latin letters
/// are folded by tables of its own, so results do not depend on the machine; letters of other scripts stay.
/// </summary>
public static class Spelling
{
    // The base letter of each code point; '?' stands for a ligature of two letters, a space for what is no letter.
    private const string FromC0 =
        "aaaaaa?ceeeeiiiidnooooo ouuuuyt?aaaaaa?ceeeeiiiidnooooo ouuuuyty" + // U+00C0
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllllllllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"; // U+0100

    private const string From218 = "sstt";

    private const string From1E00 =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuu" +
        "vvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasss?daaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy";

    /// <summary>
    /// The form under which a name is found: small base letters and digits, nothing else. <c>Côte d’Ivoire</c> and
    /// <c>COTE D'IVOIRE</c> both give <c>cotedivoire</c>; <c>Korea, Dem. Rep.</c> gives <c>koreademrep</c>.
    /// </summary>
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> to = text.Length <= 128 ? stackalloc char[256] : new char[text.Length * 2];
        var length = 0;
        foreach (var c in text)
        {
            var folded = Fold(c);
            if (folded == '?')
                length += Ligature(c, to[length..]);
            else if (folded != ' ' && folded != '\0')
                to[length++] = folded;
        }

        return new(to[..length]);
    }

    /// <summary>
    /// The form by which names are put in order, compared by ordinal value: as <see cref="Key"/>, with one space between
    /// words so that <c>Guinea Ecuatorial</c> stands before <c>Guineana</c>. In Spanish ñ is a letter of its own after n.
    /// </summary>
    public static string OrderKey(string text, Language language)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> to = text.Length <= 128 ? stackalloc char[256] : new char[text.Length * 2];
        var length = 0;
        foreach (var c in text)
        {
            var folded = Fold(c);
            if (folded == '?')
            {
                length += Ligature(c, to[length..]);
            }
            else if (language == Language.Es && c is 'ñ' or 'Ñ')
            {
                to[length++] = 'n';
                to[length++] = '~';
            }
            else if (folded == ' ')
            {
                if (length > 0 && to[length - 1] != ' ')
                    to[length++] = ' ';
            }
            else if (folded != '\0')
            {
                to[length++] = folded;
            }
        }

        return new(to[..length].TrimEnd(' '));
    }

    /// <summary>A small base letter or digit; a space for what separates, zero for what is written into a word without being a letter of it.</summary>
    private static char Fold(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        '\'' or '’' or '‘' or 'ʼ' or '´' or '`' or '.' => '\0',
        < '\u00C0' => ' ',
        <= '\u017F' => FromC0[c - 0xC0],
        >= '\u0218' and <= '\u021B' => From218[c - 0x218],
        >= '\u0300' and <= '\u036F' => '\0',
        >= '\u1E00' and <= '\u1EFF' => From1E00[c - 0x1E00],
        _ => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ',
    };

    private static int Ligature(char c, Span<char> to)
    {
        (to[0], to[1]) = c switch
        {
            'Æ' or 'æ' => ('a', 'e'),
            'Œ' or 'œ' => ('o', 'e'),
            'Ĳ' or 'ĳ' => ('i', 'j'),
            _ => ('s', 's'),
        };
        return 2;
    }
}
