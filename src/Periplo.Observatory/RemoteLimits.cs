namespace Periplo.Observatory;

/// <summary>How long remotes are waited for, and how much is taken from them.</summary>
public sealed record RemoteLimits
{
    /// <summary>The usual bounds.</summary>
    public static readonly RemoteLimits Usual = new();

    /// <summary>To connect.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>From the question to the head of the answer.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Between two pieces of an answer.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>For a whole answer.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Bytes an answer may have once it is unpacked.</summary>
    public long MostBytes { get; init; } = 2L << 30;

    /// <summary>Redirections that are followed.</summary>
    public int MostRedirections { get; init; } = 5;

    /// <summary>Longest wait that a service may ask for by Retry-After, twice at the most.</summary>
    public TimeSpan MostRetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Waits before each try to fetch what a service says will be ready later.</summary>
    public IReadOnlyList<TimeSpan> Later { get; init; } = [.. new[] { 5, 10, 15, 30, 60, 60, 60, 60, 60, 60 }.Select(seconds => TimeSpan.FromSeconds(seconds))];
}
