using System.Runtime.InteropServices;

namespace Periplo.Sources.Crossings;

/// <summary>What a reading of files of crossings came to.</summary>
public sealed record CrossingCounts
{
    /// <summary>Lines or records read, the header not counted.</summary>
    public long Lines { get; init; }

    /// <summary>Crossings handed on.</summary>
    public long Crossings { get; init; }

    /// <summary>Lines or records rejected.</summary>
    public long Rejected { get; init; }

    /// <summary>Rejected lines by what was wrong first.</summary>
    public IReadOnlyDictionary<CrossingFault, long> ByFault { get; init; } = new Dictionary<CrossingFault, long>();

    /// <summary>Crossings whose code of citizenship is no area's; kept, as unknown.</summary>
    public long UnrecognisedCitizenship { get; init; }

    /// <summary>Crossings whose code of the area of birth is no area's; kept, as unknown.</summary>
    public long UnrecognisedBirthplace { get; init; }

    /// <summary>Crossings whose code of sex is none that is known; kept, as unknown.</summary>
    public long UnrecognisedSex { get; init; }

    /// <summary>Crossings before the start of observation, handed on.</summary>
    public long BeforeStart { get; init; }

    /// <summary>Lines that the mapping leaves out on purpose.</summary>
    public long LeftOut { get; init; }

    /// <summary>Departures of admission records that lie after the end of observation: left out, since they have not happened yet at that date.</summary>
    public long LaterDepartures { get; init; }

    internal CrossingCounts Plus(in CrossingTally tally) => this with
    {
        Lines = Lines + tally.Lines,
        Crossings = Crossings + tally.Crossings,
        UnrecognisedCitizenship = UnrecognisedCitizenship + tally.UnrecognisedCitizenship,
        UnrecognisedBirthplace = UnrecognisedBirthplace + tally.UnrecognisedBirthplace,
        UnrecognisedSex = UnrecognisedSex + tally.UnrecognisedSex,
        BeforeStart = BeforeStart + tally.BeforeStart,
        LeftOut = LeftOut + tally.LeftOut,
        LaterDepartures = LaterDepartures + tally.LaterDepartures,
    };
}

/// <summary>What one worker counted in one block.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct CrossingTally
{
    public long Lines { get; set; }

    public long Crossings { get; set; }

    public long UnrecognisedCitizenship { get; set; }

    public long UnrecognisedBirthplace { get; set; }

    public long UnrecognisedSex { get; set; }

    public long BeforeStart { get; set; }

    public long LeftOut { get; set; }

    public long LaterDepartures { get; set; }
}
