namespace Periplo.Remittances;

/// <summary>Money from one country to another, as the three rules estimate it.</summary>
/// <param name="Sender">Where the migrants live.</param>
/// <param name="Receiver">Where they are from.</param>
/// <param name="Migrants">Migrants of the corridor.</param>
/// <param name="Rule1">US dollars by rule 1.</param>
/// <param name="Rule2">US dollars by rule 2.</param>
/// <param name="Rule3">US dollars by rule 3, the default.</param>
/// <param name="Basis">Which income stands for the sender.</param>
public readonly record struct CorridorEstimate(string Sender, string Receiver, double Migrants, double Rule1, double Rule2, double Rule3, IncomeBasis Basis)
{
    /// <summary>The least of the three: lower end of the range of the corridor.</summary>
    public double Low => Math.Min(Rule1, Math.Min(Rule2, Rule3));

    /// <summary>The most of the three: upper end of the range.</summary>
    public double High => Math.Max(Rule1, Math.Max(Rule2, Rule3));

    /// <summary>The amount by a rule.</summary>
    public double By(SharingRule rule) => rule switch { SharingRule.Migrants => Rule1, SharingRule.HostIncome => Rule2, _ => Rule3 };
}

/// <summary>What has to be said of a receiver beside its corridors.</summary>
/// <param name="Receiver">The country.</param>
/// <param name="Inflow">What it receives, US dollars.</param>
/// <param name="Migrants">Its emigrants in open corridors.</param>
/// <param name="OtherYearMigrants">Of these, those who live where the income is of another year.</param>
/// <param name="NoIncomeMigrants">Of these, those who live where no income is published.</param>
/// <param name="HasHomeIncome">Whether the receiver's own income is known; without it rule 3 is rule 1.</param>
/// <param name="Shared">False when nobody of it is known to live abroad: the inflow is then in no corridor.</param>
public sealed record ReceiverAccount(string Receiver, double Inflow, double Migrants, double OtherYearMigrants, double NoIncomeMigrants, bool HasHomeIncome, bool Shared)
{
    /// <summary>Migrants whose sender has a fallback for its income, of either kind.</summary>
    public double FallbackMigrants => OtherYearMigrants + NoIncomeMigrants;
}

/// <summary>
/// Who sends how much to whom: r_ij = R_i · w_ij / Σ_k w_ik, where w is the number of migrants times the weight of the
/// rule. D. Ratha and W. Shaw, South-South Migration and Remittances, World Bank Working Paper 102 (2007);
/// docs/methods/remittances.md.
/// </summary>
public sealed class BilateralMatrix
{
    private BilateralMatrix(IReadOnlyList<CorridorEstimate> corridors, IReadOnlyList<ReceiverAccount> receivers) => (Corridors, Receivers) = (corridors, receivers);

    /// <summary>The corridors of receivers with an inflow, by receiver and sender in ordinal order. A corridor without migrants has zeros; one that is closed is not there.</summary>
    public IReadOnlyList<CorridorEstimate> Corridors { get; }

    /// <summary>The receivers in ordinal order.</summary>
    public IReadOnlyList<ReceiverAccount> Receivers { get; }

    /// <summary>Shares every inflow by the three rules. For every rule the corridors of a receiver add up to its inflow, unless it has no migrants.</summary>
    /// <exception cref="ArgumentException">A stock or inflow is negative or not finite, an income is not above zero, a pair stands twice or is of one country.</exception>
    public static BilateralMatrix Of(MatrixInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var byReceiver = new Dictionary<string, List<(string Sender, double Migrants)>>();
        var seen = new HashSet<(string, string)>();
        foreach (var (origin, destination, migrants) in inputs.Stocks)
        {
            if (!seen.Add((origin, destination)) || origin == destination)
                throw new ArgumentException($"{origin} to {destination} stands twice or is of one country.", nameof(inputs));
            Check(migrants >= 0 && double.IsFinite(migrants), origin, inputs);
            if (!inputs.Inflows.ContainsKey(origin) || inputs.Closed?.Contains((destination, origin)) == true)
                continue;
            if (!byReceiver.TryGetValue(origin, out var senders))
                byReceiver.Add(origin, senders = []);
            senders.Add((destination, migrants));
        }

        var corridors = new List<CorridorEstimate>(seen.Count);
        var receivers = new List<ReceiverAccount>(inputs.Inflows.Count);
        foreach (var (receiver, inflow) in inputs.Inflows.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Check(inflow >= 0 && double.IsFinite(inflow), receiver, inputs);
            var senders = byReceiver.GetValueOrDefault(receiver, []);
            senders.Sort((left, right) => string.CompareOrdinal(left.Sender, right.Sender));
            receivers.Add(Share(receiver, inflow, senders, inputs, corridors));
        }

        return new(corridors, receivers);
    }

    private static ReceiverAccount Share(string receiver, double inflow, List<(string Sender, double Migrants)> senders, MatrixInputs inputs, List<CorridorEstimate> corridors)
    {
        var home = Income(receiver, inputs);
        var (migrants, other, none) = (0.0, 0.0, 0.0);
        var (sum2, sum3) = (0.0, 0.0);
        var average = home ?? Average(senders, inputs);
        var weights = new (double Rule2, double Rule3, IncomeBasis Basis)[senders.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            var (sender, persons) = senders[i];
            var host = Income(sender, inputs);
            var basis = host is null ? IncomeBasis.AsAtHome : inputs.Incomes[sender].Year is null ? IncomeBasis.OfYear : IncomeBasis.OfAnotherYear;
            migrants += persons;
            other += basis == IncomeBasis.OfAnotherYear ? persons : 0;
            none += basis == IncomeBasis.AsAtHome ? persons : 0;
            weights[i] = (
                persons * SharingRule.HostIncome.Weight(average, host ?? average),
                // Without home income no gap is known, and an unknown gap counts as none.
                persons * (home is { } known ? SharingRule.IncomeGap.Weight(known, host ?? known) : 1),
                basis);
            sum2 += weights[i].Rule2;
            sum3 += weights[i].Rule3;
        }

        if (migrants > 0)
        {
            for (var i = 0; i < weights.Length; i++)
            {
                var (sender, persons) = senders[i];
                corridors.Add(new(
                    sender, receiver, persons, inflow * (persons / migrants), inflow * (weights[i].Rule2 / sum2), inflow * (weights[i].Rule3 / sum3), weights[i].Basis));
            }
        }

        return new(receiver, inflow, migrants, other, none, home is not null, migrants > 0);
    }

    private static double? Income(string country, MatrixInputs inputs)
    {
        if (!inputs.Incomes.TryGetValue(country, out var income))
            return null;
        Check(income.PerHead > 0 && double.IsFinite(income.PerHead), country, inputs);
        return income.PerHead;
    }

    /// <summary>Stands for home income in rule 2 where that is unknown too: the mean income of the other migrants' hosts; one where none is known, so that all count alike.</summary>
    private static double Average(List<(string Sender, double Migrants)> senders, MatrixInputs inputs)
    {
        var (sum, persons) = (0.0, 0.0);
        foreach (var (sender, migrants) in senders)
        {
            if (Income(sender, inputs) is not { } income)
                continue;
            sum += migrants * income;
            persons += migrants;
        }

        return persons > 0 ? sum / persons : 1;
    }

    private static void Check(bool holds, string country, MatrixInputs inputs)
    {
        if (!holds)
            throw new ArgumentException($"A figure of {country} is out of range.", nameof(inputs));
    }
}
