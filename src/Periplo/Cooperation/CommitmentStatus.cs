using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Cooperation;

/// <summary>How a commitment stands. The words are those of the assessments; docs/methods/commitment-status.md has the rules.</summary>
public enum CommitmentStatus
{
    /// <summary>All its actions are planned only.</summary>
    NotStarted,

    /// <summary>Something is being done, or some of it was.</summary>
    UnderWay,

    /// <summary>The deadline has passed and an action is open.</summary>
    Delayed,

    /// <summary>All its actions are completed.</summary>
    Completed,

    /// <summary>All its actions are abandoned.</summary>
    Abandoned,

    /// <summary>Nothing recorded says whether anything was begun. Never the same as not started.</summary>
    NoInformation,
}

/// <summary>Codes and names of the statuses.</summary>
public static class CommitmentStatuses
{
    /// <summary>Every status, in the order they are shown in.</summary>
    public static IReadOnlyList<CommitmentStatus> All { get; } =
        [CommitmentStatus.Completed, CommitmentStatus.UnderWay, CommitmentStatus.Delayed, CommitmentStatus.NotStarted, CommitmentStatus.Abandoned, CommitmentStatus.NoInformation];

    /// <summary>The code used in records, addresses and files.</summary>
    public static string Code(this CommitmentStatus status) => status switch
    {
        CommitmentStatus.NotStarted => "not-started",
        CommitmentStatus.UnderWay => "under-way",
        CommitmentStatus.Delayed => "delayed",
        CommitmentStatus.Completed => "completed",
        CommitmentStatus.Abandoned => "abandoned",
        _ => "no-information",
    };

    /// <summary>The name for people.</summary>
    public static Text Name(this CommitmentStatus status) => status switch
    {
        CommitmentStatus.NotStarted => new("Sin empezar", "Not started", "Non commencé"),
        CommitmentStatus.UnderWay => new("En marcha", "Under way", "En cours"),
        CommitmentStatus.Delayed => new("Con retraso", "Delayed", "En retard"),
        CommitmentStatus.Completed => new("Cumplido", "Completed", "Tenu"),
        CommitmentStatus.Abandoned => new("Abandonado", "Abandoned", "Abandonné"),
        _ => new("Sin información", "No information", "Sans information"),
    };

    /// <summary>The status with a code, or null.</summary>
    public static CommitmentStatus? Find(string code)
    {
        foreach (var status in All)
        {
            if (status.Code() == code)
                return status;
        }

        return null;
    }
}

/// <summary>How a commitment stands on a date: what follows from its records, and what someone declared over it.</summary>
/// <param name="Commitment">The commitment.</param>
/// <param name="On">The date.</param>
/// <param name="Computed">What follows from actions and evidence.</param>
/// <param name="Reason">Why.</param>
/// <param name="Declared">The latest assessment not after the date, or null.</param>
/// <param name="LastKnown">Date of the latest thing known of it, or null: a status is no newer than this.</param>
public sealed record Standing(Commitment Commitment, DateOnly On, CommitmentStatus Computed, Text Reason, Assessment? Declared, TimePeriod? LastKnown)
{
    /// <summary>The status: the declared one where there is one, else the computed one.</summary>
    public CommitmentStatus Status => Declared?.Status ?? Computed;

    /// <summary>Whether the deadline lies before the date.</summary>
    public bool IsPastDeadline => Commitment.IsPastDeadline(On);

    /// <summary>Whether an assessment says something else than follows from the records.</summary>
    public bool IsOverridden => Declared is { } declared && declared.Status != Computed;

    /// <summary>How a commitment stands on a date. What is dated later is left out: it was not known then.</summary>
    public static Standing Of(Commitment commitment, DateOnly on)
    {
        var evidence = commitment.Evidence.Where(one => one.Date.FirstDay <= on).ToList();
        var declared = commitment.Assessments.Where(one => one.Date.FirstDay <= on).MaxBy(one => (one.Date.LastDay, one.Id));
        var (status, reason) = Compute(commitment, evidence, on);
        var known = evidence.Select(one => one.Date).ToList();
        if (declared is not null)
            known.Add(declared.Date);
        foreach (var action in commitment.Actions)
        {
            if (action.Stated is { } stated && stated.FirstDay <= on)
                known.Add(stated);
            if (action.On(on) != ActionStatus.Planned)
                known.AddRange(((TimePeriod?[])[action.From, action.To]).OfType<TimePeriod>().Where(date => date.FirstDay <= on));
        }

        return new(commitment, on, status, reason, declared, known.Count == 0 ? null : known.MaxBy(date => date.LastDay));
    }

