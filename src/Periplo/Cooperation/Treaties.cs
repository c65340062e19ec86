using System.Runtime.InteropServices;
using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Cooperation;

/// <summary>A treaty, convention or protocol.</summary>
/// <param name="Record">The record it is read from.</param>
/// <param name="AsOf">Date of the list of parties held; null when none is held.</param>
public sealed record Instrument(PublishedRecord Record, TimePeriod? AsOf)
{
    /// <summary>Id.</summary>
    public string Id => Record.Id;

    /// <summary>Name.</summary>
    public Text Name => Record.Words("name")!;

    /// <summary>Name for the head of a column.</summary>
    public Text Short => Record.Words("short")!;

    /// <summary>Code of the group it stands in.</summary>
    public string Group => Record["group"];

    /// <summary>When it was adopted.</summary>
    public TimePeriod? Adopted => Record.Date("adopted");

    /// <summary>When it came into force, or was announced to.</summary>
    public TimePeriod? InForce => Record.Date("in_force");

    /// <summary>True when the date of coming into force was announced before it.</summary>
    public bool IsAnnounced => Record["in_force.status"] == "announced";
}

/// <summary>What a list of parties says of a state.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Instrument">Id of the instrument.</param>
/// <param name="Area">Id of the area.</param>
/// <param name="IsParty">True for a party, false for a signatory.</param>
/// <param name="Act">Code of the act by which it became one, or null.</param>
/// <param name="Signed">When it signed, or null.</param>
/// <param name="Party">Since when it is a party, or null.</param>
/// <param name="AsOf">Date of the list.</param>
/// <param name="Source">Where the list is.</param>
public sealed record TreatyAction(string Id, string Instrument, string Area, bool IsParty, string? Act, TimePeriod? Signed, TimePeriod? Party, TimePeriod AsOf, Citation Source);

/// <summary>
/// What is known of a state and an instrument. There is no standing for a state that is not a party: a dated list that
/// does not name a state says only that it had no record of it.
/// </summary>
public enum TreatyStanding
{
    /// <summary>No list of parties of the instrument is held.</summary>
    NoList,

    /// <summary>The list held does not name the state.</summary>
    NoRecord,

    /// <summary>The state had signed.</summary>
    Signatory,

    /// <summary>The state was a party.</summary>
    Party,
}

/// <summary>A cell of the matrix of areas and instruments.</summary>
/// <param name="Standing">What is known.</param>
/// <param name="Action">What the list says, or null.</param>
/// <param name="AsOf">Date of the list, or null when none is held.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TreatyCell(TreatyStanding Standing, TreatyAction? Action, TimePeriod? AsOf)
{
    /// <summary>The cell in words, its date included.</summary>
    public Text Words => Standing switch
    {
        TreatyStanding.Party when Action?.Party is { } since => Listed(new($"parte desde {Article(since, "el ")}{In(since).Es}", $"party since {In(since).En}", $"partie depuis {Article(since, "le ")}{In(since).Fr}")),
        TreatyStanding.Party => Listed(new("parte", "party", "partie")),
        TreatyStanding.Signatory when Action?.Signed is { } signed => Listed(new($"signatario, firma {Of(signed).Es}", $"signatory, signed {In(signed).En}", $"signataire, signature {Of(signed).Fr}")),
        TreatyStanding.Signatory => Listed(new("signatario", "signatory", "signataire")),
        TreatyStanding.NoRecord => Listed(new("sin registro", "no record", "sans mention")),
        _ => new("no hay lista", "no list held", "aucune liste"),
    };

    /// <summary>With the date of the list: "party since 8 March 1999 (list of August 2022)".</summary>
    private Text Listed(Text standing) => AsOf is not { } date ? standing
        : new($"{standing.Es} (lista {Of(date).Es})", $"{standing.En} (list of {In(date).En})", $"{standing.Fr} (liste {Of(date).Fr})");

    private static Text In(TimePeriod date) => DateWords.In(date);

    private static string Article(TimePeriod date, string article) => date.Frequency == 'D' ? article : "";

    /// <summary>"de 2011", "de agosto de 2022", "del 28 de junio de 2011"; "d’août 2022", "du 28 juin 2011".</summary>
    private static Text Of(TimePeriod date) => new(
        $"{(date.Frequency == 'D' ? "del" : "de")} {In(date).Es}", $"of {In(date).En}",
        date.Frequency == 'D' ? $"du {In(date).Fr}" : "ao".Contains(In(date).Fr[0], StringComparison.Ordinal) ? $"d’{In(date).Fr}" : $"de {In(date).Fr}");
}

