using System.Text;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Statistics;

namespace Periplo.Sources.Crossings;

/// <summary>Lines that are a crossing each: the columns of docs/crossings.md, as they are or through a mapping.</summary>
internal sealed class CrossingLines : LineParser
{
    private readonly AreaNumbers areas;
    private readonly CellTime time;
    private readonly Encoding encoding;
    private readonly DateFormat? birthFormat;
    private readonly int person, country, post, direction, citizenship, birthplace, sex, birth, document, purpose, mode, resident;
    private readonly CellCodes countries, posts, directions, citizenships, birthplaces, sexes, purposes, modes, residents;

    // Tables without codes of their own have three-letter ids nearly always.
    private readonly bool countriesByLetters, areasByLetters, postsByNumber;

    public CrossingLines(CrossingSink sink, CrossingHeader header, AreaNumbers areas)
        : base(sink, header)
    {
        this.areas = areas;
        encoding = header.Encoding;
        time = new(header, sink.Run);
        birthFormat = header.Mapping?.Formats.GetValueOrDefault(CrossingColumns.Birth);
        person = header[CrossingColumns.Person];
        (country, countries) = (header[CrossingColumns.Country], Codes(CrossingColumns.Country));
        (post, posts) = (header[CrossingColumns.Post], Codes(CrossingColumns.Post));
        (direction, directions) = (header[CrossingColumns.Direction], Codes(CrossingColumns.Direction));
        (citizenship, citizenships) = (header[CrossingColumns.Citizenship], Codes(CrossingColumns.Citizenship));
        (birthplace, birthplaces) = (header[CrossingColumns.Birthplace], Codes(CrossingColumns.Birthplace));
        (sex, sexes) = (header[CrossingColumns.Sex], Codes(CrossingColumns.Sex));
        (purpose, purposes) = (header[CrossingColumns.Purpose], Codes(CrossingColumns.Purpose));
        (mode, modes) = (header[CrossingColumns.Mode], Codes(CrossingColumns.Mode));
        (resident, residents) = (header[CrossingColumns.Resident], Codes(CrossingColumns.Resident));
        (birth, document) = (header[CrossingColumns.Birth], header[CrossingColumns.Document]);
        countriesByLetters = header.Mapping?.Codes.ContainsKey(CrossingColumns.Country) != true && country >= 0;
        areasByLetters = header.Mapping?.Codes.Keys.Any(column => column is CrossingColumns.Citizenship or CrossingColumns.Birthplace) != true
            && citizenship >= 0 && birthplace >= 0;
        postsByNumber = header.Mapping?.Codes.ContainsKey(CrossingColumns.Post) != true && sink.Run.Reading.KnownPosts is null;
    }

    protected override void Line(in LineCells cells, long line)
    {
        ref var crossing = ref Sink.Next;
        if (Where(cells, ref crossing) is { } where)
        {
            Reject(line, where.Column, where.Fault, cells[Header[where.Column]]);
            return;
        }

        if (time.Read(cells, crossing.Country, crossing.Post, out crossing.Time, out var column) is { } when)
        {
            Reject(line, column, when, cells[Header[column]]);
            return;
        }

        var way = directions[cells[direction]];
        if (way == CellCodes.LeftOut)
        {
            Sink.Tally.LeftOut++;
            return;
        }

        crossing.Direction = (byte)way;
        if (way < 0)
            Reject(line, CrossingColumns.Direction, CrossingFault.BadDirection, cells[direction]);
        else if (!TryBirth(cells[birth], out crossing.Birth))
            Reject(line, CrossingColumns.Birth, CrossingFault.BadBirth, cells[birth]);
        else if (!TryNumber(purposes, cells[purpose], out crossing.Purpose))
            Reject(line, CrossingColumns.Purpose, CrossingFault.BadNumber, cells[purpose]);
        else if (!TryNumber(modes, cells[mode], out crossing.Mode))
            Reject(line, CrossingColumns.Mode, CrossingFault.BadNumber, cells[mode]);
        else if (!TryNumber(residents, cells[resident], out crossing.Resident))
            Reject(line, CrossingColumns.Resident, CrossingFault.BadNumber, cells[resident]);
        else
            Attributes(cells, ref crossing);
    }

    private static bool TryNumber(CellCodes codes, ReadOnlySpan<byte> cell, out byte number)
    {
        var found = codes[cell];
        number = (byte)found;
        return found >= 0;
    }

