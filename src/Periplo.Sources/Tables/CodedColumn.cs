namespace Periplo.Sources.Tables;

/// <summary>A column whose cells are words of the publisher, each standing for a code.</summary>
internal sealed class CodedColumn(CsvRows rows, string name, IReadOnlyDictionary<string, string> codes)
{
    private readonly int column = rows.Column(name);
    private readonly CodeCache<string> known = new();

    /// <summary>Position of the column.</summary>
    public int Position => column;

    /// <summary>The code of the row's cell.</summary>
    public string Code
    {
        get
        {
            var cell = rows[column];
            if (known.TryGet(cell, out var code))
                return code;
            var text = rows.Text(column);
            return known.Add(cell, codes.TryGetValue(text, out code) ? code : throw rows.Fault(column, Refusals.NotOneOf(Refusals.Shown(text), codes.Keys)));
        }
    }
}
