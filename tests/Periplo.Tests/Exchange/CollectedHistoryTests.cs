using Periplo.Sdmx;
using Periplo.Sdmx.Rest;
using Periplo.Sdmx.Structures;
using Xunit;

namespace Periplo.Tests.Exchange;

/// <summary>What others sent, as it is published again: now, as it was, and what became of it.</summary>
public sealed class CollectedHistoryTests
{
    private const string Head = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,ORIGIN_BASIS,MEASURE,SEX,AGE,EDUCATION_LEV,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";

    [Fact]
    public void Changes_and_deletions_of_a_sender_are_seen_as_such()
    {
        using var place = new ImportPlace();
        place.Import(place.Write("a.csv", Head + Row("I", "HND", 2020, "10") + Row("I", "HND", 2021, "11") + Row("I", "SLV", 2021, "20")), "INE");
        var first = Changed();
        place.Import(place.Write("b.csv", Head + Row("R", "HND", 2021, "12")), "INE");
        var second = Changed();
        place.Import(place.Write("c.csv", Head + Row("D", "SLV", 2021, "")), "INE");

        Assert.Equal(["HND 2020 10", "HND 2021 12"], Select(new()));
        Assert.Equal(["HND 2020 10", "HND 2021 11", "SLV 2021 20"], Select(new() { AsOf = first }));
        Assert.Equal(["HND 2020 10", "HND 2021 12", "SLV 2021 20"], Select(new() { AsOf = second }));
        Assert.Equal(["HND 2021 12", "Delete", "SLV 2021 NaN"], Select(new() { UpdatedAfter = first }));
        Assert.Equal(["Delete", "SLV 2021 NaN"], Select(new() { UpdatedAfter = second }));
        Assert.Equal(["HND 2020 10", "HND 2021 11", "SLV 2021 20", "HND 2021 12", "Delete", "SLV 2021 NaN"], Select(new() { IncludeHistory = true }));

        DateTimeOffset Changed() => place.Installation.Sdmx().Select(Flow(), new()).Changed;

        Dataflow Flow() => place.Installation.Sdmx().Structures.Resolve(new(StructureType.Dataflow, "PERIPLO", "DF_MIG_STOCK", ""))!;

        List<string> Select(DataQuery query)
        {
            var lines = new List<string>();
            foreach (var set in place.Installation.Sdmx().Select(Flow(), query).DataSets)
            {
                if (set.Action == DataAction.Delete)
                    lines.Add("Delete");
                while (set.Cursor.Read())
                    lines.Add($"{set.Cursor.Code(2)} {set.Cursor.Time} {set.Cursor.Value}");
            }

            return lines;
        }
    }

    private static string Row(string action, string origin, int year, string value) =>
        $"dataflow,PERIPLO:DF_MIG_STOCK(1.0),{action},A,GTM,{origin},B,STOCK,_T,_T,_T,PS,{year},{value},{(value.Length == 0 ? "" : "A")}\n";
}
