using System.Security.Cryptography;
using System.Text;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Populations;
using Periplo.Statistics;
using Text = Periplo.Languages.Text;

namespace Periplo.Observatory;

/// <summary>Populations with and without migration.</summary>
public sealed partial class Installation
{
    /// <summary>Steps of five years that are kept: from 2020 to 2100.</summary>
    public const int ScenarioSteps = 16;

    private const string ScenarioReader = "population-scenarios 1";

    private static Text ScenarioMethod { get; } = new(
        "Componentes por cohortes cada cinco años, con fecundidad y mortalidad constantes y esquemas modelo ajustados a lo publicado (docs/methods/projection.md). Son escenarios, no pronósticos.",
        "Cohort components every five years, with constant fertility and mortality and model schedules fitted to what is published (docs/methods/projection.md). They are scenarios, not forecasts.",
        "Composantes par cohortes tous les cinq ans, à fécondité et mortalité constantes, avec des tables types ajustées aux chiffres publiés (docs/methods/projection.md). Ce sont des scénarios, non des prévisions.");

    /// <summary>Projects areas under every scenario, from the figures held.</summary>
    /// <param name="area">One area; all that have the figures when null.</param>
    /// <param name="revision">Revision of <c>DEMOGRAPHY</c>; the latest that has population by age and sex when null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="StatisticsException">The figures needed are not there.</exception>
    public IReadOnlyList<AreaScenarios> ProjectPopulations(Area? area, string? revision, CancellationToken cancellation)
    {
        var inputs = PopulationInputs(revision);
        var published = DemographyFigures.Of(inputs.Demography, inputs.Stock, inputs.Start, Areas).Where(one => area is null || one.Area == area.Id).ToList();
        if (published.Count == 0 && area is not null)
        {
            throw new StatisticsException(new(
                $"{inputs.Demography.Revision.Id} no tiene población por edad y sexo de {area.ShortName.Es}.",
                $"{inputs.Demography.Revision.Id} has no population by age and sex of {area.ShortName.En}.",
                $"{inputs.Demography.Revision.Id} n’a pas de population par âge et sexe pour {area.ShortName.Fr}."));
        }

        return Project(published, cancellation);
    }

    /// <summary>
    /// Projects all areas and keeps the result as <c>POPULATION_SCENARIOS</c>, in a revision of source PERIPLO named after the revision of
    /// the population. The same figures again change nothing.
    /// </summary>
    /// <param name="revision">Revision of <c>DEMOGRAPHY</c>; the latest that has population by age and sex when null.</param>
    /// <param name="cancellation">Stops the work; nothing of it stays.</param>
    /// <exception cref="StatisticsException">The figures needed are not there.</exception>
    public ImportResult EstimatePopulations(string? revision, CancellationToken cancellation)
    {
        var inputs = PopulationInputs(revision);
        var definition = sources.PopulationScenarios;
        var file = inputs.File();
        if (StoredParts().FirstOrDefault(part => part.Revision.Dataset == definition.Id && part.File.Sha256 == file.Sha256 && part.Reader == ScenarioReader) is { } same)
            return new(same, IsNew: false);
        var areas = Project(DemographyFigures.Of(inputs.Demography, inputs.Stock, inputs.Start, Areas), cancellation);
        var observations = ScenarioTable.Build(
            definition, areas, DemographyFigures.YearsWithAges(inputs.Demography).Select(year => (year, DemographyFigures.Structures(inputs.Demography, year))));
        var chunks = ObservationChunk.Cut(observations).ToList();
        using var writer = Store.BeginWrite();
        var (before, name) = (writer.Parts(), inputs.Demography.Revision.Id.Replace('.', '-'));
        bool Taken(string one) => before.Any(part => part.Revision == new Revision(definition.Id, OwnSource, one));
        var release = !Taken(name) ? name : Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{name}-{number:D2}").First(one => !Taken(one));
        var part = new Part(
            new(definition.Id, OwnSource, release), file, ScenarioReader, inputs.Describe(), Papers(inputs), observations.Count, [], Notes(areas),
            [.. inputs.Demography.Parts.Concat(inputs.Stock?.Parts ?? []).Select(one => one.File)], clock.GetUtcNow(), [.. chunks.Select(chunk => chunk.Hash)]);
        foreach (var chunk in chunks)
            writer.Add(chunk);
        writer.Add(part);
        cancellation.ThrowIfCancellationRequested();
        writer.Commit();
        Forget();
        return new(part, IsNew: true);
    }

