using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Sources.Messages;

/// <summary>
/// What the figures of one revision of a message say of their papers in attributes, as messages of Periplo do: SOURCE_DETAIL, METHOD
/// and LICENCE, whose codes have the words for names, and REVISION.
/// </summary>
/// <param name="definition">The dataset.</param>
/// <param name="revision">What REVISION says, or empty.</param>
internal sealed class MessagePapers(DatasetDefinition definition, string revision)
{
    private const int MostKept = 100;

    private readonly List<Text>[] said = [[], [], []];
    private readonly string?[] last = new string?[3];

    /// <summary>The changes of the revision.</summary>
    public FigureChanges Changes { get; } = new(definition);

    /// <summary>Source and release as REVISION says them; null where it says none.</summary>
    public Revision? Revision => Statistics.Revision.TryParse(definition.Id, revision);

    /// <summary>Publisher; null where no figure says it.</summary>
    public Text? Publisher => Joined(said[0]);

    /// <summary>Method; null where no figure says it.</summary>
    public Text? Method => Joined(said[1]);

    /// <summary>Licence; null where no figure says it.</summary>
    public string? Licence => Joined(said[2])?.En;

    /// <summary>Notes what an observation says.</summary>
    /// <param name="paper">Place of the attribute among the first three of <see cref="SdmxMessages.PaperAttributes"/>.</param>
    /// <param name="code">Its code, or the words themselves.</param>
    /// <param name="list">Its list, or null.</param>
    public void Note(int paper, string? code, CodeList? list)
    {
        if (code is null || ReferenceEquals(code, last[paper]))
            return;
        last[paper] = code;
        var words = list?.Find(code)?.Name is { Texts.Count: > 0 } name ? name.Text() : Text.Same(code);
        if (said[paper].Count < MostKept && !said[paper].Contains(words))
            said[paper].Add(words);
    }

    private static Text? Joined(List<Text> texts) => texts.Count switch
    {
        0 => null,
        1 => texts[0],
        _ => new(string.Join("; ", texts.Select(text => text.Es)), string.Join("; ", texts.Select(text => text.En)), string.Join("; ", texts.Select(text => text.Fr))),
    };
}
