using System.Text;
using Periplo.Sdmx.Rest;
using Periplo.Tests.Sdmx.Xml;
using Xunit;

namespace Periplo.Tests.Sdmx.Rest;

/// <summary>Addresses nobody meant: each is read, or refused with a code and a status of the client's, and never fails otherwise.</summary>
public class HostileQueryTests
{
    private static readonly string[] Good =
    [
        "1/dataflow/MDIS/DF_MIG_STOCK/1.0?detail=referencepartial&references=all", "1/codelist/MDIS+SDMX/CL_AREA+CL_SEX/all/DE+TR?references=codelist", "1/structure/all/all/latest?references=parentsandsiblings",
        "1/data/MDIS,DF_MIG_STOCK,1.0/A.DE.TR+SO._T._T/MDIS,P?startPeriod=2015-Q2&endPeriod=2020-12-31T10:00:00Z&detail=dataonly&format=csv",
        "1/data/DF_MIG_STOCK/A....?firstNObservations=1&lastNObservations=2&dimensionAtObservation=AllDimensions&updatedAfter=2009-05-15T14%3A15%3A00%2B01%3A00&includeHistory=true",
        "1/availableconstraint/DF_MIG_STOCK/all/all/SEX?mode=available&references=all&startPeriod=2010", "1/schema/dataflow/MDIS/DF_MIG_STOCK/1.0?dimensionAtObservation=SEX", "1/metadata/MDIS,MDF,1.0/all",
        "2/structure/codelist/MDIS,SDMX/CL_AREA/2.3.+,1.0/DE?references=ancestors&detail=raw", "2/structure/*/*/*/*",
        "2/data/dataflow/MDIS/DF_MIG_STOCK/~/A.DE.*,M.TR?c[SEX]=ne:F,M+_T&c[TIME_PERIOD]=ge:2010+le:2020&c%5BOBS_VALUE%5D=gt:10.5&attributes=series,OBS_STATUS&measures=OBS_VALUE&sort=series_key:asc+TIME_PERIOD:desc&offset=10&limit=5&asOf=2024",
        "2/availability/dataflow/MDIS/DF_MIG_STOCK/~/*/SEX?c[AGE]=co:Y&mode=exact&references=codelist", "2/schema/datastructure/MDIS/DSD_MIG_STOCK", "2/registration/x",
    ];

    private static readonly string[] Pieces =
    [
        "%00", "..", "/", "//", "%2F", "%FF", "%C3%28", "%ED%A0%80", "%", "%z", "%25", "é", "\u0001", "\uFFFF", "\uD800", "*", "+", "++", "%2B", ",", ",,", ".", "~", "?", "&", "=", "[", "]", "c[", "c[X]=A", ":", "ge:", "NaN",
        "99999999999999999999", "-1", "0", "0000", "9999-W53", "2024-Q9", "<x>", "'", "\"", ";", " ", "all", "latest", "none", "TIME_PERIOD", "OBS_VALUE", "startPeriod=", "&detail=full", "{", "}", "|", "\\", "#",
    ];

    [Fact]
    public void Good_addresses_are_read()
    {
        foreach (var address in Good.Where(one => !one.Contains("registration", StringComparison.Ordinal)))
            Assert.NotNull(Parse(address));
    }

    [Fact]
    public void Damaged_addresses_are_read_or_refused_as_the_clients_mistake()
    {
        Property.HoldsOnAllCores(TestCounts.SdmxRequests, random =>
        {
            var address = Damaged(Good[random.Next(Good.Length)], random);
            try
            {
                if (Parse(address) is DataRequest data)
                    Fit(QueryFit.To(MigrantData.Flow, data));
            }
            catch (SdmxQueryException error)
            {
                Assert.Contains(error.Status, (int[])[204, 400, 404, 406, 414, 422, 501]);
                Assert.EndsWith(".", error.Detail, StringComparison.Ordinal);
                foreach (var version in Enum.GetValues<RestVersion>())
                    Assert.NotEmpty(ErrorMessage.Of(version, error.Code, error.Detail));
            }
        });
    }

    private static void Fit(DataQuery query)
    {
        Assert.All(query.Keys, key => Assert.Equal(MigrantData.Structure.Dimensions.Count, key.Positions.Count));
        Assert.All(query.Filters, filter => Assert.NotEmpty(filter.Alternatives));
        Assert.True(query.First is null or > 0);
        Assert.True(query.Limit is null or > 0);
    }

    private static SdmxRequest Parse(string address)
    {
        var rest = address.Length > 0 ? address[1..] : "";
        var query = rest.IndexOf('?', StringComparison.Ordinal);
        var (path, parameters) = query < 0 ? (rest, null) : (rest[..query], rest[query..]);
        return address.StartsWith('1') ? V1Queries.Parse(path, parameters) : V2Queries.Parse(path, parameters);
    }

    private static string Damaged(string address, Random random)
    {
        if (random.Next(3) == 0)
            return Encoding.Latin1.GetString(Mutation.Of(Encoding.Latin1.GetBytes(address), random));
        var text = new StringBuilder(address);
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(1, text.Length + 1);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at - 1, Math.Min(text.Length - at + 1, random.Next(1, 20)));
                    break;
                case 1:
                    text.Insert(at, Good[random.Next(Good.Length)][1..]);
                    break;
                default:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }

            if (text.Length == 0)
                text.Append('2');
        }

        return text.ToString();
    }
}
