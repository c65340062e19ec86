using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Remittances;

/// <summary>Makes the observations of <c>REMITTANCES</c> that hold the bilateral matrices of every year.</summary>
public static class MatrixPublication
{
    /// <summary>Codes of INDICATOR for the three rules and the balanced matrix, in that order.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["FLOW_BILAT_R1", "FLOW_BILAT_R2", "FLOW_BILAT_R3", "FLOW_BILAT_IPF"];

    /// <summary>Migrants whose sender has no income of the year, by receiver.</summary>
    public const string Fallback = "MIG_FALLBACK";

    /// <summary>Money received that is in no corridor, because no emigrants are known.</summary>
    public const string Unshared = "FLOW_UNSHARED";

    /// <summary>
    /// Estimates every year. Amounts are whole US dollars that still add up to the inflow: the dollars that rounding down
    /// leaves go to the largest remainders. The remark of an observation names the year of an income that is not of the
    /// year itself, <c>y_j=2017</c> of the sender and <c>y_i=2012</c> of the receiver, or <c>none</c>.
    /// </summary>
    /// <param name="inputs">Stocks, flows and incomes.</param>
    /// <param name="remittances">The dataset <c>REMITTANCES</c>.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Observations Of(YearlyInputs inputs, DatasetDefinition remittances, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(remittances);
        var years = new (IReadOnlyList<CorridorEstimate> Corridors, double[][] Amounts, IReadOnlyList<ReceiverAccount> Receivers, MatrixInputs Inputs)[inputs.Years.Count];
        Parallel.For(0, years.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, y =>
        {
            var of = inputs.Of(inputs.Years[y]);
            var matrix = BilateralMatrix.Of(of);
            var balanced = BalancedMatrix.Of(matrix.Corridors, inputs.Outflows(inputs.Years[y]));
            double[][] amounts =
            [
                .. SharingRules.All.Select(rule => matrix.Corridors.Select(corridor => corridor.By(rule)).ToArray()),
                [.. balanced.Flows.Select(flow => flow.Amount)],
            ];
            foreach (var column in amounts)
                Round(matrix.Corridors, column);
            years[y] = (matrix.Corridors, amounts, matrix.Receivers, of);
        });

        var builder = new ObservationsBuilder(remittances);
        foreach (var (dimension, code) in new[] { ("FREQ", "A"), ("SERVICE_TYPE", "_Z"), ("INSTRUMENT", "_Z"), ("AMOUNT", "_Z") })
            builder.Set(dimension, code);
        var (sender, receiver, indicator, unit) = (remittances.Dimension("REF_AREA"), remittances.Dimension("COUNTERPART_AREA"), remittances.Dimension("INDICATOR"), remittances.Dimension("UNIT_MEASURE"));
        var remarks = new Remarks();
        for (var y = 0; y < years.Length; y++)
        {
            var time = TimePeriod.OfYear(inputs.Years[y]);
            var (corridors, amounts, receivers, of) = years[y];
            builder.Set(unit, "USD");
            for (var i = 0; i < corridors.Count; i++)
            {
                builder.Set(sender, corridors[i].Sender);
                builder.Set(receiver, corridors[i].Receiver);
                var set = remarks.Of(of.Incomes, corridors[i]);
                for (var method = 0; method < Methods.Count; method++)
                {
                    builder.Set(indicator, Methods[method]);
                    // Rule 1 asks for no incomes.
                    builder.Add(time, amounts[method][i], ObservationStatus.E, method == 0 ? AttributeSet.Units : set, default);
                }
            }

            builder.Set(sender, "_T");
            foreach (var account in receivers)
            {
                builder.Set(receiver, account.Receiver);
                builder.Set(indicator, account.Shared ? Fallback : Unshared);
                builder.Set(unit, account.Shared ? "PS" : "USD");
                builder.Add(time, Math.Round(account.Shared ? account.FallbackMigrants : account.Inflow), ObservationStatus.E, AttributeSet.Units, default);
            }
        }

        return builder.Build((key, _, _) => throw new InvalidOperationException($"{key} was estimated twice."));
    }

    /// <summary>Rounds the amounts of every receiver to whole dollars with the same sum. Corridors of a receiver stand together.</summary>
    private static void Round(IReadOnlyList<CorridorEstimate> corridors, double[] amounts)
    {
        for (var from = 0; from < amounts.Length;)
        {
            var to = from;
            var (exact, whole) = (0.0, 0.0);
            while (to < amounts.Length && corridors[to].Receiver == corridors[from].Receiver)
            {
                exact += amounts[to];
                whole += Math.Floor(amounts[to++]);
            }

            var left = (int)Math.Round(exact - whole);
            var order = Enumerable.Range(from, to - from).OrderByDescending(i => amounts[i] - Math.Floor(amounts[i])).Take(left).ToHashSet();
            for (var i = from; i < to; i++)
                amounts[i] = Math.Floor(amounts[i]) + (order.Contains(i) ? 1 : 0);
            from = to;
        }
    }

    private sealed class Remarks
    {
        private readonly Dictionary<(int Sender, int Receiver), AttributeSet> known = new() { [(0, 0)] = AttributeSet.Units };

        public AttributeSet Of(IReadOnlyDictionary<string, HeadIncome> incomes, CorridorEstimate corridor)
        {
            var key = (Year(incomes, corridor.Sender), Year(incomes, corridor.Receiver));
            if (!known.TryGetValue(key, out var set))
                known.Add(key, set = new(0, Comment: string.Join("; ", new[] { Said("y_j", key.Item1), Said("y_i", key.Item2) }.Where(one => one is not null))));
            return set;
        }

        private static int Year(IReadOnlyDictionary<string, HeadIncome> incomes, string country) =>
            incomes.TryGetValue(country, out var income) ? income.Year ?? 0 : -1;

        private static string? Said(string of, int year) => year switch { 0 => null, -1 => $"{of}=none", _ => $"{of}={year}" };
    }
}
