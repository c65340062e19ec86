namespace Periplo.Indicators;

/// <summary>Arithmetic over grids, cell by cell. A missing figure makes the result missing, and nothing is divided by zero.</summary>
internal static class Arithmetic
{
    /// <summary>Two grids over the years both have.</summary>
    public static Grid Combine(char sign, Grid left, Grid right)
    {
        var first = Math.Max(left.FirstYear, right.FirstYear);
        var years = Math.Max(0, Math.Min(left.FirstYear + left.Years, right.FirstYear + right.Years) - first);
        var areas = left.Values.Length / left.Years;
        // Where the years do not meet nothing can be said of any; one year stays so that the reason can be told.
        var held = Held(left) && Held(right);
        var result = Grid.Empty(first, Math.Max(1, years), areas, held ? Missing.NoRow : Missing.NotHeld);
        for (var area = 0; held && years > 0 && area < areas; area++)
        {
            for (var year = first; year < first + years; year++)
                Cell(sign, result, result.At(area, year), (left, left.At(area, year)), (right, right.At(area, year)));
        }

        return result;
    }

    /// <summary>A grid and a number, on the side it stands.</summary>
    public static Grid Combine(char sign, Grid grid, double number, bool numberFirst)
    {
        var result = Grid.Empty(grid.FirstYear, grid.Years, grid.Values.Length / grid.Years, Missing.NoRow);
        for (var at = 0; at < grid.Values.Length; at++)
        {
            if (grid.Reasons[at] != Missing.None)
                result.Miss(at, grid.Reasons[at]);
            else if (sign == '/' && (numberFirst ? grid.Values[at] : number) == 0)
                result.Miss(at, Missing.DivisionByZero);
            else
                result.Set(at, numberFirst ? Apply(sign, number, grid.Values[at]) : Apply(sign, grid.Values[at], number), grid.Statuses[at]);
        }

        return result;
    }

    /// <summary>Two numbers; the second is not zero in a division, which the reader of formulas sees to.</summary>
    public static double Apply(char sign, double left, double right) => sign switch
    {
        '+' => left + right,
        '-' => left - right,
        '*' => left * right,
        _ => left / right,
    };

    private static bool Held(Grid grid) => grid.Reasons.AsSpan().ContainsAnyExcept(Missing.NotHeld);

    private static void Cell(char sign, Grid result, int at, (Grid Grid, int At) left, (Grid Grid, int At) right)
    {
        var reason = left.Grid.Reasons[left.At] != Missing.None ? left.Grid.Reasons[left.At] : right.Grid.Reasons[right.At];
        if (reason != Missing.None)
            result.Miss(at, reason);
        else if (sign == '/' && right.Grid.Values[right.At] == 0)
            result.Miss(at, Missing.DivisionByZero);
        else
            result.Set(at, Apply(sign, left.Grid.Values[left.At], right.Grid.Values[right.At]), StatusSeverity.Worse(left.Grid.Statuses[left.At], right.Grid.Statuses[right.At]));
    }
}
