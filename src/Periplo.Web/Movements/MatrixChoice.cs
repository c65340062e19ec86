using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Web.Movements;

/// <summary>Which part of a regional matrix is shown.</summary>
public enum MatrixScope
{
    /// <summary>All of it.</summary>
    All,

    /// <summary>Citizens of the other members of the region.</summary>
    Within,

    /// <summary>Citizens of countries beyond the region: into it for entries, out of it for exits.</summary>
    Across,

    /// <summary>The reporting countries' own citizens.</summary>
    Own,
}

/// <summary>What the matrix of movements is asked to show: source, region, year, direction, part.</summary>
/// <param name="Source">The figures of one source, or of the offices of countries.</param>
/// <param name="Region">The region.</param>
/// <param name="Year">The year.</param>
/// <param name="IsEntry">Entries, or exits.</param>
/// <param name="Scope">Which part.</param>
public sealed record MatrixChoice(ReportingSources Source, Area Region, int Year, bool IsEntry, MatrixScope Scope)
{
    private static readonly string[] Regions = ["019", "419", "021", "013", "029", "005", "150", "002", "142", "009", "001"];

    /// <summary>What may be chosen besides.</summary>
    public required MatrixOffer Offer { get; init; }

    /// <summary>Code of the movement.</summary>
    public string Movement => IsEntry ? "ENTRY" : "EXIT";

    /// <summary>The query that leads here: only what differs from what is shown unasked.</summary>
    public string Query(Language language)
    {
        var parts = new List<string>();
        if (Region.Id != Offer.Regions[0].Id)
            parts.Add($"region={Region.Id}");
        if (Year != Offer.UsualYear)
            parts.Add($"{YearWord.In(language)}={Year}");
        if (!IsEntry)
            parts.Add($"{DirectionWord.In(language)}={ExitWord.In(language)}");
        if (Scope != MatrixScope.All)
            parts.Add($"{ScopeWord.In(language)}={WordOf(Scope).In(language)}");
        if (Source != Offer.Sources[0])
            parts.Add($"{SourceWord.In(language)}={WordOf(Source).In(language)}");
        return parts.Count == 0 ? "" : $"?{string.Join('&', parts)}";
    }

    /// <summary>Name of the year in a query.</summary>
    public static Text YearWord { get; } = new("anio", "year", "annee");

    /// <summary>Name of the direction in a query.</summary>
    public static Text DirectionWord { get; } = new("sentido", "direction", "sens");

    /// <summary>Name of the part in a query.</summary>
    public static Text ScopeWord { get; } = new("ambito", "scope", "portee");

    /// <summary>Name of the source in a query.</summary>
    public static Text SourceWord { get; } = new("fuente", "source", "source");

    /// <summary>Entries in a query.</summary>
    public static Text EntryWord { get; } = new("entradas", "entries", "entrees");

    /// <summary>Exits in a query.</summary>
    public static Text ExitWord { get; } = new("salidas", "exits", "sorties");

    /// <summary>A part in a query.</summary>
    public static Text WordOf(MatrixScope scope) => scope switch
    {
        MatrixScope.Within => new("dentro", "within", "interieur"),
        MatrixScope.Across => new("fuera", "across", "exterieur"),
        MatrixScope.Own => new("propios", "own", "propres"),
        _ => new("todos", "all", "tous"),
    };

    /// <summary>A source in a query: its id, or the word for the offices of countries, which no id is.</summary>
    public static Text WordOf(ReportingSources source) => source.AreOffices ? new("oficinas.nacionales", "national.offices", "offices.nationaux") : Text.Same(source.Datasets[0].Revision.Source);

    /// <summary>A source for people.</summary>
    public static Text NameOf(ReportingSources source) =>
        source.AreOffices ? new("Oficinas de los países", "Offices of the countries", "Offices des pays") : Text.Same(source.Datasets[0].Revision.Source);