    private static (CommitmentStatus Status, Text Reason) Compute(Commitment commitment, List<Evidence> evidence, DateOnly on)
    {
        var actions = commitment.Actions.Select(action => action.On(on)).ToList();
        var past = commitment.IsPastDeadline(on);
        if (actions.Count == 0)
        {
            if (evidence.Count == 0)
                return (CommitmentStatus.NoInformation, new("No hay acciones ni evidencias registradas.", "There are no actions and no evidence on record.", "Aucune action ni élément de preuve n’est enregistré."));
            // Evidence can show that something is being done, never that all of it was: only an action or an assessment can say so.
            if (!evidence.Exists(one => one.Direction == EvidenceDirection.Supports))
                return (CommitmentStatus.NoInformation, new("No hay acciones registradas, y ninguna evidencia muestra que algo empezara.", "There are no actions on record, and no evidence shows that anything was begun.", "Aucune action n’est enregistrée, et aucun élément de preuve ne montre un commencement."));
            return past
                ? (CommitmentStatus.Delayed, new("El plazo pasó; hay evidencia de avance, pero nada dice que se cumpliera.", "The deadline has passed; there is evidence of an advance, but nothing says that it was kept.", "L’échéance est passée ; il y a des preuves de progrès, mais rien ne dit que l’engagement ait été tenu."))
                : (CommitmentStatus.UnderWay, new("Ninguna acción está registrada, pero una evidencia muestra un avance.", "No action is on record, but evidence shows an advance.", "Aucune action n’est enregistrée, mais un élément de preuve montre un progrès."));
        }

        int Count(ActionStatus status) => actions.Count(one => one == status);
        var (completed, open) = (Count(ActionStatus.Completed), Count(ActionStatus.Planned) + Count(ActionStatus.UnderWay));
        var of = new Text($"de {actions.Count} {(actions.Count == 1 ? "acción registrada" : "acciones registradas")}", $"of {actions.Count} recorded {(actions.Count == 1 ? "action" : "actions")}", $"sur {actions.Count} {(actions.Count == 1 ? "action enregistrée" : "actions enregistrées")}");
        if (Count(ActionStatus.Abandoned) == actions.Count)
            return (CommitmentStatus.Abandoned, new($"Se abandonaron todas: {actions.Count} {of.Es}.", $"All were abandoned: {actions.Count} {of.En}.", $"Toutes ont été abandonnées : {actions.Count} {of.Fr}."));
        if (completed == actions.Count)
            return (CommitmentStatus.Completed, new($"Se terminaron todas: {completed} {of.Es}.", $"All were completed: {completed} {of.En}.", $"Toutes ont été achevées : {completed} {of.Fr}."));
        if (past && open > 0)
            return (CommitmentStatus.Delayed, new($"El plazo pasó y no se {(open == 1 ? "ha terminado" : "han terminado")} {open} {of.Es}.", $"The deadline has passed and {open} {of.En} {(open == 1 ? "is" : "are")} open.", $"L’échéance est passée et {open} {of.Fr} {(open == 1 ? "n’est pas achevée" : "ne sont pas achevées")}."));
        if (completed > 0 || Count(ActionStatus.UnderWay) > 0)
            return (CommitmentStatus.UnderWay, new($"Terminadas {completed}, en marcha {Count(ActionStatus.UnderWay)}, {of.Es}.", $"Completed {completed}, under way {Count(ActionStatus.UnderWay)}, {of.En}.", $"Achevées {completed}, en cours {Count(ActionStatus.UnderWay)}, {of.Fr}."));
        return (CommitmentStatus.NotStarted, new($"Solo previstas: {Count(ActionStatus.Planned)} {of.Es}.", $"Planned only: {Count(ActionStatus.Planned)} {of.En}.", $"Seulement prévues : {Count(ActionStatus.Planned)} {of.Fr}."));
    }
}

/// <summary>How many commitments stand how, with the denominator.</summary>
/// <param name="Standings">The commitments counted.</param>
public sealed record StatusTally(IReadOnlyList<Standing> Standings)
{
    /// <summary>The denominator: commitments counted.</summary>
    public int Count => Standings.Count;

    /// <summary>Commitments about which something is known.</summary>
    public int Known => Count - Of(CommitmentStatus.NoInformation);

    /// <summary>How many have a status.</summary>
    public int Of(CommitmentStatus status) => Standings.Count(standing => standing.Status == status);

    /// <summary>Percent of all that have a status; null of none.</summary>
    public double? Share(CommitmentStatus status) => Count == 0 ? null : 100.0 * Of(status) / Count;
}
