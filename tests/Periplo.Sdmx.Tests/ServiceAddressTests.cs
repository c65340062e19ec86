using Periplo.Sdmx.Rest;
using Periplo.Sdmx.Structures;
using Xunit;

namespace Periplo.Sdmx.Tests;

public sealed class ServiceAddressTests
{
    [Theory]
    [InlineData("https://x.org/sdmx/v1/data/PERIPLO,DF_MIG_STOCK,1.0/A.GTM", "https://x.org/sdmx/v1/dataflow/PERIPLO/DF_MIG_STOCK/1.0?references=descendants")]
    [InlineData("https://x.org/sdmx/v1/data/DF_MIG_STOCK?startPeriod=2020", "https://x.org/sdmx/v1/dataflow/PERIPLO/DF_MIG_STOCK/1.0?references=descendants")]
    [InlineData("https://x.org:8443/sdmx/v2/data/dataflow/PERIPLO/DF_MIG_STOCK/1.0/*?c[SEX]=_T", "https://x.org:8443/sdmx/v2/structure/dataflow/PERIPLO/DF_MIG_STOCK/1.0?references=descendants")]
    [InlineData("http://x.org/data/sdmx/data/F/all", "http://x.org/data/sdmx/dataflow/PERIPLO/DF_MIG_STOCK/1.0?references=descendants")]
    [InlineData("http://x.org/data/dataflow", "http://x.org/dataflow/PERIPLO/DF_MIG_STOCK/1.0?references=descendants")]
    public void Address_of_data_leads_to_the_structures_of_its_service(string data, string structure) =>
        Assert.Equal(structure, ServiceAddress.Of(new(data))!.Structure(new(StructureType.Dataflow, "PERIPLO", "DF_MIG_STOCK", "1.0")).AbsoluteUri);

    [Theory]
    [InlineData("https://x.org/rest/data/F", "https://x.org/rest/datastructure/all/OECD@DF/latest?references=descendants")]
    [InlineData("https://x.org/rest/v2/data/datastructure/A/B/~", "https://x.org/rest/v2/structure/datastructure/*/OECD@DF/~?references=descendants")]
    public void Reference_without_agency_or_version_asks_for_any_and_the_latest(string data, string structure) =>
        Assert.Equal(structure, ServiceAddress.Of(new(data))!.Structure(new(StructureType.DataStructure, "", "OECD@DF", "")).AbsoluteUri);

    [Theory]
    [InlineData("https://x.org/files/figures.xml")]
    [InlineData("https://x.org/sdmx/data/")]
    [InlineData("https://x.org/data")]
    public void Address_that_is_no_query_for_data_has_no_service(string address) => Assert.Null(ServiceAddress.Of(new(address)));
}
