using System.IO.Compression;
using System.Text;
using Periplo.Flows;
using Periplo.Languages;
using Periplo.Sources.Flows;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>What is asked of <see cref="FlowFits"/>.</summary>
public sealed record FlowFitRequest
{
    /// <summary>File of the table to begin with: <c>origin,destination,count</c>; a pair that is not there is zero and stays so.</summary>
    public required string Table { get; init; }

    /// <summary>File of totals of origins, <c>area,total</c>, or null.</summary>
    public string? Origins { get; init; }

    /// <summary>File of totals of destinations, <c>area,total</c>, or null.</summary>
    public string? Destinations { get; init; }

    /// <summary>File of net migration, <c>area,net</c>, or null; not with other totals of areas.</summary>
    public string? Net { get; init; }

    /// <summary>Moves in all beside net migration, or null.</summary>
    public double? Total { get; init; }

    /// <summary>File of groups of areas, <c>area,group</c>, or null.</summary>
    public string? Groups { get; init; }

    /// <summary>File of totals between groups, or between areas and groups: <c>origin,destination,total</c>; null without groups.</summary>
    public string? Blocks { get; init; }

    /// <summary>Whether flows are rounded to whole persons so that sums still hold.</summary>
    public bool Whole { get; init; }

    /// <summary>When the fit may stop.</summary>
    public FitLimits Limits { get; init; } = new();

    /// <summary>File to write: <c>origin,destination,flow</c>.</summary>
    public required string Output { get; init; }
}

/// <summary>Tables of flows fitted to totals, from files a user gives.</summary>
public static class FlowFits
{
    /// <summary>Fits a table and writes <c>origin,destination,flow</c> in ordinal order, flows of zero left out; whole or not at all.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellation">Stops the work; nothing is written.</param>
    /// <returns>The fit before rounding, and all moves written.</returns>
    /// <exception cref="InputException">A file cannot be taken or written.</exception>
    /// <exception cref="StatisticsException">Totals disagree, or no table meets them.</exception>
    public static (FittedTable Fit, double Moves) Fit(FlowFitRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        Refuse(request);
        var cells = FitFiles.Cells(request.Table, "count", cancellation);
        var origins = Read(request.Origins, "total");
        var destinations = Read(request.Destinations, "total");
        var net = Read(request.Net, "net");
        var rows = Labels(cells.Keys.Select(cell => cell.Origin), origins?.Keys, net is null ? null : cells.Keys.Select(cell => cell.Destination), net?.Keys);
        var columns = net is null ? Labels(cells.Keys.Select(cell => cell.Destination), destinations?.Keys) : rows;
        var seed = new double[rows.Length * columns.Length];
        for (var i = 0; i < seed.Length; i++)
            seed[i] = cells.GetValueOrDefault((rows[i / columns.Length], columns[i % columns.Length]));
        FittedTable fit;
        if (net is not null)
        {
            fit = NetFit.Fit(seed, rows, Aligned(request.Net!, net, rows), request.Total, request.Limits, cancellation);
        }
        else
        {
            var (groups, totals) = Groups(request, rows, columns, cancellation);
            fit = TwoWayFit.Fit(
                seed,
                new()
                {
                    Rows = rows, Columns = columns, Groups = groups, GroupTotals = totals,
                    RowTotals = origins is null ? null : Aligned(request.Origins!, origins, rows),
                    ColumnTotals = destinations is null ? null : Aligned(request.Destinations!, destinations, columns),
                },
                request.Limits,
                cancellation);
        }

        if (fit.Stop != FitStop.TotalsMet)
            throw new StatisticsException(fit.Explanation);
        var flows = request.Whole ? ControlledRounding.Round(rows.Length, columns.Length, fit.Cells) : fit.Cells;
        Write(request.Output, rows, columns, flows);
        return (fit, flows.Sum());

        IReadOnlyDictionary<string, double>? Read(string? path, string number) => path is null ? null : FitFiles.Totals(path, number, mayBeNegative: number == "net", cancellation);
    }

