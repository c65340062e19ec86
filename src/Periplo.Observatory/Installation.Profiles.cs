using System.Collections.Concurrent;
using Periplo.Areas;
using Periplo.Charts;
using Periplo.Cooperation;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Profiles;
using Periplo.Registers;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <content>Editions of profiles, and what profiles are made from.</content>
public sealed partial class Installation
{
    private const string EditionRegister = "editions";
    private const int MostEditionsHeld = 4;

    /// <summary>What editions are made from, by their code: it stays what it is for ever.</summary>
    private readonly ConcurrentDictionary<string, Frozen> frozen = new();

    /// <summary>Release of the software, as documents name it.</summary>
    public static string Software { get; } = $"Periplo {typeof(Installation).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>The editions, latest cut-off first.</summary>
    public IReadOnlyList<Edition> Editions() =>
        [.. EditionRecords.Read(Records.Table(EditionRegister)).OrderByDescending(edition => edition.Cutoff).ThenBy(edition => edition.Id, StringComparer.Ordinal)];

    /// <summary>An edition by its code; the one that is not frozen when none is named.</summary>
    /// <param name="id">Its code, or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="StatisticsException">There is none.</exception>
    public Edition Edition(string? id, CancellationToken cancellation)
    {
        if (id is null or Profiles.Edition.WorkingId)
            return Profiles.Edition.Working(Today, Software, [.. Indicators(cancellation).Revisions.Select(revision => new FrozenRevision(revision.Dataset, revision.Id, ""))], Records.Number);
        var all = Editions();
        return all.FirstOrDefault(edition => edition.Id == id) ?? throw new StatisticsException(all.Count == 0
            ? new($"No hay ninguna edición «{id}»: todavía no se ha congelado ninguna («periplo profile freeze»).", $"There is no edition \"{id}\": none has been frozen yet (\"periplo profile freeze\").", $"Il n’y a pas d’édition « {id} » : aucune n’a encore été figée (« periplo profile freeze »).")
            : new(
                $"No hay ninguna edición «{id}». Las que hay: {string.Join(", ", all.Select(edition => edition.Id))}.", $"There is no edition \"{id}\". There are: {string.Join(", ", all.Select(edition => edition.Id))}.",
                $"Il n’y a pas d’édition « {id} ». Celles qui existent : {string.Join(", ", all.Select(edition => edition.Id))}."));
    }

    /// <summary>Freezes the latest revisions and the registers as they stand as an edition.</summary>
    /// <param name="person">Who does; must be allowed to approve records of the register of editions.</param>
    /// <param name="id">Its code: <c>2026</c>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cutoff">Day of the cut-off, not after today.</param>
    /// <param name="cancellation">Stops the work; nothing is written.</param>
    /// <exception cref="StatisticsException">The code is taken or not one, the day is to come, or there are no figures.</exception>
    /// <exception cref="RegisterException">The person may not.</exception>
    public Edition Freeze(Person person, string id, Text name, DateOnly cutoff, CancellationToken cancellation)
    {
        if (!RecordCheck.IsId(id) || id == Profiles.Edition.WorkingId)
            throw new StatisticsException(new($"«{id}» no sirve de código de una edición: use letras de ASCII, cifras, «.», «_» y «-».", $"\"{id}\" cannot be the code of an edition: use ASCII letters, digits, \".\", \"_\" and \"-\".", $"« {id} » ne peut être le code d’une édition : utilisez des lettres ASCII, des chiffres, « . », « _ » et « - »."));
        if (Records.Table(EditionRegister).Find(id) is not null)
            throw new StatisticsException(new($"Ya hay una edición «{id}», y una edición no cambia: use otro código.", $"There is an edition \"{id}\" already, and an edition does not change: use another code.", $"Il existe déjà une édition « {id} », et une édition ne change pas : utilisez un autre code."));
        if (cutoff > Today)
            throw new StatisticsException(new($"El corte {cutoff:yyyy-MM-dd} está por venir.", $"The cut-off {cutoff:yyyy-MM-dd} is to come.", $"La date d’arrêt {cutoff:yyyy-MM-dd} est à venir."));
        var revisions = Indicators(cancellation).Revisions;
        if (revisions.Count == 0)
            throw new StatisticsException(new("El almacén no tiene datos que congelar.", "The store holds no data to freeze.", "L’entrepôt n’a pas de données à figer."));
        var edition = new Edition(
            id, name, cutoff, Software,
            [.. revisions.Select(revision => new FrozenRevision(revision.Dataset, revision.Id, Dataset(Definition(revision.Dataset), revision).ContentHash))], Records.Number);
        var register = Records.Registers.Get(EditionRegister);
        Records.Import(person, EditionRegister, [new(name, id, EditionRecords.Values(register, edition))], register.Workflow.Published.Id, "", cancellation);
        return edition;
    }

