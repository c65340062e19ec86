using System.Text;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Crossings;

/// <summary>
/// Reads files of crossings: the binary layout (name ends in <c>.bin</c>), separated values with the columns of
/// docs/crossings.md or a mapping, gzipped or not, and US I-94 records. Nothing is allocated per crossing.
/// </summary>
public sealed class CrossingFiles(AreaRegistry areas)
{
    private const int MostWorkers = 64;
    private const int FewestAtOnce = 256;

    // Bytes of a crossing in the specimen file, gzipped and not: good enough to size memory.
    private const int PackedBytes = 19;
    private const int TextBytes = 86;

    /// <summary>The number by which a person's key, as a source writes it, is known to the engine; 0 where it is no key.</summary>
    public static ulong PersonKey(string text) => Keys.Person(Encoding.UTF8.GetBytes(text), Encoding.UTF8);

    /// <summary>About how many crossings the files hold, from their sizes; files that are not there count none.</summary>
    public static long Estimate(IReadOnlyList<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return files.Where(File.Exists).Sum(file => new FileInfo(file).Length / (IsBinary(file) ? Crossing.Bytes : file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? PackedBytes : TextBytes));
    }

    /// <summary>Reads files one after another, each with all workers.</summary>
    /// <param name="files">Paths; messages name them as given.</param>
    /// <param name="reading">What the user says beside.</param>
    /// <param name="to">Takes the crossings, from several threads.</param>
    /// <param name="rejects">Takes the faulty lines.</param>
    /// <param name="progress">Told the share of all bytes that was read, 0 to 1, from any thread.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>What was read. Whoever took crossings throws them away when this ends in an exception.</returns>
    /// <exception cref="InputException">A file cannot be opened or read, is of no known layout, or has too many faulty lines.</exception>
    public CrossingCounts Read(
        IReadOnlyList<string> files, CrossingReading reading, CrossingBatch to, Rejects rejects, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Workers is < 1 or > MostWorkers)
            throw new ArgumentOutOfRangeException(nameof(reading), reading.Workers, $"Workers are 1 to {MostWorkers}.");
        var streams = new List<FileStream>();
        try
        {
            // All are opened before any is read: a name mistyped at the end of the list should not cost an hour.
            foreach (var file in files)
                streams.Add(Open(file));
            var total = streams.Sum(stream => stream.Length);
            var run = new CrossingRun(reading, to, rejects, total, progress, cancellation);
            var numbers = new AreaNumbers(areas, reading.Countries);
            // A small file needs no large buffers: an office sends many, a few crossings each.
            var block = (int)Math.Clamp((total / Crossing.Bytes) + 1, FewestAtOnce, BinaryCrossings.Block);
            var buffers = Enumerable.Range(0, reading.Workers).Select(_ => new Crossing[block]).ToArray();
            for (var i = 0; i < files.Count; i++)
            {
                if (IsBinary(files[i]))
                    new BinaryCrossings(run, numbers).Read(files[i], streams[i].SafeFileHandle, buffers);
                else
                    new TextCrossings(run, numbers).Read(files[i], streams[i], buffers);
            }

            if (files.Count > 0)
                run.Finish(files[^1]);
            return run.Counts;
        }
        finally
        {
            streams.ForEach(stream => stream.Dispose());
        }
    }

    private static bool IsBinary(string file) => file.EndsWith(".bin", StringComparison.OrdinalIgnoreCase);

    private static FileStream Open(string file)
    {
        if (Directory.Exists(file))
            throw new InputException(file, null, new Text("es una carpeta; indique los archivos que hay en ella.", "it is a folder; name the files in it.", "est un dossier ; indiquez les fichiers qu’il contient."));
        FileStream stream;
        try
        {
            stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException(file, null, Refusals.CannotRead(e.Message), e);
        }

        if (stream.Length > 0)
            return stream;
        stream.Dispose();
        throw new InputException(file, null, Refusals.Empty);
    }
}
