using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Sources.Idmc;

/// <summary>Papers of the Internal Displacement Monitoring Centre.</summary>
internal static class IdmcPapers
{
    public const string Source = "IDMC";

    public static Papers Of(Text method) => new(
        new Text(
            "Observatorio de Desplazamiento Interno (IDMC), Global Internal Displacement Database",
            "Internal Displacement Monitoring Centre (IDMC), Global Internal Displacement Database",
            "Observatoire des situations de déplacement interne (IDMC), Global Internal Displacement Database"),
        "https://www.internal-displacement.org/database",
        "Uso libre con mención de la fuente / Free use with acknowledgement of the source",
        method);
}
