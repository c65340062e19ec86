namespace Periplo.Sdmx.Json;

/// <summary>Numbers the values of a component as they are met, which is what SDMX-JSON names them by.</summary>
/// <typeparam name="T">Text or period.</typeparam>
internal sealed class JsonNumbering<T>
    where T : notnull, IEquatable<T>
{
    private readonly Dictionary<T, int> numbers = [];
    private readonly List<T> values = [];
    private T? last;
    private int lastNumber;

    /// <summary>The values in the order of their numbers.</summary>
    public IReadOnlyList<T> Values => values;

    /// <summary>Number of a value.</summary>
    public int Of(T value)
    {
        // Values of neighbouring observations are mostly the same.
        if (values.Count > 0 && value.Equals(last!))
            return lastNumber;
        if (!numbers.TryGetValue(value, out var number))
        {
            number = values.Count;
            numbers.Add(value, number);
            values.Add(value);
        }

        (last, lastNumber) = (value, number);
        return number;
    }
}
