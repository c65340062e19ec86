using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Flows;

/// <summary>Reads the tables of <c>periplo flows fit</c>; labels are any texts.</summary>
public static class FitFiles
{
    /// <summary>Reads cells: <c>origin,destination,</c> and a number, each pair once.</summary>
    /// <param name="path">Path of the file, plain or gzipped.</param>
    /// <param name="number">Name of the column of numbers.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">It cannot be taken; names file, line and column.</exception>
    public static IReadOnlyDictionary<(string Origin, string Destination), double> Cells(string path, string number, CancellationToken cancellation)
    {
        using var stream = SourceReaders.OpenFile(path);
        using var table = NamedTable.Open(path, stream, ["origin", "destination", number], progress: null, cancellation);
        var at = table.Positions();
        var (labels, cells, lines) = (new LabelColumn(), new Dictionary<(string, string), double>(), new Dictionary<(int, int), int>());
        while (table.Rows.Next())
        {
            var (origin, destination) = (labels.Of(table, at[0], StockFile.MostAreas), labels.Of(table, at[1], StockFile.MostAreas));
            if (!lines.TryAdd((origin, destination), table.Rows.Line))
                throw table.Rows.Fault(at[0], Refusals.Repeated(lines[(origin, destination)]));
            cells.Add((labels.Names[origin], labels.Names[destination]), Number(table, at[2], mayBeNegative: false));
        }

        return cells.Count > 0 ? cells : throw new InputException(path, null, Refusals.NoFigures);
    }

    /// <summary>Reads totals: <c>area,</c> and a number, each area once.</summary>
    /// <param name="path">Path of the file, plain or gzipped.</param>
    /// <param name="number">Name of the column of numbers.</param>
    /// <param name="mayBeNegative">Whether a number may be below zero, as net migration.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">It cannot be taken; names file, line and column.</exception>
    public static IReadOnlyDictionary<string, double> Totals(string path, string number, bool mayBeNegative, CancellationToken cancellation) =>
        ByArea(path, number, (table, column) => Number(table, column, mayBeNegative), cancellation);

    /// <summary>Reads groups of areas: <c>area,group</c>, each area once.</summary>
    /// <param name="path">Path of the file, plain or gzipped.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">It cannot be taken; names file, line and column.</exception>
    public static IReadOnlyDictionary<string, string> Groups(string path, CancellationToken cancellation) =>
        ByArea(path, "group", (table, column) => table.Label(column), cancellation);

    private static Dictionary<string, T> ByArea<T>(string path, string value, Func<NamedTable, int, T> read, CancellationToken cancellation)
    {
        using var stream = SourceReaders.OpenFile(path);
        using var table = NamedTable.Open(path, stream, ["area", value], progress: null, cancellation);
        var at = table.Positions();
        var values = new Dictionary<string, T>();
        while (table.Rows.Next())
        {
            var area = table.Label(at[0]);
            table.Once(area, at[0]);
            values.Add(area, read(table, at[1]));
        }

        table.NeedsRows();
        return values;
    }

    private static double Number(NamedTable table, int column, bool mayBeNegative) =>
        (mayBeNegative ? table.Rows.TryNumber(column, out var number) : table.Rows.TryCount(column, out number)) ? number : throw table.Rows.Fault(column, new Text(
            "falta el número; un total que no se conoce no puede ajustarse.", "the number is missing; a total that is not known cannot be fitted.", "le nombre manque ; un total inconnu ne peut pas être ajusté."));
}
