using System.Text;
using Periplo.Languages;
using Periplo.Sdmx.Messages;
using Periplo.Statistics;

namespace Periplo.Sources.Messages;

/// <summary>One thing for which a message is not taken.</summary>
/// <param name="Rule">Short id of the rule that is broken: one of <see cref="DataRules"/> or <see cref="MessageRules"/>.</param>
/// <param name="Words">What is wrong.</param>
/// <param name="Line">Line from 1; 0 where the format has none.</param>
/// <param name="Key">Key of the figure, its codes and period with points between; empty where none was read.</param>
public sealed record MessageFault(string Rule, Text Words, int Line, string Key);

/// <summary>What is wrong with a message: the first faults, and how many there are.</summary>
public sealed class MessageFaults
{
    /// <summary>Faults that are kept; the others are counted.</summary>
    public const int MostKept = 1000;

    private const int MostShown = 20;
    private readonly List<MessageFault> kept = [];

    /// <summary>Number of faults.</summary>
    public long Count { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<MessageFault> Kept => kept;

    /// <summary>Adds a fault that a reader of the library found.</summary>
    public void Add(DataFault fault) => Add(new MessageFault(fault.Rule, MessageRules.Words(fault.Rule, fault.Detail), fault.Line, fault.Key));

    /// <summary>Adds a fault.</summary>
    public void Add(MessageFault fault)
    {
        Count++;
        if (kept.Count < MostKept)
            kept.Add(fault);
    }

    /// <summary>The refusal of a message: how many faults, and line, key and rule of the first.</summary>
    /// <param name="file">The message as the user named it.</param>
    public InputException Refusal(string file) => new(file, null, new Text(
        $"{(Count == 1 ? "una observación no se puede tomar" : $"{Count} observaciones no se pueden tomar")}; no se importó nada.{Lines(Language.Es)}",
        $"{(Count == 1 ? "one observation cannot be taken" : $"{Count} observations cannot be taken")}; nothing was imported.{Lines(Language.En)}",
        $"{(Count == 1 ? "une observation ne peut être prise" : $"{Count} observations ne peuvent être prises")} ; rien n’a été importé.{Lines(Language.Fr)}"));

    private string Lines(Language language)
    {
        var lines = new StringBuilder();
        foreach (var fault in kept.Take(MostShown))
        {
            lines.Append("\n  ");
            if (fault.Line > 0)
                lines.Append(language.Of($"línea {fault.Line}, ", $"line {fault.Line}, ", $"ligne {fault.Line}, "));
            if (fault.Key.Length > 0)
                lines.Append($"{fault.Key}, ");
            lines.Append($"{fault.Rule}{language.Of(": ", ": ", " : ")}{fault.Words.In(language)}");
        }

        if (Count > MostShown)
            lines.Append(language.Of($"\n  y {Count - MostShown} más", $"\n  and {Count - MostShown} more", $"\n  et {Count - MostShown} de plus"));
        return lines.ToString();
    }
}
