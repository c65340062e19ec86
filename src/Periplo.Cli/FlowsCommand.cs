using System.CommandLine;
using Periplo.Languages;

namespace Periplo.Cli;

/// <summary>The commands on flows, each in a file of its own.</summary>
internal static class FlowsCommand
{
    public static Command Build(Terminal terminal, StoreOption store) =>
        new("flows", terminal.Say(new Text(
            "Flujos: cuántas personas migraron de dónde a dónde, y con qué certeza se sabe.",
            "Flows: how many persons moved from where to where, and how sure that is.",
            "Flux : combien de personnes ont migré d’où vers où, et avec quelle certitude.")))
        {
            FlowsEstimateCommand.Build(terminal, store),
            FlowsReconcileCommand.Build(terminal, store),
            FlowsFitCommand.Build(terminal),
        };
}
