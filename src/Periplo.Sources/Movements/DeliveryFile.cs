using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sdmx;
using Periplo.Sdmx.Csv;
using Periplo.Sources.Registers;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Movements;

/// <summary>A delivery as read: its lines, and the file by name, hash and length.</summary>
/// <param name="Lines">Lines that are not empty, in order.</param>
/// <param name="File">The file.</param>
/// <param name="Sheets">Sheets of a workbook; empty for a text.</param>
public sealed record DeliveryContent(IReadOnlyList<DeliveryLine> Lines, SourceFile File, IReadOnlyList<string> Sheets);

/// <summary>Reads the files directorates deliver, CSV or workbook by the template, and makes figures of them once they are checked.</summary>
public static class DeliveryFile
{
    private const int MostRows = 500_000;

    /// <summary>Reads the lines of a delivery. What their cells say is checked later.</summary>
    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="stream">The file.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">The file has no form that can be read, or not the columns of the template.</exception>
    public static DeliveryContent Read(string name, Stream stream, CancellationToken cancellation)
    {
        using var bytes = new HashingStream(stream, name);
        var content = SourceContent.Open(name, bytes, mapped: true, cancellation);
        var sheets = content.Workbook?.Sheets ?? [];
        var lines = content.Workbook is { } workbook ? OfWorkbook(name, workbook, cancellation) : OfText(name, content.Text, cancellation);
        return new(lines, bytes.Finish(name), sheets.Count == 0 ? [] : [sheets[0]]);
    }

    /// <summary>Figures of a delivery that was checked.</summary>
    /// <param name="report">The report of the check.</param>
    /// <param name="content">The delivery.</param>
    /// <param name="duty">Who delivers.</param>
    /// <param name="release">Release, with or without the source before it.</param>
    /// <param name="monthly">The dataset <c>MOVEMENTS_MONTHLY</c>.</param>
    /// <exception cref="InputException">The release cannot be so named.</exception>
    public static SourceTable Table(DeliveryReport report, DeliveryContent content, DeliveryDuty duty, string release, DatasetDefinition monthly)
    {
        if (release.StartsWith(duty.Source + ".", StringComparison.OrdinalIgnoreCase))
            release = release[(duty.Source.Length + 1)..];
        if (!RevisionNames.IsName(release))
        {
            throw new InputException(content.File.Name, null, new(
                $"«{Refusals.Shown(release)}» no es una revisión de {duty.Source}; escriba por ejemplo {duty.Source}.2025-04.",
                $"\"{Refusals.Shown(release)}\" is not a revision of {duty.Source}; write for example {duty.Source}.2025-04.",
                $"« {Refusals.Shown(release)} » n’est pas une révision de {duty.Source} ; écrivez par exemple {duty.Source}.2025-04."));
        }

        var builder = new ObservationsBuilder(monthly);
        foreach (var (dimension, code) in new[] { ("FREQ", "M"), ("REF_AREA", duty.Area), ("ROUTE", "_T"), ("UNIT_MEASURE", "PS") })
            builder.Set(dimension, code);
        foreach (var row in report.Rows)
        {
            builder.Set("MOVEMENT", row.Movement);
            for (var d = 0; d < row.Codes.Count; d++)
                builder.Set(DeliveryColumns.Dimensions[d], row.Codes[d]);
            builder.Add(row.Month, row.Persons, double.IsNaN(row.Persons) ? ObservationStatus.O : ObservationStatus.A, AttributeSet.Units, row.Line.Row);
        }

        var papers = new Papers(duty.Publisher, duty.Url, duty.Licence, new(
            "Entrega mensual de la autoridad migratoria por la plantilla de Periplo, revisada antes de importarla.",
            "Monthly delivery of the migration authority by Periplo's template, checked before it was imported.",
            "Livraison mensuelle de l’autorité migratoire par le modèle de Periplo, vérifiée avant d’être importée."));
        var observations = builder.Build((key, _, _) => throw new InputException(content.File.Name, null, Refusals.Disagree(key, new("el mismo archivo", "the same file", "le même fichier"))));
        return new(
            new(monthly.Id, duty.Source, release), monthly, papers, "delivery 1", "", observations, content.Sheets,
            [
                MonthlyPapers.Events,
                .. report.Faults.Count == 0 ? Array.Empty<Text>() : [new($"La revisión dejó {report.Faults.Count} avisos, que la autoridad confirmó al importar.", $"The check left {report.Faults.Count} remarks, which the authority confirmed on import.", $"La vérification a laissé {report.Faults.Count} avertissements, que l’autorité a confirmés en important.")],
            ], []);
    }

