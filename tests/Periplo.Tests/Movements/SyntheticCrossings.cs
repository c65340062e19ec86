using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Periplo.Movements;

namespace Periplo.Tests.Movements;

/// <summary>
/// Crossings of invented persons, for tests where the shared specimen is absent: the eight countries of
/// <see cref="ReportingCountries.Specimen"/>, 2015 to 2024, in order of receipt. Visitors, commuters, residents,
/// immigrants, emigrants, seasonal workers, people in transit and stays of exactly the lengths at which the rules turn;
/// with missing, doubled, late and wrongly declared records. The same seed gives the same crossings.
/// </summary>
internal static class SyntheticCrossings
{
    /// <summary>2015-01-01T00:00:00Z, from which crossings are made.</summary>
    public const long From = 1_420_070_400;

    /// <summary>2025-01-01T00:00:00Z, before which they end.</summary>
    public const long To = 1_735_689_600;

    private const int Day = 86_400;

    // Days at which a rule turns: same day, 90 days, 122 of slack, 243, a year, the window of 487.
    private static readonly int[] Edges = [0, 1, 89, 90, 91, 121, 122, 123, 182, 183, 242, 243, 244, 364, 365, 366, 486, 487, 488];
    private static readonly (string Area, ushort M49)[] Citizenships =
    [
        ("GTM", 320), ("BLZ", 84), ("SLV", 222), ("HND", 340), ("NIC", 558), ("CRI", 188), ("PAN", 591), ("DOM", 214),
        ("USA", 840), ("MEX", 484), ("COL", 170), ("ESP", 724), ("DEU", 276), ("CHN", 156),
    ];

    private enum Behaviour
    {
        Visitor,
        Commuter,
        Resident,
        Immigrant,
        Emigrant,
        Seasonal,
        Transit,
        Borderline,
    }

    /// <summary>The crossings of so many persons, about a dozen each.</summary>
    public static Crossing[] Make(int persons, int seed)
    {
        var received = new List<(long At, Crossing Crossing)>();
        for (var person = 0; person < persons; person++)
        {
            var draw = new Draw((ulong)(uint)seed << 32 | (uint)person);
            var key = (draw.Next() >> 1) | 1;
            var citizenship = draw.Below(Citizenships.Length);
            var about = new Crossing
            {
                Person = key,
                Document = (uint)draw.Next() | 1,
                Citizenship = Citizenships[citizenship].M49,
                Birthplace = draw.Chance(0.03) ? (ushort)0 : Citizenships[draw.Chance(0.9) ? citizenship : draw.Below(Citizenships.Length)].M49,
                Birth = draw.Chance(0.02) ? Crossing.UnknownBirth : (ushort)draw.Between(11_000, 43_000),
                Sex = (byte)(draw.Chance(0.01) ? 0 : draw.Between(1, 3)),
            };

            // Most are seen in one country, some in two or three: the histories must not mix.
            for (var (country, left) = (draw.Below(8), draw.Chance(0.3) ? draw.Between(2, 4) : 1); left > 0; left--, country = (country + 1) % 8)
                Live(about with { Country = (byte)country }, (Behaviour)draw.Below(8), draw, received);
        }

        return [.. received.OrderBy(one => one.At).Select(one => one.Crossing)];
    }

    /// <summary>As the binary layout.</summary>
    public static byte[] Binary(ReadOnlySpan<Crossing> crossings) => MemoryMarshal.AsBytes(crossings).ToArray();

    /// <summary>Writes the binary layout.</summary>
    public static void WriteBinary(string path, ReadOnlySpan<Crossing> crossings) => File.WriteAllBytes(path, Binary(crossings));

    /// <summary>As separated values, in the columns and the order of the specimen file.</summary>
    public static string Csv(ReadOnlySpan<Crossing> crossings)
    {
        var text = new StringBuilder("person,ts,country,post,dir,nat,cob,sex,birth,doc,purpose,mode,res\n");
        foreach (ref readonly var one in crossings)
        {
            var (citizenship, birthplace) = (Letters(one.Citizenship), Letters(one.Birthplace));
            var birth = one.Birth == Crossing.UnknownBirth ? "" : new DateOnly(1900, 1, 1).AddDays(one.Birth).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{one.Person},{Moment(one.Time)},{ReportingCountries.Specimen.All[one.Country].Area},{one.Post},");
            text.Append(CultureInfo.InvariantCulture, $"{(one.Direction == 1 ? 'E' : 'X')},{citizenship},{birthplace},{"UMF"[one.Sex]},{birth},{one.Document:X8},{one.Purpose},{one.Mode},{one.Resident}\n");
        }

        return text.ToString();
    }

