using System.CommandLine;

namespace Periplo.Cli;

internal static class MovementsCommand
{
    public static Command Build(Terminal terminal, StoreOption store) =>
        new("movements", terminal.Say(
            "Movimientos: clasifica cruces, hace tablas protegidas y recibe las entregas mensuales.",
            "Movements: classifies crossings, makes protected tables and takes the monthly deliveries.",
            "Mouvements : classe des passages, fait des tableaux protégés et reçoit les livraisons mensuelles."))
        {
            ClassifyCommand.Build(terminal),
            CrossingCommands.Folder(terminal, store),
            CrossingCommands.Append(terminal, store),
            CrossingCommands.Tables(terminal, store),
            MovementQualityCommand.Build(terminal, store),
            DeliverCommand.Build(terminal, store),
        };
}
