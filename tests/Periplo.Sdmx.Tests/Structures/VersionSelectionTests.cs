using Periplo.Sdmx.Structures;
using Xunit;
using static Periplo.Tests.Sdmx.Structures.SampleStructures;

namespace Periplo.Tests.Sdmx.Structures;

public class VersionSelectionTests
{
    private static readonly string[] Held = ["2", "1.0", "1.9", "1.10", "2.0", "0.9.0", "1.0.0", "1.2.3", "1.2.10", "1.10.0", "2.0.0-draft", "2.1.0", "3.0.0-draft"];

    // The table of sdmx-rest, "Query syntax for specific, latest or all artefact versions", row by row.
    [Theory]
    [InlineData("2", "2")]
    [InlineData("1.9", "1.9")]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("2.0.0-draft", "2.0.0-draft")]
    [InlineData("2.0.0", "")]
    [InlineData("+", "2.1.0")]
    [InlineData("+.0.0", "2.1.0")]
    [InlineData("1+.0.0", "2.1.0")]
    [InlineData("1.+.0", "1.10.0")]
    [InlineData("1.0+.0", "1.10.0")]
    [InlineData("1.2.+", "1.2.10")]
    [InlineData("1.2.0+", "1.2.10")]
    [InlineData("1.2.11+", "")]
    [InlineData("1+.2.3", "2.1.0")]
    [InlineData("2+.2.0", "")]
    [InlineData("1.2+.3", "1.10.0")]
    [InlineData("3.+.0", "")]
    [InlineData("~", "3.0.0-draft")]
    [InlineData("~.0", "2.0")]
    [InlineData("0~.0", "2.0")]
    [InlineData("~.0.0", "3.0.0-draft")]
    [InlineData("1.~", "1.10")]
    [InlineData("1.0~", "1.10")]
    [InlineData("1.~.0", "1.10.0")]
    [InlineData("2.~.0", "2.1.0")]
    [InlineData("2.0.~", "2.0.0-draft")]
    [InlineData("2.0.0~", "2.0.0-draft")]
    [InlineData("1~.5", "2.0")]
    [InlineData("2~.0.0", "3.0.0-draft")]
    [InlineData("1.10~", "1.10")]
    [InlineData("1.11~", "")]
    [InlineData("*", "0.9.0 1.0 1.0.0 1.10 1.10.0 1.2.10 1.2.3 1.9 2 2.0 2.0.0-draft 2.1.0 3.0.0-draft")]
    [InlineData("*.0", "1.0 1.10 1.9 2.0")]
    [InlineData("1.*", "1.0 1.10 1.9")]
    [InlineData("1.*.0", "1.0.0 1.10.0 1.2.10 1.2.3")]
    [InlineData("1.2.*", "1.2.10 1.2.3")]
    [InlineData("1*.9", "1.10 1.9 2.0")]
    [InlineData("1*.2.4", "1.10.0 1.2.10 2.0.0-draft 2.1.0 3.0.0-draft")]
    [InlineData("1.9*", "1.10 1.9")]
    [InlineData("1.2*.5", "1.10.0 1.2.10")]
    [InlineData("1.2.4*", "1.2.10")]
    public void TryParseV2_every_row_of_the_table_finds_its_versions(string text, string found)
    {
        Assert.True(VersionSelection.TryParseV2(text, out var selection));

        Assert.Equal(found, Found(selection));
    }

    [Theory]
    [InlineData("")]
    [InlineData("+.2.3")]
    [InlineData("~.1")]
    [InlineData("1.+.2")]
    [InlineData("1+.2+.3")]
    [InlineData("1.~.*")]
    [InlineData("++")]
    [InlineData("+1.0.0")]
    [InlineData("1+")]
    [InlineData("1.0+")]
    [InlineData("1.+")]
    [InlineData("1.0.0-draft+")]
    [InlineData("1.0.0.0+")]
    [InlineData("1.a.0")]
    [InlineData("1..0")]
    [InlineData("1.0-draft")]
    [InlineData("1.0.0-")]
    [InlineData("1.0.0-a/b")]
    [InlineData("latest")]
    [InlineData("-1.0")]
    public void TryParseV2_what_the_table_does_not_have_is_refused(string text)
    {
        Assert.False(VersionSelection.TryParseV2(text, out _));
    }

    [Theory]
    [InlineData("latest", "3.0.0-draft")]
    [InlineData("all", "0.9.0 1.0 1.0.0 1.10 1.10.0 1.2.10 1.2.3 1.9 2 2.0 2.0.0-draft 2.1.0 3.0.0-draft")]
    [InlineData("1.10", "1.10")]
    [InlineData("1.11", "")]
    public void TryParseV1_words_and_exact_versions_find_theirs(string text, string found)
    {
        Assert.True(VersionSelection.TryParseV1(text, out var selection));

        Assert.Equal(found, Found(selection));
    }

    [Theory]
    [InlineData("")]
    [InlineData("newest")]
    [InlineData("~")]
    [InlineData("1.0.0-draft")]
    [InlineData("1.+.0")]
    public void TryParseV1_other_words_are_refused(string text)
    {
        Assert.False(VersionSelection.TryParseV1(text, out _));
    }

    [Fact]
    public void Query_latest_compares_numbers_and_not_letters_and_a_draft_comes_before_its_version()
    {
        string Latest(params string[] versions) => PrintedStructures.Names(Of(versions).Query(new()));

        Assert.Equal("CL(1.10)", Latest("1.10", "1.9"));
        Assert.Equal("CL(2.0.0)", Latest("2.0.0", "2.0.0-draft"));
        Assert.Equal("CL(12345678901234567890123.0)", Latest("9.9", "12345678901234567890123.0", "99999999999999999999.9"));
        Assert.Equal("CL(1.0.0)", Latest("1.0.0", "word"));
    }

    private static StructureSet Of(IEnumerable<string> versions) =>
        new(versions.Select(version => new ItemScheme(StructureType.CodeList, Agency, "CL", version, Text("List"), [])));

    private static string Found(VersionSelection selection) =>
        string.Join(' ', Of(Held).Query(new() { Versions = [selection] }).Select(artefact => artefact.Version).Order(StringComparer.Ordinal));
}
