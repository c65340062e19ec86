using System.Globalization;
using Periplo.Sdmx;
using Periplo.Sdmx.Rest;

namespace Periplo.Exchange;

/// <summary>Compares the value of a component with what a query says of it (REST 2.x, operators of <c>c[…]</c>).</summary>
internal static class ComponentTest
{
    /// <summary>True when one of the alternatives holds of a text: a code, or an attribute that may be absent.</summary>
    public static bool Holds(ComponentFilter filter, string? value) => filter.Alternatives.Any(all => all.All(one => Holds(one, value)));

    /// <summary>True when one of the alternatives holds of a period.</summary>
    public static bool Holds(ComponentFilter filter, TimePeriod value) => filter.Alternatives.Any(all => all.All(one => Holds(one, value)));

    /// <summary>True when one of the alternatives holds of a value; what is missing is unlike every number.</summary>
    public static bool Holds(ComponentFilter filter, double value) => filter.Alternatives.Any(all => all.All(one => Holds(one, value)));

    private static bool Holds(Condition condition, string? value)
    {
        // What is absent is no value, so only what denies one can hold of it.
        if (value is null)
            return condition.Operator is ConditionOperator.Ne or ConditionOperator.Nc;
        return condition.Operator switch
        {
            ConditionOperator.Eq => value == condition.Value,
            ConditionOperator.Ne => value != condition.Value,
            ConditionOperator.Lt => string.CompareOrdinal(value, condition.Value) < 0,
            ConditionOperator.Le => string.CompareOrdinal(value, condition.Value) <= 0,
            ConditionOperator.Gt => string.CompareOrdinal(value, condition.Value) > 0,
            ConditionOperator.Ge => string.CompareOrdinal(value, condition.Value) >= 0,
            _ => HoldsOfText(condition, value),
        };
    }

    // An order of periods that overlap is told by their ends: one is greater or equal when it does not begin earlier.
    private static bool Holds(Condition condition, TimePeriod value)
    {
        if (condition.Operator is ConditionOperator.Co or ConditionOperator.Nc or ConditionOperator.Sw or ConditionOperator.Ew)
            return HoldsOfText(condition, value.ToString());
        if (!TimePeriod.TryParse(condition.Value, out var other))
            return condition.Operator == ConditionOperator.Ne;
        var within = value.FirstDay >= other.FirstDay && value.LastDay <= other.LastDay;
        return condition.Operator switch
        {
            ConditionOperator.Eq => within,
            ConditionOperator.Ne => !within,
            ConditionOperator.Lt => value.LastDay < other.FirstDay,
            ConditionOperator.Le => value.LastDay <= other.LastDay,
            ConditionOperator.Gt => value.FirstDay > other.LastDay,
            _ => value.FirstDay >= other.FirstDay,
        };
    }

    private static bool Holds(Condition condition, double value)
    {
        if (condition.Operator is ConditionOperator.Co or ConditionOperator.Nc or ConditionOperator.Sw or ConditionOperator.Ew)
            return HoldsOfText(condition, double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture));
        if (!double.TryParse(condition.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var other))
            return condition.Operator == ConditionOperator.Ne;
        return condition.Operator switch
        {
            ConditionOperator.Eq => value == other,
            ConditionOperator.Ne => value != other,
            ConditionOperator.Lt => value < other,
            ConditionOperator.Le => value <= other,
            ConditionOperator.Gt => value > other,
            _ => value >= other,
        };
    }

    private static bool HoldsOfText(Condition condition, string value) => condition.Operator switch
    {
        ConditionOperator.Co => value.Contains(condition.Value, StringComparison.Ordinal),
        ConditionOperator.Nc => !value.Contains(condition.Value, StringComparison.Ordinal),
        ConditionOperator.Sw => value.StartsWith(condition.Value, StringComparison.Ordinal),
        _ => value.EndsWith(condition.Value, StringComparison.Ordinal),
    };
}