/// <summary>How many of some areas are parties, signatories, or not in the list.</summary>
/// <param name="Parties">Parties.</param>
/// <param name="Signatories">Signatories that were not yet parties.</param>
/// <param name="Areas">Areas counted over: the denominator.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TreatyCount(int Parties, int Signatories, int Areas)
{
    /// <summary>Areas of which the list has no record.</summary>
    public int NoRecord => Areas - Parties - Signatories;
}

/// <summary>Instruments and what dated lists say of their parties. A list is never read as the present state.</summary>
public sealed class Treaties
{
    private readonly Dictionary<(string Instrument, string Area), TreatyAction> latest;
    private readonly ILookup<string, TreatyAction> byInstrument;
    private readonly ILookup<string, TreatyAction> byArea;
    private readonly Dictionary<string, Instrument> byId;

    private Treaties(IReadOnlyList<Instrument> instruments, IReadOnlyCollection<TreatyAction> actions)
    {
        Instruments = instruments;
        byId = instruments.ToDictionary(instrument => instrument.Id);
        byInstrument = actions.OrderBy(action => action.Party?.FirstDay ?? DateOnly.MaxValue).ThenBy(action => action.Area, StringComparer.Ordinal).ToLookup(action => action.Instrument);
        byArea = actions.ToLookup(action => action.Area);
        latest = actions.ToDictionary(action => (action.Instrument, action.Area));
    }

    /// <summary>Every instrument, in the order the register gives them.</summary>
    public IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>Reads the published records of both registers; of several lists of an instrument the latest counts.</summary>
    public static Treaties Read(IEnumerable<PublishedRecord> instruments, IEnumerable<PublishedRecord> actions)
    {
        var all = actions.Select(record => new TreatyAction(
            record.Id, record["instrument"], record["area"], record["status"] == "party", record.Filled("act"),
            record.Date("signed"), record.Date("party"), record.Date("as_of")!.Value, record.Sources is [var source, ..] ? source : default))
            .GroupBy(action => (action.Instrument, action.Area))
            .Select(group => group.MaxBy(action => action.AsOf.LastDay)!).ToList();
        var held = all.GroupBy(action => action.Instrument).ToDictionary(group => group.Key, group => group.MaxBy(action => action.AsOf.LastDay)!.AsOf);
        var listed = instruments
            .Select(record => new Instrument(record, record.Date("snapshot") ?? (held.TryGetValue(record.Id, out var date) ? date : null)))
            .OrderBy(instrument => instrument.Record.Number("order") ?? decimal.MaxValue).ThenBy(instrument => instrument.Id, StringComparer.Ordinal).ToList();
        return new(listed, all);
    }

    /// <summary>An instrument by its id, or null.</summary>
    public Instrument? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>What the list of an instrument says, those longest a party first.</summary>
    public IEnumerable<TreatyAction> Of(Instrument instrument) => byInstrument[instrument.Id];

    /// <summary>What lists say of an area.</summary>
    public IEnumerable<TreatyAction> OfArea(string area) => byArea[area];

    /// <summary>What is known of an area and an instrument.</summary>
    public TreatyCell Cell(Instrument instrument, string area)
    {
        if (instrument.AsOf is not { } date)
            return new(TreatyStanding.NoList, null, null);
        return latest.TryGetValue((instrument.Id, area), out var action)
            ? new(action.IsParty ? TreatyStanding.Party : TreatyStanding.Signatory, action, date)
            : new(TreatyStanding.NoRecord, null, date);
    }

    /// <summary>Counts over areas; null when no list is held, which is not a count of none.</summary>
    public TreatyCount? Count(Instrument instrument, IReadOnlyCollection<string> areas)
    {
        if (instrument.AsOf is null)
            return null;
        var (parties, signatories) = (0, 0);
        foreach (var area in areas)
        {
            if (!latest.TryGetValue((instrument.Id, area), out var action))
                continue;
            _ = action.IsParty ? parties++ : signatories++;
        }

        return new(parties, signatories, areas.Count);
    }

    /// <summary>Parties at the end of each year from the first to the year of the list, of those whose year is known.</summary>
    public IReadOnlyList<(int Year, int Parties)> Course(Instrument instrument)
    {
        var years = byInstrument[instrument.Id].Where(action => action is { IsParty: true, Party: not null }).Select(action => action.Party!.Value.Year).Order().ToList();
        if (years.Count == 0 || instrument.AsOf is not { } date)
            return [];
        return [.. Enumerable.Range(years[0], Math.Max(1, date.Year - years[0] + 1)).Select(year => (year, years.Count(other => other <= year)))];
    }
}
