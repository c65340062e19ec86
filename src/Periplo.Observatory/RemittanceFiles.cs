using System.Text;
using Periplo.Remittances;
using Periplo.Sources.Remittances;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>Remittance matrices and prices of files a user gives, without any store.</summary>
public static class RemittanceFiles
{
    /// <summary>Shares inflows over senders and writes <c>rule,sender,receiver,usd</c>, by rule, sender and receiver in ordinal order; whole or not at all.</summary>
    /// <param name="data">Bundled data.</param>
    /// <param name="stocks">File of <c>origin,destination,migrants</c>.</param>
    /// <param name="inflows">File of <c>country,usd</c>.</param>
    /// <param name="incomes">File of <c>country,usd_per_head</c>.</param>
    /// <param name="rules">The rules to write.</param>
    /// <param name="output">File to write.</param>
    /// <param name="cancellation">Stops the work; nothing is written.</param>
    /// <exception cref="InputException">A file cannot be taken or written.</exception>
    public static BilateralMatrix Matrix(
        DataFolder data, string stocks, string inflows, string incomes, IReadOnlyList<SharingRule> rules, string output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(rules);
        var areas = data.Areas();
        var matrix = BilateralMatrix.Of(MatrixFiles.Read(stocks, inflows, incomes, areas, new(areas), cancellation));
        var ordered = matrix.Corridors.OrderBy(corridor => corridor.Sender, StringComparer.Ordinal).ThenBy(corridor => corridor.Receiver, StringComparer.Ordinal).ToList();
        Write(output, "rule,sender,receiver,usd", rules.Order().SelectMany(rule => ordered.Select(corridor =>
            $"{(int)rule},{CsvField.Of(corridor.Sender)},{CsvField.Of(corridor.Receiver)},{corridor.By(rule):R}")));
        return matrix;
    }

    /// <summary>Averages quotes and writes <c>period,sender,receiver,average_pct,smart_pct,services,qualifying</c> in that order of rows; whole or not at all.</summary>
    /// <param name="data">Bundled data.</param>
    /// <param name="quotes">File of quotes, CSV or gzipped CSV.</param>
    /// <param name="output">File to write.</param>
    /// <param name="cancellation">Stops the work; nothing is written.</param>
    /// <returns>The corridors, and how many services did not qualify for SmaRT by reason.</returns>
    /// <exception cref="InputException">A file cannot be taken or written.</exception>
    public static (IReadOnlyList<CorridorPrice> Corridors, IReadOnlyDictionary<SmartExclusion, int> Excluded) Prices(
        DataFolder data, string quotes, string output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        var areas = data.Areas();
        var read = QuoteFile.Read(quotes, areas, new(areas), cancellation);
        var corridors = CorridorPrice.Of(read);
        Write(output, "period,sender,receiver,average_pct,smart_pct,services,qualifying", corridors.Select(price =>
            $"{price.Round},{CsvField.Of(price.Sender)},{CsvField.Of(price.Receiver)},{price.Average:R},{price.Smart:R},{price.Services},{price.Qualifying}"));
        return (corridors, read.Select(SmartPrice.Judge).OfType<SmartExclusion>().CountBy(reason => reason).ToDictionary());
    }

    private static void Write(string output, string header, IEnumerable<string> rows) => WholeFile.Write(output, to =>
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(header);
        foreach (var row in rows)
            writer.WriteLine(row);
    });
}
