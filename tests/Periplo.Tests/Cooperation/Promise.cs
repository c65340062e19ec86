using Periplo.Cooperation;
using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Tests.Cooperation;

/// <summary>Commitments written in a line: what the tests of the status rules are about.</summary>
internal static class Promise
{
    private static readonly NamedCode Any = new("any", Text.Same("any"));

    public static Plan Plan(string id = "plan", string? date = null) => new(id, Text.Same(id), Any, Text.Same("by"), Any, Period(date), null, null, []);

    public static Commitment Make(string id, string? deadline = null, string? made = null, string actions = "", string evidence = "", string assessments = "") =>
        new(id, Text.Same(id), Plan(), Text.Same("by"), Any)
        {
            Deadline = Period(deadline),
            Made = Period(made),
            Actions = [.. Parts(actions).Select((part, i) => new CommitmentAction($"{id}-{i}", Text.Same("action"), Text.Same("who"), Status(part[0]), Text.Same(part[0]), Period(At(part, 1)), Period(At(part, 2)), []))],
            Evidence = [.. Parts(evidence).Select((part, i) => new Evidence($"{id}-{i}", Text.Same("evidence"), null, Enum.Parse<EvidenceDirection>(part[0], ignoreCase: true), Text.Same(part[0]), Any, Period(part[1])!.Value, null, []))],
            Assessments = [.. Parts(assessments).Select((part, i) => new Assessment($"{id}-{i}", CommitmentStatuses.Find(part[0])!.Value, Period(part[1])!.Value, Text.Same("why"), Text.Same("who"), []))],
        };

    /// <summary>Words of a list, each with dates behind colons: "completed:2006:2007, planned".</summary>
    private static IEnumerable<string[]> Parts(string list) => list.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':'));

    private static string? At(string[] parts, int place) => place < parts.Length && parts[place].Length > 0 ? parts[place] : null;

    private static ActionStatus Status(string word) => Enum.Parse<ActionStatus>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static TimePeriod? Period(string? text) => text is null ? null : TimePeriod.TryParse(text, out var period) ? period : throw new FormatException(text);
}
