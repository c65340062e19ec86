using System.IO.Compression;
using System.Text;
using Periplo.Languages;
using Periplo.Sources;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Sources;

/// <summary>Reading files and texts in tests, and sums over what was read.</summary>
internal static class SourceFiles
{
    public static readonly DatasetDefinitions Definitions = new(BundledData.Areas);

    public static readonly SourceReaders Readers = new(BundledData.Areas, Definitions);

    public static SourceTable Shared(string relative, ReadingOptions? options = null) =>
        Readers.Read(SharedData.Path(relative), options ?? new(), cancellation: TestContext.Current.CancellationToken).Table;

    public static SourceTable Text(string text, ReadingOptions? options = null) => Bytes(Encoding.UTF8.GetBytes(text), options);

    public static SourceTable Bytes(byte[] bytes, ReadingOptions? options = null, string name = "t.csv") =>
        Readers.Read(name, new MemoryStream(bytes), options ?? new(), cancellation: TestContext.Current.CancellationToken).Table;

    public static SourceTable Mapped(string text, string mapping) => Text(text, new(MappingFile: "m.yaml", MappingText: mapping));

    /// <summary>Reads what must be refused, and checks that the message helps in every language and names the file.</summary>
    public static InputException Refused(byte[] bytes, ReadingOptions? options = null, string name = "t.csv")
    {
        var refused = Assert.Throws<InputException>(() => Bytes(bytes, options, name));
        Assert.NotEmpty(refused.Reason.Es);
        Assert.NotEmpty(refused.Reason.En);
        Assert.Equal(3, new HashSet<string> { refused.Reason.Es, refused.Reason.En, refused.Reason.Fr }.Count);
        Assert.Equal(refused.Place is null, refused.Explanation.En == $"{refused.File}: {refused.Reason.En}");
        return refused;
    }

    public static InputException Refused(string text, ReadingOptions? options = null) => Refused(Encoding.UTF8.GetBytes(text), options);

    public static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, bytes.Length > 1 << 20 ? CompressionLevel.SmallestSize : CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>Values of the observations whose codes are those given as <c>DIM=code</c>, by key.</summary>
    public static IEnumerable<int> Where(this SourceTable table, params string[] conditions)
    {
        var wanted = conditions.Select(one => one.Split('=')).Select(pair => (Dimension: pair[0] == "TIME" ? -1 : table.Definition.Dimension(pair[0]), Code: pair[1])).ToArray();
        return Enumerable.Range(0, table.Observations.Count).Where(i => wanted.All(one =>
            (one.Dimension < 0 ? table.Observations.Times[i].ToString() : table.Observations.Code(one.Dimension, i)) == one.Code));
    }

    public static double Sum(this SourceTable table, params string[] conditions) =>
        table.Where(conditions).Select(i => table.Observations.Values[i]).Where(value => !double.IsNaN(value)).Sum();

    public static double Value(this SourceTable table, params string[] conditions) => table.Observations.Values[Assert.Single(table.Where(conditions))];

    public static AttributeSet Attributes(this SourceTable table, int observation) => table.Observations.AttributeSets[table.Observations.Attributes[observation]];

    /// <summary>Everything a table says, observation by observation.</summary>
    public static Dictionary<string, (double Value, Periplo.Sdmx.ObservationStatus Status, AttributeSet Set)> ByKey(this SourceTable table) =>
        Enumerable.Range(0, table.Observations.Count).ToDictionary(
            table.Observations.Key, i => (table.Observations.Values[i], table.Observations.Statuses[i], table.Attributes(i)));

    /// <summary>The sentence of a language.</summary>
    public static string English(this InputException refused) => refused.Explanation.In(Language.En);
}
