using System.Globalization;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// What a message of XML says of the current observation at its three levels, data set, series and observation, and what is wrong with
/// it. What a nearer level says goes before; values of groups come last but for those of the data set.
/// </summary>
internal sealed class XmlRow(ComponentSlots slots)
{
    private const int MostFaults = 20;

    private readonly List<DataFault> faults = [];
    private readonly string?[] codes = new string?[slots.Time];

    public ComponentSlots Slots => slots;

    /// <summary>Texts of the data set by slot.</summary>
    public string?[] DataSet { get; } = new string?[slots.Count];

    /// <summary>Texts of the series, its groups among them.</summary>
    public string?[] Series { get; } = new string?[slots.Count];

    /// <summary>Texts of the observation.</summary>
    public string?[] Observation { get; } = new string?[slots.Count];

    /// <summary>Texts of the group read last.</summary>
    public string?[] Group { get; } = new string?[slots.Count];

    /// <summary>Codes of the key; null where the message does not say it.</summary>
    public ReadOnlySpan<string?> Codes => codes;

    public TimePeriod Time { get; private set; }

    public bool HasTime { get; private set; }

    public double Value { get; private set; }

    public bool HasValue { get; private set; }

    /// <summary>Whether something is wrong since <see cref="Clear"/>.</summary>
    public bool IsWrong => faults.Count > 0;

    /// <summary>What is wrong, without its key, which is then forgotten.</summary>
    public IReadOnlyList<DataFault> TakeFaults()
    {
        var taken = faults.ToArray();
        faults.Clear();
        return taken;
    }

    /// <summary>Text of a slot from the nearest level that says it.</summary>
    public string? this[int slot] => Observation[slot] ?? Series[slot] ?? DataSet[slot];

    /// <summary>Begins a level anew.</summary>
    public void Clear(string?[] level)
    {
        Array.Clear(level);
        faults.Clear();
    }

    /// <summary>Takes the text of a component at a level.</summary>
    public void Put(string?[] level, string id, string text, int line, int column)
    {
        var slot = slots.Find(id);
        if (slot < 0)
        {
            Fault(DataRules.UnknownComponent, $"Structure {slots.Structure.Id} has no component {Short(id)}.", line, column);
            return;
        }

        // An empty text says nothing.
        if (text.Length == 0)
            return;
        if (slots.Known(slot, text) is not { } known)
        {
            var list = slot < slots.Time ? slots.Structure.Dimensions[slot].CodeList : slots.Structure.Attributes[slot - slots.FirstAttribute].CodeList;
            Fault(DataRules.UnknownCode, $"{id} is {Short(text)}, which code list {list!.Id} does not have.", line, column);
            return;
        }

        if (level[slot] is { } before && before != known)
            Fault(DataRules.ContradictoryComponent, $"{id} is {Short(before)} and {Short(known)}.", line, column);
        level[slot] = known;
    }

    /// <summary>Notes something wrong.</summary>
    public void Fault(string rule, string detail, int line, int column)
    {
        if (faults.Count < MostFaults)
            faults.Add(new(rule, detail, line, column, ""));
    }

    /// <summary>Puts the key, period and value together from the levels; what is missing or cannot be read becomes a fault.</summary>
    /// <param name="partial">Whether parts of the key may be missing, as in deletions.</param>
    /// <param name="line">Line of the observation.</param>
    /// <param name="column">Column of it.</param>
    public void Compose(bool partial, int line, int column)
    {
        // What is wrong already is not missing as well.
        partial |= IsWrong;
        for (var d = 0; d < codes.Length; d++)
        {
            var code = codes[d] = Observation[d] ?? Series[d];
            if (code is null && !partial)
                Fault(DataRules.MissingDimension, $"{slots.Id(d)} is not given.", line, column);
            else if (Series[d] is { } other && other != code)
                Fault(DataRules.ContradictoryComponent, $"{slots.Id(d)} is {other} in the series and {code} in the observation.", line, column);
        }

        ComposeTime(partial, line, column);
        ComposeValue(line, column);
    }

    /// <summary>Faults the mandatory attributes of an attachment that no level says.</summary>
    public void RequireAttributes(Attachment attachment, int line, int column)
    {
        var attributes = slots.Structure.Attributes;
        for (var a = 0; a < attributes.Count; a++)
        {
            if (attributes[a].Mandatory && attributes[a].Attachment == attachment && this[slots.FirstAttribute + a] is null)
                Fault(DataRules.MissingAttribute, $"The mandatory attribute {attributes[a].Id} is not given.", line, column);
        }
    }

    /// <summary>A text for a sentence, cut where it is long.</summary>
    public static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private void ComposeTime(bool partial, int line, int column)
    {
        var text = Observation[slots.Time] ?? Series[slots.Time];
        HasTime = text is not null;
        if (text is null)
        {
            Time = default;
            if (!partial)
                Fault(DataRules.MissingDimension, $"{DataStructure.TimeDimension} is not given.", line, column);
        }
        else if (TimePeriod.TryParse(text.AsSpan().Trim(), out var period))
        {
            Time = period;
        }
        else
        {
            Fault(DataRules.BadPeriod, $"{DataStructure.TimeDimension} is {Short(text)}, which is no period.", line, column);
        }
    }

    private void ComposeValue(int line, int column)
    {
        var text = Observation[slots.Value];
        (Value, HasValue) = (double.NaN, text is not null);
        if (text is null || text.AsSpan().Trim() is "NaN")
            return;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            Value = value;
        else
            Fault(DataRules.BadValue, $"{DataStructure.PrimaryMeasure} is {Short(text)}, which is no number.", line, column);
    }
}
