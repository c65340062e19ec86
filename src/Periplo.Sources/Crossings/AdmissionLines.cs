using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sdmx.Csv;
using Periplo.Statistics;

namespace Periplo.Sources.Crossings;

/// <summary>
/// US I-94 arrival and departure records in their published layout: one line is an admission, which gives an entry and,
/// where the departure is known, an exit. The records tell days and no time of day: noon on the clock of the port is
/// assumed, and one second later for a departure on the day of arrival, so that it comes after it.
/// </summary>
/// <remarks>The key is that of the admission and not of the person: two admissions of one person are two histories.</remarks>
internal sealed class AdmissionLines : LineParser
{
    private const string Citizenship = "i94cit", Arrival = "arrdate", Departure = "depdate", Key = "admnum", Port = "i94port", Mode = "i94mode",
        Visa = "i94visa", Birth = "biryear", Sex = "gender";

    private const int MostVisa = 3;

    // Days are counted from 1960-01-01, as SAS does.
    private const int From1960 = 3653;
    private const int NotReported = 9;

    // Of our modes (air, land, sea) in the order of theirs: 1 air, 2 sea, 3 land.
    private static readonly byte[] Modes = [0, 1, 3, 2];
    private static readonly string[] Needed = [Citizenship, Arrival, Departure, Key];
    private static readonly Lazy<IReadOnlyDictionary<int, string>> Codes = new(ReadCodes);
    private readonly int citizenship, arrival, departure, key, port, mode, visa, birth, sex;
    private readonly byte country;
    private readonly bool[]? posts;
    private readonly ushort[] areasByCode = new ushort[1000];

    public AdmissionLines(CrossingSink sink, CrossingHeader header, AreaNumbers areas)
        : base(sink, header)
    {
        var position = sink.Run.Reading.Countries.Position("USA");
        if (position < 0)
        {
            throw new InputException(header.File, null, new Text(
                "son registros I-94 de los Estados Unidos, que no está entre los países que notifican; añádalo (USA) con su huso horario.",
                "these are I-94 records of the United States, which is not among the countries that report; add it (USA) with its clock.",
                "ce sont des enregistrements I-94 des États-Unis, qui ne figurent pas parmi les pays déclarants ; ajoutez-les (USA) avec leur fuseau horaire."));
        }

        country = (byte)position;
        (citizenship, arrival, departure, key) = (header[Citizenship], header[Arrival], header[Departure], header[Key]);
        (port, mode, visa, birth, sex) = (header[Port], header[Mode], header[Visa], header[Birth], header[Sex]);
        posts = sink.Run.Reading.KnownPosts is { } known ? BinaryCrossings.Listed(known) : null;
        Array.Fill(areasByCode, AreaNumbers.None);
        foreach (var (code, area) in Codes.Value)
            areasByCode[code] = areas.Find(area);
    }

    /// <summary>Columns that are read; the others of the layout are passed over.</summary>
    public static IReadOnlyList<string> Columns { get; } = [Citizenship, Arrival, Departure, Key, Port, Mode, Visa, Birth, Sex];

    /// <summary>True for the header of such records.</summary>
    public static bool Are(string[] names) => Needed.All(needed => names.Contains(needed, StringComparer.OrdinalIgnoreCase));

    /// <summary>Number of a port of entry as a post: its one to three letters and digits as digits of base 37, so that no two are alike; 0 for none, -1 for what is no port.</summary>
    public static int PostOf(ReadOnlySpan<byte> port)
    {
        if (port.Length > 3)
            return -1;
        var number = 0;
        foreach (var letter in port)
        {
            var digit = char.IsAsciiDigit((char)letter) ? letter - '0' + 1 : char.IsAsciiLetterUpper((char)letter) ? letter - 'A' + 11 : 0;
            if (digit == 0)
                return -1;
            number = (number * 37) + digit;
        }

        return number;
    }