    /// <summary>Who validated the edition of an area's profile and what was said of it.</summary>
    public EditionStanding ProfileStanding(Edition edition, string area) => EditionRecords.Standing(
        PublishedRecord.Of(Records.Table("profile-validations")), PublishedRecord.Of(Records.Table("profile-comments")), edition.Id, area);

    /// <summary>All that the profiles of an edition are made from.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="font">Measures the text of charts.</param>
    /// <param name="world">Outlines for maps, or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="StatisticsException">A revision of the edition is no longer held as it was frozen.</exception>
    public ProfileMaterial ProfileMaterial(Edition edition, FontMetrics font, World? world, CancellationToken cancellation)
    {
        if (!edition.IsFrozen)
        {
            var tables = Records.Tables();
            return Material(Indicators(cancellation), new(tables), Dossier(), font, world);
        }

        if (!frozen.TryGetValue(edition.Id, out var known) || known.Edition != edition)
        {
            var tables = Records.TablesAt(edition.Records);
            var promised = new Dossier(tables);
            var cooperation = new CooperationIndex(tables);
            known = new(edition, Indicators(edition.Revisions.Select(Held).ToList(), ProcessGroups.Of(cooperation, Areas, edition.Cutoff), cooperation, promised, cancellation), cooperation, promised);
            if (frozen.Count >= MostEditionsHeld)
                frozen.Clear();
            frozen[edition.Id] = known;
        }

        return Material(known.Indicators, known.Cooperation, known.Dossier, font, world);
    }

    /// <summary>The profile of a corridor.</summary>
    /// <param name="origin">Where people come from.</param>
    /// <param name="destination">Where they live.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="material">What <see cref="ProfileMaterial"/> gave for it.</param>
    /// <param name="links">Addresses, in the language and form of who writes the profile.</param>
    /// <exception cref="StatisticsException">The two are no corridor.</exception>
    public Profile CorridorProfile(Area origin, Area destination, Edition edition, ProfileMaterial material, ProfileLinks links)
    {
        ArgumentNullException.ThrowIfNull(material);
        var stock = material.Sources.Where(source => source.Dataset == Definitions.Stock.Id).Select(source => Dataset(source.Dataset, source.Revision))
            .FirstOrDefault(dataset => dataset.Observations.Codes[dataset.Definition.Dimension("COUNTERPART_AREA")].Length > 2);
        return new CorridorGenerator(material, stock, edition, links).Of(origin, destination);
    }

    /// <summary>What changed in an area's indicators between two editions.</summary>
    /// <param name="before">Code of the earlier edition.</param>
    /// <param name="after">Code of the later edition; null for the latest revisions.</param>
    /// <param name="area">The area.</param>
    /// <param name="font">Measures the text of charts.</param>
    /// <param name="cancellation">Stops the work.</param>
    public EditionComparison CompareEditions(string before, string? after, Area area, FontMetrics font, CancellationToken cancellation)
    {
        var (first, second) = (Edition(before, cancellation), Edition(after, cancellation));
        return EditionComparison.Of(Profile(first), Profile(second));

        Profile Profile(Edition edition) => new ProfileGenerator(ProfileMaterial(edition, font, null, cancellation), edition, ProfileLinks.None).Of(area, ProfileStanding(edition, area.Id));
    }

    private ProfileMaterial Material(IndicatorTable table, CooperationIndex cooperation, Dossier dossier, FontMetrics font, World? world)
    {
        var parts = Parts().ToLookup(part => part.Revision);
        return new(
            Areas, table, cooperation, dossier,
            [.. table.Revisions.Select(revision => new ProfileSource(revision.Dataset, Definition(revision.Dataset).Name, revision.Id, [.. parts[revision].Select(part => part.Papers).Distinct()]))],
            font, world);
    }

    private Revision Held(FrozenRevision wanted)
    {
        var definition = Definition(wanted.Dataset);
        var revision = Revision(definition, wanted.Revision);
        return Dataset(definition, revision).ContentHash == wanted.Hash ? revision : throw new StatisticsException(new(
            $"{wanted.Dataset} {wanted.Revision} ya no tiene el contenido con que se congeló la edición: restaure el almacén de entonces.",
            $"{wanted.Dataset} {wanted.Revision} no longer has the content the edition was frozen with: restore the store of that time.",
            $"{wanted.Dataset} {wanted.Revision} n’a plus le contenu avec lequel l’édition a été figée : restaurez l’entrepôt d’alors."));
    }

    private sealed record Frozen(Edition Edition, IndicatorTable Indicators, CooperationIndex Cooperation, Dossier Dossier);
}
