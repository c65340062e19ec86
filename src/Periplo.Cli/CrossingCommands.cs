using System.CommandLine;
using Periplo.Languages;
using Periplo.Observatory;

namespace Periplo.Cli;

/// <summary>Commands on the folder of crossings: make it, take files in, publish, watch over it.</summary>
internal static class CrossingCommands
{
    public static Command Folder(Terminal terminal, StoreOption store)
    {
        var path = new Argument<string>("FOLDER") { Description = terminal.Say("Carpeta nueva, lejos del almacén público.", "New folder, away from the public store.", "Nouveau dossier, loin de l’entrepôt public.") };
        var settings = new Option<string>("--settings") { Required = true, Description = terminal.Say("Archivo YAML con lo que decide la institución.", "YAML file with what the institution decides.", "Fichier YAML de ce que décide l’institution.") };
        var makeKey = new Option<bool>("--make-key") { Description = terminal.Say("Crea la clave con que se sustituye a las personas.", "Makes the key that replaces persons.", "Crée la clé qui remplace les personnes.") };
        var create = new Command("create", terminal.Say("Crea la carpeta donde quedan los cruces de personas.", "Makes the folder in which crossings of persons stay.", "Crée le dossier où restent les passages de personnes.")) { path, settings, makeKey };
        store.AddTo(create);
        create.SetAction(line => terminal.Run(() =>
        {
            store.Open(line).CreateCrossings(line.GetValue(path)!, line.GetValue(settings)!, line.GetValue(makeKey));
            terminal.WriteLine(new($"{line.GetValue(path)} está lista.", $"{line.GetValue(path)} is ready.", $"{line.GetValue(path)} est prêt."));
            return 0;
        }));
        return new Command("folder", terminal.Say("La carpeta de los cruces.", "The folder of crossings.", "Le dossier des passages."))
        {
            create,
            Simple(terminal, store, "check", new("Comprueba todo lo guardado y el registro de lecturas.", "Checks all that is kept, and the log of readings.", "Vérifie tout ce qui est conservé et le registre des lectures."), crossings =>
                terminal.WriteLine(new($"{terminal.Whole(crossings.Check())} cruces, como se escribieron.", $"{terminal.Whole(crossings.Check())} crossings, as they were written.", $"{terminal.Whole(crossings.Check())} passages, tels qu’ils ont été écrits."))),
            Simple(terminal, store, "purge", new("Borra los cruces más antiguos que el plazo de conservación.", "Removes crossings older than the retention period.", "Efface les passages plus anciens que la durée de conservation."), crossings =>
            {
                var removed = terminal.Whole(crossings.Purge());
                terminal.WriteLine(new($"{removed} cruces borrados.", $"{removed} crossings removed.", $"{removed} passages effacés."));
            }),
            Erase(terminal, store),
            Simple(terminal, store, "reads", new("Quién leyó los cruces, cuándo y para qué.", "Who read the crossings, when and what for.", "Qui a lu les passages, quand et pourquoi."), crossings => terminal.WriteTable(
                [new("Cuándo", "When", "Quand"), new("Quién", "Who", "Qui"), new("Para qué", "What for", "Pourquoi"), new("Qué", "What", "Quoi"), new("Cruces", "Crossings", "Passages")],
                crossings.Reads().Select(read => (IReadOnlyList<string>)[read.At.ToString("yyyy-MM-dd HH:mm:ss"), read.Who, read.Why, string.Join(' ', read.What), terminal.Whole(read.Crossings)]),
                4)),
        };
    }

    private static Command Erase(Terminal terminal, StoreOption store)
    {
        var person = new Option<string>("--person") { Required = true, Description = terminal.Say("Clave de la persona, como la escribe la fuente.", "Key of the person, as the source writes it.", "Clé de la personne, telle que l’écrit la source.") };
        var reason = new Option<string>("--reason") { Required = true, Description = terminal.Say("Solicitud a la que responde, sin nombres.", "Request it answers, without names.", "Demande à laquelle on répond, sans noms.") };
        var folder = new CrossingFolderOption(terminal);
        var command = new Command("erase", terminal.Say("Borra los cruces de una persona por una solicitud legal.", "Removes the crossings of a person on a lawful request.", "Efface les passages d’une personne sur une demande légale.")) { person, reason };
        folder.AddTo(command);
        store.AddTo(command);
        command.SetAction(line => terminal.Run(() =>
        {
            var removed = terminal.Whole(folder.Open(line, store.Open(line)).Erase(line.GetValue(person)!, line.GetValue(reason)!));
            terminal.WriteLine(new($"{removed} cruces borrados.", $"{removed} crossings removed.", $"{removed} passages effacés."));
            return 0;
        }));
        return command;
    }