    protected override void Line(in LineCells cells, long line)
    {
        var entry = new Crossing { Country = country, Direction = 1, Birth = Crossing.UnknownBirth, Person = Keys.Person(cells[key], Header.Encoding) };
        var exit = default(uint?);
        if (entry.Person == 0)
            Reject(line, Key, CrossingFault.EmptyKey, []);
        else if (PostOf(cells[port]) is var post && (post < 0 || posts?[post] == false))
            Reject(line, Port, CrossingFault.UnknownPost, cells[port]);
        else if (!TryNumber(cells[mode], NotReported, out var by) || by is > 3 and < NotReported)
            Reject(line, Mode, CrossingFault.BadNumber, cells[mode]);
        else if (!TryNumber(cells[visa], MostVisa, out var purpose))
            Reject(line, Visa, CrossingFault.BadNumber, cells[visa]);
        else if (!TryBirth(cells[birth], out entry.Birth))
            Reject(line, Birth, CrossingFault.BadBirth, cells[birth]);
        else if (Noon(cells[arrival], (ushort)post, out entry.Time) is { } fault)
            Reject(line, Arrival, fault, cells[arrival]);
        else if (TryExit(cells, line, entry.Time, (ushort)post, ref exit))
        {
            (entry.Post, entry.Mode, entry.Purpose) = ((ushort)post, by == NotReported ? (byte)0 : Modes[by], (byte)purpose);
            Attributes(cells, ref entry);
            Write(entry);
            if (exit is { } left)
                Write(entry with { Time = left, Direction = 0, Post = 0 });
        }
    }

    private static bool TryNumber(ReadOnlySpan<byte> cell, int most, out int number)
    {
        // Exports of statistics programs write whole numbers as 20566.0.
        if (cell.EndsWith(".0"u8))
            cell = cell[..^2];
        var valid = cell.Length <= 9 & Keys.TryDigits(cell[..Math.Min(9, cell.Length)], out var read);
        number = (int)Math.Min(read, int.MaxValue);
        return valid && number <= most;
    }

    private static bool TryBirth(ReadOnlySpan<byte> cell, out ushort days)
    {
        days = Crossing.UnknownBirth;
        if (cell.IsEmpty)
            return true;
        if (!TryNumber(cell, 2079, out var year) || year < 1900 || !Moments.TryDay((uint)year, 7, 1, out var day) || day + Moments.From1900 >= Crossing.UnknownBirth)
            return false;
        days = (ushort)(day + Moments.From1900);
        return true;
    }

    private bool TryExit(in LineCells cells, long line, uint entry, ushort post, ref uint? exit)
    {
        var cell = cells[departure];
        if (cell.IsEmpty)
            return true;
        var fault = Noon(cell, post, out var left);
        if (fault == CrossingFault.AfterEnd)
        {
            Sink.Tally.LaterDepartures++;
            return true;
        }

        fault ??= left < entry ? CrossingFault.DepartureFirst : null;
        if (fault is null)
            exit = left == entry ? entry + 1 : left;
        else
            Reject(line, Departure, fault.Value, cell);
        return fault is null;
    }

    private CrossingFault? Noon(ReadOnlySpan<byte> cell, ushort post, out uint moment)
    {
        moment = 0;
        if (cell.IsEmpty || !TryNumber(cell, int.MaxValue, out var day))
            return CrossingFault.BadTime;
        if (day < From1960)
            return CrossingFault.Before1970;
        var local = ((long)day - From1960) * Moments.Day + (Moments.Day / 2);
        if (local > uint.MaxValue)
            return CrossingFault.AfterEnd;
        var clock = Sink.Run.Reading.Countries.Posts.GetValueOrDefault(post) ?? Sink.Run.Reading.Countries.All[country].Clock;
        var utc = Moments.Universal(clock, local);
        if (utc < 0 || utc >= Sink.Run.End - 1L)
            return utc < 0 ? CrossingFault.Before1970 : CrossingFault.AfterEnd;
        moment = (uint)utc;
        return null;
    }

    private void Attributes(in LineCells cells, ref Crossing crossing)
    {
        ref var tally = ref Sink.Tally;
        var cell = cells[citizenship];
        var area = TryNumber(cell, areasByCode.Length - 1, out var code) && !cell.IsEmpty ? areasByCode[code] : AreaNumbers.None;
        crossing.Citizenship = area == AreaNumbers.None ? (ushort)0 : area;
        tally.UnrecognisedCitizenship += area == AreaNumbers.None && !cell.IsEmpty ? 1 : 0;
        cell = cells[sex];
        crossing.Sex = cell switch { [(byte)'M'] => 1, [(byte)'F'] => 2, _ => 0 };
        tally.UnrecognisedSex += crossing.Sex == 0 && !cell.IsEmpty ? 1 : 0;
    }

    private void Write(in Crossing crossing)
    {
        Sink.Next = crossing;
        Sink.Keep();
    }

    private static Dictionary<int, string> ReadCodes()
    {
        using var stream = typeof(AdmissionLines).Assembly.GetManifestResourceStream("Periplo.Sources.Crossings.citizenship.csv")!;
        var reader = new CsvReader(stream);
        reader.Read();
        var codes = new Dictionary<int, string>();
        while (reader.Read())
            codes.Add(int.Parse(reader.Text(0)), reader.Text(1));
        return codes;
    }
}
