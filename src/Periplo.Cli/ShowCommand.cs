using System.CommandLine;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Cli;

internal static class ShowCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var dataset = DatasetArgument(terminal);
        var command = new Command("show", terminal.Say("Muestra la estructura y las revisiones de un conjunto de datos.", "Shows the structure and the revisions of a dataset.", "Montre la structure et les révisions d’un jeu de données.")) { dataset };
        store.AddTo(command);
        command.SetAction(line => terminal.Run(() =>
        {
            var installation = store.Open(line);
            var definition = installation.Definition(line.GetValue(dataset)!);
            terminal.WriteLine(Text.Same($"{definition.Id}: {terminal.Say(definition.Name)}. {terminal.Say(definition.Description)}"));
            terminal.WriteTable(
                [new("Dimensión", "Dimension", "Dimension"), new("Nombre", "Name", "Nom"), new("Lista de códigos", "Code list", "Liste de codes"), new("Códigos", "Codes", "Codes")],
                definition.Structure.Dimensions.Select(IReadOnlyList<string> (dimension) =>
                    [dimension.Id, dimension.Concept.Name.In(terminal.Language), dimension.CodeList.Id, $"{dimension.CodeList.Codes.Count}"]),
                3);
            foreach (var revision in installation.Revisions(definition))
            {
                var held = installation.Dataset(definition, revision);
                var o = held.Observations;
                terminal.WriteLine(new(
                    $"{revision.Id}: {terminal.Whole(o.Count)} observaciones, {held.First} a {held.Last}",
                    $"{revision.Id}: {terminal.Whole(o.Count)} observations, {held.First} to {held.Last}",
                    $"{revision.Id} : {terminal.Whole(o.Count)} observations, {held.First} à {held.Last}"));
                foreach (var (dimension, codes) in definition.Structure.Dimensions.Zip(o.Codes))
                    terminal.WriteLine(Text.Same($"  {dimension.Id}: {string.Join(' ', codes.Take(12))}{(codes.Length > 12 ? $" … ({codes.Length})" : "")}"));
            }

            return 0;
        }));
        return command;
    }

    /// <summary>The argument that names a dataset.</summary>
    public static Argument<string> DatasetArgument(Terminal terminal) => new("DATASET")
    {
        Description = terminal.Say("Id del conjunto de datos: STOCK, DEMOGRAPHY, REMITTANCES, DISPLACED o FLOWS.", "Id of the dataset: STOCK, DEMOGRAPHY, REMITTANCES, DISPLACED or FLOWS.", "Id du jeu de données : STOCK, DEMOGRAPHY, REMITTANCES, DISPLACED ou FLOWS."),
    };
}
