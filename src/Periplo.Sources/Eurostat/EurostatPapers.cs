using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Sources.Eurostat;

/// <summary>Papers of Eurostat's tables.</summary>
internal static class EurostatPapers
{
    public const string Source = "EUROSTAT";

    public static Papers Of(string table, Text method) => new(
        Text.Same($"Eurostat, {table}"),
        $"https://ec.europa.eu/eurostat/databrowser/view/{table}",
        "Reutilización con mención de la fuente / Reuse with acknowledgement of the source",
        method);
}