    /// <summary>What a query asks for; null when the store has no entries or exits by nationality.</summary>
    /// <param name="site">The site.</param>
    /// <param name="language">Language of the query.</param>
    /// <param name="asked">Gives a part of the query, empty where it is not asked for.</param>
    /// <param name="unknown">Says what was not understood, or null.</param>
    public static MatrixChoice? Of(Site site, Language language, Func<string, string> asked, out Text? unknown)
    {
        unknown = null;
        var sources = site.MonthlySources.Where(source => MovementCoverage.Of(source).Any(one => one.Movement is "ENTRY" or "EXIT")).ToList();
        if (sources.Count == 0)
            return null;
        // What the most countries report comes first.
        sources = [.. sources.OrderByDescending(source => MovementCoverage.Of(source).Where(one => one.Movement is "ENTRY" or "EXIT").Select(one => one.Area).Distinct().Count())];
        var source = Chosen(sources, one => WordOf(one).In(language), asked(SourceWord.In(language)), ref unknown);
        var reported = MovementCoverage.Of(source).Where(one => one.Movement is "ENTRY" or "EXIT").ToList();
        var reporting = reported.Select(one => one.Area).ToHashSet();
        var years = reported.SelectMany(one => one.Months.Select(month => month / 12)).Distinct().OrderDescending().ToList();
        // The last year that any country has whole, else the last.
        var usual = years.Find(year => reported.Exists(one => one.Months.Count(month => month / 12 == year) == 12));
        usual = usual == 0 ? years[0] : usual;
        var regions = Regions.Where(id => site.Areas.TryGet(id, out var region) && site.Areas.Members(region, usual).Any(member => reporting.Contains(member.Id))).Select(id => site.Areas[id]).ToList();
        if (regions.Count == 0)
            return null;
        var offer = new MatrixOffer(sources, regions, years, usual);
        var choice = new MatrixChoice(
            source,
            Chosen(regions, one => one.Id, asked("region"), ref unknown),
            Chosen([usual, .. years], year => $"{year}", asked(YearWord.In(language)), ref unknown),
            Chosen([true, false], entry => (entry ? EntryWord : ExitWord).In(language), asked(DirectionWord.In(language)), ref unknown),
            Chosen(Enum.GetValues<MatrixScope>(), scope => WordOf(scope).In(language), asked(ScopeWord.In(language)), ref unknown)) { Offer = offer };
        return choice;
    }

    // Held with the figures: adding up a hundred thousand of them takes longer than the rest of the page.
    private static readonly ConditionalWeakTable<ReportingSources, ConcurrentDictionary<(string Region, string Movement, int Year), RegionalMatrix>> Known = [];

    /// <summary>The matrix.</summary>
    public RegionalMatrix Matrix(AreaRegistry areas) => Known.GetOrCreateValue(Source).GetOrAdd(
        (Region.Id, Movement, Year), _ => RegionalMatrix.Of(Source, areas, Region, Movement, TimePeriod.OfYear(Year), TimePeriod.OfYear(Year)));

    private static T Chosen<T>(IReadOnlyList<T> offered, Func<T, string> word, string asked, ref Text? unknown)
    {
        if (asked.Length == 0)
            return offered[0];
        foreach (var one in offered)
        {
            if (word(one) == asked)
                return one;
        }

        var shown = asked.Length > 40 ? $"{asked[..40]}…" : asked;
        unknown = new($"No se puede elegir «{shown}».", $"\"{shown}\" cannot be chosen.", $"« {shown} » ne peut être choisi.");
        return offered[0];
    }
}

/// <summary>What a matrix may be asked to show.</summary>
/// <param name="Sources">Sources with entries or exits, the offices of countries among them.</param>
/// <param name="Regions">Regions with a country that reports.</param>
/// <param name="Years">Years, latest first.</param>
/// <param name="UsualYear">The year shown unasked.</param>
public sealed record MatrixOffer(IReadOnlyList<ReportingSources> Sources, IReadOnlyList<Area> Regions, IReadOnlyList<int> Years, int UsualYear);
