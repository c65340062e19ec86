using System.Globalization;
using Periplo.Registers;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Registers;

/// <summary>Reads the records of a register from the first sheet of a workbook.</summary>
internal static class RecordWorkbook
{
    public static List<RecordRow> Read(Register register, string file, Workbook workbook, CancellationToken cancellation)
    {
        if (workbook.Sheets.Count == 0 || workbook[0] is not { Rows.Count: > 0 } sheet)
        {
            throw new InputException(file, null, new(
                "la primera hoja está vacía; ponga en ella los nombres de las columnas y debajo las fichas.",
                "the first sheet is empty; put the names of the columns in it and the records below.",
                "la première feuille est vide ; mettez-y les noms des colonnes et les fiches en dessous."));
        }

        if (sheet.Formula is { } formula)
        {
            throw sheet.Fault(formula.Row, formula.Column, new(
                "la celda tiene una fórmula; cópiela y péguela como valor.",
                "the cell has a formula; copy it and paste it as a value.",
                "la cellule contient une formule ; copiez-la et collez-la comme valeur."));
        }

        if (sheet.Rows.Count - 1 > RecordFile.MostRows)
            throw new InputException(file, null, RecordFile.TooManyRows);
        var head = sheet.Rows[0];
        var width = head.Cells[^1].Column + 1;
        var columns = RecordColumns.Of(
            register, [.. Enumerable.Range(0, width).Select(column => head[column].Text)], (column, reason) => sheet.Fault(head.Number, column, reason));
        var rows = new List<RecordRow>(sheet.Rows.Count);
        for (var i = 1; i < sheet.Rows.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var line = sheet.Rows[i];
            if (line.Cells[^1].Column >= width)
            {
                throw sheet.Fault(line.Number, line.Cells[^1].Column, new(
                    "la celda está fuera de las columnas con nombre; bórrela o ponga nombre a su columna en la primera fila.",
                    "the cell stands beyond the columns that have a name; delete it, or name its column in the first row.",
                    "la cellule est hors des colonnes qui ont un nom ; effacez-la ou donnez un nom à sa colonne dans la première ligne."));
            }

            // A row cleared of its content may keep blanks.
            if (Array.TrueForAll(line.Cells, cell => string.IsNullOrWhiteSpace(cell.Text)))
                continue;
            rows.Add(columns.Row(new($"hoja «{sheet.Name}», fila {line.Number}", $"sheet \"{sheet.Name}\", row {line.Number}", $"feuille « {sheet.Name} », ligne {line.Number}"), column => Text(line[column])));
        }

        return rows;
    }

    /// <summary>A number as a person would write it: the file may have 6.7E7, or 0.1 with the digits of a binary fraction.</summary>
    internal static string Text(SheetCell cell)
    {
        if (!cell.IsNumber || !double.TryParse(cell.Text, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) >= 1e15)
            return cell.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim(' ');
        return ((decimal)number).ToString(CultureInfo.InvariantCulture);
    }
}