    /// <summary>Writes <see cref="Csv"/>.</summary>
    public static void WriteCsv(string path, ReadOnlySpan<Crossing> crossings) => File.WriteAllText(path, Csv(crossings));

    /// <summary>A moment as the specimen writes it.</summary>
    public static string Moment(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Letters(ushort m49) => m49 == 0 ? "" : Citizenships.First(one => one.M49 == m49).Area;

    /// <summary>One person in one country.</summary>
    private static void Live(Crossing about, Behaviour behaviour, Draw draw, List<(long At, Crossing Crossing)> received)
    {
        var atHome = behaviour is Behaviour.Resident or Behaviour.Emigrant;
        var inside = atHome;
        var (post, mode, purpose) = (draw.Below(32), (byte)draw.Between(1, 4), (byte)draw.Between(1, 10));
        var crossings = behaviour == Behaviour.Commuter ? draw.Between(20, 60) : behaviour is Behaviour.Transit ? 2 * draw.Between(1, 3) : draw.Between(1, 16);
        var at = From + (long)draw.Below((int)((To - From) / Day)) * Day + draw.Below(Day);
        for (var first = at; crossings > 0 && at < To; crossings--)
        {
            inside = !inside;
            var livesHere = behaviour switch
            {
                Behaviour.Immigrant => at - first > 365L * Day,
                Behaviour.Emigrant => at - first < 365L * Day,
                _ => atHome,
            };
            var crossing = about with
            {
                Time = (uint)at,
                Post = (ushort)((about.Country * 32) + (draw.Chance(0.7) ? post : draw.Below(32))),
                Direction = (byte)(inside ? 1 : 0),
                Mode = mode,
                Purpose = purpose,
                Resident = (byte)(livesHere != draw.Chance(0.03) ? 1 : 0),
            };

            // Every fortieth is never recorded, every fiftieth twice, every thirtieth arrives up to two months late.
            if (!draw.Chance(0.025))
                received.Add((Receipt(at, draw), crossing));
            if (draw.Chance(0.02))
                received.Add((Receipt(at, draw), crossing with { Time = (uint)Math.Min(at + draw.Below(25_000), To - 1) }));
            at += Math.Max(0, Pause(behaviour, inside, draw)) * Day + (draw.Chance(0.1) ? 0 : draw.Between(1, 20_000));
        }
    }

    private static long Receipt(long at, Draw draw) => at + (draw.Chance(0.03) ? draw.Between(1, 60) * Day : draw.Below(Day / 2));

    /// <summary>Days until the next crossing.</summary>
    private static long Pause(Behaviour behaviour, bool inside, Draw draw) => behaviour switch
    {
        Behaviour.Visitor => inside ? draw.Between(0, 60) : draw.Between(20, 700),
        Behaviour.Commuter => inside ? 0 : draw.Below(3),
        Behaviour.Resident => inside ? draw.Between(30, 500) : draw.Between(0, 40),
        Behaviour.Immigrant => inside ? draw.Between(60, 600) : draw.Between(1, 60),
        Behaviour.Emigrant => inside ? draw.Between(1, 60) : draw.Between(60, 600),
        Behaviour.Seasonal => inside ? draw.Between(90, 200) : draw.Between(160, 280),
        Behaviour.Transit => inside ? draw.Below(2) : draw.Between(50, 300),
        _ => Edges[draw.Below(Edges.Length)],
    };

    /// <summary>A stream of numbers that is the same on every machine and release (splitmix64).</summary>
    private sealed class Draw(ulong seed)
    {
        private ulong state = seed;

        public ulong Next()
        {
            var z = state += 0x9E37_79B9_7F4A_7C15;
            z = (z ^ z >> 30) * 0xBF58_476D_1CE4_E5B9;
            z = (z ^ z >> 27) * 0x94D0_49BB_1331_11EB;
            return z ^ z >> 31;
        }

        public int Below(int most) => (int)((Next() >> 33) % (ulong)most);

        public int Between(int least, int most) => least + Below(most - least);

        public bool Chance(double share) => (Next() >> 11) * (1.0 / (1L << 53)) < share;
    }
}