    /// <summary>Who crossed where.</summary>
    private (CrossingFault Fault, string Column)? Where(in LineCells cells, ref Crossing crossing)
    {
        crossing.Person = Keys.Person(cells[person], encoding);
        if (crossing.Person == 0)
            return (CrossingFault.EmptyKey, CrossingColumns.Person);
        var cell = cells[country];
        var position = countriesByLetters ? areas.PositionOfLetters(cell) : -1;
        if (position < 0)
            position = countries[cell];
        if (position < 0)
            return (CrossingFault.UnknownCountry, CrossingColumns.Country);
        crossing.Country = (byte)position;
        cell = cells[post];
        var number = postsByNumber && cell.Length is > 0 and < 5 && Keys.TryDigits(cell, out var digits) ? (int)digits : posts[cell];
        if (number < 0)
            return (number == Unlisted ? CrossingFault.UnknownPost : CrossingFault.BadNumber, CrossingColumns.Post);
        crossing.Post = (ushort)number;
        return null;
    }

    /// <summary>What never makes a crossing wrong: unknown codes are unknown, and counted.</summary>
    private void Attributes(in LineCells cells, ref Crossing crossing)
    {
        ref var tally = ref Sink.Tally;
        crossing.Citizenship = Area(citizenships, cells[citizenship], out var recognised);
        tally.UnrecognisedCitizenship += recognised ? 0 : 1;
        crossing.Birthplace = Area(birthplaces, cells[birthplace], out recognised);
        tally.UnrecognisedBirthplace += recognised ? 0 : 1;
        var found = sexes[cells[sex]];
        crossing.Sex = (byte)Math.Max(0, found);
        tally.UnrecognisedSex += found < 0 ? 1 : 0;
        crossing.Document = Keys.Document(cells[document], encoding);
        crossing.Kind = 0;
        crossing.Late = 0;
        Sink.Keep();
    }

    private ushort Area(CellCodes codes, ReadOnlySpan<byte> cell, out bool recognised)
    {
        recognised = true;
        if (areasByLetters && areas.OfLetters(cell) is var number && number != AreaNumbers.None)
            return number;
        var found = codes[cell];
        recognised = found >= 0;
        return (ushort)Math.Max(0, found);
    }

    private bool TryBirth(ReadOnlySpan<byte> cell, out ushort days)
    {
        days = Crossing.UnknownBirth;
        if (cell.IsEmpty || cell.Trim(" \t"u8).IsEmpty)
            return true;
        int day;
        if (birthFormat is null)
        {
            if (!Moments.TryDate(cell, out day) && !Moments.TryDate(cell.Trim(" \t"u8), out day))
                return false;
        }
        else
        {
            // Of a year alone the middle stands for all of it: 1 July.
            var fields = new DateFormat.Fields { Month = 7, Day = 1 };
            if (!birthFormat.TryRead(cell.Trim(" \t"u8), ref fields) || !Moments.TryDay(fields.Year, fields.Month, fields.Day, out day))
                return false;
        }

        day += Moments.From1900;
        days = (ushort)day;
        return day is >= 0 and < Crossing.UnknownBirth;
    }

    private const int Unlisted = -3;

    /// <summary>What the cells of a column mean: the codes of the mapping first, then those of the installation; for a column that is not there, the constant.</summary>
    private CellCodes Codes(string column)
    {
        var mapping = Header.Mapping;
        var known = column == CrossingColumns.Post ? Sink.Run.Reading.KnownPosts?.ToHashSet() : null;
        var own = mapping?.Codes.GetValueOrDefault(column);
        var constant = mapping?.Constants.GetValueOrDefault(column);
        return new(
            text =>
            {
                if (own is not null && own.TryGetValue(text, out var code))
                {
                    if (code is null)
                        return CellCodes.LeftOut;
                    text = code;
                }
                else if (own is not null && column == CrossingColumns.Post && text.Length > 0)
                {
                    return Unlisted;
                }

                var number = CrossingColumns.Number(column, constant ?? text, areas);
                if (constant is not null && number < 0)
                    throw NotReporting(mapping!, constant);
                return number >= 0 && known?.Contains((ushort)number) == false ? Unlisted : number;
            },
            encoding);
    }

    private static InputException NotReporting(CrossingMapping mapping, string country) => new(mapping.File, null, new Text(
        $"el mapeo es de {country}, que no está entre los países que notifican.", $"the mapping is for {country}, which is not among the countries that report.", $"le mappage est celui de {country}, qui ne figure pas parmi les pays déclarants."));
}
