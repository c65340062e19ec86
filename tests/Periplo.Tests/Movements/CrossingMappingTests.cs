using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sources.Crossings;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Movements;

/// <summary>Tables of crossings read by a mapping, as docs/crossings.md promises.</summary>
public sealed class CrossingMappingTests
{
    private const string Columns = "columns: { person: person, ts: ts, country: country, dir: dir }\n";

    [Fact]
    public void Example_of_the_page_reads_as_it_says()
    {
        var page = File.ReadAllText(BundledData.Path("../docs/crossings.md"));
        var read = Mapped(Block(page, "table"), Block(page, "mapping"), name: "movimientos.csv");
        Assert.Equal(
            [
                (Moment("2024-03-31T14:15:00Z"), 1, 1, 484, 2, 1, 2, 33_053),
                (Moment("2024-04-02T23:40:00Z"), 0, 2, 484, 2, 1, 2, 33_053),
            ],
            read.All.Select(one => ((long)one.Time, (int)one.Direction, (int)one.Post, (int)one.Citizenship, (int)one.Sex, (int)one.Purpose, (int)one.Mode, (int)one.Birth)));
        Assert.Single(read.All.Select(one => one.Person).Distinct());
        Assert.Equal((4, 2, 1, 1), (read.Counts.Lines, read.Counts.Crossings, read.Counts.Rejected, read.Counts.LeftOut));
        var rejects = new StringWriter(CultureInfo.InvariantCulture);
        read.Rejects.Write(rejects, Language.Es);
        Assert.Equal(Block(page, "rejects"), Regex.Replace(rejects.ToString(), "^.*/(?=movimientos)", "", RegexOptions.Multiline));
    }

    [Fact]
    public void Specimen_layout_written_by_another_office_gives_the_same_crossings()
    {
        var crossings = SyntheticCrossings.Make(300, 9);
        var text = new StringBuilder("clave|país|día y hora|sentido|puesto|nació en|ciudadanía|nacimiento|sexo|medio|residente|motivo|pasaporte\n");
        foreach (var one in crossings)
        {
            var (birthplace, citizenship) = (one.Birthplace == 0 ? "" : $"{one.Birthplace:000}", $"{one.Citizenship:000}");
            var birth = one.Birth == Crossing.UnknownBirth ? "" : new DateOnly(1900, 1, 1).AddDays(one.Birth).ToString("d.M.yyyy", CultureInfo.InvariantCulture);
            var local = DateTimeOffset.FromUnixTimeSeconds(one.Time).AddHours(-3).ToString("d/M/yyyy H:mm:ss", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{one.Person}|{ReportingCountries.Specimen.All[one.Country].Area}|{local}|{(one.Direction == 1 ? "Llegó" : "Salió")}|P{one.Post}|{birthplace}|{citizenship}|{birth}|");
            text.Append(CultureInfo.InvariantCulture, $"{"DHM"[one.Sex]}|{one.Mode}|{(one.Resident == 1 ? "sí" : "no")}|{one.Purpose}|{one.Document:x}\n");
        }

        var mapping = $$"""
            delimiter: "|"
            encoding: windows-1252
            zone: "-03:00"
            columns: { clave: person, país: country, día y hora: ts, sentido: dir, puesto: post, nació en: cob, ciudadanía: nat, nacimiento: birth, sexo: sex, medio: mode, residente: res, motivo: purpose, pasaporte: doc }
            formats: { ts: "d/M/yyyy H:mm:ss", birth: d.M.yyyy }
            codes:
              dir: { Llegó: E, Salió: X }
              sex: { H: M, M: F, D: U }
              res: { sí: 1, "no": 0 }
              post: { {{string.Join(", ", Enumerable.Range(0, 256).Select(post => $"P{post}: {post}"))}} }
            """;
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text.ToString());
        var read = CrossingReadings.Bytes(bytes, CrossingReadings.Plain with { Mapping = CrossingMapping.Read("m.yaml", mapping, BundledData.Areas) });
        Assert.Empty(read.Listed);
        Assert.Equal(crossings, read.All);
    }

