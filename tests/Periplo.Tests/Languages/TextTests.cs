using Periplo.Languages;
using Xunit;

namespace Periplo.Tests.Languages;

public sealed class TextTests
{
    [Fact]
    public void Places_are_filled_in_each_language()
    {
        var filled = new Text("{0} de {1}", "{0} of {1}", "{0} sur {1}").With(3, new Text("cuatro", "four", "quatre"));

        Assert.Equal(new("3 de cuatro", "3 of four", "3 sur quatre"), filled);
    }

    [Fact]
    public void Text_of_a_record_without_French_gives_and_names_English()
    {
        var written = Text.Written("Fondo", "Fund", "");

        Assert.Equal(["Fondo", "Fund", "Fund"], Enum.GetValues<Language>().Select(written.In));
        Assert.Equal([Language.Es, Language.En, Language.En], Enum.GetValues<Language>().Select(written.LanguageOf));
        Assert.Equal(Enum.GetValues<Language>(), Enum.GetValues<Language>().Select(Text.Written("Fondo", "Fund", "Fonds").LanguageOf));
        // The same letters in both languages are no missing translation.
        Assert.Equal(Language.Fr, new Text("Región", "Question", "Question").LanguageOf(Language.Fr));
    }
}
