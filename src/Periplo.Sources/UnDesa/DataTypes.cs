using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.UnDesa;

/// <summary>How a destination counts migrants, in the letters B, C, R, I; every file writes them in another order.</summary>
internal static class DataTypes
{
    private static readonly string[] Known = ["B", "BR", "C", "CR", "BC", "BCR", "I", "IR"];

    /// <summary>The code for letters in any order and with blanks between: <c>RI</c> and <c>I R</c> are <c>IR</c>; null when they are none.</summary>
    public static string? Code(string letters)
    {
        var sorted = new string([.. letters.Where(letter => letter is not ' ' and not ',').Order()]);
        return Array.Find(Known, code => code == sorted);
    }

    public static Text Refusal(string shown) => Refusals.NotOneOf(shown, Known);

    /// <summary>Attributes and status of stock figures by the cell of their type of data; an empty cell is a figure without one.</summary>
    public sealed class Column(TableRows rows, int column)
    {
        private readonly CodeCache<(AttributeSet, ObservationStatus)> known = new();

        public (AttributeSet Set, ObservationStatus Status) Current
        {
            get
            {
                if (column < 0)
                    return (AttributeSet.Units, ObservationStatus.E);
                var cell = rows[column];
                if (known.TryGet(cell, out var current))
                    return current;
                var letters = rows.Text(column);
                var code = letters.Length == 0 ? null : Code(letters) ?? throw rows.Fault(column, Refusal(Refusals.Shown(letters)));
                return known.Add(cell, (code is null ? AttributeSet.Units : new AttributeSet(0, code), Status(code)));
            }
        }
    }

    /// <summary>Stock figures are estimates of the publisher, and imputed where there were no data.</summary>
    public static ObservationStatus Status(string? code) =>
        code?.Contains('I') == true ? ObservationStatus.I : ObservationStatus.E;
}
