using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Periplo.Sdmx.Rest;
using Xunit;

namespace Periplo.Tests.Sdmx.Rest;

public class ErrorMessageTests
{
    private const string Detail = "There is no <dataflow> \"X & Y\" here, \u0001 nor \uFFFF 😀.";

    [Fact]
    public void Error_of_2_1_is_valid_and_says_code_and_text()
    {
        var bytes = ErrorMessage.Of(RestVersion.V1, 100, Detail);
        Assert.Empty(OfficialXmlSchemas.Errors(bytes));
        var message = XDocument.Parse(Encoding.UTF8.GetString(bytes)).Root!.Elements().Single();
        Assert.Equal("100", message.Attribute("code")!.Value);
        Assert.Equal("There is no <dataflow> \"X & Y\" here, ? nor ? ??.", message.Value);
        Assert.Equal("application/xml; charset=utf-8", ErrorMessage.ContentType(RestVersion.V1));
    }

    [Fact]
    public void Error_of_3_0_is_valid_and_says_code_title_and_detail()
    {
        var bytes = ErrorMessage.Of(RestVersion.V2, 140, Detail);
        using var json = JsonDocument.Parse(bytes);
        var error = Assert.Single(json.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal(140, error.GetProperty("code").GetInt32());
        Assert.Equal("Syntax error", error.GetProperty("title").GetString());
        Assert.Equal(Detail, error.GetProperty("detail").GetString());
        Assert.Empty(OfficialJsonSchemas.Errors(OfficialJsonSchemas.Data2, bytes));
    }

    [Theory]
    [InlineData(100, 404, 204)]
    [InlineData(150, 403, 422)]
    public void Status_follows_the_version(int code, int first, int second)
    {
        var of = code == 100 ? SdmxQueryException.Nothing : (Func<RestVersion, string, SdmxQueryException>)SdmxQueryException.Semantics;
        Assert.Equal((code, first), (of(RestVersion.V1, "x.").Code, of(RestVersion.V1, "x.").Status));
        Assert.Equal((code, second), (of(RestVersion.V2, "x.").Code, of(RestVersion.V2, "x.").Status));
    }

    [Fact]
    public void Other_codes_have_their_status()
    {
        Assert.Equal((140, 400), (SdmxQueryException.Syntax("x.").Code, SdmxQueryException.Syntax("x.").Status));
        Assert.Equal((100, 404), (SdmxQueryException.NotFound("x.").Code, SdmxQueryException.NotFound("x.").Status));
        Assert.Equal((501, 501), (SdmxQueryException.NotImplemented("x.").Code, SdmxQueryException.NotImplemented("x.").Status));
        foreach (var code in (int[])[100, 110, 130, 140, 150, 405, 406, 413, 414, 429, 500, 501, 503, 510, 1000])
            Assert.NotEmpty(ErrorMessage.Title(code));
    }
}
