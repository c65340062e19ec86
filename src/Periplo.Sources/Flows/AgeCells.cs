using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Flows;

/// <summary>Ages and sexes as people write them in tables by age.</summary>
internal static class AgeCells
{
    /// <summary>Oldest completed year of a closed group.</summary>
    public const int Oldest = 120;

    /// <summary>First and last completed year of <c>17</c>, <c>15-19</c>, <c>85+</c> or a code of CL_AGE (<c>Y15T19</c>); the last of an open group is null.</summary>
    public static (int From, int? To) Span(TableRows rows, int column)
    {
        var text = rows.Text(column).ToUpperInvariant().Replace('–', '-');
        var ends = text.Split('-');
        var code = text switch
        {
            [.. var from, '+'] => $"Y_GE{from.Trim()}",
            ['Y', ..] => text,
            _ when ends.Length == 2 => $"Y{ends[0].Trim()}T{ends[1].Trim()}",
            _ => $"Y{text}",
        };
        if (AgeGroups.Span(code) is { From: >= 0 and <= Oldest } span && span.To >= span.From && (span.To <= Oldest || span.To == int.MaxValue))
            return (span.From, span.To == int.MaxValue ? null : span.To);
        throw rows.Fault(column, new Text(
            $"«{Refusals.Shown(text)}» no es una edad; escriba 17, 15-19 u 85+.", $"\"{Refusals.Shown(text)}\" is no age; write 17, 15-19 or 85+.", $"« {Refusals.Shown(text)} » n’est pas un âge ; écrivez 17, 15-19 ou 85+."));
    }

    /// <summary>The code of the sex in a cell, F or M; null for both together.</summary>
    public static string? Sex(TableRows rows, int column) => rows.Text(column).ToUpperInvariant() switch
    {
        "F" or "FEMALE" or "WOMEN" => "F",
        "M" or "MALE" or "MEN" => "M",
        "" or "T" or "_T" or "TOTAL" or "BOTH" or "B" => null,
        _ => throw rows.Fault(column, Refusals.NotOneOf(Refusals.Shown(rows.Text(column)), ["F", "M", "T"])),
    };
}
