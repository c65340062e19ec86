using System.Text;
using Periplo.Languages;
using Periplo.Sources.Tables;

namespace Periplo.Sources.Mapped;

/// <summary>Numbers as an office prints them: with a decimal comma, and with marks between thousands.</summary>
internal sealed class LocalNumbers(bool decimalComma, char? thousands)
{
    private readonly bool plain = !decimalComma && thousands is null;

    /// <summary>Reads a cell that is not empty.</summary>
    public double Read(TableRows rows, int column)
    {
        double value;
        if (plain || rows.IsNumber(column))
        {
            rows.TryNumber(rows[column].Trim((byte)' '), column, out value);
            return value;
        }

        var text = rows.Text(column);
        var digits = new StringBuilder(text.Length);
        var mark = decimalComma ? ',' : '.';
        var point = text.IndexOf(mark);
        var whole = point < 0 ? text.Length : point;
        for (var i = 0; i < text.Length; i++)
        {
            if (i < whole && IsThousands(text[i]))
            {
                // "1.5" with a point between thousands is more likely a decimal point than a slip: never read it as 15.
                if (i == 0 || !Threes(text, i + 1, whole))
                    throw rows.Fault(column, Grouping(Refusals.Shown(text)));
            }
            else if (text[i] == mark)
            {
                digits.Append(i == point ? '.' : 'x');
            }
            else
            {
                digits.Append(text[i] is '.' or ',' ? 'x' : text[i]);
            }
        }

        if (digits.Length > 40)
            throw rows.Fault(column, Refusals.NotNumber(Refusals.Shown(text)));
        rows.TryNumber(Encoding.UTF8.GetBytes(digits.ToString()), column, out value);
        return value;
    }

    // A blank between thousands is printed as a plain, an unbreakable or a narrow unbreakable one.
    private bool IsThousands(char letter) => thousands switch
    {
        null => false,
        ' ' => letter is ' ' or '\u00A0' or '\u202F',
        _ => letter == thousands,
    };

    /// <summary>True when exactly three digits follow up to the next mark or the end.</summary>
    private bool Threes(string text, int from, int whole)
    {
        var count = 0;
        for (var i = from; i < whole && !IsThousands(text[i]); i++)
            count++;
        return count == 3;
    }

    private static Text Grouping(string shown) => new(
        $"«{shown}»: los separadores de miles no dejan grupos de tres cifras; revise decimal: y thousands: en el mapeo, o la celda.",
        $"\"{shown}\": the thousands separators do not leave groups of three digits; check decimal: and thousands: in the mapping, or the cell.",
        $"« {shown} » : les séparateurs de milliers ne laissent pas de groupes de trois chiffres ; vérifiez decimal: et thousands: dans le mappage, ou la cellule.");
}
