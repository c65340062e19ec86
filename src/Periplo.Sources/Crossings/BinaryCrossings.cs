using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Microsoft.Win32.SafeHandles;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Crossings;

/// <summary>
/// Reads the binary layout: a file is an array of <see cref="Crossing"/>, so a block is read into a buffer, checked
/// there and handed on. Workers take blocks in turn; the buffer is small enough to stay in the cache of a core.
/// </summary>
internal sealed class BinaryCrossings(CrossingRun run, AreaNumbers areas)
{
    /// <summary>Crossings in a block: 256 kB.</summary>
    public const int Block = 8192;

    // The last eight bytes of a record as one number: country, direction, sex, purpose, mode, residence, and two that are
    // not looked at. Bits no valid record has: direction and residence are at most 1, sex and mode at most 3.
    private const ulong Forbidden = 0x0000_FE_FC_00_FC_FE_00;
    private const int SexAt = 16;

    /// <summary>Where parts of a record stand: the person and the last eight bytes among its words of eight bytes, the time among those of four.</summary>
    private static class Words
    {
        public const int Person = 0;
        public const int Time = 2;
        public const int Codes = 3;
    }

    private readonly bool[]? posts = run.Reading.KnownPosts is { } known ? Listed(known) : null;

    public void Read(string file, SafeFileHandle handle, Crossing[][] buffers)
    {
        var length = RandomAccess.GetLength(handle);
        if (length % Crossing.Bytes != 0)
        {
            throw new InputException(file, null, new Text(
                $"ocupa {length} bytes, que no es un múltiplo de 32: está cortado o no es de cruces en formato binario.",
                $"it takes {length} bytes, which is no multiple of 32: it is cut short, or holds no crossings in the binary layout.",
                $"occupe {length} octets, ce qui n’est pas un multiple de 32 : il est tronqué ou ne contient pas de passages au format binaire."));
        }

        var records = length / Crossing.Bytes;
        var next = -1L;
        run.Work((records / Block) + 1, worker =>
        {
            while (!run.Stopped)
            {
                var first = Interlocked.Increment(ref next) * Block;
                if (first >= records)
                    return;
                var crossings = buffers[worker].AsSpan(0, (int)Math.Min(Block, records - first));
                Fill(file, handle, MemoryMarshal.AsBytes(crossings), first * Crossing.Bytes);
                var tally = new CrossingTally { Lines = crossings.Length };
                var good = Check(crossings, ref tally) ? crossings : Sift(file, first, crossings, ref tally);
                tally.Crossings = good.Length;
                run.Give(worker, good);
                run.Passed(file, (long)crossings.Length * Crossing.Bytes, tally);
            }
        });
    }

    /// <summary>Whether a post is known, by its number.</summary>
    public static bool[] Listed(IReadOnlyCollection<ushort> known)
    {
        var listed = new bool[ushort.MaxValue + 1];
        foreach (var post in known)
            listed[post] = true;
        return listed;
    }

    private static void Fill(string file, SafeFileHandle handle, Span<byte> bytes, long offset)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                var read = RandomAccess.Read(handle, bytes, offset);
                if (read == 0)
                {
                    throw new InputException(file, null, new Text(
                        "el archivo se acortó mientras se leía; espere a que esté completo.", "the file became shorter while it was read; wait until it is complete.", "le fichier a raccourci pendant sa lecture ; attendez qu’il soit complet."));
                }

