using System.Text;
using Periplo.Areas;
using Periplo.Movements;

namespace Periplo.Sources.Crossings;

/// <summary>From codes of areas to UN M49 numbers and to positions of reporting countries. Three capital letters are one look-up in a table.</summary>
internal sealed class AreaNumbers
{
    /// <summary>What <see cref="OfLetters"/> holds where three letters are no area's id.</summary>
    public const ushort None = ushort.MaxValue;

    private const int Letters = 26;
    private readonly AreaRegistry areas;
    private readonly ReportingCountries countries;
    private readonly ushort[] numbers = new ushort[Letters * Letters * Letters];
    private readonly short[] positions = new short[Letters * Letters * Letters];

    public AreaNumbers(AreaRegistry areas, ReportingCountries countries)
    {
        (this.areas, this.countries) = (areas, countries);
        Array.Fill(numbers, None);
        Array.Fill(positions, (short)-1);
        IsNumber[0] = true;
        foreach (var area in areas.All.Where(area => area.IsLeaf))
        {
            if (Slot(Encoding.ASCII.GetBytes(area.Id)) is var slot and >= 0)
                (numbers[slot], positions[slot]) = (Number(area), (short)countries.Position(area.Id));
            if (area.M49 is > 0 and < None)
                IsNumber[area.M49.Value] = true;
        }
    }

    /// <summary>Whether a number is that of an area persons can be citizens of or be born in; true for 0, unknown.</summary>
    public bool[] IsNumber { get; } = new bool[ushort.MaxValue + 1];

    /// <summary>M49 number of an id of three capital letters; <see cref="None"/> where there is none.</summary>
    public ushort OfLetters(ReadOnlySpan<byte> id) => Slot(id) is var slot and >= 0 ? numbers[slot] : None;

    /// <summary>Position of a reporting country by its id of three capital letters; -1 where there is none.</summary>
    public int PositionOfLetters(ReadOnlySpan<byte> id) => Slot(id) is var slot and >= 0 ? positions[slot] : -1;

    /// <summary>M49 number of any code or name; <see cref="None"/> where there is none. Areas without a number, such as "unknown", have 0.</summary>
    public ushort Find(string codeOrName) => areas.Find(codeOrName) is { IsLeaf: true } area ? Number(area) : None;

    /// <summary>Position of a reporting country by any code or name; -1 where there is none.</summary>
    public int FindPosition(string codeOrName) => areas.Find(codeOrName) is { } area ? countries.Position(area.Id) : -1;

    private static ushort Number(Area area) => area.M49 is > 0 and < None ? (ushort)area.M49.Value : (ushort)0;

    private static int Slot(ReadOnlySpan<byte> id)
    {
        if (id.Length != 3)
            return -1;
        var (first, second, third) = ((uint)(id[0] - 'A'), (uint)(id[1] - 'A'), (uint)(id[2] - 'A'));
        return first < Letters && second < Letters && third < Letters ? (int)((first * Letters + second) * Letters + third) : -1;
    }
}
