using Periplo.Areas;
using Periplo.Charts;
using Periplo.Cooperation;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Profiles;

/// <summary>
/// Makes the profile of a corridor: the stock both ways over time, and what both ends have signed and joined. It has
/// the sections in which a corridor has something to say. Safe for many threads.
/// </summary>
/// <param name="material">What profiles are made from.</param>
/// <param name="stock">Migrant stock by origin, of the edition; null where it has none.</param>
/// <param name="edition">The edition.</param>
/// <param name="links">Addresses, in the language and form of who writes the profile.</param>
public sealed class CorridorGenerator(ProfileMaterial material, Dataset? stock, Edition edition, ProfileLinks links)
{
    private const string Code = "M1.06";
    private static readonly Guard[] Level = [Guard.HasValue, Guard.Recent, Guard.NotImputed];

    /// <summary>The profile of a corridor.</summary>
    /// <param name="origin">Where people come from.</param>
    /// <param name="destination">Where they live.</param>
    /// <exception cref="StatisticsException">The two are the same, or one is no country.</exception>
    public Profile Of(Area origin, Area destination)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(destination);
        if (origin.Id == destination.Id || !origin.IsLeaf || !destination.IsLeaf)
        {
            throw new StatisticsException(new(
                "Un corredor une dos países distintos.", "A corridor joins two different countries.", "Un corridor relie deux pays différents."));
        }

