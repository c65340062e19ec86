using Periplo.Sdmx;
using Xunit;

namespace Periplo.Tests.Sdmx;

public class CodeListTests
{
    private static readonly InternationalString Name = new(("es", "Sexo"), ("en", "Sex"));

    private static readonly CodeList Sex = new("CL_SEX", "SDMX", "2.1", Name,
        [new("_T", new(("en", "Total"))), new("F", new(("en", "Women")), "_T"), new("M", new(("en", "Men")), "_T")]);

    [Fact]
    public void Position_of_a_code_is_its_place_in_the_list()
    {
        Assert.Equal((0, 2, -1), (Sex.Position("_T"), Sex.Position("M"), Sex.Position("m")));
    }

    [Fact]
    public void Find_gives_the_code_or_null()
    {
        Assert.Equal("_T", Sex.Find("F")?.Parent);
        Assert.Null(Sex.Find("X"));
    }

    [Fact]
    public void CodeList_with_a_code_twice_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new CodeList("CL_X", "SDMX", "1.0", Name, [new("A", Name), new("A", Name)]));

        Assert.Contains("A twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InternationalString_in_a_language_not_held_gives_the_English_one()
    {
        Assert.Equal(("Sexo", "Sex", "Sex"), (Name.In("es"), Name.In("EN"), Name.In("fr")));
        Assert.Equal("", new InternationalString().In("es"));
    }

    [Fact]
    public void ObservationStatus_letters_read_back_and_others_are_refused()
    {
        foreach (var status in Enum.GetValues<ObservationStatus>())
        {
            Assert.True(ObservationStatuses.TryParse([(byte)status.Letter()], out var read));
            Assert.Equal(status, read);
        }

        Assert.False(ObservationStatuses.TryParse("X"u8, out _));
        Assert.False(ObservationStatuses.TryParse("a"u8, out _));
        Assert.False(ObservationStatuses.TryParse(""u8, out _));
        Assert.False(ObservationStatuses.TryParse("AA"u8, out _));
    }

    [Fact]
    public void IsMissing_holds_for_the_statuses_that_say_why_there_is_no_value()
    {
        Assert.Equal("LMOQ", string.Concat(Enum.GetValues<ObservationStatus>().Where(status => status.IsMissing()).Select(status => status.Letter())));
    }
}
