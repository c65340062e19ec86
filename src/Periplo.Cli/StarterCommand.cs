using System.CommandLine;
using Periplo.Sources.Starter;

namespace Periplo.Cli;

/// <summary>For the script that compiles the bundled data; users do not need it, so help does not list it.</summary>
internal static class StarterCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var file = new Argument<string>("FILE") { Description = terminal.Say("Archivo de la fuente.", "The publisher's file.", "Fichier de la source.") };
        var name = new Option<string>("--name") { Required = true, Description = terminal.Say("Nombre de los archivos que se escriben.", "Name of the files written.", "Nom des fichiers à écrire.") };
        var from = new Option<int>("--from") { Description = terminal.Say("Primer año que se conserva.", "First year to keep.", "Première année conservée.") };
        var over = new Option<string[]>("--sum-over") { Description = terminal.Say("Dimensión que se suma; puede repetirse.", "Dimension to sum over; may be repeated.", "Dimension sur laquelle additionner ; peut être répétée.") };
        var annual = new Option<bool>("--annual") { Description = terminal.Say("Suma los meses de los años completos.", "Sum the months of whole years.", "Additionne les mois des années complètes.") };
        var output = new Option<string>("--output") { Required = true, Description = terminal.Say("Carpeta donde se escriben.", "Folder to write them in.", "Dossier où ils sont écrits.") };
        var release = new Option<string?>("--revision") { Description = terminal.Say("Edición con la que se lee, si el contenido no la dice.", "Release to read it as, if the content does not tell.", "Édition sous laquelle le lire, si le contenu ne la dit pas.") };
        var command = new Command("compile-starter", terminal.Say(
            "Recodifica un archivo de una fuente como datos incluidos: tabla y plantilla, con sus papeles.",
            "Re-encodes a publisher's file as bundled data: table and mapping, with its papers.",
            "Recode un fichier d’une source en données incluses : tableau et mappage, avec leurs papiers.")) { file, name, from, over, annual, output, release };
        command.Hidden = true;
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var scope = new StarterScope(line.GetValue(from), line.GetValue(over), line.GetValue(annual));
            var bytes = store.Open(line).CompileStarter(line.GetValue(file)!, line.GetValue(name)!, scope, line.GetValue(output)!, line.GetValue(release), cancellation);
            terminal.WriteLine(new($"{line.GetValue(name)}: {terminal.Whole(bytes)} bytes", $"{line.GetValue(name)}: {terminal.Whole(bytes)} bytes", $"{line.GetValue(name)} : {terminal.Whole(bytes)} octets"));
            return 0;
        })));
        return command;
    }
}
