using Periplo.Charts;
using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Web.Views;

/// <summary>A figure with its address: the page, the picture, and the same as .csv, .json and .svg.</summary>
/// <param name="Address">Address in a language, without ending; query included after it by <paramref name="Query"/>.</param>
/// <param name="Query">Query string that belongs to the view (<c>?anio=2020</c>), or empty.</param>
/// <param name="Figure">The figure.</param>
public sealed record View(Func<Language, string> Address, Func<Language, string> Query, Figure Figure)
{
    /// <summary>The same figure drawn for a phone, which shows it in place of the other; null where the one picture serves both.</summary>
    public Figure? Narrow { get; init; }

    /// <summary>True when the figure draws outlines, which its page must bring.</summary>
    public bool HasMap => Figure.Marks.OfType<FrameMark>().Any();

    /// <summary>Address of the view in a form: empty for the page, else <c>.csv</c>, <c>.json</c> or <c>.svg</c>.</summary>
    public string In(Language language, string form) => Address(language) + form + Query(language);
}

/// <summary>A figure in a tile: what, how much, when, from where.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Datum">The value, its status and the address of its lineage, or why there is none.</param>
/// <param name="Style">How it is written.</param>
/// <param name="Period">Period, or null when there is no value.</param>
/// <param name="Source">Source and revision.</param>
/// <param name="Unit">Unit, behind the number.</param>
public sealed record Fact(Text Label, Datum Datum, NumberStyle Style, TimePeriod? Period, Text Source, Text Unit)
{
    /// <summary>Address of the lineage of the denominator of a share, or null.</summary>
    public string? Denominator { get; init; }
}
