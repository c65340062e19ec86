using Periplo.Areas;
using Periplo.Indicators;
using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>What a profile is of.</summary>
public enum ProfileKind
{
    /// <summary>A country or territory.</summary>
    Country,

    /// <summary>A region, an economic community or the members of a process.</summary>
    Group,

    /// <summary>The world.</summary>
    World,

    /// <summary>An origin and a destination.</summary>
    Corridor,
}

/// <summary>The area or corridor a profile is of.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Area">The area; of a corridor the origin.</param>
/// <param name="Destination">The destination of a corridor; null for all else.</param>
public sealed record ProfileSubject(ProfileKind Kind, Area Area, Area? Destination = null)
{
    /// <summary>The subject of an area by what the area is.</summary>
    public static ProfileSubject Of(Area area)
    {
        ArgumentNullException.ThrowIfNull(area);
        return new(area.Id == WorldId ? ProfileKind.World : area.Kind is AreaKind.Region or AreaKind.Group ? ProfileKind.Group : ProfileKind.Country, area);
    }

    /// <summary>Id of the world: its code of UN M49.</summary>
    public const string WorldId = "001";

    /// <summary>What the subject is called; of a corridor both ends.</summary>
    public Text Name => Destination is null
        ? Area.ShortName
        : new($"{Area.ShortName.Es} – {Destination.ShortName.Es}", $"{Area.ShortName.En} – {Destination.ShortName.En}", $"{Area.ShortName.Fr} – {Destination.ShortName.Fr}");

    /// <summary>Id of the area, of a corridor both: <c>GTM-USA</c>. The name of files.</summary>
    public string Id => Destination is null ? Area.Id : $"{Area.Id}-{Destination.Id}";
}

/// <summary>The sections of a profile, in their order; the value is the number a reader sees.</summary>
public enum SectionKind
{
    /// <summary>Cover, edition, cut-off, citation, licence.</summary>
    Cover,

    /// <summary>Eight tiles and five sentences.</summary>
    Summary,

    /// <summary>Population and migration trends.</summary>
    Population,

    /// <summary>Who the migrants are.</summary>
    Migrants,

    /// <summary>Emigrants and diaspora.</summary>
    Emigrants,

    /// <summary>Forced displacement, protection, deaths.</summary>
    Displacement,

    /// <summary>Labour and skills.</summary>
    Labour,

    /// <summary>Remittances and finance.</summary>
    Remittances,

    /// <summary>Development and what migration does to it.</summary>
    Development,

    /// <summary>Law, policy, governance.</summary>
    Governance,

    /// <summary>Commitments, projects and money.</summary>
    Commitments,

    /// <summary>The largest corridors.</summary>
    Corridors,

    /// <summary>Quality of every indicator, and gaps.</summary>
    Quality,

    /// <summary>Methods and sources.</summary>
    Methods,
}

/// <summary>A section of a profile. It is never empty: where nothing is known it holds the note that says what is missing and who could fill it.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What stands in it, from top to bottom.</param>
public sealed record ProfileSection(SectionKind Kind, Text Title, IReadOnlyList<ProfileBlock> Blocks)
{
    /// <summary>Its number: the cover is 0.</summary>
    public int Number => (int)Kind;

    /// <summary>Its code: the anchor of a page, the name in comments: <c>population</c>.</summary>
    public string Id => SectionNames.Code(Kind);

    /// <summary>The one-line answer under the heading: the first sentence whose guards let it pass, or null.</summary>
    public SentenceBlock? Answer => Blocks.OfType<SentenceBlock>().FirstOrDefault(sentence => sentence.Refused is null);
}

/// <summary>
/// The migration of an area in one document, in no language until it is written. It follows from the indicators and
/// registers alone: the same revisions, release and edition make the same profile, byte for byte.
/// </summary>
/// <param name="Subject">What it is of.</param>
/// <param name="Edition">The frozen set of revisions it was made from.</param>
/// <param name="Standing">Draft, or validated by whom.</param>
/// <param name="Sections">All sections in order.</param>
public sealed record Profile(ProfileSubject Subject, Edition Edition, EditionStanding Standing, IReadOnlyList<ProfileSection> Sections)
{
    private IReadOnlyList<IndicatorValue>? values;

    /// <summary>Every value of every indicator over time and its largest counterparts: the annex. Made when first asked for, because pages do not need it.</summary>
    public IReadOnlyList<IndicatorValue> Values => values ??= MakeValues();

    /// <summary>Makes <see cref="Values"/>.</summary>
    public required Func<IReadOnlyList<IndicatorValue>> MakeValues { private get; init; }

    /// <summary>Its title.</summary>
    public Text Title => Subject.Kind == ProfileKind.Corridor
        ? new($"Perfil del corredor migratorio {Subject.Name.Es}", $"Migration corridor profile: {Subject.Name.En}", $"Profil du corridor migratoire {Subject.Name.Fr}")
        : new($"Perfil migratorio: {Subject.Name.Es}", $"Migration profile: {Subject.Name.En}", $"Profil migratoire : {Subject.Name.Fr}");

    /// <summary>How to cite it.</summary>
    public Text Citation => new(
        $"Periplo. {Title.Es}. {Edition.Name.Es}, con datos al {DateWords.In(Edition.Cutoff).Es}. Programa {Edition.Software}.",
        $"Periplo. {Title.En}. {Edition.Name.En}, data as of {DateWords.In(Edition.Cutoff).En}. Software {Edition.Software}.",
        $"Periplo. {Title.Fr}. {Edition.Name.Fr}, données au {DateWords.In(Edition.Cutoff).Fr}. Logiciel {Edition.Software}.");

    /// <summary>A section.</summary>
    public ProfileSection this[SectionKind kind] => Sections.First(section => section.Kind == kind);

    /// <summary>Every chart, in order.</summary>
    public IEnumerable<FigureBlock> Figures => Sections.SelectMany(section => section.Blocks).OfType<FigureBlock>();

    /// <summary>Every indicator with its value or gap, in order; what the annex and the table of quality hold.</summary>
    public IReadOnlyList<IndicatorRow> Indicators => [.. this[SectionKind.Quality].Blocks.OfType<IndicatorsBlock>().SelectMany(block => block.Rows)];

    /// <summary>True when any indicator has a value: a profile of nothing is not written.</summary>
    public bool HasValues => Indicators.Any(row => row.Value is { IsFilled: true });
}
