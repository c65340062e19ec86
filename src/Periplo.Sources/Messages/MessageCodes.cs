using Periplo.Areas;
using Periplo.Exchange;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Sources.Messages;

/// <summary>What the codes of one component of a message are in ours; each is worked out once.</summary>
internal sealed class MessageCodes
{
    private const string World = "001";
    private const string Total = "_T";
    private const int MostKnown = 100_000;

    private readonly string component;
    private readonly CodeList list;
    private readonly CodeMap? own;
    private readonly CodeMap? convention;
    private readonly CodeConvention habit;
    private readonly AreaRegistry? areas;
    private readonly Dictionary<string, string> published;
    private readonly Dictionary<string, (bool IsKnown, string? Target)> found = [];
    private string? lastCode;
    private (bool IsKnown, string? Target) last;

    /// <summary>Codes of a component of ours.</summary>
    /// <param name="component">Its id.</param>
    /// <param name="list">Its list.</param>
    /// <param name="mapping">What the user says of them.</param>
    /// <param name="areas">The areas, where its codes are areas; else null.</param>
    public MessageCodes(string component, CodeList list, MessageMapping mapping, AreaRegistry? areas)
    {
        (this.component, this.list, this.areas, habit) = (component, list, areas, mapping.Convention);
        published = list.Codes.Where(code => code.Id.Contains('.', StringComparison.Ordinal)).ToDictionary(code => PublishedCodes.Of(code.Id), code => code.Id);
        own = mapping.Codes.GetValueOrDefault(component);
        convention = CodeConventions.Of(habit, component) is { } map ? CodeMap.Of(map) : null;
    }

    /// <summary>The code of ours; false when there is none.</summary>
    /// <param name="code">Code of the message.</param>
    /// <param name="period">Period of the figure; null where whole series are meant.</param>
    /// <param name="target">Code of ours; null when the figure is left out.</param>
    public bool TryFind(string code, TimePeriod? period, out string? target)
    {
        if (ReferenceEquals(code, lastCode))
        {
            target = last.Target;
            return last.IsKnown;
        }

        if (found.TryGetValue(code, out var known))
        {
            (lastCode, last) = (code, known);
            target = known.Target;
            return known.IsKnown;
        }

        known = (TryWork(code, period, out target), target);
        if (found.Count < MostKnown && own?.IsTimeless(code) != false && convention?.IsTimeless(code) != false)
            found.Add(code, known);
        return known.IsKnown;
    }

    private bool TryWork(string code, TimePeriod? period, out string? target)
    {
        if (own?.TryFind(code, period, out target) == true)
            return true;
        // What is ours already is never taken for a code of others.
        if (list.Position(code) >= 0 && convention?.TryFind(code, period, out _) != true)
        {
            target = code;
            return true;
        }

        target = Work(code, period);
        if (target is not null)
            return true;
        return own?.IgnoresOthers == true;
    }

    private string? Work(string code, TimePeriod? period)
    {
        if (convention?.TryFind(code, period, out var mapped) == true)
            return areas is null || mapped != World || component == "REF_AREA" ? mapped : Total;
        if (areas is not null && IsCode(code) && areas.Find(code) is { } area && list.Position(area.Id) >= 0)
            return area.Id == World && component != "REF_AREA" ? Total : area.Id;
        // Ours with points are published by other ids.
        if (published.TryGetValue(code, out var known))
            return known;
        if (habit == CodeConvention.Eurostat && component == "AGE" && CodeConventions.EurostatAge(code) is { } age && list.Position(age) >= 0)
            return age;
        return null;
    }

    /// <summary>True for what may be a code of an area: names, which the registry knows too, are none in a message.</summary>
    private static bool IsCode(string text) => text.Length is > 0 and <= 4 && (text.All(char.IsAsciiDigit) || (text.Length <= 3 && text.All(char.IsAsciiLetterUpper)));
}
