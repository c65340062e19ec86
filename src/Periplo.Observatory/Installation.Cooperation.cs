using System.Collections.Concurrent;
using Periplo.Areas;
using Periplo.Cooperation;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <content>What follows from the registers of cooperation and the datasets together.</content>
public sealed partial class Installation
{
    /// <summary>Figures named by records, by content hash and key: both stay what they are for ever.</summary>
    private readonly ConcurrentDictionary<(string Hash, FigureReference Reference), SortedDictionary<TimePeriod, Total>> named = new();
    private ReadDossier? dossier;

    /// <summary>The day it is, by UTC: what a status is of when no date is asked for.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Promises, money and facts as the registers stand.</summary>
    public Dossier Dossier()
    {
        // The number first: a dossier read after it may be newer than it says, never older.
        var number = Records.Number;
        if (dossier is { } known && known.Number == number)
            return known.Dossier;
        var read = new Dossier(Records.Tables());
        dossier = new(number, read);
        return read;
    }

    /// <summary>A commitment with all that follows from it on a date.</summary>
    public Chain Chain(Commitment commitment, DateOnly on)
    {
        var standing = Standing.Of(commitment, on);
        if (commitment.Figure is not { } figure)
            return new(standing, null, null);
        try
        {
            return Trend(figure) is { } trend
                ? new(standing, trend, null)
                : new(standing, null, new($"ninguna revisión tiene «{figure}».", $"no revision has \"{figure}\".", $"aucune révision n’a « {figure} »."));
        }
        catch (StatisticsException error)
        {
            return new(standing, null, error.Explanation);
        }
    }

    /// <summary>The report of a plan on a date.</summary>
    public ActionReport Report(Plan plan, DateOnly on) =>
        new(plan, on, [.. Dossier().OfPlan(plan.Id).Select(commitment => Chain(commitment, on))]);

    /// <summary>The later figures that a fact names, in every revision held, latest first.</summary>
    public IReadOnlyList<LaterFigure> LaterFigures(Fact fact)
    {
        var later = new List<LaterFigure>();
        foreach (var reference in fact.Figures.Select(FigureReference.TryParse).OfType<FigureReference>())
        {
            if (Definitions.Find(reference.Dataset) is not { } definition)
                continue;
            foreach (var revision in Revisions(definition))
                later.Add(new(reference, definition, revision, Figure(definition, revision, reference)));
        }

        return later;
    }

    /// <summary>The countries a region, group or process is made of.</summary>
    /// <param name="name">A region or group by any code or name, or a process by its id or short name.</param>
    /// <param name="on">The day whose memberships of a process are meant; those of regions and groups are of now.</param>
    /// <exception cref="StatisticsException">There is neither, or no country is known to be in it.</exception>
    public IReadOnlyList<Area> MemberCountries(string name, DateOnly on)
    {
        var group = Areas.Find(name);
        List<Area> members = group is null ? [] : [.. Areas.Members(group, null).Where(area => area.Kind == AreaKind.Country)];
        if (members.Count > 0)
            return members;
        var process = ProcessGroups.Find(ProcessGroups.Of(new(Records.Tables()), Areas, on), name);
        if (process is not null)
            members = [.. process.Parts.Select(part => Areas[part])];
        var shown = process ?? group ?? Areas.Resolve(name);
        return members.Count > 0 ? members : throw new StatisticsException(new(
            $"No se conocen los miembros de {shown.ShortName.Es}.", $"The members of {shown.ShortName.En} are not known.", $"Les membres de {shown.ShortName.Fr} ne sont pas connus."));
    }

    private Total? Figure(DatasetDefinition definition, Revision revision, FigureReference reference)
    {
        try
        {
            var found = Figures(Dataset(definition, revision), reference);
            return found.Count == 0 ? null : found.Values.First();
        }
        catch (StatisticsException)
        {
            // A revision of another cut (by age, without origins) has no such figure.
            return null;
        }
    }

    private Trend? Trend(string figure)
    {
        if (FigureReference.TryParse(figure) is not { } reference)
            throw new StatisticsException(new Text($"«{figure}» no tiene la forma CONJUNTO/clave.", $"\"{figure}\" is not of the form DATASET/key.", $"« {figure} » n’a pas la forme JEU/clé."));
        var definition = Definition(reference.Dataset);
        StatisticsException? refused = null;
        foreach (var revision in Revisions(definition))
        {
            var dataset = Dataset(definition, revision);
            try
            {
                if (Figures(dataset, reference) is { Count: > 0 } points)
                    return new(reference, definition, dataset, points);
            }
            catch (StatisticsException error)
            {
                refused ??= error;
            }
        }

        return refused is null ? null : throw refused;
    }

    private SortedDictionary<TimePeriod, Total> Figures(Dataset dataset, FigureReference reference) =>
        named.GetOrAdd((dataset.ContentHash, reference), _ => reference.In(dataset, Areas));

    private sealed record ReadDossier(long Number, Dossier Dossier);
}
