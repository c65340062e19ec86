using Periplo.Languages;

namespace Periplo.Areas;

/// <summary>A code or name that no area has.</summary>
/// <param name="wanted">What was looked for.</param>
/// <param name="nearest">Areas with a similar code or name, best first; may be empty.</param>
public sealed class UnknownAreaException(string wanted, IReadOnlyList<Area> nearest) : Exception(Compose(wanted, nearest).En)
{
    private const int LongestQuote = 80;

    /// <summary>What was looked for.</summary>
    public string Wanted { get; } = wanted;

    /// <summary>Areas with a similar code or name, best first; empty when nothing is near.</summary>
    public IReadOnlyList<Area> Nearest { get; } = nearest;

    /// <summary>The message, with the nearest areas as a question.</summary>
    public Text Explanation { get; } = Compose(wanted, nearest);

    private static Text Compose(string wanted, IReadOnlyList<Area> nearest)
    {
        var quote = wanted.Length <= LongestQuote ? wanted : wanted[..LongestQuote] + "…";
        var none = new Text($"No hay ningún área «{quote}».", $"There is no area \"{quote}\".", $"Il n’y a pas de zone « {quote} ».");
        if (nearest.Count == 0)
            return none;
        string Listed(Language language, string or) => string.Join(or, nearest.Select(area => $"{area.ShortName.In(language)} ({area.Id})"));
        return new(
            $"{none.Es} ¿Quiso decir {Listed(Language.Es, " o ")}?",
            $"{none.En} Did you mean {Listed(Language.En, " or ")}?",
            $"{none.Fr} Vouliez-vous dire {Listed(Language.Fr, " ou ")} ?");
    }
}