    private static void Refuse(FlowFitRequest request)
    {
        if (request is { Origins: null, Destinations: null, Net: null, Blocks: null })
            throw new StatisticsException(new("no hay totales que ajustar; indique --origins, --destinations, --net o --blocks.", "there are no totals to fit to; give --origins, --destinations, --net or --blocks.", "il n’y a pas de totaux à ajuster ; indiquez --origins, --destinations, --net ou --blocks."));
        if (request.Net is not null && (request.Origins ?? request.Destinations ?? request.Blocks) is not null)
            throw new StatisticsException(new("--net no se combina con --origins, --destinations ni --blocks.", "--net does not go with --origins, --destinations or --blocks.", "--net ne se combine pas avec --origins, --destinations ni --blocks."));
        if (request.Total is not null && request.Net is null)
            throw new StatisticsException(new("--total acompaña a --net.", "--total goes with --net.", "--total accompagne --net."));
        if (request.Groups is null != request.Blocks is null)
            throw new StatisticsException(new("--groups y --blocks van juntos.", "--groups and --blocks go together.", "--groups et --blocks vont ensemble."));
    }

    /// <summary>Blocks where both ends of the totals are groups, stripes where one end is an area.</summary>
    private static (CellGroups? Groups, double[]? Totals) Groups(FlowFitRequest request, string[] rows, string[] columns, CancellationToken cancellation)
    {
        if (request.Blocks is null || request.Groups is null)
            return (null, null);
        var groupOf = FitFiles.Groups(request.Groups, cancellation);
        var given = FitFiles.Cells(request.Blocks, "total", cancellation);
        string[] rowGroups = [.. rows.Select(Group)], columnGroups = [.. columns.Select(Group)];
        var byGroup = groupOf.Values.ToHashSet();
        var (fromGroups, toGroups) = (given.Keys.All(pair => byGroup.Contains(pair.Origin)), given.Keys.All(pair => byGroup.Contains(pair.Destination)));
        if (!fromGroups && !toGroups)
            throw new InputException(request.Blocks, null, new Text("al menos una de las columnas origin y destination debe nombrar solo grupos.", "one at least of the columns origin and destination must name groups only.", "au moins une des colonnes origin et destination ne doit nommer que des groupes."));
        var groups = fromGroups && toGroups ? CellGroups.Blocks(rowGroups, columnGroups) : toGroups ? CellGroups.RowStripes(rows, columnGroups) : CellGroups.ColumnStripes(rowGroups, columns);
        string[] ends = [.. (fromGroups ? rowGroups : rows).Distinct()], others = [.. (toGroups ? columnGroups : columns).Distinct()];
        var totals = new double[groups.Count];
        for (var i = 0; i < totals.Length; i++)
        {
            var pair = (ends[i / others.Length], others[i % others.Length]);
            totals[i] = given.TryGetValue(pair, out var total) ? total : throw Missing(request.Blocks, $"{pair.Item1} → {pair.Item2}");
        }

        return (groups, totals);

        string Group(string area) => groupOf.TryGetValue(area, out var group) ? group : throw Missing(request.Groups, area);
    }

    private static string[] Labels(params IEnumerable<string>?[] labels) =>
        [.. labels.Where(some => some is not null).SelectMany(some => some!).Distinct().Order(StringComparer.Ordinal)];

    private static double[] Aligned(string path, IReadOnlyDictionary<string, double> totals, string[] labels) =>
        [.. labels.Select(label => totals.TryGetValue(label, out var total) ? total : throw Missing(path, label))];

    private static InputException Missing(string path, string label) =>
        new(path, null, new Text($"falta «{label}», que está en la tabla de partida.", $"\"{label}\" is missing, which stands in the table to begin with.", $"« {label} » manque, alors qu’il figure dans le tableau de départ."));

    private static void Write(string path, string[] rows, string[] columns, double[] flows) => WholeFile.Write(path, to =>
    {
        using var packed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true) : null;
        using var writer = new StreamWriter(packed ?? to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("origin,destination,flow");
        for (var i = 0; i < flows.Length; i++)
        {
            if (flows[i] != 0)
                writer.WriteLine($"{CsvField.Of(rows[i / columns.Length])},{CsvField.Of(columns[i % columns.Length])},{flows[i]:R}");
        }
    });
}
