using Periplo.Registers;

namespace Periplo.Web.Registers;

/// <summary>What a notice of a correction says.</summary>
/// <param name="Version">The version that brought the present values to the public.</param>
/// <param name="Before">The values published before.</param>
/// <param name="Why">Reason of it, or of the draft it approved.</param>
public sealed record Correction(RecordVersion Version, string[] Before, string Why)
{
    /// <summary>The correction a record had last; null for a record published once only.</summary>
    /// <param name="register">The register.</param>
    /// <param name="head">The record.</param>
    /// <param name="history">All its versions, drafts among them, oldest first.</param>
    public static Correction? Of(Register register, RecordHead head, IReadOnlyList<RecordVersion> history)
    {
        if (head is not { Published: { } published, Corrected: { } corrected })
            return null;
        bool Same(RecordVersion version) => version.Number > corrected.Number && version.Values.AsSpan().SequenceEqual(published.Values);
        var version = history.FirstOrDefault(one => Same(one) && register.Workflow.Find(one.State)?.Public == true) ?? published;
        // Who approves often adds nothing to the reason that whoever wrote the change gave.
        var why = history.Where(one => Same(one) && one.Number <= version.Number && one.Why.Length > 0).LastOrDefault()?.Why;
        return new(version, corrected.Values, why ?? "");
    }
}
