using System.CommandLine;

namespace Periplo.Cli;

internal static class DatasetsCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var command = new Command("datasets", terminal.Say("Lista los conjuntos de datos y sus revisiones.", "Lists the datasets and their revisions.", "Liste les jeux de données et leurs révisions."));
        store.AddTo(command);
        command.SetAction(line => terminal.Run(() =>
        {
            var installation = store.Open(line);
            var rows = from definition in installation.Definitions.All
                       from revision in installation.Revisions(definition)
                       let parts = installation.Parts().Where(part => part.Revision == revision).ToList()
                       select (IReadOnlyList<string>)
                       [
                           definition.Id, terminal.Say(definition.Name), revision.Id,
                           terminal.Whole(parts.Sum(part => (long)part.Observations)),
                           $"{parts.Count}", terminal.Say(parts[0].Papers.Publisher),
                       ];
            var all = rows.ToList();
            if (all.Count == 0)
            {
                terminal.WriteLine(new(
                    "El almacén está vacío. Importe un archivo con «periplo import», o «periplo serve» carga los datos incluidos.",
                    "The store is empty. Import a file with \"periplo import\", or \"periplo serve\" loads the bundled data.",
                    "L’entrepôt est vide. Importez un fichier par « periplo import », ou « periplo serve » charge les données incluses."));
                return 0;
            }

            terminal.WriteTable(
                [new("Id", "Id", "Id"), new("Nombre", "Name", "Nom"), new("Revisión", "Revision", "Révision"), new("Observaciones", "Observations", "Observations"), new("Archivos", "Files", "Fichiers"), new("Fuente", "Source", "Source")],
                all, 3, 4);
            return 0;
        }));
        return command;
    }
}