                bytes = bytes[read..];
                offset += read;
            }
        }
        catch (IOException e)
        {
            throw new InputException(file, null, Refusals.CannotRead(e.Message), e);
        }
    }

    /// <summary>
    /// True when every record is good as it stands. A record is one vector of 32 bytes; what must not be in any is gathered
    /// over the block and looked at once, since nearly all blocks are good.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Check(ReadOnlySpan<Crossing> crossings, ref CrossingTally tally)
    {
        ref var bytes = ref MemoryMarshal.GetReference(MemoryMarshal.AsBytes(crossings));
        ref var numbers = ref MemoryMarshal.GetArrayDataReference(areas.IsNumber);
        var start = Vector256.Create(run.Start);
        Vector256<ulong> any = default, pairs = default, zero = default;
        Vector256<byte> highest = default;
        Vector256<uint> latest = default, early = default;
        var known = true;
        for (var i = 0; i < crossings.Length; i++)
        {
            var record = Vector256.LoadUnsafe(ref bytes, (nuint)(i * Crossing.Bytes));
            var words = record.AsUInt64();
            any |= words;
            pairs |= words & words >> 1;
            zero |= Vector256.Equals(words, Vector256<ulong>.Zero);
            highest = Vector256.Max(highest, record);
            latest = Vector256.Max(latest, record.AsUInt32());
            early -= Vector256.LessThan(record.AsUInt32(), start);
            ref readonly var crossing = ref crossings[i];
            known &= Unsafe.Add(ref numbers, (uint)crossing.Citizenship) & Unsafe.Add(ref numbers, (uint)crossing.Birthplace);
        }

        // A pair of bits set side by side at the place of the sex is a 3.
        var good = known && (any.GetElement(Words.Codes) & Forbidden) == 0 && (pairs.GetElement(Words.Codes) >> SexAt & 1) == 0 && zero.GetElement(Words.Person) == 0
            && highest.GetElement(Words.Codes * sizeof(ulong)) < run.Reading.Countries.All.Count && latest.GetElement(Words.Time) < run.End;
        if (posts is not null)
        {
            foreach (ref readonly var crossing in crossings)
                good &= posts[crossing.Post];
        }

        if (good)
            tally.BeforeStart = early.GetElement(Words.Time);
        return good;
    }

    /// <summary>Rejects what is wrong, sets unknown areas to 0 and closes the gaps.</summary>
    private Span<Crossing> Sift(string file, long first, Span<Crossing> crossings, ref CrossingTally tally)
    {
        var kept = 0;
        for (var i = 0; i < crossings.Length; i++)
        {
            var crossing = crossings[i];
            if (Fault(crossing) is { } fault)
            {
                run.Reject(file, first + i + 1, fault.Column, fault.Fault, fault.Cell);
                continue;
            }

            if (!areas.IsNumber[crossing.Citizenship])
                (crossing.Citizenship, tally.UnrecognisedCitizenship) = (0, tally.UnrecognisedCitizenship + 1);
            if (!areas.IsNumber[crossing.Birthplace])
                (crossing.Birthplace, tally.UnrecognisedBirthplace) = (0, tally.UnrecognisedBirthplace + 1);
            tally.BeforeStart += crossing.Time < run.Start ? 1 : 0;
            crossings[kept++] = crossing;
        }

        return crossings[..kept];
    }

    private (CrossingFault Fault, string Column, string Cell)? Fault(in Crossing crossing) =>
        crossing.Person == 0 ? (CrossingFault.EmptyKey, CrossingColumns.Person, "")
        : crossing.Time >= run.End ? (CrossingFault.AfterEnd, CrossingColumns.Time, DateTimeOffset.FromUnixTimeSeconds(crossing.Time).ToString("yyyy-MM-ddTHH:mm:ssZ"))
        : crossing.Country >= run.Reading.Countries.All.Count ? (CrossingFault.UnknownCountry, CrossingColumns.Country, $"{crossing.Country}")
        : posts is not null && !posts[crossing.Post] ? (CrossingFault.UnknownPost, CrossingColumns.Post, $"{crossing.Post}")
        : crossing.Direction > 1 ? (CrossingFault.BadDirection, CrossingColumns.Direction, $"{crossing.Direction}")
        : crossing.Sex > 2 ? (CrossingFault.BadNumber, CrossingColumns.Sex, $"{crossing.Sex}")
        : crossing.Mode > 3 ? (CrossingFault.BadNumber, CrossingColumns.Mode, $"{crossing.Mode}")
        : crossing.Resident > 1 ? (CrossingFault.BadNumber, CrossingColumns.Resident, $"{crossing.Resident}")
        : null;
}
