namespace Periplo.Sdmx.Messages;

/// <summary>Places of the components of a structure in one row: dimensions, the period, the value, attributes.</summary>
internal sealed class ComponentSlots
{
    private readonly Dictionary<string, int> slots = [];
    private readonly ComponentTexts?[] texts;

    public ComponentSlots(DataStructure structure)
    {
        Structure = structure;
        var (dimensions, attributes) = (structure.Dimensions, structure.Attributes);
        (Time, Value, FirstAttribute) = (dimensions.Count, dimensions.Count + 1, dimensions.Count + 2);
        Count = FirstAttribute + attributes.Count;
        texts = new ComponentTexts?[Count];
        for (var d = 0; d < dimensions.Count; d++)
        {
            slots[dimensions[d].Id] = d;
            texts[d] = new(dimensions[d].CodeList);
        }

        slots[DataStructure.TimeDimension] = Time;
        slots[DataStructure.PrimaryMeasure] = Value;
        for (var a = 0; a < attributes.Count; a++)
        {
            slots[attributes[a].Id] = FirstAttribute + a;
            texts[FirstAttribute + a] = new(attributes[a].CodeList);
        }
    }

    public DataStructure Structure { get; }

    public int Count { get; }

    /// <summary>Place of the period, which is the count of the dimensions.</summary>
    public int Time { get; }

    /// <summary>Place of the value.</summary>
    public int Value { get; }

    /// <summary>Place of the first attribute.</summary>
    public int FirstAttribute { get; }

    /// <summary>Place of a component, or -1.</summary>
    public int Find(string id) => slots.GetValueOrDefault(id, -1);

    /// <summary>Id of what stands at a place.</summary>
    public string Id(int slot) => slot switch
    {
        _ when slot < Time => Structure.Dimensions[slot].Id,
        _ when slot == Time => DataStructure.TimeDimension,
        _ when slot == Value => DataStructure.PrimaryMeasure,
        _ => Structure.Attributes[slot - FirstAttribute].Id,
    };

    /// <summary>The text as the one string of the component, or null when its list has no such code. Periods and values are not looked at.</summary>
    public string? Known(int slot, string text)
    {
        if (texts[slot] is not { } component)
            return text;
        return component.TryFind(text, out var found) ? found : null;
    }
}
