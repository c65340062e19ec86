namespace Periplo.Statistics;

/// <summary>Where in its file an observation stands: a line of a text, or a row of a sheet. Four bytes.</summary>
public readonly record struct SourceRow
{
    /// <summary>Rows a workbook sheet may have, a power of two: 2,097,152 (the xlsx format allows half of it).</summary>
    private const int SheetBits = 21;

    private SourceRow(int packed) => Packed = packed;

    /// <summary>The four bytes, for storage.</summary>
    public int Packed { get; }

    /// <summary>A line of a text file, counted from 1.</summary>
    public static SourceRow Line(int line) => new(line);

    /// <summary>A row of a workbook, both counted from 1 and 0: <paramref name="sheet"/> is the position in <see cref="Part.Sheets"/>.</summary>
    public static SourceRow Cell(int sheet, int row) => new((sheet << SheetBits) | row);

    /// <summary>The row that <see cref="Packed"/> gave.</summary>
    public static SourceRow FromPacked(int packed) => new(packed);

    /// <summary>Sheets a part must have for this row of a workbook to stand in one of them.</summary>
    public int SheetsNeeded => Packed < 0 ? int.MaxValue : (Packed >> SheetBits) + 1;

    /// <summary>The place in words a reader of the file can follow, given the sheets of its part.</summary>
    public (string? Sheet, int Row) In(Part part) => In(part.Sheets);

    /// <summary>The place in words a reader of the file can follow, given the sheets of the file; a text file has none.</summary>
    public (string? Sheet, int Row) In(IReadOnlyList<string> sheets) =>
        sheets.Count == 0 ? (null, Packed) : (sheets[Packed >> SheetBits], Packed & ((1 << SheetBits) - 1));
}
