namespace Periplo.Sdmx.Rest;

/// <summary>
/// Reads filters on components, <c>c[COMPONENT]=…</c>: a comma is OR, a plus is AND and binds closer, an operator stands before its value
/// with a colon (sdmx-rest 2.1, data queries, table of examples).
/// </summary>
internal static class ComponentFilters
{
    private const int MostConditions = 2_000;

    /// <summary>Takes every filter of an address.</summary>
    public static IReadOnlyList<ComponentFilter> Take(RawQuery raw)
    {
        List<ComponentFilter>? filters = null;
        foreach (var (name, _) in raw.Parameters)
        {
            if (name is not ['c', '[', .. var component, ']'])
                continue;
            QueryWords.Ids([component], "The component");
            (filters ??= []).Add(Parse(component, raw.Take(name)!));
        }

        return filters ?? (IReadOnlyList<ComponentFilter>)[];
    }

    private static ComponentFilter Parse(string component, string text)
    {
        var alternatives = new List<IReadOnlyList<Condition>>();
        var count = 0;
        foreach (var alternative in QueryWords.List(text, ',', $"c[{component}]"))
        {
            var conditions = new List<Condition>();
            foreach (var condition in QueryWords.List(alternative, '+', $"c[{component}]"))
            {
                if (++count > MostConditions)
                    throw SdmxQueryException.Syntax($"c[{component}] has more than {MostConditions} values.");
                conditions.Add(ConditionOf(component, condition));
            }

            alternatives.Add(conditions);
        }

        return new(component, alternatives);
    }

    private static Condition ConditionOf(string component, string text)
    {
        var kind = ConditionOperator.Eq;
        if (text is [>= 'a' and <= 'z', >= 'a' and <= 'z', ':', ..])
        {
            kind = text[..2] switch
            {
                "eq" => ConditionOperator.Eq,
                "ne" => ConditionOperator.Ne,
                "lt" => ConditionOperator.Lt,
                "le" => ConditionOperator.Le,
                "gt" => ConditionOperator.Gt,
                "ge" => ConditionOperator.Ge,
                "co" => ConditionOperator.Co,
                "nc" => ConditionOperator.Nc,
                "sw" => ConditionOperator.Sw,
                "ew" => ConditionOperator.Ew,
                _ => throw SdmxQueryException.Syntax($"c[{component}] has the operator {text[..2]}; there are eq, ne, lt, le, gt, ge, co, nc, sw and ew."),
            };
            text = text[3..];
        }

        if (text.Length == 0)
            throw SdmxQueryException.Syntax($"c[{component}] has an operator without a value.");
        var comparesTexts = kind is ConditionOperator.Co or ConditionOperator.Nc or ConditionOperator.Sw or ConditionOperator.Ew;
        if (component == DataStructure.TimeDimension && !comparesTexts && !QueryPeriods.TryParse(text, atEnd: false, out _))
            throw SdmxQueryException.Syntax($"c[{component}] has {RawQuery.Shown(text)}, which is no period; write 2024, 2024-S1, 2024-Q1, 2024-01, 2024-W01 or 2024-01-31.");
        return new(kind, text);
    }
}
