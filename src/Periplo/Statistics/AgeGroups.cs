using Periplo.Languages;

namespace Periplo.Statistics;

/// <summary>Reads codes of CL_AGE as spans of completed years.</summary>
public static class AgeGroups
{
    /// <summary>First and last completed year of age of a code; null for totals and unknown.</summary>
    public static (int From, int To)? Span(string code)
    {
        if (code.StartsWith("Y_LT", StringComparison.Ordinal) && int.TryParse(code.AsSpan(4), out var below))
            return (0, below - 1);
        if (code.StartsWith("Y_GE", StringComparison.Ordinal) && int.TryParse(code.AsSpan(4), out var least))
            return (least, int.MaxValue);
        if (code is not ['Y', .. var rest])
            return null;
        var between = rest.IndexOf('T', StringComparison.Ordinal);
        if (between < 0)
            return int.TryParse(rest, out var single) ? (single, single) : null;
        return int.TryParse(rest.AsSpan(0, between), out var from) && int.TryParse(rest.AsSpan(between + 1), out var to) ? (from, to) : null;
    }

    /// <summary>Checks that no two age groups overlap.</summary>
    /// <exception cref="StatisticsException">Two do.</exception>
    public static void CheckDisjoint(IEnumerable<string> codes)
    {
        (string Code, int To) last = ("", -1);
        foreach (var (code, span) in codes.Select(code => (code, Span(code))).Where(pair => pair.Item2 is not null).OrderBy(pair => pair.Item2!.Value.From))
        {
            if (span!.Value.From <= last.To)
            {
                throw new StatisticsException(new Text(
                    $"Los grupos de edad {last.Code} y {code} se traslapan: elija una sola clasificación.",
                    $"Age groups {last.Code} and {code} overlap: choose one classification.",
                    $"Les groupes d’âge {last.Code} et {code} se chevauchent : choisissez une seule classification."));
            }

            last = (code, span.Value.To);
        }
    }
}
