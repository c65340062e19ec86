using System.Globalization;
using System.Text;
using Periplo.Languages;
using Periplo.Sources.Crossings;
using Periplo.Statistics;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Movements;

/// <summary>What is wrong is rejected by line, or refused as a whole, and never guessed.</summary>
public sealed class CrossingFaultTests
{
    private const string Header = "person,ts,country,post,dir,nat,cob,sex,birth,doc,purpose,mode,res\n";
    private const string Good = "123456789012,2020-01-01T00:00:00Z,GTM,18,X,HND,HND,F,1992-09-04,03131B74,4,2,0";

    [Theory]
    [InlineData("1,2020-01-01T00:00:00Z,GTM", "2 column-count 3 ≠ 13")]
    [InlineData(Good + ",", "2 column-count 14 ≠ 13")]
    [InlineData("1,\"2020-01-01T00:00:00Z,GTM,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 quotes")]
    [InlineData("1,\"2020\"-01-01T00:00:00Z,GTM,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 quotes")]
    [InlineData(",2020-01-01T00:00:00Z,GTM,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 person empty-key")]
    [InlineData("0,2020-01-01T00:00:00Z,GTM,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 person empty-key")]
    [InlineData("1,2021-02-29T00:00:00Z,GTM,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 ts bad-time 2021-02-29T00:00:00Z")]
    [InlineData("1,2020-02-30T00:00:00Z,GTM,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 ts bad-time 2020-02-30T00:00:00Z")]
    [InlineData("1,2020-01-01T24:00:00Z,GTM,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 ts bad-time 2020-01-01T24:00:00Z")]
    [InlineData("1,2020-01-01T00:60:00Z,GTM,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 ts bad-time 2020-01-01T00:60:00Z")]
    [InlineData("1,2020-01-01T00:00:60Z,GTM,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 ts bad-time 2020-01-01T00:00:60Z")]
    [InlineData("1,123456789012,GTM,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 ts bad-time ############")]
    [InlineData("1,2020-01-01T00:00:00,GTM,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 ts no-zone 2020-01-01T00:00:00")]
    [InlineData("1,1899-12-31T23:59:59Z,GTM,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 ts before-1900 1899-12-31T23:59:59Z")]
    [InlineData("1,1969-12-31T23:59:59Z,GTM,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 ts before-1970 1969-12-31T23:59:59Z")]
    [InlineData("1,2025-01-02T00:00:00Z,GTM,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 ts after-end 2025-01-02T00:00:00Z")]
    [InlineData("1,9999-01-02T00:00:00Z,GTM,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 ts after-end 9999-01-02T00:00:00Z")]
    [InlineData("1,2020-01-01T00:00:00Z,USA,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 country unknown-country USA")]
    [InlineData("1,2020-01-01T00:00:00Z,,18,X,HND,HND,F,1992-09-04,0,4,2,0", "2 country unknown-country")]
    [InlineData("1,2020-01-01T00:00:00Z,GTM,65536,X,HND,HND,F,1992-09-04,0,4,2,0", "2 post bad-number 65536")]
    [InlineData("1,2020-01-01T00:00:00Z,GTM,-1,X,HND,HND,F,1992-09-04,0,4,2,0", "2 post bad-number -1")]
    [InlineData("1,2020-01-01T00:00:00Z,GTM,18,S,HND,HND,F,1992-09-04,0,4,2,0", "2 dir bad-direction S")]
    [InlineData("1,2020-01-01T00:00:00Z,GTM,18,,HND,HND,F,1992-09-04,0,4,2,0", "2 dir bad-direction")]
    [InlineData("1,2020-01-01T00:00:00Z,GTM,18,X,HND,HND,F,1992-02-30,0,4,2,0", "2 birth bad-birth 1992-02-30")]
    [InlineData("1,2020-01-01T00:00:00Z,GTM,18,X,HND,HND,F,1899-12-31,0,4,2,0", "2 birth bad-birth 1899-12-31")]
    [InlineData("1,2020-01-01T00:00:00Z,GTM,18,X,HND,HND,F,1992-09-04,0,256,2,0", "2 purpose bad-number 256")]
    [InlineData("1,2020-01-01T00:00:00Z,GTM,18,X,HND,HND,F,1992-09-04,0,4,4,0", "2 mode bad-number 4")]
    [InlineData("1,2020-01-01T00:00:00Z,GTM,18,X,HND,HND,F,1992-09-04,0,4,2,2", "2 res bad-number 2")]
    public void Faulty_line_is_listed_and_left_out(string line, string listed)
    {
        var read = CrossingReadings.Text($"{Header}{line}\n{Good}\n");
        Assert.Equal([listed], read.Listed);
        Assert.Equal(123456789012UL, Assert.Single(read.All).Person);
        Assert.Equal((2, 1, 1), (read.Counts.Lines, read.Counts.Rejected, read.Counts.Crossings));
        Assert.Equal(1, read.Counts.ByFault.Values.Single());
    }

