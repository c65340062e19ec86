using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>What is estimated of every period.</summary>
/// <param name="Methods">The methods, each once.</param>
/// <param name="Replicates">Replicates with noise for the intervals of closed methods; 0 for none.</param>
/// <param name="Seed">Seed of the noise.</param>
public sealed record FlowSettings(IReadOnlyList<FlowMethod> Methods, int Replicates, ulong Seed)
{
    /// <summary>Replicates that are made where nobody says how many: a first idea of the intervals in a few seconds.</summary>
    public const int UsualReplicates = 20;

    /// <summary>Seed of the noise where nobody says another.</summary>
    public const ulong UsualSeed = 1;

    /// <summary>What is estimated where nobody says otherwise; why: docs/decisions/0012-flows-kept.md.</summary>
    public static FlowSettings Usual { get; } =
        new([FlowMethod.StockDifferenceDrop, FlowMethod.StockDifferenceReturn, FlowMethod.ClosedMinimum, FlowMethod.PseudoBayes], UsualReplicates, UsualSeed) { Intervals = [FlowMethod.PseudoBayes] };

    /// <summary>Sexes that are estimated where the datasets have them, both first.</summary>
    public static IReadOnlyList<string> Sexes { get; } = ["_T", "F", "M"];

    /// <summary>How uncertain the input is; what each residence counted comes with its stocks.</summary>
    public NoiseParameters Noise { get; init; } = NoiseParameters.Default;

    /// <summary>How tables are made. Birthplaces that cannot reach the mean of both dates are scaled to what they can: of 232 areas one such would stop all.</summary>
    public FlowOptions Options { get; init; } = FlowOptions.Default with { Matching = MatchingRule.RescaleWithoutForeignBorn };

    /// <summary>Methods that are to have intervals; null for all closed ones among <see cref="Methods"/>.</summary>
    public IReadOnlyList<FlowMethod>? Intervals { get; init; }

    /// <summary>Methods that get intervals.</summary>
    public IReadOnlyList<FlowMethod> IntervalMethods => Replicates == 0 ? [] : [.. Methods.Where(method => Intervals?.Contains(method) ?? method.IsClosed())];
}

/// <summary>An estimated table.</summary>
/// <param name="Material">What it was made of.</param>
/// <param name="Method">The method.</param>
/// <param name="Table">The flows.</param>
/// <param name="Intervals">Input uncertainty, or null.</param>
/// <param name="Failure">Why there is no table, or null.</param>
public sealed record FlowEstimate(FlowMaterial Material, FlowMethod Method, FlowTable? Table, FlowIntervals? Intervals, Text? Failure);

/// <summary>Estimates the flows of a period, by sex where the datasets have it.</summary>
public static class FlowSeries
{
    /// <summary>
    /// Estimates every table of a period. Stock differences ask for migrants alone and are made for both sexes and each; the others for
    /// each sex that has populations, births and deaths of its own.
    /// </summary>
    /// <param name="materials">What the datasets hold.</param>
    /// <param name="period">One of its periods.</param>
    /// <param name="settings">What to estimate.</param>
    /// <param name="threads">Threads; the result is the same for any number.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>By sex and method; a table that could not be made says why.</returns>
    public static IReadOnlyList<FlowEstimate> Estimate(FlowMaterials materials, FlowPeriod period, FlowSettings settings, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(materials);
        ArgumentNullException.ThrowIfNull(settings);
        var all = new List<FlowEstimate>();
        foreach (var sex in FlowSettings.Sexes)
        {
            foreach (var ofStocks in new[] { true, false })
            {
                List<FlowMethod> methods = [.. settings.Methods.Where(method => IsOfStocks(method) == ofStocks)];
                if (methods.Count == 0 || (ofStocks ? materials.Stocks(period, sex) : materials.Accounts(period, sex)) is not { } material)
                    continue;
                cancellation.ThrowIfCancellationRequested();
                all.AddRange(WithIntervals([.. Estimate(material, methods, settings with { Options = settings.Options with { Threads = threads } })], settings, threads, cancellation));
            }
        }

        return all;
    }

    /// <summary>True for methods that ask for migrants alone.</summary>
    public static bool IsOfStocks(FlowMethod method) => method is FlowMethod.StockDifferenceDrop or FlowMethod.StockDifferenceReturn;

    private static IEnumerable<FlowEstimate> Estimate(FlowMaterial material, List<FlowMethod> methods, FlowSettings settings)
    {
        var options = settings.Options with { Parts = material.HasAccounts };
        try
        {
            return [.. methods.Zip(FlowEstimation.Estimate(material.Input, methods, options), (method, table) => new FlowEstimate(material, method, table, null, null))];
        }
        catch (StatisticsException) when (methods.Count > 1)
        {
            // One that cannot be made does not keep back the others.
            return [.. methods.SelectMany(method => Estimate(material, [method], settings))];
        }
        catch (StatisticsException error)
        {
            return [new(material, methods[0], null, null, error.Explanation)];
        }
    }

    private static IEnumerable<FlowEstimate> WithIntervals(List<FlowEstimate> estimates, FlowSettings settings, int threads, CancellationToken cancellation)
    {
        List<FlowMethod> methods = [.. estimates.Where(one => one.Table is not null && settings.IntervalMethods.Contains(one.Method)).Select(one => one.Method)];
        if (methods.Count == 0)
            return estimates;
        var material = estimates[0].Material;
        var noise = settings.Noise with { DataTypes = [.. material.DataTypes.Select(Counted)] };
        // Replicates are many and small: the tables of one are made by one thread.
        var intervals = FlowReplicates.Estimate(material.Input, methods, settings.Options, noise, settings.Replicates, settings.Seed, threads, cancellation);
        return estimates.Select(one => one with { Intervals = intervals.FirstOrDefault(of => of.Method == one.Method) });
    }

    private static StockDataType Counted(string? letters) => letters switch
    {
        not null when letters.Contains('I') => StockDataType.Imputed,
        not null when letters.Contains('C') => StockDataType.Citizens,
        _ => StockDataType.ForeignBorn,
    };
}
