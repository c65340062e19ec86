using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Cooperation;

/// <summary>What a document asserts, as it asserts it.</summary>
/// <param name="Id">Id of its record: the row, or row and suffix where a row has several values.</param>
/// <param name="Row">The row of the inventory.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Measure">What is measured or asserted.</param>
/// <param name="Topic">Topic.</param>
/// <param name="Status">Asserted, derived, announced or disputed.</param>
/// <param name="Vintage">When the document said it.</param>
/// <param name="Sources">Where.</param>
public sealed record Fact(string Id, string Row, Text Subject, Text Measure, NamedCode Topic, NamedCode Status, TimePeriod Vintage, IReadOnlyList<Citation> Sources)
{
    /// <summary>Code of a status: the value was worked out from others.</summary>
    public const string Derived = "derived";

    /// <summary>Code of a status: told before the event.</summary>
    public const string Announced = "announced";

    /// <summary>Code of a status: the documents do not agree.</summary>
    public const string Disputed = "disputed";

    /// <summary>The number, or null where the value is words.</summary>
    public decimal? Value { get; init; }

    /// <summary>About, more than, at least; or null.</summary>
    public NamedCode? Qualifier { get; init; }

    /// <summary>The value in words, or null.</summary>
    public Text? ValueInWords { get; init; }

    /// <summary>Unit of the number, or null.</summary>
    public Text? Unit { get; init; }

    /// <summary>When the value holds, or null.</summary>
    public TimePeriod? Date { get; init; }

    /// <summary>Whether that date was announced beforehand.</summary>
    public bool IsDateAnnounced { get; init; }

    /// <summary>Arithmetic over other facts that gives the value, or null.</summary>
    public string? Formula { get; init; }

    /// <summary>What a rate is a part of, or null.</summary>
    public Text? Denominator { get; init; }

    /// <summary>Later figures to be shown beside it, as <c>DATASET/key/period</c>.</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];

    /// <summary>What the reader must know, or null.</summary>
    public Text? Note { get; init; }

    /// <summary>The value for people: qualifier, number and unit, or the words.</summary>
    public Text ValueText()
    {
        if (Value is not { } value)
            return ValueInWords ?? Numbers.Missing;
        // An ordinary year must not be written as a quantity.
        var style = Unit is { Es: "año" } ? NumberStyle.Year : new NumberStyle(NumberForm.Plain, Math.Min(9, (int)value.Scale));
        var number = Numbers.In((double)value, style);
        var es = Qualifier is null ? number.Es : $"{Qualifier.Name.Es.ToLowerInvariant()} {number.Es}";
        var en = Qualifier is null ? number.En : $"{Qualifier.Name.En.ToLowerInvariant()} {number.En}";
        var fr = Qualifier is null ? number.Fr : $"{Qualifier.Name.Fr.ToLowerInvariant()} {number.Fr}";
        var percent = Unit is { Es: "%" };
        return Unit is null ? new(es, en, fr) : new($"{es}\u00A0{Unit.Es}", percent ? $"{en}%" : $"{en}\u00A0{Unit.En}", $"{fr}\u00A0{Unit.Fr}");
    }
}

/// <summary>What a formula gives now beside the value kept.</summary>
/// <param name="Result">The result, or null where there is none.</param>
/// <param name="Fault">Why there is none, or null.</param>
/// <param name="Agrees">Whether the result, rounded to the decimals kept, is the value kept.</param>
public sealed record Recomputed(decimal? Result, Text? Fault, bool Agrees);

/// <summary>The facts of the founding documents, found by row, subject and formula.</summary>
public sealed class Facts
{
    /// <summary>Facts a formula may lead through before it is taken for a tangle.</summary>
    private const int LongestChain = 50;

    private readonly Dictionary<string, Fact> byId;
    private readonly Dictionary<string, string> folded = [];

    /// <summary>The facts given.</summary>
    public Facts(IEnumerable<Fact> facts)
    {
        All = [.. facts.OrderBy(fact => fact.Row, StringComparer.Ordinal).ThenBy(fact => fact.Id, StringComparer.Ordinal)];
        byId = All.ToDictionary(fact => fact.Id);
        foreach (var fact in All)
            folded[fact.Id] = Spelling.OrderKey($"{fact.Id} {fact.Row} {fact.Subject.Es} {fact.Subject.En} {fact.Subject.Fr} {fact.Measure.Es} {fact.Measure.En} {fact.Measure.Fr} {fact.ValueInWords?.Es} {fact.ValueInWords?.En} {fact.ValueInWords?.Fr}", Language.En);
    }

    /// <summary>All of them, by row.</summary>
    public IReadOnlyList<Fact> All { get; }

    /// <summary>The rows, each with its facts.</summary>
    public IReadOnlyList<IGrouping<string, Fact>> Rows => [.. All.GroupBy(fact => fact.Row)];

    /// <summary>A fact by its id, or null.</summary>
    public Fact? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The facts of a row.</summary>
    public IReadOnlyList<Fact> OfRow(string row) => [.. All.Where(fact => fact.Row == row)];

    /// <summary>The facts in whose subject, measure, words or id every word of <paramref name="words"/> stands, accents and case ignored.</summary>
    public IReadOnlyList<Fact> About(string? words)
    {
        var wanted = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Spelling.OrderKey(word, Language.En).Trim()).Where(word => word.Length > 0).ToList();
        return wanted.Count == 0 ? All : [.. All.Where(fact => wanted.TrueForAll(word => folded[fact.Id].Contains(word, StringComparison.Ordinal)))];
    }

    /// <summary>Works the formula of a fact out again; null when it has none.</summary>
    public Recomputed? Recompute(Fact fact)
    {
        if (fact.Formula is null)
            return null;
        try
        {
            var result = Evaluate(fact, [], []);
            return new(result, null, fact.Value is { } kept && Math.Round(result, Math.Min(28, (int)kept.Scale), MidpointRounding.AwayFromZero) == kept);
        }
        catch (FormulaException error)
        {
            return new(null, error.Explanation, Agrees: false);
        }
    }

    private decimal Evaluate(Fact fact, List<string> path, Dictionary<string, decimal> known)
    {
        if (path.Contains(fact.Id))
            throw new FormulaException(new($"La fórmula vuelve sobre sí misma: {string.Join(" → ", path)} → {fact.Id}.", $"The formula leads back to itself: {string.Join(" → ", path)} → {fact.Id}.", $"La formule revient sur elle-même : {string.Join(" → ", path)} → {fact.Id}."));
        if (path.Count >= LongestChain)
            throw new FormulaException(new($"La fórmula pasa por más de {LongestChain} fichas.", $"The formula leads through more than {LongestChain} records.", $"La formule passe par plus de {LongestChain} fiches."));
        path.Add(fact.Id);
        var result = Formula.Evaluate(fact.Formula!, id =>
        {
            if (known.TryGetValue(id, out var before))
                return before;
            var other = Find(id) ?? throw new FormulaException(new($"No hay ninguna ficha «{id}».", $"There is no record \"{id}\".", $"Il n’y a pas de fiche « {id} »."));
            return known[id] = other.Formula is not null
                ? Evaluate(other, path, known)
                : other.Value ?? throw new FormulaException(new($"«{id}» no tiene un número.", $"\"{id}\" has no number.", $"« {id} » n’a pas de nombre."));
        });
        path.RemoveAt(path.Count - 1);
        return result;
    }
}
