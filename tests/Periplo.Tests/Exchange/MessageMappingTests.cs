using System.Text;
using System.Text.RegularExpressions;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sources.Messages;
using Periplo.Statistics;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Exchange;

/// <summary>Messages of other structures read by a mapping, as docs/sdmx-import.md promises.</summary>
public sealed class MessageMappingTests
{
    [Fact]
    public void Components_and_codes_of_others_become_ours()
    {
        var message = ForeignFlow.Read(ForeignFlow.Head
            + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.T.ES", "2020", "10")
            + ForeignFlow.Row("A.SLV.REACH.Y15-29.NR.F.ES", "2020", "11", "bep", "nota")
            + ForeignFlow.Row("A.320.REACH.Y_GE85.NR.M.UK", "2020", "12", "p")
            + ForeignFlow.Row("A.STLS.REACH.Y20.NR.M.EL", "2020", "", "c")
            + ForeignFlow.Row("A.TOTAL.REACH.TOTAL.NR.T.EL", "2020", ""));
        Assert.Equal(
            [
                "Put A.ESP.HND.C.STOCK._T._T._T.PS 2020 10 A Value",
                "Put A.ESP.SLV.C.STOCK.F.Y15T29._T.PS 2020 11 B Value, Status, Comment nota",
                "Put A.GBR.GTM.C.STOCK.M.Y_GE85._T.PS 2020 12 P Value, Status",
                "Put A.GRC.XXA.C.STOCK.M.Y20._T.PS 2020 NaN Q Status",
                "Put A.GRC._T.C.STOCK._T._T._T.PS 2020 NaN O None",
            ],
            ForeignFlow.Lines(message));
        var revision = Assert.Single(message.Revisions);
        Assert.Equal(("OFFICE", null, "Oficina de ejemplo", "CC BY 4.0"), (revision.Source, revision.Release, revision.Papers.Publisher.Es, revision.Papers.Licence));
        Assert.Equal((5L, "OFFICE:migr_pop(1.0)", "SDMX-CSV 2.0"), (message.Observations, message.Flow, message.Format));
        Assert.Equal(["TITLE"], message.LeftOut);
        Assert.Equal(ForeignFlow.Mapping, message.Mapping);
    }

    [Fact]
    public void Figures_left_out_on_purpose_are_not_there()
    {
        var message = ForeignFlow.Read(ForeignFlow.Head
            + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.T.ES", "2020", "10")
            + ForeignFlow.Row("A.HN.COMPLET.TOTAL.NR.T.ES", "2020", "99")
            + ForeignFlow.Row("A.EU27_2020_FOR.REACH.TOTAL.NR.T.ES", "2020", "99"));
        Assert.Equal(["Put A.ESP.HND.C.STOCK._T._T._T.PS 2020 10 A Value"], ForeignFlow.Lines(message));
        Assert.Equal(3, message.Observations);
    }

