using System.Text;
using System.Text.RegularExpressions;
using Periplo.Movements;
using Periplo.Sources.Crossings;
using Periplo.Statistics;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Movements;

/// <summary>Damaged files of crossings end in crossings and rejects, or in one clear message.</summary>
public sealed class CrossingMutationTests
{
    private static readonly Crossing[] Some = SyntheticCrossings.Make(3, 11);
    private static readonly string Page = File.ReadAllText(BundledData.Path("../docs/crossings.md"));

    [Fact]
    public void Mutated_separated_values_give_crossings_or_a_message() => Try(Encoding.UTF8.GetBytes(SyntheticCrossings.Csv(Some)), "t.csv", CrossingReadings.Plain, 1);

    [Fact]
    public void Mutated_gzip_gives_crossings_or_a_message() => Try(SourceFiles.Gzip(Encoding.UTF8.GetBytes(SyntheticCrossings.Csv(Some))), "t.csv.gz", CrossingReadings.Plain, 1);

    [Fact]
    public void Mutated_binary_gives_crossings_or_a_message() => Try(SyntheticCrossings.Binary(Some), "t.bin", CrossingReadings.Plain, 1);

    [Fact]
    public void Mutated_mapped_table_gives_crossings_or_a_message() =>
        Try(Encoding.UTF8.GetBytes(Block("table")), "t.csv", CrossingReadings.Plain with { Mapping = CrossingMapping.Read("m.yaml", Block("mapping"), BundledData.Areas) }, 1);

    [Fact]
    public void Mutated_admission_records_give_crossings_or_a_message() =>
        Try(Encoding.UTF8.GetBytes(AdmissionRecordTests.Excerpt), "t.csv", CrossingReadings.Plain with { Countries = new([("USA", PostClock.Fixed(-5))]) }, 2);

    [Fact]
    public void Mutated_mapping_is_a_mapping_or_refused()
    {
        var original = Encoding.UTF8.GetBytes(Block("mapping"));
        Property.Holds(TestCounts.Mutations, random =>
        {
            var text = Encoding.UTF8.GetString(Mutation.Of(original, random));
            try
            {
                Assert.NotNull(CrossingMapping.Read("m.yaml", text, BundledData.Areas));
            }
            catch (InputException refused)
            {
                Assert.Equal("m.yaml", refused.File);
            }
        });
    }

    private static void Try(byte[] original, string name, CrossingReading reading, int mostOfALine) => Property.HoldsOnAllCores(TestCounts.Mutations, random =>
    {
        var bytes = Mutation.Of(original, random);
        try
        {
            var read = CrossingReadings.Bytes(bytes, reading with { Workers = random.Next(1, 3) }, name);
            Assert.Equal(read.Counts.Crossings, read.All.Count);
            Assert.InRange(read.All.Count, 0, mostOfALine * (read.Counts.Lines - read.Counts.Rejected));
            Assert.InRange(read.Counts.Lines, 0, name == "t.bin" ? bytes.Length / 32 : name == "t.csv" ? bytes.Count(one => one == '\n') + 1 : int.MaxValue);
            Assert.All(read.All, one =>
            {
                Assert.NotEqual(0UL, one.Person);
                Assert.True(one is { Direction: <= 1, Sex: <= 2, Mode: <= 3, Resident: <= 1 } && one.Country < reading.Countries.All.Count && one.Time < reading.To + 86_400);
            });
        }
        catch (InputException refused)
        {
            Assert.NotEmpty(refused.Explanation.Es);
        }
    });

    private static string Block(string which) => Regex.Match(Page, $"<!-- example: {which} -->\n```[a-z]+\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
}
