using System.Text.Json.Serialization;
using Periplo.Languages;

namespace Periplo.Storage;

/// <summary>How the last try to collect from a remote ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RemoteOutcome>))]
public enum RemoteOutcome
{
    /// <summary>Its figures were taken.</summary>
    Taken,

    /// <summary>It has nothing that is not held.</summary>
    Unchanged,

    /// <summary>It did not answer in time, is not ready yet, or its figures end too early.</summary>
    Late,

    /// <summary>It could not be reached, or failed.</summary>
    Down,

    /// <summary>It answered with what cannot be taken.</summary>
    Wrong,
}

/// <summary>What is remembered of a remote that figures are collected from.</summary>
/// <param name="Id">Its id in the list of remotes.</param>
/// <param name="Name">Its name.</param>
/// <param name="Area">Id of the area whose office it is, or null.</param>
/// <param name="Address">Where its figures are asked for.</param>
/// <param name="Declaration">Hash of how it is asked and read: once that is another, what is remembered of its answers says nothing.</param>
/// <param name="Outcome">How the last try ended.</param>
/// <param name="Reason">Why, where it did not end well, or null.</param>
/// <param name="TriedAt">When it was last tried.</param>
public sealed record RemoteState(string Id, Text Name, string? Area, string Address, string Declaration, RemoteOutcome Outcome, Text? Reason, DateTimeOffset TriedAt)
{
    /// <summary>When it last answered with what could be taken, or with nothing new.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Dataset its figures are in.</summary>
    public string? Dataset { get; init; }

    /// <summary>Source and release of the last figures: <c>INE.2024</c>.</summary>
    public string? Revision { get; init; }

    /// <summary>Last period it has a figure of.</summary>
    public string? LastPeriod { get; init; }

    /// <summary>ETag of the answer taken last.</summary>
    public string? Tag { get; init; }

    /// <summary>Last-Modified of the answer taken last.</summary>
    public DateTimeOffset? Modified { get; init; }
}
