using Periplo.Movements;

namespace Periplo.Sources.Crossings;

/// <summary>What one worker makes: crossings until there are enough to hand on, and its counts.</summary>
internal sealed class CrossingSink(CrossingRun run, int worker, Crossing[] buffer)
{
    private int count;
    private CrossingTally tally;

    /// <summary>Counts since the last <see cref="Flush"/>.</summary>
    public ref CrossingTally Tally => ref tally;

    public CrossingRun Run => run;

    /// <summary>Place for the next crossing, with whatever stood there before.</summary>
    public ref Crossing Next => ref buffer[count];

    /// <summary>Takes what was written to <see cref="Next"/>.</summary>
    public void Keep()
    {
        tally.BeforeStart += buffer[count].Time < run.Start ? 1 : 0;
        if (++count == buffer.Length)
            Give();
    }

    /// <summary>Hands on what is there, and the counts of the block.</summary>
    public void Flush(string file, long bytes)
    {
        Give();
        run.Passed(file, bytes, tally);
        tally = default;
    }

    private void Give()
    {
        tally.Crossings += count;
        run.Give(worker, buffer.AsSpan(0, count));
        count = 0;
    }
}
