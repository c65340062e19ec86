using System.Globalization;
using System.Text;
using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Json;

/// <summary>
/// Attributes a data set gives for keys with open places (2.0, <c>dimensionGroupAttributes</c>), to be pushed down to what they apply
/// to. Keys with the same places open are looked up together.
/// </summary>
internal sealed class JsonGroups
{
    private const int MostShapes = 256;

    private readonly List<Shape> shapes = [];
    private readonly StringBuilder key = new();

    /// <summary>Understands the groups of a data set.</summary>
    public JsonGroups(JsonMessageDataSet set, JsonBinding binding)
    {
        if (set.Groups.Count == 0)
            return;
        var order = binding.KeyOrder();
        foreach (var (text, cells) in set.Groups)
        {
            var places = Parse(text, order);
            var shape = shapes.Find(one => one.Matches(places));
            if (shape is null)
            {
                if (shapes.Count == MostShapes)
                    throw new SdmxFormatException(DataRules.TooLarge, $"attributes are given for more than {MostShapes} combinations of dimensions", 1, 1);
                shapes.Add(shape = new(places, order));
            }

            shape.Cells[Text(places)] = cells;
        }
    }

    /// <summary>True when there is none.</summary>
    public bool IsEmpty => shapes.Count == 0;

    /// <summary>
    /// The cells of all keys that a key with the places of its values at <paramref name="places"/> (by <see cref="Slot"/>) belongs to;
    /// those at the observation are looked for only where <paramref name="atObservation"/> is true, and else the others.
    /// </summary>
    public IEnumerable<List<JsonCell>> Of(int[] places, bool atObservation)
    {
        foreach (var shape in shapes)
        {
            if (shape.AtObservation != atObservation)
                continue;
            key.Clear();
            foreach (var slot in shape.Slots)
                key.Append(places[slot]).Append(':');
            if (shape.Cells.GetValueOrDefault(key.ToString()) is { } cells)
                yield return cells;
        }
    }

    /// <summary>Where the place of a dimension's value stands for <see cref="Of"/>: its position, the time behind the others.</summary>
    public static int Slot(JsonBoundDimension dimension) => dimension.Position;

    private static int[] Parse(string text, List<JsonBoundDimension> order)
    {
        var parts = text.Split(':', order.Count + 1);
        if (parts.Length > order.Count)
            throw new SdmxFormatException(DataRules.BadForm, $"the key {Short(text)} of attributes has more places than there are dimensions", 1, 1);
        var places = new int[order.Count];
        Array.Fill(places, -1);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length == 0)
                continue;
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out places[i]))
                throw new SdmxFormatException(DataRules.BadForm, $"the key {Short(text)} of attributes is no list of places", 1, 1);
        }

        return places;
    }

    private static string Short(string text) => text.Length <= 100 ? text : text[..100];

    private static string Text(int[] places)
    {
        var text = new StringBuilder();
        foreach (var place in places)
        {
            if (place >= 0)
                text.Append(place).Append(':');
        }

        return text.ToString();
    }

    private sealed class Shape
    {
        private readonly bool[] given;

        public Shape(int[] places, List<JsonBoundDimension> order)
        {
            given = Array.ConvertAll(places, place => place >= 0);
            Slots = [.. order.Where((_, i) => given[i]).Select(Slot)];
            AtObservation = order.Where((one, i) => given[i]).Any(one => one.Component.Level == JsonLevel.Observation);
        }

        public int[] Slots { get; }

        public bool AtObservation { get; }

        public Dictionary<string, List<JsonCell>> Cells { get; } = [];

        public bool Matches(int[] places)
        {
            for (var i = 0; i < places.Length; i++)
            {
                if (given[i] != (places[i] >= 0))
                    return false;
            }

            return true;
        }
    }
}
