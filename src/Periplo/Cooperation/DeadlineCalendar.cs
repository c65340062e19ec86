using Periplo.Languages;

namespace Periplo.Cooperation;

/// <summary>Deadlines and yearly reviews as dates of a calendar.</summary>
public static class DeadlineCalendar
{
    /// <summary>A day for every deadline, with a reminder a month before, and for every dated plan a review on its day each year.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="commitments">The commitments whose deadlines are shown.</param>
    /// <param name="address">Address of a record's page: commitment or plan.</param>
    public static IEnumerable<CalendarDate> Of(IReadOnlyList<Plan> plans, IReadOnlyList<Commitment> commitments, Func<Commitment?, Plan, Uri> address)
    {
        foreach (var commitment in commitments.Where(one => one.Deadline is not null).OrderBy(one => one.Id, StringComparer.Ordinal))
        {
            yield return new($"deadline.{commitment.Id}", commitment.Deadline!.Value.LastDay, new Text("Plazo: {0}", "Deadline: {0}", "Échéance : {0}").With(commitment.Name), commitment.Written)
            {
                Description = Text.Same("{0}\n{1}").With(commitment.Plan.Name, commitment.By),
                Address = address(commitment, commitment.Plan),
                RemindDays = 30,
            };
        }

        foreach (var plan in plans.Where(plan => plan.Date is not null).OrderBy(plan => plan.Id, StringComparer.Ordinal))
        {
            if (plan.Date!.Value.FirstDay is not { Year: < 9999 } agreed)
                continue;
            var count = commitments.Count(commitment => commitment.Plan.Id == plan.Id);
            yield return new($"review.{plan.Id}", agreed.AddYears(1), new Text("Revisar: {0}", "Review: {0}", "Réviser : {0}").With(plan.Name), plan.Written)
            {
                Description = new($"Poner al día acciones, evidencias y valoraciones. Compromisos: {count}.", $"Bring actions, evidence and assessments up to date. Commitments: {count}.", $"Mettre à jour les actions, les éléments de preuve et les évaluations. Engagements : {count}."),
                Address = address(null, plan),
                IsYearly = true,
            };
        }
    }
}
