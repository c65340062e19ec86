using System.Globalization;
using Periplo.Movements;
using Periplo.Sdmx.Csv;
using Periplo.Sources.Crossings;
using Xunit;

namespace Periplo.Tests.Movements;

/// <summary>US I-94 records in their original layout.</summary>
public sealed class AdmissionRecordTests
{
    /// <summary>Invented records in the original layout.</summary>
    public const string Excerpt = """
        id,cicid,i94yr,i94mon,i94cit,i94res,i94port,arrdate,i94mode,i94addr,depdate,i94bir,i94visa,count,dtadfile,visapost,occup,entdepa,entdepd,entdepu,matflag,biryear,dtaddto,gender,insnum,airline,admnum,fltno,visatype
        1,11,2016,4,582,582,MCA,20567,3,TX,20568,26,2,1,20160423,MTR,,G,R,,M,1990,10222016,M,,*GA,90000000186,XBLNG,B2
        2,12,2016,4,148,112,NYC,20551,1,FL,20551,76,1,1,20160407,,,G,O,,M,1940,7052016,F,,LH,90000000464,464,WT
        3,13,2016,4,209,209,SEA,20572,2,CA,,25,3,1,20160428,DOH,,G,O,,,1991,10272016,X,,QR,90000000739,739,F1

        """;

    private static readonly CrossingReading Reading = CrossingReadings.Plain with
    {
        Countries = new([("GTM", PostClock.Fixed(-6)), ("USA", PostClock.Find("America/New_York")!)], new Dictionary<ushort, PostClock>
        {
            [(ushort)AdmissionPost("SEA")] = PostClock.Find("America/Los_Angeles")!,
        }),
    };

    [Fact]
    public void Record_gives_an_entry_and_where_it_is_known_an_exit()
    {
        var read = CrossingReadings.Text(Excerpt, Reading);
        var all = read.All.Select(one => (SyntheticCrossings.Moment(one.Time), one.Person, (int)one.Direction, (int)one.Post, (int)one.Citizenship, (int)one.Sex, (int)one.Purpose, (int)one.Mode));
        Assert.Equal(
            [
                ("2016-04-23T16:00:00Z", 90000000186UL, 1, AdmissionPost("MCA"), 484, 1, 2, 2),
                ("2016-04-24T16:00:00Z", 90000000186UL, 0, 0, 484, 1, 2, 2),
                ("2016-04-07T16:00:00Z", 90000000464UL, 1, AdmissionPost("NYC"), 0, 2, 1, 1),
                ("2016-04-07T16:00:01Z", 90000000464UL, 0, 0, 0, 2, 1, 1),
                ("2016-04-28T19:00:00Z", 90000000739UL, 1, AdmissionPost("SEA"), 392, 0, 3, 3),
            ],
            all);
        Assert.Equal((3, 5, 0, 1, 1), (read.Counts.Lines, read.Counts.Crossings, read.Counts.Rejected, read.Counts.UnrecognisedCitizenship, read.Counts.UnrecognisedSex));
        Assert.Equal(new DateOnly(1990, 7, 1), new DateOnly(1900, 1, 1).AddDays(read.All[0].Birth));
        Assert.All(read.All, one => Assert.Equal((1, 0, 0, 0), (one.Country, one.Birthplace, one.Resident, (int)one.Document)));
    }

    [Theory]
    [InlineData("90000000186", "", "2 admnum empty-key")]
    [InlineData("20567", "2016-04-23", "2 arrdate bad-time 2016-04-23")]
    [InlineData("20567", "", "2 arrdate bad-time")]
    [InlineData("20567", "20569", "2 depdate departure-first 20568")]
    [InlineData("20567", "99999", "2 arrdate after-end 99999")]
    [InlineData("20567", "3652", "2 arrdate before-1970 3652")]
    [InlineData("20568", "soon", "2 depdate bad-time soon")]
    [InlineData("MCA", "McAllen", "2 i94port unknown-post McAllen")]
    [InlineData(",3,TX", ",4,TX", "2 i94mode bad-number 4")]
    [InlineData(",26,2,", ",26,4,", "2 i94visa bad-number 4")]
    [InlineData("1990", "1890", "2 biryear bad-birth 1890")]
    public void Faulty_record_is_rejected_whole(string good, string bad, string listed)
    {
        var lines = Excerpt.Split('\n');
        lines[1] = lines[1].Replace(good, bad, StringComparison.Ordinal);
        var read = CrossingReadings.Text(string.Join('\n', lines), Reading);
        Assert.Equal([listed], read.Listed);
        Assert.Equal(3, read.Counts.Crossings);
    }

    [Fact]
    public void Departure_after_the_end_of_observation_is_left_out_and_counted()
    {
        var read = CrossingReadings.Text(Excerpt, Reading with { To = DateTimeOffset.Parse("2016-04-23T00:00:00Z", CultureInfo.InvariantCulture).ToUnixTimeSeconds() });
        Assert.Equal((3, 1, 1), (read.Counts.Crossings, read.Counts.LaterDepartures, read.Counts.Rejected));
    }

    [Fact]
    public void Records_without_the_country_among_those_that_report_are_refused() =>
        Assert.Contains("USA", CrossingReadings.Refused(Excerpt).Reason.En, StringComparison.Ordinal);

    [Fact]
    public void Published_sample_is_read_as_its_tidy_table_says()
    {
        var read = CrossingReadings.Files([SharedData.Path("movements/us_i94_sample_2016_04_original_layout.csv")], Reading);
        using var stream = File.OpenRead(SharedData.Path("movements/us_i94_sample_2016_04_tidy.csv"));
        var reader = new CsvReader(stream);
        reader.Read();
        var names = reader.Texts();
        var expected = new List<(string Day, int Direction, int Citizenship, int Sex)>();
        while (reader.Read())
        {
            var row = names.Zip(reader.Texts()).ToDictionary(pair => pair.First, pair => pair.Second);
            var citizenship = row["citizenship_iso3"].Length == 0 ? 0 : BundledData.Areas[row["citizenship_iso3"]].M49!.Value;
            var sex = row["sex"] switch { "M" => 1, "F" => 2, _ => 0 };
            expected.Add((row["arrival_date"], 1, citizenship, sex));
            if (row["departure_date"].Length > 0)
                expected.Add((row["departure_date"], 0, citizenship, sex));
        }

        Assert.Equal(expected, read.All.Select(one => (SyntheticCrossings.Moment(one.Time)[..10], (int)one.Direction, (int)one.Citizenship, (int)one.Sex)));
        Assert.Equal((1000, 1951, 0, 129), (read.Counts.Lines, read.Counts.Crossings, read.Counts.Rejected, read.Counts.UnrecognisedCitizenship));
    }

    private static int AdmissionPost(string port) => port.Aggregate(0, (number, letter) => (number * 37) + (char.IsAsciiDigit(letter) ? letter - '0' + 1 : letter - 'A' + 11));
}
