using System.IO.Compression;
using System.Text;
using Periplo.Movements;
using Periplo.Sources.Crossings;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Movements;

/// <summary>The same crossings come out of every form, with any number of workers.</summary>
public sealed class CrossingFilesTests
{
    private static readonly Crossing[] Synthetic = SyntheticCrossings.Make(1500, 4);

    [Fact]
    public void Separated_values_and_binary_give_the_same_crossings_in_order_of_the_file()
    {
        var fromText = CrossingReadings.Text(SyntheticCrossings.Csv(Synthetic));
        var fromBinary = CrossingReadings.Bytes(SyntheticCrossings.Binary(Synthetic), name: "t.bin");
        Assert.Equal(Synthetic, fromText.All);
        Assert.Equal(Synthetic, fromBinary.All);
        Assert.Equal((Synthetic.Length, 0L, (long)Synthetic.Length), (fromText.Counts.Lines, fromText.Counts.Rejected, fromText.Counts.Crossings));
        Assert.Equal(fromText.Counts with { ByFault = fromBinary.Counts.ByFault }, fromBinary.Counts);
    }

    [Fact]
    public void Specimen_is_read_as_the_structures_its_lines_describe()
    {
        var path = SharedData.Path("crossings/crossings_100k.csv.gz");
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        lines.ReadLine();
        var expected = new List<Crossing>();
        while (lines.ReadLine() is { } line)
            expected.Add(Slowly(line));
        var read = CrossingReadings.Files([path]);
        Assert.Equal(100_000, read.All.Count);
        Assert.Equal(expected, read.All);
        var binary = CrossingReadings.Bytes(SyntheticCrossings.Binary(read.All.ToArray()), CrossingReadings.Plain with { Workers = 2 }, "twin.bin");
        Assert.Equal(CrossingReadings.Sorted(expected), CrossingReadings.Sorted(binary.All));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Any_number_of_workers_gives_the_crossings_of_one_each_in_order(int workers)
    {
        var reading = CrossingReadings.Plain with { Workers = workers };
        var position = Synthetic.Select((crossing, i) => (crossing, i)).ToLookup(pair => pair.crossing, pair => pair.i);
        foreach (var read in new[]
        {
            CrossingReadings.Text(SyntheticCrossings.Csv(Synthetic), reading),
            CrossingReadings.Bytes(SyntheticCrossings.Binary(Synthetic), reading, "t.bin"),
            CrossingReadings.Bytes(SourceFiles.Gzip(Encoding.UTF8.GetBytes(SyntheticCrossings.Csv(Synthetic))), reading, "t.csv.gz"),
        })
        {
            Assert.Equal(CrossingReadings.Sorted(Synthetic), CrossingReadings.Sorted(read.All));
            foreach (var list in read.ByWorker)
            {
                var places = list.Where(crossing => position[crossing].Count() == 1).Select(crossing => position[crossing].Single()).ToList();
                Assert.Equal(places.Order(), places);
            }
        }
    }

    [Fact]
    public void Several_files_of_several_forms_are_read_as_one()
    {
        var folder = Directory.CreateTempSubdirectory("crossings");
        try
        {
            var (first, second) = (Path.Combine(folder.FullName, "a.bin"), Path.Combine(folder.FullName, "b.csv"));
            SyntheticCrossings.WriteBinary(first, Synthetic.AsSpan(0, 5000));
            SyntheticCrossings.WriteCsv(second, Synthetic.AsSpan(5000));
            Assert.Equal(Synthetic, CrossingReadings.Files([first, second]).All);
            var estimate = CrossingFiles.Estimate([first, second, "absent.csv"]);
            Assert.InRange(estimate, Synthetic.Length * 0.9, Synthetic.Length * 1.1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_optional_ones_may_be_absent()
    {
        var read = CrossingReadings.Text("dir,country,ts,person\nE,PAN,2020-02-29T23:59:59Z,7\nX,DOM,2020-03-01 00:00:00-04:00,8\n");
        Assert.Equal(
            [
                new Crossing { Person = 7, Time = 1_583_020_799, Country = 6, Direction = 1, Birth = Crossing.UnknownBirth },
                new Crossing { Person = 8, Time = 1_583_035_200, Country = 7, Birth = Crossing.UnknownBirth },
            ],
            read.All);
    }

    [Theory]
    [InlineData("\uFEFF", "\n", false)]
    [InlineData("", "\r\n", false)]
    [InlineData("\uFEFF", "\r\n", true)]
    public void Byte_order_mark_line_ends_and_quotes_change_nothing(string mark, string lineEnd, bool quoted)
    {
        var text = SyntheticCrossings.Csv(Synthetic.AsSpan(0, 300)).TrimEnd('\n');
        if (quoted)
            text = "\"" + text.Replace(",", "\",\"", StringComparison.Ordinal).Replace("\n", "\"\n\"", StringComparison.Ordinal) + "\"";
        var read = CrossingReadings.Text(mark + text.Replace("\n", lineEnd, StringComparison.Ordinal));
        Assert.Equal(Synthetic.Take(300), read.All);
    }

    [Fact]
    public void Key_that_is_text_is_hashed_apart_from_numbers_and_the_same_in_every_encoding()
    {
        string Line(string key) => $"{key},2020-01-01T00:00:00Z,GTM,E\n";
        var keys = new[] { "1", "9223372036854775807", "9223372036854775808", "007", "AB-12", " AB-12 ", "ab-12", "Ñandú", "1.0", "-1" };
        var read = CrossingReadings.Text("person,ts,country,dir\n" + string.Concat(keys.Select(Line))).All.Select(one => one.Person).ToList();
        Assert.Equal([1UL, 9223372036854775807UL], read.Take(2));
        Assert.All(read.Skip(2), key => Assert.True(key >= 1UL << 63));
        Assert.Equal(read[4], read[5]);
        Assert.Equal(keys.Length - 1, read.Distinct().Count());

        // Part of the layout: keys of files read years apart must agree.
        Assert.Equal(GoldenKey, read[4]);
        var mapping = CrossingMapping.Read("m.yaml", "encoding: latin-1\ncolumns: { person: person, ts: ts, country: country, dir: dir }\n", BundledData.Areas);
        var latin = CrossingReadings.Bytes(Encoding.Latin1.GetBytes("person,ts,country,dir\n" + Line("Ñandú")), CrossingReadings.Plain with { Mapping = mapping });
        Assert.Equal(read[7], latin.All.Single().Person);
    }

    private const ulong GoldenKey = 17_616_642_115_664_392_740;

    /// <summary>One line of the specimen, read in the plainest way.</summary>
    private static Crossing Slowly(string line)
    {
        var cells = line.Split(',');
        ushort Area(string id) => (ushort)BundledData.Areas[id].M49!.Value;
        return new()
        {
            Person = ulong.Parse(cells[0]),
            Time = (uint)DateTimeOffset.Parse(cells[1]).ToUnixTimeSeconds(),
            Country = (byte)ReportingCountries.Specimen.Position(cells[2]),
            Post = ushort.Parse(cells[3]),
            Direction = (byte)(cells[4] == "E" ? 1 : 0),
            Citizenship = Area(cells[5]),
            Birthplace = Area(cells[6]),
            Sex = (byte)"UMF".IndexOf(cells[7][0], StringComparison.Ordinal),
            Birth = (ushort)(DateOnly.Parse(cells[8]).DayNumber - new DateOnly(1900, 1, 1).DayNumber),
            Document = Convert.ToUInt32(cells[9], 16),
            Purpose = byte.Parse(cells[10]),
            Mode = byte.Parse(cells[11]),
            Resident = byte.Parse(cells[12]),
        };
    }
}
