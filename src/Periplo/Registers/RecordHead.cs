using Periplo.Languages;

namespace Periplo.Registers;

/// <summary>One version of a record.</summary>
/// <param name="Number">Number of its entry in the log; what the version is known by.</param>
/// <param name="At">When it was written.</param>
/// <param name="Who">Account that wrote it.</param>
/// <param name="State">Id of the state it was in.</param>
/// <param name="Values">A value for each column of the register; empty for none. Not to be changed.</param>
/// <param name="Why">Reason given.</param>
public sealed record RecordVersion(long Number, DateTimeOffset At, string Who, string State, string[] Values, string Why)
{
    private string? folded;
    private string? foldedWhole;

    /// <summary>All texts of the version under which it is found, folded.</summary>
    internal string Folded(Register register, string id, bool restricted) => restricted && register.HasRestricted
        ? foldedWhole ??= Fold(id, Values)
        : folded ??= Fold(id, register.HasRestricted ? Values.Where((_, column) => !register.Columns[column].Field.Restricted) : Values);

    private static string Fold(string id, IEnumerable<string> values) =>
        Spelling.OrderKey($"{id} {string.Join(' ', values.Where(value => value.Length > 0))}", Language.En);
}

/// <summary>A record as it stands: the version last written and the one the public sees.</summary>
/// <param name="Id">Id within the register.</param>
/// <param name="Latest">The version last written, whatever its state.</param>
/// <param name="Published">What the public sees; null for a draft never approved and for a record withdrawn.</param>
/// <param name="Corrected">The version published before <see cref="Published"/> with other values, of which a correction leaves a notice; or null.</param>
/// <param name="Withdrawn">The version by which the record was withdrawn, where it was; or null.</param>
public sealed record RecordHead(string Id, RecordVersion Latest, RecordVersion? Published, RecordVersion? Corrected, RecordVersion? Withdrawn)
{
    /// <summary>Whether a change waits for approval.</summary>
    public bool HasDraft => Published is null ? Withdrawn is null || Withdrawn.Number != Latest.Number : Latest.Number != Published.Number;

    /// <summary>The head after another version. A state that is not public leaves what the public sees, unless it is a move away from it.</summary>
    public static RecordHead After(Workflow workflow, RecordHead? before, string id, RecordVersion version)
    {
        if (workflow.Find(version.State)?.Public == true)
        {
            var corrected = before?.Published is { } published
                ? published.Values.AsSpan().SequenceEqual(version.Values) ? before.Corrected : published
                : before?.Corrected;
            return new(id, version, version, corrected, null);
        }

        // From a public state a step to the first is a draft of a correction; a step elsewhere takes the record from the public's sight.
        return before is not null && workflow.Find(before.Latest.State)?.Public == true && version.State != workflow.First.Id
            ? new(id, version, null, before.Corrected, version)
            : new(id, version, before?.Published, before?.Corrected, before?.Withdrawn);
    }
}
