using Periplo.Registers;
using Periplo.Sdmx;

namespace Periplo.Cooperation;

/// <summary>
/// What the registers of cooperation say, read once and looked up by process, instrument, document and area. Immutable:
/// it is made anew when a register has changed.
/// </summary>
public sealed class CooperationIndex
{
    private readonly IReadOnlyDictionary<string, RegisterTable> tables;
    private readonly Dictionary<string, IReadOnlyList<PublishedRecord>> byRegister = [];
    private readonly Dictionary<(string Register, string Id), PublishedRecord> byId = [];
    private readonly Lazy<Citations> citations;
    private readonly ILookup<string, PublishedRecord> commitments;
    private readonly ILookup<string, PublishedRecord> focalPoints;

    /// <summary>Reads the tables of all registers as they stood at one moment.</summary>
    public CooperationIndex(IReadOnlyDictionary<string, RegisterTable> tables)
    {
        this.tables = tables;
        foreach (var id in Registers)
        {
            var records = tables.TryGetValue(id, out var table) ? PublishedRecord.Of(table).ToList() : [];
            byRegister[id] = records;
            foreach (var record in records)
                byId[(id, record.Id)] = record;
        }

        Memberships = Memberships.Read(Of("memberships"), id => Find("documents", id)?.Date("date"), id => Find("processes", id)?.Interval("active") ?? default);
        Treaties = Treaties.Read(Of("instruments"), Of("treaty-actions"));
        Consultations = Consultations.Read(Of);
        citations = new(() => new(this.tables.Values));
        commitments = Of("commitments").SelectMany(record => record.Several("areas").Select(area => (area, record))).ToLookup(pair => pair.area, pair => pair.record);
        focalPoints = Of("focal-points").Where(record => record.Filled("area") is not null).ToLookup(record => record["area"]);
        Stamp = StampOf(tables);
    }

    /// <summary>The registers it reads.</summary>
    public static IReadOnlyList<string> Registers { get; } =
    [
        "documents", "processes", "memberships", "events", "focal-points", "plans", "commitments", "instruments", "treaty-actions", "mandates",
        "consultations", "questions", "addressees", "responses", "positions", "activities", "practices", "facts",
    ];

    /// <summary>Who takes part in which process.</summary>
    public Memberships Memberships { get; }

    /// <summary>Instruments and their parties.</summary>
    public Treaties Treaties { get; }

    /// <summary>Consultations and what came of them.</summary>
    public Consultations Consultations { get; }

    /// <summary>Which records rest on which document.</summary>
    public Citations Citations => citations.Value;

    /// <summary>Says which state of the registers it was made of.</summary>
    public (int Records, long Last) Stamp { get; }

    /// <summary>
    /// The state of the registers an index would be made of. Entries of the log that change no record of theirs (someone
    /// signs in) leave it as it was. A record is never taken out of a table, so count and last version say it all.
    /// </summary>
    public static (int Records, long Last) StampOf(IReadOnlyDictionary<string, RegisterTable> tables)
    {
        var (records, last) = (0, 0L);
        foreach (var table in tables.Values)
        {
            records += table.Count;
            foreach (var head in table.All)
                last = Math.Max(last, head.Latest.Number);
        }

        return (records, last);
    }

    /// <summary>The published records of a register, by id; none for a register that the index does not read.</summary>
    public IReadOnlyList<PublishedRecord> Of(string register) => byRegister.GetValueOrDefault(register) ?? [];

    /// <summary>A published record, or null.</summary>
    public PublishedRecord? Find(string register, string id) => byId.GetValueOrDefault((register, id));

    /// <summary>Commitments that name an area.</summary>
    public IEnumerable<PublishedRecord> CommitmentsNaming(string area) => commitments[area];

    /// <summary>Offices of an area that answer for a process.</summary>
    public IEnumerable<PublishedRecord> FocalPointsOf(string area) => focalPoints[area];

    /// <summary>Last day about which any membership is stated, from which lists begin when no day is asked for.</summary>
    public DateOnly LastStated => Memberships.All.SelectMany(one => one.Sources).Select(source => Find("documents", source.Document)?.Date("date")).OfType<TimePeriod>()
        .Select(date => date.FirstDay).DefaultIfEmpty(new DateOnly(2000, 1, 1)).Max();
}
