using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Profiles;

/// <summary>What a generated sentence would say, for its guards to judge.</summary>
/// <param name="Cutoff">Day of the edition's cut-off.</param>
/// <param name="Values">The values it would name; null for one that is not there.</param>
public sealed record SentenceTerms(DateOnly Cutoff, IReadOnlyList<IndicatorValue?> Values)
{
    /// <summary>The course whose first and last value it would compare, earliest first; empty when it compares none.</summary>
    public IReadOnlyList<IndicatorValue> Course { get; init; } = [];

    /// <summary>The number whose sign it would tell (a net migration), or null.</summary>
    public double? Sign { get; init; }

    /// <summary>How large a sign must be to be told: in the unit of <see cref="Sign"/>.</summary>
    public double SignNoise { get; init; }

    /// <summary>Every value it rests on, once each, in the order in which it names them: the first of a course before the last.</summary>
    public IReadOnlyList<IndicatorValue> All => [.. (Course.Count > 0 ? [Course[0], Course[^1]] : Array.Empty<IndicatorValue>()).Concat(Values.OfType<IndicatorValue>()).Distinct()];
}

/// <summary>A condition a generated sentence must meet; when it is not met the sentence that data are missing stands instead.</summary>
/// <param name="Id">Its code: <c>recent</c>.</param>
/// <param name="Name">What it asks for.</param>
/// <param name="Refusal">Why there is no sentence, as the reader is told.</param>
/// <param name="Holds">Whether it is met.</param>
public sealed record Guard(string Id, Text Name, Text Refusal, Func<SentenceTerms, bool> Holds)
{
    /// <summary>Years a value may lie before the cut-off, and values told side by side may lie apart.</summary>
    public const int LongestGap = 5;

    /// <summary>
    /// Share by which two values must differ to be called different: what revisions of the same figure differ by is no
    /// change. See docs/profiles.md for where it comes from.
    /// </summary>
    public const double RevisionNoise = 0.05;

    /// <summary>There is a value.</summary>
    public static Guard HasValue { get; } = new(
        "has-value",
        new("hay una cifra", "there is a figure", "il existe un chiffre"),
        new("los datos que se tienen no lo dicen", "the data held do not tell", "les données disponibles ne le disent pas"),
        terms => terms.Values.Count > 0 && terms.Values.All(value => value is { IsFilled: true }));

    /// <summary>No value is older than <see cref="LongestGap"/> years at the cut-off.</summary>
    public static Guard Recent { get; } = new(
        "recent",
        new("la cifra no tiene más de cinco años al corte", "the figure is not older than five years at the cut-off", "le chiffre n’a pas plus de cinq ans à la date d’arrêt"),
        new("la última cifra tiene más de cinco años", "the latest figure is more than five years old", "le dernier chiffre date de plus de cinq ans"),
        terms => terms.Values.OfType<IndicatorValue>().All(value => terms.Cutoff.Year - value.Period.Year <= LongestGap));

    /// <summary>Values told side by side are of nearly the same time.</summary>
    public static Guard SameTime { get; } = new(
        "same-time",
        new("las cifras que se ponen juntas distan cinco años como mucho", "figures put side by side are five years apart at most", "les chiffres mis côte à côte sont espacés de cinq ans au plus"),
        new("las cifras son de años demasiado distantes para ponerlas juntas", "the figures are of years too far apart to be put side by side", "les chiffres datent d’années trop éloignées pour être mis côte à côte"),
        terms => terms.Values.OfType<IndicatorValue>().Select(value => value.Period.Year).DefaultIfEmpty(0).Max()
            - terms.Values.OfType<IndicatorValue>().Select(value => value.Period.Year).DefaultIfEmpty(0).Min() <= LongestGap);