    private static List<DeliveryLine> OfText(string file, Stream text, CancellationToken cancellation)
    {
        var peek = new PeekStream(text, 4096);
        var first = peek.Head.IndexOf((byte)'\n') is var end and >= 0 ? peek.Head[..end] : peek.Head;

        // Spreadsheets of Spanish-speaking countries separate by semicolons what they call CSV.
        var csv = new CsvReader(peek, first.Contains((byte)';') && !first.Contains((byte)',') ? ';' : ',');
        try
        {
            if (!csv.Read())
                throw new InputException(file, null, Refusals.Empty);
            var columns = Columns(csv.Texts(), (column, reason) => InputException.At(file, csv.Line, column + 1, reason));
            var (width, lines) = (csv.FieldCount, new List<DeliveryLine>());
            while (csv.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                if (csv.FieldCount == 1 && csv[0].IsEmpty)
                    continue;
                if (csv.FieldCount != width)
                    throw InputException.At(file, csv.Line, null, Refusals.FieldCount(csv.FieldCount, width));
                var number = csv.Line;
                string[] cells = [.. columns.Select(column => column < 0 ? "" : csv.Text(column).Trim())];
                if (Array.TrueForAll(cells, cell => cell.Length == 0))
                    continue;
                Add(lines, file, new(cells, cell => new($"línea {number}, columna {columns[cell] + 1}", $"line {number}, column {columns[cell] + 1}", $"ligne {number}, colonne {columns[cell] + 1}"), SourceRow.Line(number)));
            }

            return lines;
        }
        catch (CsvFormatException error)
        {
            throw CsvRows.Fault(file, csv, error);
        }
    }

    private static List<DeliveryLine> OfWorkbook(string file, Workbook workbook, CancellationToken cancellation)
    {
        if (workbook.Sheets.Count == 0 || workbook[0] is not { Rows.Count: > 0 } sheet)
            throw new InputException(file, null, new("la primera hoja está vacía; use la plantilla.", "the first sheet is empty; use the template.", "la première feuille est vide ; utilisez le modèle."));
        if (sheet.Formula is { } formula)
            throw sheet.Fault(formula.Row, formula.Column, new("la celda tiene una fórmula; cópiela y péguela como valor.", "the cell has a formula; copy it and paste it as a value.", "la cellule contient une formule ; copiez-la et collez-la comme valeur."));
        var head = sheet.Rows[0];
        var columns = Columns(
            [.. Enumerable.Range(0, head.Cells[^1].Column + 1).Select(column => head[column].Text)], (column, reason) => sheet.Fault(head.Number, column, reason));
        var lines = new List<DeliveryLine>();
        foreach (var line in sheet.Rows.Skip(1))
        {
            cancellation.ThrowIfCancellationRequested();
            string[] cells = [.. columns.Select(column => column < 0 ? "" : RecordWorkbook.Text(line[column]).Trim())];
            if (Array.TrueForAll(cells, cell => cell.Length == 0))
                continue;
            var number = line.Number;
            Add(lines, file, new(cells, cell => Place(sheet.Name, columns[cell], number), SourceRow.Cell(0, number)));
        }

        return lines;
    }

    private static Text Place(string sheet, int column, int row)
    {
        var cell = Sheet.CellName(column, row);
        return new($"hoja «{sheet}», celda {cell}", $"sheet \"{sheet}\", cell {cell}", $"feuille « {sheet} », cellule {cell}");
    }

    private static void Add(List<DeliveryLine> lines, string file, DeliveryLine line)
    {
        if (lines.Count == MostRows)
            throw new InputException(file, null, new($"la entrega tiene más de {MostRows} filas; divídala por meses.", $"the delivery has more than {MostRows} rows; divide it by months.", $"la livraison a plus de {MostRows} lignes ; divisez-la par mois."));
        lines.Add(line);
    }

    /// <summary>Where each column of the template stands; month, table and persons must be there, the others may be left out (-1).</summary>
    private static int[] Columns(string[] header, Func<int, Text, InputException> fault)
    {
        var columns = new int[DeliveryColumns.Names.Count];
        Array.Fill(columns, -1);
        for (var i = 0; i < header.Length; i++)
        {
            var name = header[i].Trim().TrimStart('\uFEFF');
            var which = Find(name);
            if (name.Length == 0)
                continue;
            if (which < 0)
            {
                throw fault(i, new(
                    $"«{Refusals.Shown(name)}» no es una columna de la plantilla; las hay: {string.Join(", ", DeliveryColumns.Names.Select(one => one.Es))}.",
                    $"\"{Refusals.Shown(name)}\" is no column of the template; there are: {string.Join(", ", DeliveryColumns.Names.Select(one => one.En))}.",
                    $"« {Refusals.Shown(name)} » n’est pas une colonne du modèle ; il y a : {string.Join(", ", DeliveryColumns.Names.Select(one => one.Fr))}."));
            }

            if (columns[which] >= 0)
                throw fault(i, new($"la columna «{name}» está dos veces; quite una.", $"the column \"{name}\" stands twice; remove one.", $"la colonne « {name} » figure deux fois ; ôtez-en une."));
            columns[which] = i;
        }

        foreach (var needed in new[] { DeliveryColumns.Month, DeliveryColumns.Table, DeliveryColumns.Persons })
        {
            if (columns[needed] < 0)
                throw fault(0, new($"falta la columna «{DeliveryColumns.Names[needed].Es}»; use la plantilla.", $"the column \"{DeliveryColumns.Names[needed].En}\" is missing; use the template.", $"la colonne « {DeliveryColumns.Names[needed].Fr} » manque ; utilisez le modèle."));
        }

        return columns;
    }

    private static int Find(string name)
    {
        for (var i = 0; i < DeliveryColumns.Names.Count; i++)
        {
            if (DeliveryWords.Says(name, DeliveryColumns.Names[i]))
                return i;
        }

        return -1;
    }
}
