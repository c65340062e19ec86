namespace Periplo.Flows;

/// <summary>
/// The accounts of a table of flows, by birthplace and area: start + births + arrivals + arrivals from outside = end + deaths +
/// departures + departures to outside. Tables are birthplace × areas + area, persons. Start and end are the stocks after balance and
/// matching, which is what the flows explain.
/// </summary>
public sealed class FlowAccounts
{
    private FlowAccounts(FlowAccounting accounting, FlowMethod method)
    {
        var (stocks, matched) = accounting.Matched(method);
        var areas = stocks.Areas;
        var size = stocks.Start.Length;
        (Start, End, Births, Deaths) = (new double[size], new double[size], stocks.Born, stocks.Died);
        (Arrivals, Departures) = (new double[size], new double[size]);
        (FromOutside, ToOutside) = (matched.FromOutside ?? new double[size], matched.ToOutside ?? new double[size]);
        for (var cell = 0; cell < size; cell++)
        {
            Start[cell] = matched.Start[cell] + Deaths[cell] + ToOutside[cell];
            End[cell] = matched.End[cell] + Births[cell] + FromOutside[cell];
        }

        var (terms, _) = accounting.Terms(method);
        foreach (var (moves, weights) in terms)
        {
            for (var birthplace = 0; birthplace < size / areas; birthplace++)
            {
                moves.AddMoves(birthplace, weights?[birthplace] ?? 1, Arrivals.AsSpan(birthplace * areas, areas), into: true);
                moves.AddMoves(birthplace, weights?[birthplace] ?? 1, Departures.AsSpan(birthplace * areas, areas), into: false);
            }
        }

        for (var cell = 0; cell < size; cell++)
        {
            var error = Math.Abs(Start[cell] + Births[cell] + Arrivals[cell] + FromOutside[cell] - End[cell] - Deaths[cell] - Departures[cell] - ToOutside[cell]);
            if (error < WorstError)
                continue;
            (WorstError, WorstBirthplace, WorstArea) = (error, stocks.Birthplaces[cell / areas], stocks.Labels[cell % areas]);
        }
    }

    /// <summary>Persons at the start.</summary>
    public double[] Start { get; }

    /// <summary>Births.</summary>
    public double[] Births { get; }

    /// <summary>Moves into the area.</summary>
    public double[] Arrivals { get; }

    /// <summary>Moves from outside the world; zero in closed accounts.</summary>
    public double[] FromOutside { get; }

    /// <summary>Persons at the end.</summary>
    public double[] End { get; }

    /// <summary>Deaths.</summary>
    public double[] Deaths { get; }

    /// <summary>Moves out of the area.</summary>
    public double[] Departures { get; }

    /// <summary>Moves to outside the world.</summary>
    public double[] ToOutside { get; }

    /// <summary>Largest difference between both sides of any account.</summary>
    public double WorstError { get; }

    /// <summary>Birthplace of <see cref="WorstError"/>.</summary>
    public string WorstBirthplace { get; } = "";

    /// <summary>Area of <see cref="WorstError"/>.</summary>
    public string WorstArea { get; } = "";

    /// <summary>The accounts of a method that keeps them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The method keeps no accounts.</exception>
    /// <exception cref="Statistics.StatisticsException">The input cannot be explained by flows; names the areas.</exception>
    public static FlowAccounts Of(FlowInput input, FlowMethod method, FlowOptions options)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        return method.NeedsVitalEvents() ? new(new(input, options, []), method) : throw new ArgumentOutOfRangeException(nameof(method), method, "The method keeps no accounts.");
    }
}