    public static Command Append(Terminal terminal, StoreOption store)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.ZeroOrMore, Description = terminal.Say("Archivos de cruces; sin ninguno solo avanza el fin de la observación.", "Files of crossings; without any only the end of observation moves.", "Fichiers de passages ; sans aucun, seule la fin de l’observation avance.") };
        var to = new Option<string>("--to") { Required = true, Description = terminal.Say("Fin de la observación, excluido: 2025-01-01.", "End of observation, excluded: 2025-01-01.", "Fin de l’observation, exclue : 2025-01-01.") };
        var mapping = new Option<string?>("--mapping") { Description = terminal.Say("Archivo YAML que dice qué es cada columna.", "YAML file that says what each column is.", "Fichier YAML qui dit ce qu’est chaque colonne.") };
        var rejects = new Option<string>("--rejects") { DefaultValueFactory = _ => "crossings.rejects.csv", Description = terminal.Say("Archivo de las líneas rechazadas.", "File of the rejected lines.", "Fichier des lignes rejetées.") };
        var most = new Option<long>("--most-rejects") { DefaultValueFactory = _ => 1000, Description = terminal.Say("Líneas rechazadas tras las que se detiene la lectura.", "Rejected lines after which reading stops.", "Lignes rejetées après lesquelles la lecture s’arrête.") };
        var threads = Threads(terminal);
        var folder = new CrossingFolderOption(terminal);
        var command = new Command("append", terminal.Say(
            "Recibe cruces nuevos o tardíos, cada archivo una vez, y vuelve a juzgar solo las historias que cambian.",
            "Takes new or late crossings in, each file once, and judges again only the histories that change.",
            "Reçoit des passages nouveaux ou tardifs, chaque fichier une fois, et ne juge de nouveau que les histoires qui changent.")) { files, to, mapping, rejects, most, threads };
        folder.AddTo(command);
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var crossings = folder.Open(line, store.Open(line));
            var request = new AppendRequest(
                line.GetValue(files)!, line.GetValue(mapping), ClassifyCommand.Date("--to", line.GetValue(to)!), ClassifyCommand.Within("--threads", line.GetValue(threads), 64),
                line.GetValue(rejects)!, line.GetValue(most));
            var result = terminal.WithProgress(terminal.Say("Cruces", "Crossings", "Passages"), progress => crossings.Append(request, terminal.Language, progress, cancellation));
            foreach (var file in result.Files)
            {
                terminal.WriteLine(file.Read is { } read
                    ? new($"{file.File}: {terminal.Whole(read.Crossings)} cruces, {terminal.Whole(read.Rejected)} líneas rechazadas", $"{file.File}: {terminal.Whole(read.Crossings)} crossings, {terminal.Whole(read.Rejected)} lines rejected", $"{file.File} : {terminal.Whole(read.Crossings)} passages, {terminal.Whole(read.Rejected)} lignes rejetées")
                    : new($"{file.File}: ya se había recibido; nada cambió", $"{file.File}: had been received before; nothing changed", $"{file.File} : avait déjà été reçu ; rien n’a changé"));
            }

            terminal.WriteLine(result.Reopened is { } reopened
                ? new($"{terminal.Whole(result.Kept)} cruces en la carpeta; {terminal.Whole(reopened)} historias juzgadas de nuevo.", $"{terminal.Whole(result.Kept)} crossings in the folder; {terminal.Whole(reopened)} histories judged again.", $"{terminal.Whole(result.Kept)} passages dans le dossier ; {terminal.Whole(reopened)} histoires jugées de nouveau.")
                : new($"{terminal.Whole(result.Kept)} cruces en la carpeta; todas las historias juzgadas.", $"{terminal.Whole(result.Kept)} crossings in the folder; all histories judged.", $"{terminal.Whole(result.Kept)} passages dans le dossier ; toutes les histoires jugées."));
            return 0;
        })));
        return command;
    }

    public static Command Tables(Terminal terminal, StoreOption store)
    {
        var threads = Threads(terminal);
        var folder = new CrossingFolderOption(terminal);
        var command = new Command("tables", terminal.Say(
            "Hace los conjuntos protegidos MIGRATION, VISITS, RESIDENTS y MOVEMENT_QUALITY y los guarda en el almacén público.",
            "Makes the protected datasets MIGRATION, VISITS, RESIDENTS and MOVEMENT_QUALITY and keeps them in the public store.",
            "Fait les jeux protégés MIGRATION, VISITS, RESIDENTS et MOVEMENT_QUALITY et les enregistre dans l’entrepôt public.")) { threads };
        folder.AddTo(command);
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            var crossings = folder.Open(line, installation);
            var count = ClassifyCommand.Within("--threads", line.GetValue(threads), 64);
            foreach (var result in terminal.WithProgress(terminal.Say("Tablas", "Tables", "Tableaux"), progress => installation.PublishMovements(crossings, count, progress, cancellation)))
            {
                var (part, observations) = (result.Part, terminal.Whole(result.Part.Observations));
                terminal.WriteLine(result.IsNew
                    ? new($"{part.Revision.Dataset} {part.Revision.Id}: {observations} observaciones", $"{part.Revision.Dataset} {part.Revision.Id}: {observations} observations", $"{part.Revision.Dataset} {part.Revision.Id} : {observations} observations")
                    : new($"{part.Revision.Dataset} {part.Revision.Id}: sin cambios", $"{part.Revision.Dataset} {part.Revision.Id}: no changes", $"{part.Revision.Dataset} {part.Revision.Id} : sans changement"));
            }

            return 0;
        })));
        return command;
    }

    private static Command Simple(Terminal terminal, StoreOption store, string name, Text description, Action<CrossingRecords> work)
    {
        var folder = new CrossingFolderOption(terminal);
        var command = new Command(name, terminal.Say(description));
        folder.AddTo(command);
        store.AddTo(command);
        command.SetAction(line => terminal.Run(() =>
        {
            work(folder.Open(line, store.Open(line)));
            return 0;
        }));
        return command;
    }

    private static Option<int> Threads(Terminal terminal) =>
        new("--threads") { DefaultValueFactory = _ => Math.Clamp(Environment.ProcessorCount, 1, 64), Description = terminal.Say("Hilos de cálculo.", "Threads.", "Fils de calcul.") };
}