    private static List<AreaScenarios> Project(IReadOnlyList<AreaDemography> published, CancellationToken cancellation) =>
        [.. published.AsParallel().AsOrdered().WithCancellation(cancellation).Select(one => AreaScenarios.Of(one, ScenarioSteps))];

    private Inputs PopulationInputs(string? revision) => FindPopulationInputs(revision) ?? throw new StatisticsException(new(
        "El almacén no tiene población por edad y sexo con las medidas quinquenales que la proyección necesita (DEMOGRAPHY, Perspectivas de la Población Mundial 2019). Importe los archivos con «periplo import».",
        "The store holds no population by age and sex with the five-year measures the projection needs (DEMOGRAPHY, World Population Prospects 2019). Import the files with \"periplo import\".",
        "Le dépôt ne contient pas de population par âge et sexe avec les mesures quinquennales dont la projection a besoin (DEMOGRAPHY, World Population Prospects 2019). Importez les fichiers avec « periplo import »."));

    private Inputs? FindPopulationInputs(string? revision)
    {
        var candidates = revision is null ? Revisions(sources.Demography) : [Revision(sources.Demography, revision)];
        foreach (var candidate in candidates)
        {
            var demography = Dataset(sources.Demography, candidate);
            if (DemographyFigures.Start(demography) is { } start)
                return new(demography, Revisions(sources.Stock) is [var latest, ..] ? Dataset(sources.Stock, latest) : null, start);
        }

        return null;
    }

    private static Papers Papers(Inputs inputs)
    {
        var of = inputs.Demography.Parts[0].Papers;
        string Made(string es, string by) => $"{es} {by}";
        return new(
            new(Made("Periplo, a partir de:", of.Publisher.Es), Made("Periplo, from:", of.Publisher.En), Made("Periplo, d’après :", of.Publisher.En)),
            of.Url, of.Licence, ScenarioMethod);
    }

    private static Text[] Notes(List<AreaScenarios> areas)
    {
        var residual = Math.Round(areas.Sum(one => one.Model.NetMigrants.Total));
        string Persons(Language language) => Numbers.Format(residual, NumberStyle.Whole, language);
        return
        [
            new(
                "Se suponen constantes la fecundidad y la mortalidad de 2015–2020 hasta el final: no se comparan con las variantes de Naciones Unidas, que las hacen variar.",
                "Fertility and mortality of 2015–2020 are supposed constant to the end: not to be compared with the variants of the United Nations, which let them change.",
                "La fécondité et la mortalité de 2015–2020 sont supposées constantes jusqu’à la fin : à ne pas comparer avec les variantes des Nations Unies, qui les font varier."),
            new(
                $"La migración neta de las {areas.Count} áreas suma {Persons(Language.Es)} personas cada cinco años en el escenario constante: en esa medida los totales mundiales con y sin migración no son comparables.",
                $"Net migration of the {areas.Count} areas adds up to {Persons(Language.En)} persons every five years in the constant scenario: to that extent world totals with and without migration do not compare.",
                $"Le solde migratoire des {areas.Count} zones totalise {Persons(Language.En)} personnes tous les cinq ans dans le scénario constant : dans cette mesure, les totaux mondiaux avec et sans migration ne se comparent pas."),
        ];
    }

    /// <summary>What a projection is made from.</summary>
    private sealed record Inputs(Dataset Demography, Dataset? Stock, int Start)
    {
        public string Describe() =>
            $"DEMOGRAPHY {Demography.Revision.Id} {Demography.ContentHash}\nSTOCK {(Stock is null ? "none" : $"{Stock.Revision.Id} {Stock.ContentHash}")}\nstart {Start}\nsteps {ScenarioSteps}\n";

        public SourceFile File()
        {
            var text = Encoding.UTF8.GetBytes(Describe());
            return new($"population-scenarios-{Demography.Revision.Id.ToLowerInvariant()}", Convert.ToHexStringLower(SHA256.HashData(text)), text.Length);
        }
    }
}
