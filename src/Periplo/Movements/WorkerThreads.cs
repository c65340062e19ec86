using System.Runtime.ExceptionServices;

namespace Periplo.Movements;

/// <summary>Runs work on so many threads at once; the first failure is thrown when all have ended.</summary>
internal static class WorkerThreads
{
    public static void Run(int workers, Action<int> work)
    {
        if (workers == 1)
        {
            work(0);
            return;
        }

        var failures = new ExceptionDispatchInfo?[workers];
        var threads = Enumerable.Range(0, workers).Select(worker => new Thread(() =>
        {
            try
            {
                work(worker);
            }
            catch (Exception error)
            {
                failures[worker] = ExceptionDispatchInfo.Capture(error);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        failures.FirstOrDefault(failure => failure is not null)?.Throw();
    }
}
