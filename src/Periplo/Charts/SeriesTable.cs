using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>Series as a table and in words.</summary>
internal static class SeriesTable
{
    /// <summary>A row a period, a column a series; a period a series says nothing of is missing.</summary>
    public static FigureTable Of(IReadOnlyList<Series> all, Text unit, NumberStyle style, PeriodAxis axis = PeriodAxis.Years)
    {
        var years = new SortedSet<int>();
        var columns = new List<TableColumn>(all.Count + 1) { new(Months.Head(axis)) };
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
            row[0] = Cell.Of(Months.On(axis, year));
            for (var i = 0; i < byYear.Length; i++)
                row[i + 1] = Cell.Of(byYear[i].TryGetValue(year, out var datum) ? datum : new Datum(null, 'M'));
            rows.Add(row);
        }

        return new(columns, rows);
    }

    /// <summary>Of every series its first and last value and what years have none.</summary>
    public static Text Words(IReadOnlyList<Series> all, NumberStyle style, PeriodAxis axis = PeriodAxis.Years)
    {
        var sentences = new List<Text>(all.Count);
        foreach (var series in all)
            sentences.Add(Change(series, style, axis));
        if (sentences.Count == 0)
            return new("No hay datos.", "There are no data.", "Il n’y a pas de données.");
        return new(string.Join(" ", sentences.Select(one => one.Es)), string.Join(" ", sentences.Select(one => one.En)), string.Join(" ", sentences.Select(one => one.Fr)));
    }

    private static Text Change(Series series, NumberStyle style, PeriodAxis axis)
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
            return new($"{name.Es}: sin datos.", $"{name.En}: no data.", $"{name.Fr} : sans données.");
        var none = gaps == 0 ? Text.Same("") : axis == PeriodAxis.Years ? new($" Años sin datos: {gaps}.", $" Years without data: {gaps}.", $" Années sans données : {gaps}.") : new($" Meses sin datos: {gaps}.", $" Months without data: {gaps}.", $" Mois sans données : {gaps}.");
        var (a, b) = (Numbers.In(from.Datum.Value!.Value, style), Numbers.In(to.Datum.Value!.Value, style));
        var (begin, end) = (Months.On(axis, from.Year), Months.On(axis, to.Year));
        if (axis == PeriodAxis.Age)
            return new($"{name.Es}: {a.Es}, {begin.Es}; {b.Es}, {end.Es}.{none.Es}", $"{name.En}: {a.En}, {begin.En}; {b.En}, {end.En}.{none.En}", $"{name.Fr} : {a.Fr}, {begin.Fr} ; {b.Fr}, {end.Fr}.{none.Fr}");
        if (from.Year == to.Year)
            return new($"{name.Es}: {a.Es} en {begin.Es}.{none.Es}", $"{name.En}: {a.En} in {begin.En}.{none.En}", $"{name.Fr} : {a.Fr} en {begin.Fr}.{none.Fr}");
        return new(
            $"{name.Es}: de {a.Es} en {begin.Es} a {b.Es} en {end.Es}.{none.Es}",
            $"{name.En}: from {a.En} in {begin.En} to {b.En} in {end.En}.{none.En}",
            $"{name.Fr} : de {a.Fr} en {begin.Fr} à {b.Fr} en {end.Fr}.{none.Fr}");
    }
}
