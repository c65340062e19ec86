using System.Runtime.InteropServices;
using System.Text;
using Periplo.Movements;
using Periplo.Sources.Crossings;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Movements;

/// <summary>Reading crossings in tests: from texts and bytes through a file, kept by worker.</summary>
internal static class CrossingReadings
{
    public static readonly CrossingReading Plain = new(ReportingCountries.Specimen, SyntheticCrossings.From, SyntheticCrossings.To, 1, MostRejectShare: 1);

    private static readonly string Root = Directory.CreateTempSubdirectory("periplo-readings-").FullName;

    // One folder a thread, written over: making and removing one for each text costs as much as reading it.
    private static readonly ThreadLocal<string> Folder = new(() => Directory.CreateDirectory(Path.Combine(Root, $"{Environment.CurrentManagedThreadId}")).FullName);

    static CrossingReadings() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Root, recursive: true);

    public static CrossingsRead Text(string text, CrossingReading? reading = null, string name = "t.csv") => Bytes(Encoding.UTF8.GetBytes(text), reading, name);

    public static CrossingsRead Bytes(byte[] bytes, CrossingReading? reading = null, string name = "t.csv")
    {
        var path = Path.Combine(Folder.Value!, name);
        File.WriteAllBytes(path, bytes);
        return Files([path], reading);
    }

    public static CrossingsRead Files(IReadOnlyList<string> paths, CrossingReading? reading = null)
    {
        reading ??= Plain;
        var byWorker = Enumerable.Range(0, reading.Workers).Select(_ => new List<Crossing>()).ToArray();
        var rejects = new Rejects();
        var counts = new CrossingFiles(BundledData.Areas).Read(
            paths, reading, (worker, crossings) => byWorker[worker].AddRange(crossings), rejects, null, TestContext.Current.CancellationToken);
        return new(counts, byWorker, rejects);
    }

    /// <summary>Reads what must be refused as a whole, and checks that the message helps in every language and names the file.</summary>
    public static InputException Refused(byte[] bytes, CrossingReading? reading = null, string name = "t.csv")
    {
        var refused = Assert.Throws<InputException>(() => Bytes(bytes, reading, name));
        Assert.EndsWith(name, refused.File);
        Assert.Equal(3, new HashSet<string> { refused.Reason.Es, refused.Reason.En, refused.Reason.Fr }.Count);
        return refused;
    }

    public static InputException Refused(string text, CrossingReading? reading = null, string name = "t.csv") => Refused(Encoding.UTF8.GetBytes(text), reading, name);

    /// <summary>The bytes of crossings in an order of their own, to compare what came in another order.</summary>
    public static byte[][] Sorted(IEnumerable<Crossing> crossings)
    {
        var bytes = crossings.Select(one => MemoryMarshal.AsBytes(new ReadOnlySpan<Crossing>(in one)).ToArray()).ToArray();
        Array.Sort(bytes, (a, b) => a.AsSpan().SequenceCompareTo(b));
        return bytes;
    }
}

internal sealed record CrossingsRead(CrossingCounts Counts, IReadOnlyList<IReadOnlyList<Crossing>> ByWorker, Rejects Rejects)
{
    public IReadOnlyList<Crossing> All { get; } = [.. ByWorker.SelectMany(list => list)];

    /// <summary>Rejects as line, column and reason, which is all there is to one.</summary>
    public IEnumerable<string> Listed => Rejects.Listed.Select(reject => $"{reject.Line} {reject.Column} {reject.Fault.Code()} {reject.Cell}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd());
}
