using System.CommandLine;
using Periplo.Cooperation;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Cli;

internal static class CommitmentsCommand
{
    private static readonly IReadOnlyList<Text> Columns = [new("Id", "Id", "Id"), new("Compromiso", "Commitment", "Engagement"), new("Plan", "Plan", "Plan"), new("Plazo", "Deadline", "Échéance"), new("Situación", "Status", "Situation"), new("Lo último que se sabe", "Latest known", "Ce qu’on en sait en dernier")];

    public static Command Build(Terminal terminal, StoreOption store) =>
        new("commitments", terminal.Say("Sigue los compromisos de planes y declaraciones.", "Follows the commitments of plans and declarations.", "Suit les engagements de plans et de déclarations."))
        {
            Overdue(terminal, store),
            Status(terminal, store),
        };

    private static Command Overdue(Terminal terminal, StoreOption store)
    {
        var on = On(terminal);
        var command = new Command("overdue", terminal.Say("Los compromisos de plazo vencido, con sus denominadores.", "The commitments whose deadline has passed, with their denominators.", "Les engagements dont l’échéance est passée, avec leurs dénominateurs.")) { on };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var (installation, dossier) = Open(store, line, cancellation);
            var overdue = Cooperation.Overdue.Of(dossier.Commitments, Day(installation, line.GetValue(on)));
            terminal.WriteLine(new(
                $"El {overdue.On:yyyy-MM-dd}: de {overdue.Commitments} compromisos, {overdue.WithDeadline} tienen plazo y en {overdue.Past.Count} de esos venció. De los vencidos, abiertos: {overdue.Open.Count}; sin información: {overdue.Unknown.Count}.",
                $"On {overdue.On:yyyy-MM-dd}: of {overdue.Commitments} commitments {overdue.WithDeadline} have a deadline, and of those it has passed for {overdue.Past.Count}. Of these, open: {overdue.Open.Count}; without information: {overdue.Unknown.Count}.",
                $"Au {overdue.On:yyyy-MM-dd} : sur {overdue.Commitments} engagements, {overdue.WithDeadline} ont une échéance et elle est passée pour {overdue.Past.Count}. Parmi ceux-ci, ouverts : {overdue.Open.Count} ; sans information : {overdue.Unknown.Count}."));
            Write(terminal, overdue.Past.Standings);
            return 0;
        })));
        return command;
    }

    private static Command Status(Terminal terminal, StoreOption store)
    {
        var on = On(terminal);
        var plan = new Option<string?>("--plan") { Description = terminal.Say("Id de un plan.", "Id of a plan.", "Id d’un plan.") };
        var command = new Command("status", terminal.Say("La situación de los compromisos, con sus denominadores.", "The status of the commitments, with their denominators.", "La situation des engagements, avec leurs dénominateurs.")) { plan, on };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var (installation, dossier) = Open(store, line, cancellation);
            var day = Day(installation, line.GetValue(on));
            if (line.GetValue(plan) is { } id && dossier.FindPlan(id) is null)
                throw new RegisterException(new($"No hay ningún plan «{id}». Los que hay: {string.Join(", ", dossier.Plans.Select(one => one.Id))}.", $"There is no plan \"{id}\". There are: {string.Join(", ", dossier.Plans.Select(one => one.Id))}.", $"Il n’y a pas de plan « {id} ». Il y a : {string.Join(", ", dossier.Plans.Select(one => one.Id))}."));
            StatusTally tally = new([.. dossier.Commitments
                .Where(commitment => commitment.IsMadeBy(day) && (line.GetValue(plan) is null || commitment.Plan.Id == line.GetValue(plan)))
                .Select(commitment => Standing.Of(commitment, day))]);
            string Counts(Language language) => string.Join(", ", CommitmentStatuses.All.Select(status => $"{status.Name().In(language).ToLowerInvariant()} {tally.Of(status)}"));
            terminal.WriteLine(new(
                $"El {day:yyyy-MM-dd}, de {tally.Count} compromisos: {Counts(Language.Es)}.",
                $"On {day:yyyy-MM-dd}, of {tally.Count} commitments: {Counts(Language.En)}.",
                $"Au {day:yyyy-MM-dd}, sur {tally.Count} engagements : {Counts(Language.Fr)}."));
            Write(terminal, tally.Standings);
            return 0;
        })));
        return command;
    }

    private static Option<string?> On(Terminal terminal) => new("--on") { Description = terminal.Say("Fecha: 2008-08-11. Por omisión, hoy.", "Date: 2008-08-11. Today by default.", "Date : 2008-08-11. Par défaut, aujourd’hui.") };

    private static (Installation Installation, Dossier Dossier) Open(StoreOption store, ParseResult line, CancellationToken cancellation)
    {
        var installation = store.Open(line);
        installation.LoadRegisters(null, cancellation);
        return (installation, installation.Dossier());
    }

    private static DateOnly Day(Installation installation, string? text)
    {
        if (text is null)
            return installation.Today;
        return TimePeriod.TryParse(text, out var period) ? period.LastDay : throw new StatisticsException(new Text($"«{text}» no es una fecha: escriba 2008-08-11.", $"\"{text}\" is no date: write 2008-08-11.", $"« {text} » n’est pas une date : écrivez 2008-08-11."));
    }

    private static void Write(Terminal terminal, IReadOnlyList<Standing> standings) => terminal.WriteTable(Columns, standings.Select(IReadOnlyList<string> (standing) =>
    [
        standing.Commitment.Id, terminal.Say(standing.Commitment.Name), standing.Commitment.Plan.Id, standing.Commitment.Deadline?.ToString() ?? "",
        terminal.Say(standing.Status.Name()) + (standing.IsOverridden ? terminal.Say($" (calculada: {standing.Computed.Name().Es.ToLowerInvariant()})", $" (computed: {standing.Computed.Name().En.ToLowerInvariant()})", $" (calculée : {standing.Computed.Name().Fr.ToLowerInvariant()})") : ""),
        standing.LastKnown?.ToString() ?? "",
    ]));
}