        if (material.Indicators.Registry.Find(Code) is not { } indicator)
            throw new StatisticsException(new($"Falta el indicador {Code}.", $"Indicator {Code} is missing.", $"L’indicateur {Code} manque."));
        var (there, back) = (Course(indicator, origin, destination), Course(indicator, destination, origin));
        IReadOnlyList<IndicatorRow> rows = [Row(indicator, origin, there), Row(indicator, destination, back)];
        var profile = new Profile(new(ProfileKind.Corridor, origin, destination), edition, EditionStanding.Draft, []) { MakeValues = () => [.. there, .. back] };
        return profile with
        {
            Sections =
            [
                Section(SectionKind.Cover, ProfilePapers.Cover(profile, material.Sources)),
                Section(SectionKind.Summary, [Say(indicator, origin, destination, there), Say(indicator, destination, origin, back)]),
                Section(SectionKind.Governance, [Instruments(origin, destination), Processes(origin, destination)]),
                Section(SectionKind.Corridors, [.. Figure(indicator, origin, destination, there, back)]),
                Section(SectionKind.Quality, [.. Quality(indicator, rows)]),
                Section(SectionKind.Methods, ProfilePapers.Methods(edition, material.Sources, [indicator], links)),
            ],
        };
    }

    private static ProfileSection Section(SectionKind kind, IReadOnlyList<ProfileBlock> blocks) => new(kind, SectionNames.Title(kind), blocks);

    /// <summary>The stock of those from one end in the other, earliest first.</summary>
    private List<IndicatorValue> Course(IndicatorDefinition indicator, Area origin, Area destination)
    {
        if (stock is null)
            return [];
        var query = Query.All.Where("REF_AREA", destination.Id).Where("COUNTERPART_AREA", origin.Id).Where("MEASURE", "STOCK").Where("SEX", "_T").Where("AGE", "_T");
        var observations = stock.Observations;
        return [.. stock.Select(query).Where(i => !observations.Statuses[i].IsMissing() && observations.Times[i].Year <= edition.Cutoff.Year).OrderBy(i => observations.Times[i]).Select(i => new IndicatorValue(
            indicator, destination.Id, observations.Times[i], new(indicator.Measures[0].Id, origin.Id), stock.Plain(i), null, "PS", observations.Statuses[i], null, null,
            [new(stock.Definition.Id, stock.Revision.Id, string.Join('.', Enumerable.Range(0, stock.Definition.Structure.Dimensions.Count).Select(d => observations.Code(d, i))), observations.Times[i], stock.Parts[0].Papers.Publisher)]))];
    }

    private SentenceBlock Say(IndicatorDefinition indicator, Area origin, Area destination, List<IndicatorValue> course)
    {
        var subject = Direction(origin, destination);
        return new SentenceTemplate("corridor", SectionKind.Summary, subject, indicator.Code, Level)
        {
            Terms = _ => new(edition.Cutoff, [course.Count > 0 ? course[^1] : null]),
            Words = (_, terms) =>
            {
                var value = terms.Values[0]!;
                var (number, year) = (Numbers.In(value.Value, ValueWords.Short(value.Unit, value.Value)), value.Period.Year);
                return new(
                    $"{subject.Es}: el número de migrantes era de {number.Es} en {year}.", $"{subject.En}: the number of migrants was {number.En} in {year}.",
                    $"{subject.Fr} : le nombre de migrants était de {number.Fr} en {year}.");
            },
        }.Say(new AreaFacts(material.Indicators, material.Areas, destination, edition.Cutoff));
    }

    private IEnumerable<ProfileBlock> Figure(IndicatorDefinition indicator, Area origin, Area destination, List<IndicatorValue> there, List<IndicatorValue> back)
    {
        var series = new[] { (Name: Direction(origin, destination), Values: there), (Name: Direction(destination, origin), Values: back) }.Where(one => one.Values.Count > 0).ToList();
        if (series.Count == 0)
        {
            yield return Gap(indicator);
            yield break;
        }

        var credits = new Credits(
            "corridor", new($"Migrantes de un país en el otro: {Both(origin, destination).Es}", $"Migrants of one country in the other: {Both(origin, destination).En}", $"Migrants d’un pays dans l’autre : {Both(origin, destination).Fr}"),
            ValueWords.Counted("PS"), [.. ProfileSources.Lines(material.Sources, stock!.Definition.Id, stock.Revision.Id)], []);
        Series[] drawn = [.. series.Select(one => new Series(one.Name, [.. one.Values.Select(value => new YearDatum(value.Period.Year, ValueWords.Datum(value, links.Lineage(value.Inputs[0]))))]) { LongestStep = 5 })];
        yield return new FigureBlock(
            "corridor", Lines.Draw(credits, drawn, new(), material.Font),
            Lines.Draw(credits with { Id = "corridor-narrow" }, drawn, new() { Width = ProfileFigures.NarrowWidth, Height = 260 }, material.Font), [indicator]);
    }

    private TableBlock Instruments(Area origin, Area destination)
    {
        var treaties = material.Cooperation.Treaties;
        return new(
            "instruments", new("Instrumentos internacionales", "International instruments", "Instruments internationaux"),
            new(
                [new(new("Instrumento", "Instrument", "Instrument")), new(origin.ShortName), new(destination.ShortName)],
                [.. treaties.Instruments.Select(instrument => new[] { Cell.Of(instrument.Name, links.Record("instruments", instrument.Id)), Cell.Of(treaties.Cell(instrument, origin.Id).Words), Cell.Of(treaties.Cell(instrument, destination.Id).Words) })]));
    }

    private ProfileBlock Processes(Area origin, Area destination)
    {
        HashSet<string> Of(Area area) => [.. material.Cooperation.Memberships.On(edition.Cutoff, area.Id).Where(one => one.Role == Membership.Member).Select(one => one.Process)];
        var shared = Of(origin).Intersect(Of(destination)).Order(StringComparer.Ordinal).ToList();
        return shared.Count == 0
            ? new TextBlock(null, new(
                "Los registros que se tienen no nombran ningún proceso del que ambos sean miembros.", "The registers held name no process of which both are members.",
                "Les registres disponibles ne nomment aucun processus dont les deux soient membres."))
            : new TableBlock(
                "processes", new("Procesos de los que ambos son miembros", "Processes of which both are members", "Processus dont les deux sont membres"),
                new([new(new("Proceso", "Process", "Processus"))], [.. shared.Select(id => new[] { Cell.Of(material.Cooperation.Find("processes", id)?.Title ?? Text.Same(id), links.Record("processes", id)) })]));
    }

    private IEnumerable<ProfileBlock> Quality(IndicatorDefinition indicator, IReadOnlyList<IndicatorRow> rows)
    {
        yield return new IndicatorsBlock("indicators", new("Calidad de cada indicador", "Quality of each indicator", "Qualité de chaque indicateur"), rows);
        if (rows.Any(row => row.Value is null))
            yield return Gap(indicator);
    }

    private IndicatorRow Row(IndicatorDefinition indicator, Area origin, List<IndicatorValue> course)
    {
        if (course.Count == 0)
            return new(indicator, indicator.Measures[0], null, Numbers.MissingBecause(Reason), QualityLight.Missing) { Part = origin.ShortName, Href = links.Indicator(indicator.Code) };
        var value = course[^1];
        return new(indicator, indicator.Measures[0], value, ValueWords.Of(value), ProfileGenerator.Light(value, edition.Cutoff))
        {
            Part = origin.ShortName,
            Lineage = links.Lineage(value.Inputs[0]),
            Href = links.Indicator(indicator.Code),
            Source = value.Inputs[0].Publisher,
        };
    }

    private GapBlock Gap(IndicatorDefinition indicator) => new([new(indicator, ValueWords.Capital(Reason), links.Indicator(indicator.Code))]);

    private static Text Reason { get; } = new("la fuente no tiene cifra de este corredor", "the source has no figure of this corridor", "la source n’a pas de chiffre pour ce corridor");

    private static Text Both(Area origin, Area destination) => new($"{origin.ShortName.Es} – {destination.ShortName.Es}", $"{origin.ShortName.En} – {destination.ShortName.En}", $"{origin.ShortName.Fr} – {destination.ShortName.Fr}");

    private static Text Direction(Area origin, Area destination) => new($"{origin.ShortName.Es} → {destination.ShortName.Es}", $"{origin.ShortName.En} → {destination.ShortName.En}", $"{origin.ShortName.Fr} → {destination.ShortName.Fr}");
}
