using Periplo.Areas;
using Periplo.Languages;
using Periplo.Remittances;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Remittances;

/// <summary>Reads quotes of Remittance Prices Worldwide, a row a service. Of the published columns only those that prices need must be there.</summary>
public static class QuoteFile
{
    private static readonly string[] Needed =
        ["quote_id", "period", "sender_iso3", "receiver_iso3", "firm_type", "product", "speed", "pickup_method", "coverage", "total_cost_pct_200", "total_cost_pct_500", "transparent"];

    private static readonly string[] Asked = ["period", "sender_iso3", "receiver_iso3", "speed", "pickup_method", "coverage", "total_cost_pct_200", "transparent"];

    /// <summary>Reads a file whose countries may be labelled by any texts.</summary>
    /// <param name="path">Path, CSV or gzipped CSV.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="definitions">The datasets.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">The file cannot be taken; names file, line and column.</exception>
    public static IReadOnlyList<PriceQuote> Read(string path, AreaRegistry areas, DatasetDefinitions definitions, CancellationToken cancellation)
    {
        using var table = NamedTable.Open(path, SourceReaders.OpenFile(path), Asked, mayHaveOthers: true, areas, definitions, cancellation);
        var quotes = Read(table.Rows, table.Label);
        return quotes.Count > 0 ? quotes : throw new InputException(path, null, Refusals.NoFigures);
    }

    /// <summary>Reads the rows below a header.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="area">Gives the id of the area in a column.</param>
    internal static List<PriceQuote> Read(CsvRows rows, Func<int, string> area)
    {
        var at = Needed.ToDictionary(name => name, rows.Find);
        string Cell(string name) => at[name] < 0 ? "" : rows.Text(at[name]);
        var (quotes, lines) = (new List<PriceQuote>(), new Dictionary<(TimePeriod, string), int>());
        while (rows.Next())
        {
            var (round, id) = (Round(rows, at["period"]), Cell("quote_id"));
            if (id.Length > 0 && !lines.TryAdd((round, id), rows.Line))
            {
                throw rows.Fault(at["quote_id"], new Text(
                    $"la cotización {Refusals.Shown(id)} de {round} ya está en la línea {lines[(round, id)]}; deje solo una.",
                    $"quote {Refusals.Shown(id)} of {round} stands in line {lines[(round, id)]} already; keep one of them.",
                    $"le relevé {Refusals.Shown(id)} de {round} figure déjà à la ligne {lines[(round, id)]} ; n’en gardez qu’un."));
            }

            var (sender, receiver) = (area(at["sender_iso3"]), area(at["receiver_iso3"]));
            if (sender == receiver)
                throw rows.Fault(at["receiver_iso3"], new Text("un corredor va de un país a otro.", "a corridor goes from one country to another.", "un corridor va d’un pays à un autre."));
            quotes.Add(new(
                id, round, sender, receiver, QuoteWords.Provider(Cell("firm_type")), QuoteWords.Instrument(Cell("product")),
                Cost(rows, at["total_cost_pct_200"]), Cost(rows, at["total_cost_pct_500"]), IsTransparent(rows, at["transparent"]),
                QuoteWords.Days(Cell("speed")), QuoteWords.IsNationwide(Cell("coverage")), QuoteWords.IsPaidToDevice(Cell("pickup_method")), rows.Row));
        }

        return quotes;
    }

    /// <summary>The quarter in a cell.</summary>
    internal static TimePeriod Round(CsvRows rows, int column)
    {
        var text = rows.Text(column);
        return TimePeriod.TryParse(text, out var period) && period.Frequency == 'Q' && TableRows.IsYear(period.Year)
            ? period
            : throw rows.Fault(column, new Text($"«{Refusals.Shown(text)}» no es un trimestre; escríbalo como 2014-Q2.", $"\"{Refusals.Shown(text)}\" is no quarter; write it as 2014-Q2.", $"« {Refusals.Shown(text)} » n’est pas un trimestre ; écrivez-le comme 2014-Q2."));
    }

    /// <summary>A cost in percent, which may be negative where the exchange rate is better than the market's; NaN where the cell is empty.</summary>
    internal static double Cost(CsvRows rows, int column)
    {
        if (column < 0 || !rows.TryNumber(column, out var cost))
            return double.NaN;
        return Math.Abs(cost) <= 1000
            ? cost
            : throw rows.Fault(column, new Text($"{cost} % no puede ser el costo de un envío; compruebe la unidad.", $"{cost} % cannot be the cost of a transfer; check the unit.", $"{cost} % ne peut pas être le coût d’un envoi ; vérifiez l’unité."));
    }

    private static bool IsTransparent(CsvRows rows, int column) => rows.Text(column).ToLowerInvariant() switch
    {
        "yes" => true,
        "no" => false,
        var other => throw rows.Fault(column, Refusals.NotOneOf(Refusals.Shown(other), ["yes", "no"])),
    };
}
