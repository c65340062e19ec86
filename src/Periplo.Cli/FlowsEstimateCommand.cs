using System.CommandLine;
using Periplo.Languages;

namespace Periplo.Cli;

/// <summary><c>periplo flows estimate</c>: flows from stocks, of files or of the store.</summary>
internal static class FlowsEstimateCommand
{
    public static Command Build(Terminal terminal, StoreOption store) =>
        new("estimate", terminal.Say(new Text(
            "Estima los flujos entre áreas a partir de la población por lugar de nacimiento, los nacimientos y las defunciones (docs/methods/flows.md).",
            "Estimates flows between areas from stocks by birthplace, births and deaths (docs/methods/flows.md).",
            "Estime les flux entre zones à partir de la population selon le lieu de naissance, des naissances et des décès (docs/methods/flows.md).")));
}
