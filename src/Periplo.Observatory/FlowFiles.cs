using System.IO.Compression;
using Periplo.Flows;
using Periplo.Languages;
using Periplo.Sources.Flows;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>Flows from files a user gives, without any store and with areas that may have any names.</summary>
public static class FlowFiles
{
    // Rows of tables this large are written as they are made, for they would fill the memory.
    private const int LargestHeldTable = 1_000;
    private const double ShareOfReading = 0.2;

    /// <summary>
    /// Estimates flows between consecutive stock years of each sex and writes <c>period,sex,method,origin,destination,flow</c>, with replicates also
    /// <c>lo80,hi80,lo95,hi95</c>; by period, sex, method, origin and destination in ordinal order, flows of zero left out; whole or not at all.
    /// </summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="clock">For the times that are told.</param>
    /// <param name="progress">Told the share of the work done.</param>
    /// <param name="cancellation">Stops the work; nothing is written.</param>
    /// <returns>What was estimated, by period and sex.</returns>
    /// <exception cref="InputException">A file cannot be taken or written, or no flows explain the figures of a period; names file and place.</exception>
    public static IReadOnlyList<FlowFilePeriod> Estimate(FlowFileRequest request, TimeProvider clock, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(clock);
        Refuse(request);
        var needsEvents = request.Methods.Any(FlowInputs.NeedsEvents);
        var demography = request.Demography is { } file ? Task.Run(() => DemographyFile.Read(file, mayBeEmpty: !needsEvents, cancellation), cancellation) : null;
        var seed = request.Seed is { } matrix ? Task.Run(() => SeedFile.Read(matrix, cancellation), cancellation) : null;
        var stocks = StockFile.Read(request.Stocks, progress is null ? null : new Part(progress, 0, ShareOfReading), cancellation);
        var inputs = new FlowInputs(request.Methods, stocks, demography?.GetAwaiter().GetResult(), seed?.GetAwaiter().GetResult());
        var periods = inputs.Periods();
        var results = new List<FlowFilePeriod>();
        WholeFile.Write(request.Output, to =>
        {
            using var packed = IsPacked(request.Output) ? new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true) : null;
            var rows = packed ?? to;
            FlowRows.WriteHeader(rows, request.Replicates > 0);
            foreach (var made in InOrder(periods, request.Replicates > 0 ? 1 : request.Threads, period => Estimate(request, inputs, period, periods.Count, clock, cancellation)))
            {
                cancellation.ThrowIfCancellationRequested();
                if (made.Rows is { } held)
                    held.WriteTo(rows);
                else
                    made.Write(rows);
                results.Add(made.Period);
                progress?.Report(ShareOfReading + ((1 - ShareOfReading) * results.Count / periods.Count));
            }
        });
        if (request.Adjustments is { } adjustments)
            WriteAdjustments(adjustments, results);
        return results;
    }

    /// <summary>The summary of a period that tells how the world was balanced, which is the same for all its closed methods; null where none was.</summary>
    public static FlowSummary? Balanced(FlowFilePeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Tables.Select(table => table.Summary).FirstOrDefault(summary => summary.StartAdjustments.Count > 0);
    }

    private static void WriteAdjustments(string path, List<FlowFilePeriod> periods) => WholeFile.Write(path, to =>
    {
        using var packed = IsPacked(path) ? new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true) : null;
        FlowRows.WriteAdjustments(packed ?? to, periods);
    });

    private static Made Estimate(FlowFileRequest request, FlowInputs inputs, FlowFilePeriod period, int periods, TimeProvider clock, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var began = clock.GetTimestamp();
        var (input, seed, others) = inputs.Of(period);
        IReadOnlyList<FlowTable> tables;
        IReadOnlyList<FlowIntervals> intervals = [];
        try
        {
            var options = request.Options with { Seed = seed, Threads = periods == 1 ? request.Threads : 1 };
            tables = FlowEstimation.Estimate(input, request.Methods, options);
            if (request.Replicates > 0)
                intervals = FlowReplicates.Estimate(input, request.Methods, options, request.Noise, request.Replicates, request.RandomSeed, request.Threads, cancellation);
        }
        catch (StatisticsException impossible)
        {
            throw new InputException(request.Stocks, Text.Same($"{period.Start}–{period.End}, {period.Sex}"), impossible.Explanation, impossible);
        }

        var write = new Action<Stream>(to =>
        {
            for (var i = 0; i < tables.Count; i++)
                FlowRows.Write(to, period, request.Methods[i], input.Start.Residences, tables[i].Flows, intervals.Count > 0 ? intervals[i] : null);
        });
        MemoryStream? held = null;
        if (input.Start.Residences.Count <= LargestHeldTable)
            write(held = new(FlowRows.Size(input.Start.Residences, tables.Select(table => table.Flows), intervals.Count > 0)));
        return new(
            period with
            {
                Areas = input.Start.Residences,
                OtherBirthplaces = [.. input.Start.Birthplaces.Skip(input.Start.Residences.Count)],
                AreasWithoutStocks = others,
                WithoutNativeBorn = inputs.WithoutNativeBorn(period),
                Tables = [.. tables.Select((table, i) => new FlowFileTable(request.Methods[i], table.Summary, intervals.Count > 0 ? intervals[i].Total : null, intervals.Count > 0 ? intervals[i].Infeasible : 0))],
                Time = clock.GetElapsedTime(began),
            },
            held,
            write);
    }

    /// <summary>Does work on several threads and gives what it made in the order of its sources, never far ahead of who takes it.</summary>
    private static IEnumerable<Made> InOrder(IReadOnlyList<FlowFilePeriod> periods, int threads, Func<FlowFilePeriod, Made> work)
    {
        if (threads == 1)
        {
            foreach (var period in periods)
                yield return work(period);
            yield break;
        }

        var under = new Queue<Task<Made>>();
        foreach (var period in periods)
        {
            under.Enqueue(Task.Run(() => work(period)));
            if (under.Count == threads)
                yield return under.Dequeue().GetAwaiter().GetResult();
        }

        while (under.TryDequeue(out var made))
            yield return made.GetAwaiter().GetResult();
    }

    private static void Refuse(FlowFileRequest request)
    {
        var paths = new HashSet<string>();
        foreach (var path in (string?[])[request.Stocks, request.Demography, request.Seed, request.Output, request.Adjustments])
        {
            if (path is not null && !paths.Add(Path.GetFullPath(path)))
                throw new InputException(path, null, new Text("el mismo archivo se nombra para dos cosas; indique otro.", "the same file is named for two things; name another.", "le même fichier est nommé pour deux choses ; nommez-en un autre."));
        }

        if (request.Demography is null && request.Methods.Where(FlowInputs.NeedsEvents).Select(method => method.Id()).ToList() is { Count: > 0 } need)
        {
            var names = string.Join(", ", need);
            throw new InputException(null, null, new Text(
                $"los métodos {names} necesitan nacimientos y defunciones; indíquelos con --demography.",
                $"the methods {names} need births and deaths; give them with --demography.",
                $"les méthodes {names} demandent les naissances et les décès ; indiquez-les par --demography."));
        }
    }

    private static bool IsPacked(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>One period estimated, its rows ready or still to be written.</summary>
    private sealed record Made(FlowFilePeriod Period, MemoryStream? Rows, Action<Stream> Write);

    private sealed class Part(IProgress<double> whole, double from, double to) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + ((to - from) * value));
    }
}
