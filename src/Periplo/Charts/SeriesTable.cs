using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>Series as a table and in words.</summary>
internal static class SeriesTable
{
    private static readonly Text YearHeader = new("Año", "Year");

    /// <summary>A row a year, a column a series; a year a series says nothing of is missing.</summary>
    public static FigureTable Of(IReadOnlyList<Series> all, Text unit, NumberStyle style)
    {
        var years = new SortedSet<int>();
        var columns = new List<TableColumn>(all.Count + 1) { new(YearHeader) };
        var byYear = new Dictionary<int, Datum>[all.Count];
        for (var i = 0; i < all.Count; i++)
        {
            columns.Add(new(all[i].Name, unit, style));
            byYear[i] = new(all[i].Points.Count);
            foreach (var (year, datum) in all[i].Points)
            {
                years.Add(year);
                byYear[i][year] = datum;
            }
        }

        var rows = new List<Cell[]>(years.Count);
        foreach (var year in years)
        {
            var row = new Cell[columns.Count];
            row[0] = Cell.Of(Numbers.In(year, NumberStyle.Year));
            for (var i = 0; i < byYear.Length; i++)
                row[i + 1] = Cell.Of(byYear[i].TryGetValue(year, out var datum) ? datum : new Datum(null, 'M'));
            rows.Add(row);
        }

        return new(columns, rows);
    }

    /// <summary>Of every series its first and last value and what years have none.</summary>
    public static Text Words(IReadOnlyList<Series> all, NumberStyle style)
    {
        var sentences = new List<Text>(all.Count);
        foreach (var series in all)
            sentences.Add(Change(series, style));
        if (sentences.Count == 0)
            return new("No hay datos.", "There are no data.");
        return new(string.Join(" ", sentences.Select(one => one.Es)), string.Join(" ", sentences.Select(one => one.En)));
    }

    private static Text Change(Series series, NumberStyle style)
    {
        YearDatum? first = null;
        YearDatum? last = null;
        var gaps = 0;
        foreach (var point in series.Points)
        {
            if (point.Datum.Value is null)
            {
                gaps++;
                continue;
            }

            first ??= point;
            last = point;
        }

        var name = series.Name;
        if (first is not { } from || last is not { } to)
            return new($"{name.Es}: sin datos.", $"{name.En}: no data.");
        var none = gaps == 0 ? Text.Same("") : new($" Años sin datos: {gaps}.", $" Years without data: {gaps}.");
        var (a, b) = (Numbers.In(from.Datum.Value!.Value, style), Numbers.In(to.Datum.Value!.Value, style));
        if (from.Year == to.Year)
            return new($"{name.Es}: {a.Es} en {from.Year}.{none.Es}", $"{name.En}: {a.En} in {from.Year}.{none.En}");
        return new(
            $"{name.Es}: de {a.Es} en {from.Year} a {b.Es} en {to.Year}.{none.Es}",
            $"{name.En}: from {a.En} in {from.Year} to {b.En} in {to.Year}.{none.En}");
    }
}