    [Fact]
    public void Last_moment_before_a_day_after_the_end_is_taken()
    {
        var read = CrossingReadings.Text(Header + Good.Replace("2020-01-01T00:00:00Z", "2025-01-01T23:59:59Z", StringComparison.Ordinal) + "\n" + Good.Replace("2020-", "2014-", StringComparison.Ordinal));
        Assert.Equal((2, 1), (read.Counts.Crossings, read.Counts.BeforeStart));
    }

    [Fact]
    public void Unrecognised_attributes_are_unknown_and_counted()
    {
        var read = CrossingReadings.Text(Header + "1,2020-01-01T00:00:00Z,GTM,18,X,QQQ,Atlantis,Z,,,,,\n2,2020-01-01T00:00:00Z,gt,18,X,,Honduras,,,,,,\n3,2020-01-01T00:00:00Z,GTM,18,X,001,_T,U,,,,,\n");
        Assert.Equal((2, 2, 1), (read.Counts.UnrecognisedCitizenship, read.Counts.UnrecognisedBirthplace, read.Counts.UnrecognisedSex));
        Assert.Equal([(0, 0), (0, 340), (0, 0)], read.All.Select(one => ((int)one.Citizenship, (int)one.Birthplace)));
        Assert.Empty(read.Listed);
    }

    [Fact]
    public void Posts_that_the_installation_does_not_list_are_rejected_in_both_forms()
    {
        var crossings = SyntheticCrossings.Make(60, 1);
        var reading = CrossingReadings.Plain with { KnownPosts = [.. crossings.Take(10).Select(one => one.Post)] };
        var known = crossings.Where(one => reading.KnownPosts.Contains(one.Post)).ToList();
        Assert.InRange(known.Count, 1, crossings.Length - 1);
        foreach (var read in new[] { CrossingReadings.Text(SyntheticCrossings.Csv(crossings), reading), CrossingReadings.Bytes(SyntheticCrossings.Binary(crossings), reading, "t.bin") })
        {
            Assert.Equal(known, read.All);
            Assert.Equal(crossings.Length - known.Count, read.Counts.ByFault[CrossingFault.UnknownPost]);
        }
    }

    [Fact]
    public void Faulty_records_of_the_binary_layout_are_listed_by_number()
    {
        var crossings = SyntheticCrossings.Make(5000, 2)[..20_000];
        crossings[0].Person = 0;
        crossings[5].Time = (uint)SyntheticCrossings.To + 86_400;
        crossings[8_191].Country = 8;
        crossings[8_192].Direction = 2;
        crossings[9_000].Sex = 3;
        crossings[10_000].Mode = 4;
        crossings[19_999].Resident = 2;
        crossings[100].Citizenship = 9_999;
        crossings[101].Birthplace = 9_998;
        crossings[102].Kind = 0xFF;
        foreach (var workers in new[] { 1, 2 })
        {
            var read = CrossingReadings.Bytes(SyntheticCrossings.Binary(crossings), CrossingReadings.Plain with { Workers = workers }, "t.bin");
            Assert.Equal(
                ["1 person empty-key", "6 ts after-end 2025-01-02T00:00:00Z", "8192 country unknown-country 8", "8193 dir bad-direction 2", "9001 sex bad-number 3", "10001 mode bad-number 4", "20000 res bad-number 2"],
                read.Listed);
            Assert.Equal((20_000, 19_993, 7, 1, 1), (read.Counts.Lines, read.Counts.Crossings, read.Counts.Rejected, read.Counts.UnrecognisedCitizenship, read.Counts.UnrecognisedBirthplace));
            Assert.DoesNotContain(read.All, one => one.Citizenship == 9_999 || one.Birthplace == 9_998);
        }
    }

    [Fact]
    public void Lines_are_numbered_right_with_any_number_of_workers()
    {
        var lines = SyntheticCrossings.Csv(SyntheticCrossings.Make(4000, 3)).TrimEnd('\n').Split('\n');
        var expected = new List<int>();
        for (var i = 7; i < lines.Length; i += 971)
        {
            // Empty lines count as lines but are none of the table.
            lines[i] = i % 2 == 0 ? "1,\"\"" : lines[i].Replace('Z', 'Q');
            expected.Add(i + 1);
            lines[i - 1] = "";
        }

        Assert.True(expected.Count > 15);
        foreach (var workers in new[] { 1, 2, 4 })
        {
            var read = CrossingReadings.Text(string.Join('\n', lines), CrossingReadings.Plain with { Workers = workers });
            Assert.Equal(expected, read.Rejects.Listed.Select(reject => (int)reject.Line));
            Assert.Equal(lines.Length - 1 - expected.Count, read.Counts.Lines);
        }
    }

