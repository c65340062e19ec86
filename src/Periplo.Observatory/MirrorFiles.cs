using System.IO.Compression;
using System.Text;
using Periplo.Flows;
using Periplo.Sources.Flows;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>Reported flows of files a user gives made to agree, without any store; and the files an agreement is written to.</summary>
public static class MirrorFiles
{
    /// <summary>Reconciles two files of <c>year,origin,destination,count[,duration_months]</c> and writes the outcome; whole or not at all.</summary>
    /// <param name="data">Bundled data.</param>
    /// <param name="immigration">File of what destinations report.</param>
    /// <param name="emigration">File of what origins report.</param>
    /// <param name="years">First and last year to take; null for all.</param>
    /// <param name="options">Whom to trust, and more.</param>
    /// <param name="output">File to write, gzipped where its name ends so: <c>year,origin,destination,emigration,immigration,adjusted_emigration,adjusted_immigration,estimate,basis</c>.</param>
    /// <param name="factors">File to write the factors to, or null: <c>year,area,side,factor,pairs,note</c>.</param>
    /// <param name="cancellation">Stops the work; nothing is written.</param>
    /// <exception cref="InputException">A file cannot be taken or written.</exception>
    /// <exception cref="StatisticsException">A side is missing, or nothing ties some areas to a trusted one.</exception>
    public static Reconciliation Reconcile(
        DataFolder data, string immigration, string emigration, (int From, int To)? years, MirrorOptions options, string output, string? factors, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        var areas = data.Areas();
        var definitions = new DatasetDefinitions(areas);
        var reconciled = MirrorReconciliation.Of(
            ReportedCounts.During(ReportedFlowFile.Read(emigration, areas, definitions, cancellation), ReportingSide.Origin, years),
            ReportedCounts.During(ReportedFlowFile.Read(immigration, areas, definitions, cancellation), ReportingSide.Destination, years), options);
        Write(reconciled, output, factors);
        return reconciled;
    }

    internal static void Write(Reconciliation reconciled, string output, string? factors)
    {
        Write(output, "year,origin,destination,emigration,immigration,adjusted_emigration,adjusted_immigration,estimate,basis", reconciled.Flows.Select(flow =>
            $"{flow.Year},{DatasetCsv.Field(flow.Origin)},{DatasetCsv.Field(flow.Destination)},{flow.Emigration:R},{flow.Immigration:R},{flow.AdjustedEmigration:R},{flow.AdjustedImmigration:R},{flow.Estimate:R},{flow.Basis.ToString().ToLowerInvariant()}"));
        if (factors is null)
            return;
        Write(factors, "year,area,side,factor,pairs,note", reconciled.Factors.Select(one =>
            $"{one.Year},{DatasetCsv.Field(one.Area)},{(one.Side == ReportingSide.Origin ? "emigration" : "immigration")},{one.Factor:R},{one.Pairs},{(one.IsAnchor ? "anchor" : one.IsAtBound ? "bound" : "")}"));
    }

    private static void Write(string output, string header, IEnumerable<string> rows) => WholeFile.Write(output, to =>
    {
        using var packed = output.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true) : null;
        using var writer = new StreamWriter(packed ?? to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(header);
        foreach (var row in rows)
            writer.WriteLine(row);
    });
}