    /// <summary>No value was put in by the source for want of data.</summary>
    public static Guard NotImputed { get; } = new(
        "not-imputed",
        new("la fuente no imputó la cifra", "the source did not impute the figure", "la source n’a pas imputé le chiffre"),
        new("la fuente imputó la cifra, en todo o en parte, a falta de datos del país", "the source imputed the figure, wholly or partly, for want of data of the country", "la source a imputé le chiffre, en tout ou en partie, faute de données du pays"),
        terms => terms.All.All(value => value.Quality != IndicatorQuality.Imputed));

    /// <summary>There are two values to compare, and the first is not zero.</summary>
    public static Guard Comparable { get; } = new(
        "comparable",
        new("hay dos cifras de años distintos y la primera no es cero", "there are two figures of different years and the first is not zero", "il existe deux chiffres d’années différentes et le premier n’est pas nul"),
        new("no hay dos cifras que comparar", "there are no two figures to compare", "il n’y a pas deux chiffres à comparer"),
        terms => terms.Course.Count > 1 && terms.Course[0].Value != 0 && terms.Course[0].Period.Year < terms.Course[^1].Period.Year);

    /// <summary>Both ends of a comparison come from the same revision.</summary>
    public static Guard SameRevision { get; } = new(
        "same-revision",
        new("las dos cifras son de la misma revisión", "both figures are of the same revision", "les deux chiffres proviennent de la même révision"),
        new("las cifras vienen de revisiones distintas y su diferencia puede ser solo de revisión", "the figures come from different revisions and may differ by revision alone", "les chiffres proviennent de révisions différentes et peuvent ne différer que par là"),
        terms => terms.Course.Count < 2 || Revisions(terms.Course[0]).SetEquals(Revisions(terms.Course[^1])));

    /// <summary>Both ends of a comparison are counted under the same definition.</summary>
    public static Guard SameDefinition { get; } = new(
        "same-definition",
        new("las dos cifras usan la misma definición", "both figures use the same definition", "les deux chiffres utilisent la même définition"),
        new("la definición cambió entre las dos fechas", "the definition changed between the two dates", "la définition a changé entre les deux dates"),
        terms => terms.Course.Count < 2 || terms.Course[0].DefinitionUsed == terms.Course[^1].DefinitionUsed);

    /// <summary>The series has no break between the ends of a comparison.</summary>
    public static Guard NoBreak { get; } = new(
        "no-break",
        new("la serie no tiene ruptura entre las dos fechas", "the series has no break between the two dates", "la série n’a pas de rupture entre les deux dates"),
        new("la serie tiene una ruptura entre las dos fechas", "the series has a break between the two dates", "la série présente une rupture entre les deux dates"),
        terms => terms.Course.Skip(1).All(value => value.Status != ObservationStatus.B));

    /// <summary>A difference is larger than what revisions of a figure differ by.</summary>
    public static Guard BeyondNoise { get; } = new(
        "beyond-noise",
        new("la diferencia supera lo que suelen cambiar las revisiones", "the difference is larger than what revisions usually change", "la différence dépasse ce que changent d’ordinaire les révisions"),
        new("la diferencia no supera lo que suelen cambiar las revisiones de la cifra", "the difference is not larger than what revisions of the figure usually change", "la différence ne dépasse pas ce que changent d’ordinaire les révisions du chiffre"),
        terms => (terms.Course.Count < 2 || Math.Abs(terms.Course[^1].Value - terms.Course[0].Value) > RevisionNoise * Math.Max(Math.Abs(terms.Course[0].Value), Math.Abs(terms.Course[^1].Value)))
            && (terms.Sign is not { } sign || Math.Abs(sign) > terms.SignNoise));

    /// <summary>Every guard.</summary>
    public static IReadOnlyList<Guard> All { get; } = [HasValue, Recent, SameTime, NotImputed, Comparable, SameRevision, SameDefinition, NoBreak, BeyondNoise];

    private static HashSet<(string, string?)> Revisions(IndicatorValue value) => [.. value.Inputs.Select(input => (input.Collection, input.Revision))];
}
