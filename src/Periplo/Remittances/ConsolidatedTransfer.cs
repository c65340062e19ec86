using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Remittances;

/// <summary>What a service asks for a transfer.</summary>
/// <param name="Fee">Fixed fee a transfer, in the currency sent, zero or more.</param>
/// <param name="MarginPercent">Exchange-rate margin, percent of the amount; below zero where the rate is better than the market's.</param>
public sealed record TransferTerms(double Fee, double MarginPercent)
{
    /// <summary>What sending an amount costs, in the currency sent.</summary>
    public double Cost(double amount) => Fee + (MarginPercent / 100 * amount);
}

/// <summary>
/// Workers who each send money, against one transfer of the whole that is then handed out: n(F + m·a) against
/// F_c + m_c·n·a + n·d. docs/methods/remittance-prices.md.
/// </summary>
public sealed class ConsolidatedTransfer
{
    /// <summary>A comparison.</summary>
    /// <param name="amount">What each worker sends, above zero.</param>
    /// <param name="separate">Terms of a transfer of one worker.</param>
    /// <param name="consolidated">Terms of the transfer of all together.</param>
    /// <param name="distribution">What handing out costs a worker at the other end, zero or more.</param>
    /// <exception cref="StatisticsException">A figure is out of range.</exception>
    public ConsolidatedTransfer(double amount, TransferTerms separate, TransferTerms consolidated, double distribution)
    {
        ArgumentNullException.ThrowIfNull(separate);
        ArgumentNullException.ThrowIfNull(consolidated);
        if (!(amount > 0 && double.IsFinite(amount)) || !IsCost(separate.Fee) || !IsCost(consolidated.Fee) || !IsCost(distribution)
            || !IsMargin(separate.MarginPercent) || !IsMargin(consolidated.MarginPercent))
        {
            throw new StatisticsException(new(
                "El monto debe ser mayor que cero, las comisiones y el reparto cero o más, y los márgenes de -100 a 100 por ciento.",
                "The amount must be above zero, fees and distribution zero or more, and margins from -100 to 100 per cent.",
                "Le montant doit être supérieur à zéro, les frais et la distribution nuls ou positifs, et les marges comprises entre -100 et 100 pour cent."));
        }

        (Amount, Separate, Consolidated, Distribution) = (amount, separate, consolidated, distribution);
    }

    /// <summary>What each worker sends.</summary>
    public double Amount { get; }

    /// <summary>Terms of a transfer of one worker.</summary>
    public TransferTerms Separate { get; }

    /// <summary>Terms of the transfer of all together.</summary>
    public TransferTerms Consolidated { get; }

    /// <summary>What handing out costs a worker.</summary>
    public double Distribution { get; }

    /// <summary>What each worker would save if the fixed fee of the common transfer were shared by endlessly many; the common transfer can only pay where it is above zero.</summary>
    public double GainPerWorker => Separate.Cost(Amount) - (Consolidated.MarginPercent / 100 * Amount) - Distribution;

    /// <summary>Cost of all transfers when each of <paramref name="workers"/> sends alone.</summary>
    public double SeparateCost(int workers) => Counted(workers) * Separate.Cost(Amount);

    /// <summary>Cost when they send together, handing out included.</summary>
    public double ConsolidatedCost(int workers) => Consolidated.Cost(Counted(workers) * Amount) + (workers * Distribution);

    /// <summary>What each worker saves; below zero where sending together costs more.</summary>
    public double SavingPerWorker(int workers) => GainPerWorker - (Consolidated.Fee / Counted(workers));

    /// <summary>The smallest number of workers from which sending together costs no more; null when it never does.</summary>
    public long? BreakEven
    {
        get
        {
            if (!(GainPerWorker > 0))
                return Consolidated.Fee == 0 && GainPerWorker == 0 ? 1 : null;
            var exact = Consolidated.Fee / GainPerWorker;
            // A division that should come out whole may end a hair above.
            var workers = Math.Ceiling(exact - (1e-9 * exact));
            return workers > 1e15 ? null : Math.Max(1, (long)workers);
        }
    }

    /// <summary>What the calculator supposes, to be printed beside its result.</summary>
    public static Text Assumes { get; } = new(
        "Todos envían el mismo monto el mismo día, y el margen cambiario es proporcional al monto. No se cuentan el tiempo de organizarse ni el riesgo de confiar el dinero a otros.",
        "All send the same amount on the same day, and the exchange-rate margin is proportional to the amount. The time of organising and the risk of trusting others with the money are not counted.",
        "Tous envoient le même montant le même jour, et la marge de change est proportionnelle au montant. Le temps d’organisation et le risque de confier l’argent à d’autres ne sont pas comptés.");

    private static bool IsCost(double value) => value >= 0 && double.IsFinite(value);

    private static bool IsMargin(double value) => value is >= -100 and <= 100;

    private static int Counted(int workers)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workers);
        return workers;
    }
}
