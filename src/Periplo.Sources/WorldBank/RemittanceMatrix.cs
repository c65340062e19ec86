using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.WorldBank;

/// <summary>
/// The bilateral remittance matrix in the layout it is published in: a title, senders down and receivers across, totals
/// of the world at the ends, and notes below.
/// </summary>
internal sealed class RemittanceMatrix : SourceReader
{
    private const string TitleBegins = "Bilateral Remittance Estimates for ";
    private static readonly AttributeSet Millions = new(6);

    public override string Name => "worldbank-remittance-matrix 1";

    public override Text Title => new("la matriz bilateral de remesas del Banco Mundial", "the World Bank bilateral remittance matrix", "la matrice bilatérale des envois de fonds de la Banque mondiale");

    public override bool Recognises(SourceContent content) =>
        content.Head.Count > 0 && content.Head[0].Fields[0].StartsWith(TitleBegins, StringComparison.Ordinal);

    public override SourceTable Read(SourceContent content, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Remittances, reading);
        figures.Set(WorldBankPapers.Key);
        figures.Set(("INDICATOR", "FLOW_BILAT"), ("UNIT_MEASURE", "USD"));
        var title = content.Head[0].Fields[0];
        var digits = title.Length >= TitleBegins.Length + 4 ? title[TitleBegins.Length..(TitleBegins.Length + 4)] : "";
        if (!int.TryParse(digits, out var year) || !TableRows.IsYear(year))
            throw InputException.At(content.File, content.Head[0].Line, 1, Refusals.NotYear(Refusals.Shown(digits)));
        if (!title.Contains("millions of US$", StringComparison.Ordinal))
        {
            throw InputException.At(content.File, content.Head[0].Line, 1, new Text(
                "el título no dice «millions of US$»; no se puede saber la unidad.", "the title does not say \"millions of US$\"; the unit cannot be known.", "le titre ne dit pas « millions of US$ » ; on ne peut pas connaître l’unité."));
        }

        var rows = CsvRows.Open(content.Text, reading, (record, _) => record[0].TrimStart().StartsWith("Remittance-receiving country (across)", StringComparison.Ordinal), ragged: true)
            ?? throw InputException.At(content.File, 2, 1, new Text(
                "falta la fila de encabezado «Remittance-receiving country (across)»; descargue la matriz de nuevo.",
                "the header row \"Remittance-receiving country (across)\" is missing; download the matrix again.",
                "la ligne d’en-tête « Remittance-receiving country (across) » manque ; téléchargez la matrice de nouveau."));
        var notes = new Notes();
        var cells = ReadCells(rows, reading, notes);
        Add(cells, figures, TimePeriod.OfYear(year), notes);
        var release = reading.Release(WorldBankPapers.Source, digits);
        return Table(figures, WorldBankPapers.Source, release, WorldBankPapers.Matrix(release), [.. notes.Lines.Select(Text.Same)]);
    }

    private sealed record Cell(string Sender, string Receiver, double Value, bool Marked, SourceRow Row);

    /// <summary>Notes stand below the table, so the figures wait for them.</summary>
    private static List<Cell> ReadCells(CsvRows rows, Reading reading, Notes notes)
    {
        var cells = new List<Cell>();
        var receivers = new string[rows.Header.Count];
        for (var i = 1; i < receivers.Length; i++)
        {
            var name = rows.Header[i];
            receivers[i] = name == "World" ? "_T" : reading.Area(name) ?? throw InputException.At(reading.File, rows.Line, i + 1, reading.UnknownArea(name));
        }

        var below = false;
        while (rows.Next())
        {
            var label = rows.Text(0);
            below |= label.Length == 0 || label == "Notes:";
            if (below)
            {
                if (label.Length > 0 && label != "Notes:")
                    notes.Lines.Add(label);
                continue;
            }

            if (rows.Count != receivers.Length)
                throw rows.Fault(Math.Min(rows.Count, receivers.Length) - 1, Refusals.FieldCount(rows.Count, receivers.Length));
            var sender = label == "World" ? "_T" : rows.Area(0);
            for (var i = 1; i < receivers.Length; i++)
            {
                var (value, marked) = Amount(rows, i);
                cells.Add(new(sender, receivers[i], value, marked, rows.Row));
            }
        }

        return cells;
    }

    private static void Add(List<Cell> cells, Figures figures, TimePeriod time, Notes notes)
    {
        var (sender, receiver) = (figures.Definition.Dimension("REF_AREA"), figures.Definition.Dimension("COUNTERPART_AREA"));
        var marked = notes.Starting("*") is { } star ? Millions with { Comment = star } : Millions;
        var absent = notes.Saying("not available") is { } why ? Millions with { Comment = why } : Millions;
        foreach (var cell in cells)
        {
            figures.Set(sender, cell.Sender);
            figures.Set(receiver, cell.Receiver);
            if (double.IsNaN(cell.Value))
                figures.AddMissing(time, absent, cell.Row);
            else
                figures.Add(time, cell.Value, ObservationStatus.E, cell.Marked ? marked : Millions, cell.Row);
        }
    }

    /// <summary>An amount with commas between thousands, perhaps with an asterisk that points to a note.</summary>
    private static (double Value, bool Marked) Amount(CsvRows rows, int column)
    {
        var cell = rows[column].Trim((byte)' ');
        if (cell.IsEmpty || cell.SequenceEqual("N/A"u8))
            return (double.NaN, false);
        var marked = cell[^1] == (byte)'*';
        Span<byte> digits = stackalloc byte[32];
        var length = 0;
        foreach (var one in marked ? cell[..^1] : cell)
        {
            if (one == (byte)',')
                continue;
            if (length == digits.Length)
                throw rows.Fault(column, Refusals.NotNumber(Refusals.Shown(cell)));
            digits[length++] = one;
        }

        if (!rows.TryNumber(digits[..length], column, out var value))
            throw rows.Fault(column, Refusals.NotNumber(Refusals.Shown(cell)));
        return value >= 0 ? (value, marked) : throw rows.Fault(column, Refusals.Negative(Refusals.Shown(cell)));
    }

    private sealed class Notes
    {
        public List<string> Lines { get; } = [];

        public string? Starting(string mark) => Lines.Find(line => line.StartsWith(mark, StringComparison.Ordinal))?[mark.Length..].Trim();

        public string? Saying(string words) => Lines.Find(line => line.Contains(words, StringComparison.Ordinal));
    }
}
