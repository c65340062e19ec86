using Periplo.Languages;
using Periplo.Sources.Tables;

namespace Periplo.Sources.Flows;

/// <summary>Labels numbered in the order in which they first occur, so that a row costs no text.</summary>
internal sealed class LabelColumn
{
    private readonly CodeCache<int> byCell = new();
    private readonly Dictionary<string, int> byText = [];

    /// <summary>The labels met so far.</summary>
    public List<string> Names { get; } = [];

    /// <summary>The number of the label in a cell.</summary>
    /// <param name="table">The table, on a row.</param>
    /// <param name="column">Column of the label.</param>
    /// <param name="most">Labels there may be at the most.</param>
    public int Of(NamedTable table, int column, int most)
    {
        var cell = table.Rows[column];
        if (byCell.TryGet(cell, out var number))
            return number;
        var label = table.Label(column);
        if (!byText.TryGetValue(label, out number))
        {
            number = Names.Count;
            if (number == most)
            {
                throw table.Rows.Fault(column, new Text(
                    $"hay más de {most} nombres distintos en esta columna; compruebe que no es otra.",
                    $"there are more than {most} distinct names in this column; check that it is no other.",
                    $"il y a plus de {most} noms différents dans cette colonne ; vérifiez que ce n’en est pas une autre."));
            }

            byText[label] = number;
            Names.Add(label);
        }

        return byCell.Add(cell, number);
    }
}
