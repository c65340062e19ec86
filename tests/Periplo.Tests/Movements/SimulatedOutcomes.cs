using System.Runtime.InteropServices;
using Periplo.Movements;

namespace Periplo.Tests.Movements;

/// <summary>
/// Count tables of invented travellers with known probabilities: who will be a migrant depends on what is known of the traveller and,
/// where <c>shock</c> is not zero, on a surprise that all crossings of a month share.
/// </summary>
internal sealed class SimulatedOutcomes
{
    private const int FinalAge = 17;
    private static readonly ushort[] Citizenships = [84, 222, 320, 340, 558];
    private readonly Random random;

    public SimulatedOutcomes(int seed, int countries, int months, int crossings, double shock)
    {
        random = new Random(seed);
        (Countries, Months) = (countries, months);
        var decided = new Dictionary<DecidedCell, int>();
        var undecided = new Dictionary<UndecidedCell, (int Count, int Migrants)>();
        for (var series = 0; series < countries * 2; series++)
        {
            for (var month = 0; month < months; month++)
            {
                var surprise = shock * Normal();
                for (var number = random.Next(crossings * 3 / 4, crossings * 5 / 4); number > 0; number--)
                    Travel(decided, undecided, (byte)(series / 2), series % 2 == 1, month, surprise);
            }
        }

        Decided = [.. decided.Select(pair => pair.Key with { Count = pair.Value })];
        Undecided = [.. undecided.Select(pair => pair.Key with
        {
            Count = pair.Value.Count,
            FinalKnown = pair.Key.Month + FinalAge < months,
            BecameMigrant = pair.Key.Month + FinalAge < months ? pair.Value.Migrants : 0,
        })];
    }

    public int Countries { get; }

    public int Months { get; }

    public DecidedCell[] Decided { get; }

    public UndecidedCell[] Undecided { get; }

    public RevisionTriangle Triangle(ProvisionalRule? rule = null) =>
        RevisionTriangle.Of(Decided, Undecided, Countries, 0, Months - 1, rule);

    private void Travel(
        Dictionary<DecidedCell, int> decided, Dictionary<UndecidedCell, (int Count, int Migrants)> undecided, byte country, bool entry, int month, double surprise)
    {
        var citizenship = Citizenships[Math.Min(random.Next(6), random.Next(Citizenships.Length))];
        byte purpose = (byte)random.Next(1, 4), group = (byte)random.Next(3);
        var logOdds = -1.2 + (purpose * 0.5) - (group * 0.3) + (citizenship == 558 ? 1 : 0) + surprise;
        var migrant = random.NextDouble() < 1 / (1 + Math.Exp(-logOdds));
        var known = migrant ? 12 : 0;
        while (known < 16 && random.NextDouble() < (migrant ? 0.4 : 0.8))
            known++;
        for (byte age = 0; age <= FinalAge && month + age < Months; age++)
        {
            if (age >= known)
            {
                if (migrant)
                    CollectionsMarshal.GetValueRefOrAddDefault(decided, new(country, month, age, entry, citizenship, 0), out _)++;
                continue;
            }

            var side = (byte)(10 - (random.NextDouble() < (migrant ? 0.8 : 0.5) ? 0 : random.Next(1, 4)));
            ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(
                undecided, new(country, month, age, entry, new(citizenship, purpose, group, side, age), 0, 0, false), out _);
            cell.Count++;
            cell.Migrants += migrant ? 1 : 0;
        }
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
