namespace Periplo.Flows;

/// <summary>
/// The stocks of a period on their way to flows: repaired, balanced, without the births and deaths of the period. Tables are birthplace ×
/// residences + residence.
/// </summary>
internal sealed class AccountedStocks
{
    /// <summary>P and Q before a balance that comes after births and deaths.</summary>
    private readonly double[] survivorsBefore;
    private readonly double[] bornBefore;

    /// <summary>Takes the input, repairs and balances it and takes births and deaths away.</summary>
    /// <exception cref="Statistics.StatisticsException">A figure is none, or births or deaths cannot be taken from anybody; names the areas.</exception>
    public AccountedStocks(FlowInput input, FlowOptions options, bool closed)
    {
        (Areas, Labels, Birthplaces) = (input.Start.Residences.Count, input.Start.Residences, input.Start.Birthplaces);
        Births = VitalEvents.Checked(input.Births, Labels);
        Deaths = VitalEvents.Checked(input.Deaths, Labels);
        Repairs = new();
        Start = StockRepair.Repaired(input.Start, Repairs);
        End = StockRepair.Repaired(input.End, Repairs);
        var balance = closed ? options.Balance : BalanceRule.None;
        if (balance is BalanceRule.Before or BalanceRule.BeforeExact)
            GlobalBalance.Before(this, balance == BalanceRule.Before);
        Survivors = VitalEvents.WithoutDeaths(this, options);
        BornBefore = VitalEvents.WithoutBirths(this, options.Births);
        (survivorsBefore, bornBefore) = balance == BalanceRule.After ? ((double[])Survivors.Clone(), (double[])BornBefore.Clone()) : (Survivors, BornBefore);
        if (balance == BalanceRule.After)
            GlobalBalance.After(this);
        if (closed)
            GlobalBalance.Check(this);
    }

    /// <summary>Number of residences.</summary>
    public int Areas { get; }

    /// <summary>Labels of the residences.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Labels of the birthplaces.</summary>
    public IReadOnlyList<string> Birthplaces { get; }

    /// <summary>Births by residence.</summary>
    public double[] Births { get; }

    /// <summary>Deaths by residence.</summary>
    public double[] Deaths { get; }

    /// <summary>Persons at the start.</summary>
    public double[] Start { get; }

    /// <summary>Persons at the end.</summary>
    public double[] End { get; }

    /// <summary>P: persons at the start who live at the end.</summary>
    public double[] Survivors { get; }

    /// <summary>Q: persons at the end who lived at the start.</summary>
    public double[] BornBefore { get; }

    /// <summary>Deaths by birthplace and residence.</summary>
    public double[] Died => [.. Start.Zip(survivorsBefore, (all, left) => all - left)];

    /// <summary>Births by birthplace and residence.</summary>
    public double[] Born => [.. End.Zip(bornBefore, (all, left) => all - left)];

    /// <summary>What was repaired, and what the balance added to native born.</summary>
    public StockRepairs Repairs { get; }
}

/// <summary>What was repaired in stocks.</summary>
internal sealed class StockRepairs
{
    /// <summary>Cells nobody reported.</summary>
    public int Missing { get; set; }

    /// <summary>Areas whose native born were below zero.</summary>
    public SortedSet<string> NegativeNativeBorn { get; } = new(StringComparer.Ordinal);

    /// <summary>Areas whose births were spread over all birthplaces.</summary>
    public List<string> BirthsSpread { get; } = [];

    /// <summary>Birthplaces scaled because their area has native born alone.</summary>
    public List<string> WithoutForeignBorn { get; } = [];

    /// <summary>What was added to native born at the start; empty where nothing was balanced.</summary>
    public double[] StartAdded { get; set; } = [];

    /// <summary>What was added to native born at the end.</summary>
    public double[] EndAdded { get; set; } = [];

    /// <summary>Notes what a table's native born gained.</summary>
    public static double[] Added(double[] sofar, ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        var added = sofar.Length == 0 ? new double[before.Length] : sofar;
        for (var area = 0; area < added.Length; area++)
            added[area] += after[area] - before[area];
        return added;
    }
}
