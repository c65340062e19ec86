using System.Runtime.InteropServices;

namespace Periplo.Movements;

/// <summary>
/// One recorded entry or exit of a person, in 32 bytes: the form in which crossings travel in batches from a reader to
/// the engine. Its memory is that of the binary layout, little endian (docs/crossings.md), so a file of it needs no decoding.
/// </summary>
/// <remarks>A reader has checked every field before the engine sees it.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1, Size = Bytes)]
public struct Crossing
{
    /// <summary>Bytes of a crossing, in memory and in the binary layout.</summary>
    public const int Bytes = 32;

    /// <summary><see cref="Birth"/> of a person whose day of birth is not known.</summary>
    public const ushort UnknownBirth = ushort.MaxValue;

    /// <summary><see cref="Resident"/> where the person declared to live elsewhere; 1 where the person lives in the reporting country.</summary>
    public const byte DeclaredElsewhere = 0;

    /// <summary>Key of the person: the same for all crossings of one person, in all reporting countries. Zero is no key.</summary>
    public ulong Person;

    /// <summary>Moment of the crossing, seconds since 1970-01-01T00:00:00Z.</summary>
    public uint Time;

    /// <summary>Key of the travel document, 0 unknown. Not used by any rule.</summary>
    public uint Document;

    /// <summary>Border post, numbered by the installation.</summary>
    public ushort Post;

    /// <summary>Citizenship, UN M49 number of the area; 0 unknown.</summary>
    public ushort Citizenship;

    /// <summary>Area of birth, UN M49 number; 0 unknown.</summary>
    public ushort Birthplace;

    /// <summary>Day of birth, days since 1900-01-01, or <see cref="UnknownBirth"/>.</summary>
    public ushort Birth;

    /// <summary>Position of the reporting country in <see cref="ReportingCountries"/>.</summary>
    public byte Country;

    /// <summary>0 exit, 1 entry.</summary>
    public byte Direction;

    /// <summary>0 unknown, 1 male, 2 female.</summary>
    public byte Sex;

    /// <summary>Purpose of the journey, numbered by the installation; 0 unknown.</summary>
    public byte Purpose;

    /// <summary>Mode of transport: 1 air, 2 land, 3 sea, 0 unknown.</summary>
    public byte Mode;

    /// <summary>Declared usual residence in the reporting country: 1 yes, 0 no.</summary>
    public byte Resident;

    /// <summary>Not used; the generator's note in the binary layout.</summary>
    public byte Kind;

    /// <summary>1 when it was received more than 24 hours behind a later crossing of its country, else 0; told by whoever keeps the order of receipt.</summary>
    public byte Late;
}