    [Fact]
    public void Code_that_was_used_again_is_the_state_of_its_time()
    {
        var text = ForeignFlow.Head + ForeignFlow.Row("A.CS.REACH.TOTAL.NR.T.ES", "1990", "1") + ForeignFlow.Row("A.CS.REACH.TOTAL.NR.T.ES", "2004", "2");
        Assert.Equal(["CSK", "SCG"], ForeignFlow.Lines(ForeignFlow.Read(text)).Select(line => line.Split('.')[2]));
        var between = ForeignFlow.Refused(ForeignFlow.Head + ForeignFlow.Row("A.CS.REACH.TOTAL.NR.T.ES", "1995", "1"), ForeignFlow.Mapping.Replace("convention: eurostat", "convention: sdmx", StringComparison.Ordinal));
        Assert.Contains("CS", between.Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A.ZZ9.REACH.TOTAL.NR.T.ES", "2020", "1", "", "not-mapped", "COUNTERPART_AREA")]
    [InlineData("A.XX.REACH.TOTAL.NR.T.ES", "2020", "1", "", "unknown-code", "citizen")]
    [InlineData("A.HN.REACH.TOTAL.NR.T.ES", "20201", "1", "", "bad-period", "20201")]
    [InlineData("A.HN.REACH.TOTAL.NR.T.ES", "2020-01", "1", "", "wrong-period", "frequency")]
    [InlineData("A.HN.REACH.TOTAL.NR.T.ES", "0001", "1", "", "wrong-period", "1800")]
    [InlineData("A.HN.REACH.TOTAL.NR.T.ES", "2020", "-1", "", "negative-value", "negative")]
    [InlineData("A.HN.REACH.TOTAL.NR.T.ES", "2020", "1e300", "", "too-great", "beyond")]
    [InlineData("A.HN.REACH.TOTAL.NR.T.ES", "2020", "1", "c", "value-of-missing", "status")]
    [InlineData("A.HN.REACH.TOTAL.NR.T.ES", "2020", "1", "q", "not-mapped", "OBS_STATUS")]
    [InlineData("A.HN.REACH.TOTAL.NR.T.ES", "2020", "uno", "", "bad-value", "uno")]
    public void Load_with_a_wrong_observation_is_refused_by_line_key_and_rule(string codes, string time, string value, string flag, string rule, string says)
    {
        var refused = ForeignFlow.Refused(ForeignFlow.Head + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.F.ES", "2020", "1") + ForeignFlow.Row(codes, time, value, flag));
        var line = refused.Reason.En.Split('\n')[1];
        Assert.StartsWith($"  line 3, {codes.Split('.')[0]}.", line, StringComparison.Ordinal);
        Assert.Contains($", {rule}: ", line, StringComparison.Ordinal);
        Assert.Contains(says, line, StringComparison.Ordinal);
        Assert.Contains("nothing was imported", refused.Reason.En, StringComparison.Ordinal);
        Assert.Contains("no se importó nada", refused.Reason.Es, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_wrong_observations_are_counted_and_the_first_named()
    {
        var text = new StringBuilder(ForeignFlow.Head);
        for (var i = 0; i < 30; i++)
            text.Append(ForeignFlow.Row("A.ZZ9.REACH.TOTAL.NR.T.ES", $"{1990 + i}", "1"));
        var refused = ForeignFlow.Refused(text.ToString());
        Assert.StartsWith("30 observations", refused.Reason.En, StringComparison.Ordinal);
        Assert.Equal(22, refused.Reason.En.Split('\n').Length);
        Assert.EndsWith("and 10 more", refused.Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  agedef: ignored\n", "", "agedef")]
    [InlineData("  geo: REF_AREA\n", "", "REF_AREA")]
    [InlineData("  geo: REF_AREA\n", "  geo: REF_AREA\n  where: SEX\n", "where")]
    [InlineData("dataset: STOCK\n", "dataset: STOCK\n", null)]
    public void Mapping_that_does_not_go_with_the_structure_is_refused_before_any_figure(string text, string instead, string? says)
    {
        var mapping = ForeignFlow.Mapping.Replace(text, instead, StringComparison.Ordinal);
        if (says is null)
            ForeignFlow.Read(ForeignFlow.Head + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.F.ES", "2020", "1"), mapping);
        else
            Assert.Contains(says, ForeignFlow.Refused(ForeignFlow.Head + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.F.ES", "2020", "1"), mapping).Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dataset: STOCK", "dataset: STOCKS", 1, 10)]
    [InlineData("source: OFFICE", "source: OF FICE", 2, 9)]
    [InlineData("source: OFFICE", "revision: OFFICE", 2, 11)]
    [InlineData("convention: eurostat", "convention: eurostats", 6, 13)]
    [InlineData("geo: REF_AREA", "geo: REF_AREAS", 9, 8)]
    [InlineData("geo: REF_AREA", "geo: COUNTERPART_AREA", 9, 8)]
    [InlineData("ORIGIN_BASIS: C", "ORIGIN_BASIS: Z", 14, 28)]
    [InlineData("only: {", "onli: {", 15, 1)]
    [InlineData("EU27_2020_FOR: ignored", "EU27_2020_FOR: NOWHERE", 17, 38)]
    [InlineData("until: 1992", "until: never", 17, 70)]
    [InlineData("until: 1992", "before: 1992", 17, 63)]
    [InlineData("to: CSK, ", "", 17, 52)]
    public void Wrong_mapping_is_named_by_line_and_column(string text, string instead, int line, int column)
    {
        var mapping = ForeignFlow.Mapping.Replace(text, instead, StringComparison.Ordinal);
        Assert.NotEqual(ForeignFlow.Mapping, mapping);
        var refused = ForeignFlow.Refused(ForeignFlow.Head, mapping);
        Assert.Equal("m.yaml", refused.File);
        Assert.Equal($"line {line}, column {column}", refused.Place!.En);
    }

    [Fact]
    public void Damaged_mapping_is_read_or_refused_and_nothing_else()
    {
        var original = Encoding.UTF8.GetBytes(ForeignFlow.Mapping);
        var message = Encoding.UTF8.GetBytes(ForeignFlow.Head + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.T.ES", "2020", "10"));
        Property.HoldsOnAllCores(TestCounts.Mutations, random =>
        {
            try
            {
                ForeignFlow.Read(message, Encoding.UTF8.GetString(Mutation.Of(original, random)));
            }
            catch (InputException refused)
            {
                Assert.NotEmpty(refused.Reason.Es);
            }
        });
    }

    [Fact]
    public void Damaged_message_is_read_or_refused_and_nothing_else()
    {
        var original = Encoding.UTF8.GetBytes(ForeignFlow.Head + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.T.ES", "2020", "10") + ForeignFlow.Row("A.SLV.REACH.Y15-29.NR.F.ES", "2020", "11", "bep", "nota", 'M')
            + ForeignFlow.Row("A..REACH.TOTAL.NR.T.ES", "", "", action: 'D'));
        Property.HoldsOnAllCores(TestCounts.Mutations, random =>
        {
            try
            {
                ForeignFlow.Read(Mutation.Of(original, random));
            }
            catch (InputException refused)
            {
                Assert.NotEmpty(refused.Reason.Es);
            }
        });
    }

    [Fact]
    public void Examples_of_the_documentation_are_read_as_they_say()
    {
        var page = File.ReadAllText(BundledData.Path("../docs/sdmx-import.md"));
        var mapping = Block(page, "mapping");
        Assert.Equal(["Put A.ESP.HND.C.STOCK._T._T._T.PS 2020 10 A Value"], ForeignFlow.Lines(ForeignFlow.Read(ForeignFlow.Head + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.T.ES", "2020", "10"), mapping)));
        var remotes = RemoteListReader.Read("list.yaml", Block(page, "list"), name => name == "office.yaml" ? mapping : throw new InvalidOperationException(name), SourceFiles.Definitions, BundledData.Areas);
        Assert.Equal([("gtm-movements", "GTM", RemoteInterval.Day, 60), ("office-population", null, RemoteInterval.Month, (int?)null)], remotes.Select(one => (one.Id, one.Area, one.Every, one.Within)));
        foreach (var rule in typeof(DataRules).GetFields().Concat(typeof(MessageRules).GetFields()).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!))
            Assert.Contains($"`{rule}`", page, StringComparison.Ordinal);
    }

    private static string Block(string page, string which) =>
        Regex.Match(page, $"<!-- example: {which} -->\n```[a-z]+\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    [Fact]
    public void Maps_of_conventions_lead_to_codes_of_ours()
    {
        foreach (var map in CodeConventions.Maps)
        {
            var list = SourceFiles.Definitions.Stock.Structure.Dimensions.Select(one => one.CodeList).Append(SourceFiles.Definitions.Stock.Structure.Attributes[0].CodeList!)
                .First(one => one.Id == map.Target.Id);
            foreach (var pair in map.Mappings)
                Assert.True(list.Position(pair.Target) >= 0, $"{map.Id}: {pair.Source} → {pair.Target}");
        }

        Assert.Equal(("Y15T29", "_T", "_U", null, null), (CodeConventions.EurostatAge("Y15-29"), CodeConventions.EurostatAge("TOTAL"), CodeConventions.EurostatAge("UNK"), CodeConventions.EurostatAge("Y20"), CodeConventions.EurostatAge("Y-5")));
    }

    [Theory]
    [InlineData('I', "Put")]
    [InlineData('R', "Put")]
    [InlineData('A', "Add")]
    [InlineData('M', "Merge")]
    public void Action_of_a_row_is_that_of_the_change(char action, string change) =>
        Assert.StartsWith($"{change} ", Assert.Single(ForeignFlow.Lines(ForeignFlow.Read(ForeignFlow.Head + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.T.ES", "2020", "10", action: action)))), StringComparison.Ordinal);

    [Fact]
    public void Deletion_names_what_it_takes_away_and_leaves_open_what_it_does_not()
    {
        var message = ForeignFlow.Read(ForeignFlow.Head
            + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.T.ES", "2020", "", action: 'D')
            + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.T.ES", "2021", "-", action: 'D')
            + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.T.ES", "2021", "", "-", "-", 'D')
            + ForeignFlow.Row("A.HN.REACH..NR..ES", "", "", action: 'D'));
        Assert.Equal(
            [
                "Remove A.ESP.HND.C.STOCK._T._T._T.PS 2020 NaN O None",
                "Remove A.ESP.HND.C.STOCK._T._T._T.PS 2021 NaN O Value",
                "Remove A.ESP.HND.C.STOCK._T._T._T.PS 2021 NaN O Status, Comment",
                "Remove A.ESP.HND.C.STOCK.*.*._T.PS  NaN O None",
            ],
            ForeignFlow.Lines(message));
    }

    [Fact]
    public void Message_that_is_all_there_is_replaces_and_its_deletions_say_nothing()
    {
        var text = ForeignFlow.Head + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.T.ES", "2020", "10", action: 'M') + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.T.ES", "2021", "", action: 'D');
        Assert.Equal(["Put A.ESP.HND.C.STOCK._T._T._T.PS 2020 10 A Value"], ForeignFlow.Lines(ForeignFlow.Read(text, options: new() { IsWhole = true })));
    }
}
