using System.Text;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Sources.Tables;

/// <summary>The rows of a sheet from a given one on.</summary>
internal sealed class SheetRows : TableRows
{
    private readonly Sheet sheet;
    private readonly Dictionary<string, byte[]> bytes = [];
    private int next;
    private SheetLine line = new(0, []);

    /// <summary>The rows of <paramref name="sheet"/> below row <paramref name="above"/>.</summary>
    public SheetRows(Reading reading, Sheet sheet, int above)
        : base(reading)
    {
        this.sheet = sheet;
        while (next < sheet.Rows.Count && sheet.Rows[next].Number <= above)
            next++;
    }

    public override int Count => line.Cells.Length == 0 ? 0 : line.Cells[^1].Column + 1;

    public override SourceRow Row => SourceRow.Cell(sheet.Position, line.Number);

    public override ReadOnlySpan<byte> this[int column]
    {
        get
        {
            var text = Text(column);
            if (!bytes.TryGetValue(text, out var encoded))
            {
                // Cells repeat (codes, marks) or are read once (figures): keep a bounded number.
                if (bytes.Count > 10_000)
                    bytes.Clear();
                bytes.Add(text, encoded = Encoding.UTF8.GetBytes(text));
            }

            return encoded;
        }
    }

    public override InputException Fault(int column, Text reason) => sheet.Fault(line.Number, column, reason);

    public override string Text(int column) => line[column].Text.Trim();

    public override bool IsNumber(int column) => line[column].IsNumber;

    protected override bool Move()
    {
        if (next == sheet.Rows.Count)
            return false;
        line = sheet.Rows[next++];
        return true;
    }
}
