using Periplo.Flows;
using Periplo.Populations;
using Periplo.Sources.Flows;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>Splits the flows of a file by age and sex and writes the parts.</summary>
internal static class AgeSplitFile
{
    private static readonly string[] Sexes = ["F", "M"];

    public static AgeScheduleResult Write(AgeScheduleRequest request, AgeScheduleResult schedules, bool sexed, CancellationToken cancellation)
    {
        var population = request.Population is { } path ? AgePopulationFile.Read(path, cancellation) : null;
        using var list = FlowListFile.Open(request.Split!, mayBeNet: true, cancellation);
        // Half of the migrants are women where neither schedules nor population tell the sexes apart.
        var women = request.Women ?? (sexed || population is { HasSex: true } ? null : AgeSplit.UsualWomen);
        var splitter = new Splitter(list, population, schedules, women);
        var (rows, persons, parts) = (0, 0.0, 0);
        RowFile.Write(request.Output!, list.IsNet ? "period,sex,method,area,age,net" : "period,sex,method,origin,destination,age,flow", All(), cancellation);
        return schedules with { Rows = rows, Persons = persons, Parts = parts };

        IEnumerable<string> All()
        {
            foreach (var group in request.Whole ? InGroups(list.Rows().Select(splitter.Split)) : list.Rows().Select(row => (List<SplitRow>)[splitter.Split(row)]))
            {
                foreach (var split in request.Whole ? Rounded(group) : group)
                {
                    rows++;
                    persons += split.Row.Persons;
                    foreach (var line in Lines(split))
                    {
                        parts++;
                        yield return line;
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Lines(SplitRow split)
    {
        var row = split.Row;
        var (period, place) = (CsvField.Of(row.Period), row.Destination.Length > 0 ? $"{CsvField.Of(row.Origin)},{CsvField.Of(row.Destination)}" : CsvField.Of(row.Origin));
        for (var sex = 0; sex < Sexes.Length; sex++)
        {
            for (var group = 0; group < AgeStructure.Groups; group++)
            {
                var part = split.Parts[(sex * AgeStructure.Groups) + group];
                if (part != 0)
                    yield return $"{period},{Sexes[sex]},{CsvField.Of(row.Method)},{place},{split.Codes(group)},{part:R}";
            }
        }
    }

    /// <summary>Rows of the same table and origin that follow each other; of net numbers those of a table.</summary>
    private static IEnumerable<List<SplitRow>> InGroups(IEnumerable<SplitRow> rows)
    {
        var group = new List<SplitRow>();
        foreach (var row in rows)
        {
            if (group.Count > 0 && (group[0].Row.Table != row.Row.Table || (row.Row.Destination.Length > 0 && group[0].Row.Origin != row.Row.Origin)))
            {
                yield return group;
                group = [];
            }

            group.Add(row);
        }

        if (group.Count > 0)
            yield return group;
    }

    /// <summary>Whole persons, so that rows, ages and sexes add up to their sums: what comes in and what goes out by itself.</summary>
    private static List<SplitRow> Rounded(List<SplitRow> group)
    {
        const int Columns = 2 * AgeStructure.Groups;
        var rounded = group.ToArray();
        foreach (var sign in (int[])[1, -1])
        {
            var rows = Enumerable.Range(0, group.Count).Where(i => sign * group[i].Row.Persons > 0).ToArray();
            if (rows.Length == 0)
                continue;
            var whole = ControlledRounding.Round(rows.Length, Columns, rows.SelectMany(i => group[i].Parts.Select(part => sign * part)).ToArray());
            for (var i = 0; i < rows.Length; i++)
                rounded[rows[i]] = group[rows[i]] with { Parts = [.. whole[(i * Columns)..((i + 1) * Columns)].Select(part => sign * part)] };
        }

        return [.. rounded];
    }

    /// <summary>A row and its parts: women by age, then men.</summary>
    private sealed record SplitRow(FlowRow Row, double[] Parts, Func<int, string> Codes);

    /// <summary>Splits row by row; remembers the weights of areas and sexes.</summary>
    private sealed class Splitter(FlowListFile list, AgePopulationFile? population, AgeScheduleResult schedules, double? women)
    {
        private readonly Dictionary<(string Area, string? Sex), AgeStructure> weights = [];

        public SplitRow Split(FlowRow row)
        {
            var sex = list.Sex();
            var of = population?.Of(row.Origin);
            var key = (population is null ? "" : row.Origin, sex);
            if (!weights.TryGetValue(key, out var weight))
                weights.Add(key, weight = Weights(of?.Persons, sex));
            try
            {
                var parts = AgeSplit.Of(row.Persons, weight);
                return new(row, [.. parts.Women, .. parts.Men], of is null ? group => AgeStructure.Codes[group] : of.Code);
            }
            catch (StatisticsException nobody)
            {
                throw list.Refuse(0, nobody.Explanation);
            }
        }

        private AgeStructure Weights(AgeStructure? persons, string? sex)
        {
            var both = AgeSplit.Weights(schedules.Women, schedules.Men, persons);
            return sex switch
            {
                "F" => both.Times(1, 0),
                "M" => both.Times(0, 1),
                _ => women is { } share ? AgeSplit.WithWomen(both, share) : both,
            };
        }
    }
}
