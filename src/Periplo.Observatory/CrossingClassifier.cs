using Periplo.Areas;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sources.Crossings;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>What to classify, and how.</summary>
/// <param name="Files">Files of crossings.</param>
/// <param name="Mapping">Mapping file of tables of another layout, or null.</param>
/// <param name="From">First day observed.</param>
/// <param name="To">End of observation, excluded.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Offsets">File of countries and clocks, or null for the eight of the specimen.</param>
/// <param name="Threads">Threads, 1 to 64.</param>
/// <param name="MemoryBytes">Memory for crossings; beyond it they go to scratch files. Null keeps all in memory.</param>
/// <param name="Output">File of the counts, <c>country,month,dir,cat,n</c>.</param>
/// <param name="Rejects">File of the lines that were rejected; written when there are any.</param>
/// <param name="MostRejects">Rejected lines after which reading stops.</param>
public sealed record ClassifyRequest(
    IReadOnlyList<string> Files,
    string? Mapping,
    DateOnly From,
    DateOnly To,
    MovementRule Rule,
    string? Offsets,
    int Threads,
    long? MemoryBytes,
    string Output,
    string Rejects,
    long MostRejects = 1000);

/// <summary>What came of classifying.</summary>
/// <param name="Read">Lines read, taken and rejected.</param>
/// <param name="Outside">Crossings whose local day lies outside the span observed.</param>
/// <param name="Classified">Crossings classified, duplicates counted.</param>
public sealed record ClassifyResult(CrossingCounts Read, long Outside, long Classified);

/// <summary>Classifies files of crossings into raw counts, without any store: nothing of a person leaves it.</summary>
public static class CrossingClassifier
{
    private const double ShareOfReading = 0.6;

    /// <summary>Classifies. The output is written whole or not at all.</summary>
    /// <param name="data">Bundled data.</param>
    /// <param name="request">What to classify.</param>
    /// <param name="language">Language of the file of rejects.</param>
    /// <param name="progress">Share of the work done.</param>
    /// <param name="cancellation">Stops the work; nothing is written.</param>
    /// <exception cref="InputException">A file cannot be taken, or too many of its lines cannot.</exception>
    /// <exception cref="StatisticsException">The span is not possible.</exception>
    public static ClassifyResult Classify(DataFolder data, ClassifyRequest request, Language language, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(request);
        var span = new ObservationSpan(request.From, request.To);
        var areas = data.Areas();
        var countries = Countries(request, areas);
        var rejects = new Rejects();
        using var scratch = request.MemoryBytes is null ? null : new ScratchFiles(Path.GetTempPath());
        using var classification = new CrossingClassification(
            countries, span, request.Rule, request.Threads, CrossingFiles.Estimate(request.Files), request.MemoryBytes ?? long.MaxValue, scratch is null ? null : _ => scratch.New());
        var reading = new CrossingReading(
            countries, Seconds(request.From), Seconds(request.To), request.Threads, request.Mapping is { } mapping ? Mapping(mapping, areas) : null, request.MostRejects);
        CrossingCounts read;
        try
        {
            read = new CrossingFiles(areas).Read(request.Files, reading, classification.Add, rejects, Part(progress, 0, ShareOfReading), cancellation);
        }
        finally
        {
            if (rejects.Count > 0)
                WholeFile.Write(request.Rejects, to => Write(to, writer => rejects.Write(writer, language)));
        }

        var counts = classification.Count(Part(progress, ShareOfReading, 1), cancellation);
        WholeFile.Write(request.Output, to => Write(to, writer =>
        {
            writer.Write("country,month,dir,cat,n\n");
            foreach (var (country, month, direction, category, count) in counts.Rows())
                writer.Write($"{country},{month},{direction},{category},{count}\n");
        }));
        return new(read, classification.Outside, classification.Taken);
    }

    private static ReportingCountries Countries(ClassifyRequest request, AreaRegistry areas)
    {
        if (request.Offsets is not { } file)
            return ReportingCountries.Specimen;
        try
        {
            using var stream = File.OpenRead(file);
            return ClockFile.Read(Path.GetFileName(file), stream, areas);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, place: null, Text.Same(error.Message), error);
        }
    }

    internal static CrossingMapping Mapping(string file, AreaRegistry areas)
    {
        try
        {
            return CrossingMapping.Read(Path.GetFileName(file), File.ReadAllText(file), areas);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, place: null, Text.Same(error.Message), error);
        }
    }

    internal static long Seconds(DateOnly day) => new DateTimeOffset(day, default, default).ToUnixTimeSeconds();

    internal static void Write(Stream to, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(to, leaveOpen: true);
        write(writer);
    }

    private static PartOfWork? Part(IProgress<double>? whole, double from, double to) => whole is null ? null : new(whole, from, to);

    private sealed class PartOfWork(IProgress<double> whole, double from, double to) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (value * (to - from)));
    }
}