    [Fact]
    public void Reading_stops_beyond_the_number_of_faulty_lines_and_names_the_most_frequent_reason()
    {
        var text = Header + string.Concat(Enumerable.Repeat(Good.Replace("GTM", "FRA", StringComparison.Ordinal) + "\n", 11)) + "x\n" + Good;
        var refused = CrossingReadings.Refused(text, CrossingReadings.Plain with { MostRejects = 11 });
        Assert.Contains("more than 11 faulty lines", refused.Reason.En, StringComparison.Ordinal);
        Assert.Contains(CrossingFault.UnknownCountry.Reason().En, refused.Reason.En, StringComparison.Ordinal);
        Assert.Equal(12, CrossingReadings.Text(text, CrossingReadings.Plain with { MostRejects = 12 }).Counts.Rejected);
    }

    [Fact]
    public void Reading_is_refused_beyond_the_share_of_faulty_lines()
    {
        var text = Header + string.Concat(Enumerable.Repeat(Good + "\n", 19)) + "x\n";
        Assert.Equal(19, CrossingReadings.Text(text, CrossingReadings.Plain with { MostRejectShare = 0.05 }).Counts.Crossings);
        var refused = CrossingReadings.Refused(text, CrossingReadings.Plain with { MostRejectShare = 0.04 });
        Assert.Contains("1 of 20 lines are faulty (5 %), beyond the limit of 4 %", refused.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_file_tells_no_keys_and_holds_no_formulas()
    {
        var read = CrossingReadings.Text(Header + "A1,2020-01-01T00:00:00Z,=1+1,1,E,,,,,,,,\nP-77,A1234567890,GTM,1,E,,,,,,,,\n");
        var file = new StringWriter(CultureInfo.InvariantCulture);
        read.Rejects.Write(file, Language.En);
        Assert.Contains(",country,unknown-country,it is no country that reports,'=1+1\n", file.ToString(), StringComparison.Ordinal);
        Assert.Contains(",ts,bad-time,", file.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("A1234567890", file.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("P-77", file.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\n1,2\n", "header is empty")]
    [InlineData("person,ts,country\n", "\"dir\" is missing")]
    [InlineData("person,ts,country,dir,shoe\n", "\"shoe\"")]
    [InlineData("person,ts,country,dir,dir\n", "stands twice")]
    [InlineData("person;ts;country;dir\n", "separated by \";\"")]
    [InlineData("person,ts\0,country,dir\n", "binary")]
    [InlineData("PK\u0003\u0004zip", "binary")]
    public void File_without_a_header_of_crossings_is_refused(string text, string reason) =>
        Assert.Contains(reason, CrossingReadings.Refused(text).Reason.En, StringComparison.Ordinal);

    [Fact]
    public void Hostile_files_are_refused()
    {
        var text = SyntheticCrossings.Csv(SyntheticCrossings.Make(100, 5));
        Assert.Contains("UTF-16", CrossingReadings.Refused([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]).Reason.En, StringComparison.Ordinal);
        var packed = SourceFiles.Gzip(Encoding.UTF8.GetBytes(text));
        Assert.Contains("gzip", CrossingReadings.Refused(packed[..(packed.Length / 2)]).Reason.En, StringComparison.Ordinal);
        var bomb = new byte[48 << 20];
        bomb.AsSpan().Fill((byte)'\n');
        Encoding.UTF8.GetBytes(Header).CopyTo(bomb, 0);
        Assert.Contains("zip bomb", CrossingReadings.Refused(SourceFiles.Gzip(bomb)).Reason.En, StringComparison.Ordinal);
        Assert.Contains("256 kB", CrossingReadings.Refused(Header + Good + "\n" + new string('9', 600_000)).Reason.En, StringComparison.Ordinal);
        Assert.Contains("line 3", CrossingReadings.Refused(Header + Good + "\n" + new string('9', 600_000)).Explanation.En, StringComparison.Ordinal);
        Assert.Contains("multiple of 32", CrossingReadings.Refused(new byte[33], name: "t.bin").Reason.En, StringComparison.Ordinal);
        Assert.Contains("folder", Assert.Throws<InputException>(() => CrossingReadings.Files([Path.GetTempPath()])).Reason.En, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Throws<InputException>(() => CrossingReadings.Files(["absent.csv"])).Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Failure_of_whoever_takes_the_crossings_ends_the_reading_as_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("crossings");
        try
        {
            var path = Path.Combine(folder.FullName, "t.bin");
            SyntheticCrossings.WriteBinary(path, SyntheticCrossings.Make(3000, 6));
            var failing = new CrossingFiles(BundledData.Areas);
            Assert.Throws<NotSupportedException>(() => failing.Read(
                [path], CrossingReadings.Plain with { Workers = 2 }, (_, _) => throw new NotSupportedException(), new(), null, TestContext.Current.CancellationToken));
            Assert.Throws<OperationCanceledException>(() => failing.Read([path], CrossingReadings.Plain with { Workers = 2 }, (_, _) => { }, new(), null, new(canceled: true)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
