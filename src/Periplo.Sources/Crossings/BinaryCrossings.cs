using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    private readonly bool[]? posts = run.Reading.KnownPosts is { } known ? Listed(known) : null;

    public void Read(string file, SafeFileHandle handle, Crossing[][] buffers)
    {
        var length = RandomAccess.GetLength(handle);
        if (length % Crossing.Bytes != 0)
        {
            throw new InputException(file, null, new Text(
                $"ocupa {length} bytes, que no es un múltiplo de 32: está cortado o no es de cruces en formato binario.",
                $"it takes {length} bytes, which is no multiple of 32: it is cut short, or holds no crossings in the binary layout."));
        }

        var records = length / Crossing.Bytes;
        var next = -1L;
        run.Work(worker =>
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
                        "el archivo se acortó mientras se leía; espere a que esté completo.", "the file became shorter while it was read; wait until it is complete."));
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

    /// <summary>True when every record is good as it stands. No branch in the loop: nearly all blocks are.</summary>
    private bool Check(ReadOnlySpan<Crossing> crossings, ref CrossingTally tally)
    {
        var (end, start, countries) = (run.End, run.Start, (uint)run.Reading.Countries.All.Count);
        ref var numbers = ref MemoryMarshal.GetArrayDataReference(areas.IsNumber);
        var bad = false;
        var before = 0;
        foreach (ref readonly var crossing in crossings)
        {
            var codes = Unsafe.As<byte, ulong>(ref Unsafe.AsRef(in crossing.Country));
            bad |= (codes & Forbidden) != 0 | (codes >> SexAt & 3) == 3 | (byte)codes >= countries | crossing.Time >= end | crossing.Person == 0
                | !(Unsafe.Add(ref numbers, (uint)crossing.Citizenship) & Unsafe.Add(ref numbers, (uint)crossing.Birthplace));
            before += crossing.Time < start ? 1 : 0;
        }

        if (posts is not null)
        {
            foreach (ref readonly var crossing in crossings)
                bad |= !posts[crossing.Post];
        }

        if (!bad)
            tally.BeforeStart = before;
        return !bad;
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
