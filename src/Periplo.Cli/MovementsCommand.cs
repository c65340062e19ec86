using System.CommandLine;

namespace Periplo.Cli;

internal static class MovementsCommand
{
    public static Command Build(Terminal terminal, StoreOption store) =>
        new("movements", terminal.Say("Movimientos: entregas mensuales de las autoridades.", "Movements: monthly deliveries of the authorities."))
        {
            DeliverCommand.Build(terminal, store),
        };
}
