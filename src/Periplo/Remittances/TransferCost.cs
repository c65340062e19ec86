namespace Periplo.Remittances;

/// <summary>What sending money costs, as SDG indicator 10.c.1 measures it.</summary>
public static class TransferCost
{
    /// <summary>The target of SDG 10.c for what sending costs on average, percent.</summary>
    public const double Target = 3;

    /// <summary>The target of SDG 10.c above which no corridor should be, percent.</summary>
    public const double MostPerCorridor = 5;

    /// <summary>Total cost of a transfer, percent of the amount sent: the fee, and what the exchange rate takes. May be negative where the rate is better than the market's.</summary>
    /// <param name="fee">Fee, in the currency sent.</param>
    /// <param name="amount">Amount sent, same currency, above zero.</param>
    /// <param name="marginPercent">Exchange-rate margin, percent.</param>
    public static double Percent(double fee, double amount, double marginPercent)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        return (100 * fee / amount) + marginPercent;
    }

    /// <summary>What an exchange rate takes, percent: how far the rate given lies below the interbank rate.</summary>
    /// <param name="given">Units of the currency received per unit sent, as the service gives them.</param>
    /// <param name="interbank">The same between banks, above zero.</param>
    public static double Margin(double given, double interbank)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(interbank);
        return 100 * (1 - (given / interbank));
    }
}
