using System.CommandLine;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Storage;

namespace Periplo.Cli;

/// <summary><c>periplo sdmx harvest</c>: figures of remotes, collected again and again.</summary>
internal static class SdmxHarvestCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var list = new Argument<string?>("LIST")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = terminal.Say(
                "Lista YAML de remotos (docs/sdmx-import.md); por omisión, harvest.yaml de la carpeta de --overrides.",
                "YAML list of remotes (docs/sdmx-import.md); by default harvest.yaml of the folder of --overrides.",
                "Liste YAML de sources distantes (docs/sdmx-import.md) ; par défaut, harvest.yaml du dossier de --overrides."),
        };
        var all = new Option<bool>("--all") { Description = terminal.Say("Pregunta también a los que no toca todavía.", "Asks those too that are not due yet.", "Interroge aussi celles dont ce n’est pas encore le tour.") };
        var command = new Command("harvest", terminal.Say(
            "Recoge los flujos de otras instalaciones y servicios cuando toca, cada uno por separado: el que no está, llega tarde o se equivoca se nombra, y los demás siguen.",
            "Collects the flows of other installations and services when they are due, each by itself: one that is down, late or wrong is named, and the others go on.",
            "Recueille les flux d’autres installations et services à leur tour, chacun à part : celui qui est absent, en retard ou fautif est nommé, et les autres continuent.")) { list, all };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            var remotes = installation.RemotesOf(line.GetValue(list));
            var done = installation.Harvest(remotes, line.GetValue(all), one => Tell(terminal, one), cancellation);
            return done.Any(one => one.Failed) ? 1 : 0;
        })));
        return command;
    }

    private static void Tell(Terminal terminal, Harvested one)
    {
        var name = one.Remote.Id;
        foreach (var kept in one.Kept?.Kept ?? [])
            terminal.WriteLine(SdmxImportCommand.Told(terminal, name, kept));
        if (!one.WasAsked)
        {
            terminal.WriteLine(new(
                $"{name}: no toca todavía (última respuesta: {one.State?.AnsweredAt:yyyy-MM-dd HH:mm})", $"{name}: not due yet (last answer: {one.State?.AnsweredAt:yyyy-MM-dd HH:mm})", $"{name} : pas encore son tour (dernière réponse : {one.State?.AnsweredAt:yyyy-MM-dd HH:mm})"));
        }
        else if (one.Failed)
        {
            var (outcome, reason) = (Word(one.State!.Outcome), one.State.Reason!);
            Console.Error.WriteLine(terminal.Say(new Text($"{name}: {outcome.Es}: {reason.Es}", $"{name}: {outcome.En}: {reason.En}", $"{name} : {outcome.Fr} : {reason.Fr}")));
        }
        else if (one.Kept is null or { Kept.Count: 0 })
        {
            terminal.WriteLine(new($"{name}: sin cambios", $"{name}: no changes", $"{name} : aucun changement"));
        }
    }

    private static Text Word(RemoteOutcome outcome) => outcome switch
    {
        RemoteOutcome.Down => new("no está", "down", "absente"),
        RemoteOutcome.Late => new("llega tarde", "late", "en retard"),
        _ => new("se equivoca", "wrong", "fautive"),
    };
}
