using System.Runtime.ExceptionServices;
using Xunit;

namespace Periplo.Tests;

/// <summary>Checks what must hold for every input on many random ones. A failure tells the case, so that it can be run alone.</summary>
internal static class Property
{
    /// <summary>Runs <paramref name="check"/> on <paramref name="cases"/> cases, each with randomness of its own drawn from the seed of the run.</summary>
    public static void Holds(int cases, Action<Random> check)
    {
        for (var number = 0; number < cases; number++)
            Run(number, check);
    }

    /// <summary>The same with the cases shared out over the cores: for long checks that share nothing they change.</summary>
    public static void HoldsOnAllCores(int cases, Action<Random> check)
    {
        try
        {
            // Unbounded, the pool takes long checks for stuck ones, begins more and more of them, and their memory adds up.
            Parallel.For(0, cases, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, number => Run(number, check));
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }
    }

    /// <summary>One case, to look at a failure.</summary>
    public static void Run(int number, Action<Random> check)
    {
        try
        {
            check(new Random(unchecked((TestCounts.Seed * 1_000_003) + number)));
        }
        catch (Exception error) when (!error.GetType().Name.StartsWith("Skip", StringComparison.Ordinal))
        {
            TestContext.Current.SendDiagnosticMessage("case {0} of seed {1}", number, TestCounts.Seed);
            TestContext.Current.TestOutputHelper?.WriteLine($"case {number} of seed {TestCounts.Seed}");
            ExceptionDispatchInfo.Throw(error);
        }
    }
}

/// <summary>Damages bytes as files are damaged: bits turned, runs lost, doubled, swapped or overwritten, ends cut off.</summary>
internal static class Mutation
{
    public static byte[] Of(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var times = random.Next(1, 4); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(bytes.Count - at, random.Next(1, 9));
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    for (var i = 0; i < length; i++)
                        bytes[at + i] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }
}
