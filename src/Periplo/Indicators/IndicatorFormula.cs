using Periplo.Statistics;

namespace Periplo.Indicators;

/// <summary>A formula over datasets and other indicators, read and checked; see docs/indicators.md.</summary>
public sealed class IndicatorFormula
{
    internal IndicatorFormula(string text, Expression root) => (Text, Root) = (text, root);

    /// <summary>As it is written.</summary>
    public string Text { get; }

    /// <summary>Ids of the datasets it selects from.</summary>
    public IReadOnlyList<string> Datasets => [.. Root.Selections().Select(selection => selection.Definition.Id).Distinct()];

    /// <summary>Codes of the indicators it refers to.</summary>
    public IReadOnlyList<string> Indicators => [.. Root.References().Select(reference => reference.Code).Distinct()];

    internal Expression Root { get; }

    /// <summary>Reads a formula.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="definitions">The datasets there are.</param>
    /// <exception cref="FormulaException">It is not understood, or names a dataset, dimension or code that does not exist.</exception>
    public static IndicatorFormula Read(string text, DatasetDefinitions definitions) => FormulaReader.Read(text, definitions);
}

/// <summary>A part of a formula.</summary>
/// <param name="Place">Where it begins, counted from 1.</param>
internal abstract record Expression(int Place)
{
    public virtual IEnumerable<Expression> Parts => [];

    public IEnumerable<Selection> Selections() => this is Selection one ? [one] : Parts.SelectMany(part => part.Selections());

    /// <summary>Ids of the dimensions of sex and age it is told apart by, those of indicators it refers to included.</summary>
    public IReadOnlySet<string> Apart(IndicatorRegistry registry) => Selections()
        .SelectMany(selection => selection.Chosen().Where(pair => pair.Choice.Kind == ChoiceKind.Each && !selection.IsArea(pair.Dimension)).Select(pair => pair.Dimension))
        .Concat(References().SelectMany(reference => registry.Own(reference.Code).Measure(reference.Measure).Formula!.Root.Apart(registry))).ToHashSet();

    public IEnumerable<IndicatorReference> References() => this is IndicatorReference one ? [one] : Parts.SelectMany(part => part.References());
}

/// <summary>A number with its unit: <c>100 PT</c>; without one it is pure.</summary>
internal sealed record Number(int Place, double Value, string Unit) : Expression(Place);

/// <summary>Figures of one dataset: a code, or several to be summed, for each dimension.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Definition">The dataset.</param>
/// <param name="Source">Who published the revision to take, or null for whoever has the figures in the latest one.</param>
/// <param name="Choices">What is chosen of each dimension, in the order of the structure.</param>
/// <param name="Year">The only year to take, or null for every year.</param>
/// <param name="OverYear">Whether the figure of a year is the mean of its quarters or months.</param>
internal sealed record Selection(int Place, DatasetDefinition Definition, string? Source, IReadOnlyList<Choice> Choices, int? Year, bool OverYear) : Expression(Place)
{
    /// <summary>The same for selections that ask for the same.</summary>
    public string Name { get; } = $"{Definition.Id}@{Source}[{string.Join(',', Choices.Select(choice => $"{choice.Kind}:{string.Join('+', choice.Codes)}"))}]{Year}{(OverYear ? "mean" : "")}";

    /// <summary>Id of the dimension the indicator's area stands in.</summary>
    public string AreaDimension => Chosen().First(pair => pair.Choice.Kind == ChoiceKind.Area).Dimension;

    /// <summary>Id of the dimension of areas that is told apart, or null.</summary>
    public string? CounterpartDimension => Chosen().FirstOrDefault(pair => pair.Choice.Kind == ChoiceKind.Each && IsArea(pair.Dimension)).Dimension;

    /// <summary>Code of the unit.</summary>
    public string Unit => Choice("UNIT_MEASURE")!.Codes[0];

    /// <summary>True when its figures are means Periplo makes: over areas, or over the parts of a year.</summary>
    public bool IsMean => OverYear || Choices.Any(choice => choice.Kind == ChoiceKind.Mean);

    /// <summary>True when its figures may be added over areas.</summary>
    public bool IsAdditive => Choice(Definition.MeasureDimension) is { Kind: ChoiceKind.Codes } choice && choice.Codes.All(Definition.AdditiveMeasures.Contains) && Unit is "PS" or "USD" or "CROSSING";

    /// <summary>What is chosen, by dimension.</summary>
    public IEnumerable<(string Dimension, Choice Choice)> Chosen() => Definition.Structure.Dimensions.Zip(Choices, (dimension, choice) => (dimension.Id, choice));

    /// <summary>What is chosen of a dimension; null when the structure has no such one.</summary>
    public Choice? Choice(string dimension) => Definition.Structure.Position(dimension) is >= 0 and var at ? Choices[at] : null;

    /// <summary>True for dimensions of areas.</summary>
    public bool IsArea(string dimension) => Definition.Structure.Dimensions[Definition.Dimension(dimension)].CodeList.Id == "CL_AREA";
}

/// <summary>What a selection takes of a dimension.</summary>
/// <param name="Kind">How.</param>
/// <param name="Codes">The codes, of <see cref="ChoiceKind.Codes"/>.</param>
internal sealed record Choice(ChoiceKind Kind, IReadOnlyList<string> Codes);

internal enum ChoiceKind
{
    /// <summary>One code, or several that are summed and must all be there.</summary>
    Codes,

    /// <summary>The area the indicator is of.</summary>
    Area,

    /// <summary>The sum over the dimension: the source's total where it publishes one.</summary>
    Sum,

    /// <summary>The simple mean over the countries of the dimension that have a figure.</summary>
    Mean,

    /// <summary>Told apart by the dimension.</summary>
    Each,
}

/// <summary>Another indicator's value.</summary>
internal sealed record IndicatorReference(int Place, string Code, string Measure) : Expression(Place);

/// <summary>Two parts and a sign between them.</summary>
internal sealed record Operation(int Place, char Sign, Expression Left, Expression Right) : Expression(Place)
{
    public override IEnumerable<Expression> Parts => [Left, Right];
}

/// <summary>The value some years before.</summary>
internal sealed record Lag(int Place, Expression Of, int Years) : Expression(Place)
{
    public override IEnumerable<Expression> Parts => [Of];
}
