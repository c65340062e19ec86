using Periplo.Languages;
using Periplo.Remittances;

namespace Periplo.Web.Remittances;

/// <summary>The forms of the calculators as they were asked, and what they answer when nothing is wrong. Nothing is kept.</summary>
public sealed class CalculatorEntry
{
    /// <summary>Cases of the form of recruitment cost.</summary>
    public const int MostCases = 5;

    private const double Most = 1_000_000_000;
    private const int MostWorkers = 1_000_000;

    private CalculatorEntry(IReadOnlyList<NumberEntry> transfer, IReadOnlyList<(NumberEntry Cost, NumberEntry Earnings)> cases) => (Transfer, Cases) = (transfer, cases);

    /// <summary>Inputs of the consolidated transfer: amount, fee, margin, fee of the common transfer, its margin, handing out, workers.</summary>
    public IReadOnlyList<NumberEntry> Transfer { get; }

    /// <summary>Inputs of the cases of recruitment.</summary>
    public IReadOnlyList<(NumberEntry Cost, NumberEntry Earnings)> Cases { get; }

    /// <summary>The comparison; null where it was not asked or something is wrong.</summary>
    public ConsolidatedTransfer? Comparison { get; private init; }

    /// <summary>How many send together.</summary>
    public int Workers { get; private init; }

    /// <summary>The cases that were filled in, with their number in the form; empty where something is wrong.</summary>
    public IReadOnlyList<(int Number, RecruitmentCase Case)> Recruited { get; private init; } = [];

    /// <summary>The inputs with something wrong.</summary>
    public IEnumerable<NumberEntry> Faults => Transfer.Concat(Cases.SelectMany(one => new[] { one.Cost, one.Earnings })).Where(entry => entry.Fault is not null);

    /// <summary>What a query asks; the form with an example of its own where it asks nothing.</summary>
    public static CalculatorEntry Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var transfer = query.ContainsKey("amount") ? AskedTransfer(query) : EmptyTransfer();
        var asked = query.ContainsKey(CostInput(1));
        var cases = Enumerable.Range(1, MostCases).Select(number => asked ? Case(query, number) : Empty(number)).ToList();
        if (asked && cases.TrueForAll(one => one.Cost.Typed.Length == 0 && one.Earnings.Typed.Length == 0))
            cases[0] = (NumberEntry.Of(query, CostInput(1), cases[0].Cost.Name, 0, Most), NumberEntry.Of(query, EarningsInput(1), cases[0].Earnings.Name, 0, Most, above: true));
        var entry = new CalculatorEntry(transfer, cases);
        if (entry.Faults.Any())
            return entry;
        double At(int i) => transfer[i].Value;
        return new(transfer, cases)
        {
            Comparison = query.ContainsKey("amount") ? new(At(0), new(At(1), At(2)), new(At(3), At(4)), At(5)) : null,
            Workers = query.ContainsKey("amount") ? (int)At(6) : 0,
            Recruited = [.. cases.Select((one, i) => (Number: i + 1, one.Cost, one.Earnings)).Where(one => double.IsFinite(one.Cost.Value) && double.IsFinite(one.Earnings.Value)).Select(one => (one.Number, new RecruitmentCase(one.Cost.Value, one.Earnings.Value)))],
        };
    }

    /// <summary>Id of the input of what a case cost, counted from 1.</summary>
    public static string CostInput(int number) => $"cost-{number}";

    /// <summary>Id of the input of what a case earned, counted from 1.</summary>
    public static string EarningsInput(int number) => $"earnings-{number}";

    private static List<NumberEntry> AskedTransfer(IQueryCollection query) =>
    [
        NumberEntry.Of(query, "amount", CalculatorWords.Amount, 0, Most, above: true),
        NumberEntry.Of(query, "fee", CalculatorWords.Fee, 0, Most),
        NumberEntry.Of(query, "margin", CalculatorWords.Margin, -100, 100),
        NumberEntry.Of(query, "common-fee", CalculatorWords.CommonFee, 0, Most),
        NumberEntry.Of(query, "common-margin", CalculatorWords.CommonMargin, -100, 100),
        NumberEntry.Of(query, "handing-out", CalculatorWords.HandingOut, 0, Most),
        NumberEntry.Of(query, "workers", CalculatorWords.Workers, 1, MostWorkers, whole: true),
    ];

    private static List<NumberEntry> EmptyTransfer() =>
    [
        NumberEntry.Empty("amount", CalculatorWords.Amount, "200"), NumberEntry.Empty("fee", CalculatorWords.Fee), NumberEntry.Empty("margin", CalculatorWords.Margin),
        NumberEntry.Empty("common-fee", CalculatorWords.CommonFee), NumberEntry.Empty("common-margin", CalculatorWords.CommonMargin), NumberEntry.Empty("handing-out", CalculatorWords.HandingOut, "0"),
        NumberEntry.Empty("workers", CalculatorWords.Workers, "10"),
    ];

    private static (NumberEntry Cost, NumberEntry Earnings) Case(IQueryCollection query, int number)
    {
        var (cost, earnings) = Empty(number);
        return string.IsNullOrWhiteSpace(query[cost.Input]) && string.IsNullOrWhiteSpace(query[earnings.Input])
            ? (cost, earnings)
            : (NumberEntry.Of(query, cost.Input, cost.Name, 0, Most), NumberEntry.Of(query, earnings.Input, earnings.Name, 0, Most, above: true));
    }

    private static (NumberEntry Cost, NumberEntry Earnings) Empty(int number) => (Named(CostInput(number), CalculatorWords.Cost, number), Named(EarningsInput(number), CalculatorWords.Earnings, number));

    private static NumberEntry Named(string input, Text name, int number) => NumberEntry.Empty(input, Text.Same("{0} {1}").With(name, number));
}