    [Fact]
    public void Time_on_the_clock_of_the_post_is_that_of_its_country_or_its_own()
    {
        var zones = new ReportingCountries(
            [("MEX", PostClock.Find("America/Mexico_City")!), ("GTM", PostClock.Fixed(-6))],
            new Dictionary<ushort, PostClock> { [7] = PostClock.Find("America/Tijuana")! });
        var reading = CrossingReadings.Plain with
        {
            Countries = zones,
            Mapping = CrossingMapping.Read("m.yaml", "zone: post\ncolumns: { person: person, ts: ts, country: country, dir: dir, post: post }\n", BundledData.Areas),
        };

        // In 2021 Mexican clocks went forward on 4 April at 2:00 and back on 31 October at 2:00.
        var read = CrossingReadings.Text(
            """
            person,ts,country,dir,post
            1,2021-01-15T12:00:00,MEX,E,1
            1,2021-07-15T12:00:00,MEX,E,1
            1,2021-07-15T12:00:00,MEX,E,7
            1,2021-10-31T01:30:00,MEX,E,1
            1,2021-10-31T02:00:00,MEX,E,1
            1,2021-04-04T02:30:00,MEX,E,1
            1,2021-07-15T12:00:00,GTM,E,1
            1,2021-07-15T12:00:00Z,GTM,E,1
            """,
            reading);
        Assert.Equal(
            ["2021-01-15T18:00:00Z", "2021-07-15T17:00:00Z", "2021-07-15T19:00:00Z", "2021-10-31T06:30:00Z", "2021-10-31T08:00:00Z", "2021-04-04T08:30:00Z", "2021-07-15T18:00:00Z", "2021-07-15T12:00:00Z"],
            read.All.Select(one => SyntheticCrossings.Moment(one.Time)));
    }

    [Fact]
    public void Day_without_a_time_is_noon_on_the_clock_of_the_post()
    {
        const string Mapping = "zone: post\nconstants: { country: PAN, dir: E }\ncolumns: { k: person, d: date }\nformats: { date: yyyy/MM/dd }\n";
        var read = Mapped("k,d\n1,2020/02/29\n1,2021/02/29\n", Mapping);
        Assert.Equal("2020-02-29T17:00:00Z", SyntheticCrossings.Moment(Assert.Single(read.All).Time));
        Assert.Equal(["3 d bad-time 2021/02/29"], read.Listed);
    }

    [Theory]
    [InlineData("columns: { a: person, b: ts, c: dir }\n", 1, "country is missing")]
    [InlineData("colums: {}\n", 1, "colums")]
    [InlineData(Columns + "constants: { country: GTM }\n", 2, "stands in columns and in constants")]
    [InlineData(Columns + "zone: Mars/Olympus\n", 2, "is no zone")]
    [InlineData(Columns + "codes: { dir: { a: Q } }\n", 2, "is no code of dir")]
    [InlineData(Columns + "codes: { sex: { a: ignored } }\n", 2, "leaves out lines by their direction")]
    [InlineData(Columns + "codes: { nat: { a: Atlantis } }\n", 2, "is no code of nat")]
    [InlineData(Columns + "codes: { person: { a: b } }\n", 2, "person")]
    [InlineData(Columns + "formats: { ts: hh-mm }\n", 2, "it is no format of ts")]
    [InlineData(Columns + "formats: { birth: HH:mm }\n", 2, "it is no format of birth")]
    [InlineData(Columns + "formats: { ts: d/M/yyyy H:mm }\n", 1, "add `zone:`")]
    [InlineData("columns: { a: person, b: date, c: country, d: dir, e: ts }\n", 1, "no other combination")]
    [InlineData(Columns + "header_row: 0\n", 2, "whole number")]
    [InlineData("- a\n", 1, "pairs")]
    public void Wrong_mapping_is_refused_at_its_line(string mapping, int line, string reason)
    {
        var refused = Assert.Throws<InputException>(() => CrossingMapping.Read("m.yaml", mapping, BundledData.Areas));
        Assert.Equal("m.yaml", refused.File);
        Assert.Contains($"line {line},", refused.Place!.En, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Reason.En, StringComparison.Ordinal);
        Assert.NotEqual(refused.Reason.En, refused.Reason.Es);
    }

    [Theory]
    [InlineData("person,ts,country,dir,more\n", "\"more\"")]
    [InlineData("person,ts,country\n", "\"dir\" is missing")]
    public void Table_with_other_columns_than_the_mapping_names_is_refused(string header, string reason)
    {
        var refused = Assert.Throws<InputException>(() => Mapped(header, Columns));
        Assert.Contains(reason, refused.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Mapping_for_a_country_that_does_not_report_is_refused()
    {
        var refused = Assert.Throws<InputException>(() => Mapped("k,t,d\n1,2020-01-01T00:00:00Z,E\n", "constants: { country: FRA }\ncolumns: { k: person, t: ts, d: dir }\n"));
        Assert.Contains("FRA", refused.Reason.En, StringComparison.Ordinal);
    }

    private static CrossingsRead Mapped(string text, string mapping, string name = "t.csv") =>
        CrossingReadings.Text(text, CrossingReadings.Plain with { Mapping = CrossingMapping.Read("m.yaml", mapping, BundledData.Areas) }, name);

    private static long Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUnixTimeSeconds();

    private static string Block(string page, string which) =>
        Regex.Match(page, $"<!-- example: {which} -->\n```[a-z]+\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
}
