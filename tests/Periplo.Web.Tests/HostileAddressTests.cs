using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>Addresses nobody meant: each gets an answer of the 400s in the form it asked for, never a failure of ours.</summary>
public sealed class HostileAddressTests(TestSite site)
{
    private static readonly string[] Good =
    [
        "/", "/en", "/mapa?anio=2024", "/en/map.svg?year=2020&measure=share", "/paises", "/pais/GTM", "/pais/GTM.csv", "/pais/GTM/origenes", "/en/country/USA/origins-map.json",
        "/pais/COL/desplazados.csv", "/corredor/MEX-USA", "/en/corridor/VEN-COL.svg", "/datos", "/datos/STOCK", "/datos/DISPLACED/UNHCR.2025", "/en/data/STOCK/2024.csv?REF_AREA=ABW&TIME_PERIOD=1990..2024",
        "/datos/STOCK/UNDESA.2024.json?REF_AREA=ABW+AIA&SEX=F", "/datos/STOCK/UNDESA.2024/A.USA.MEX._T.STOCK._T._T._T.PS/2024", "/en/data/STOCK/UNDESA.2024/A.GTM.*._T.STOCK._T._T._T.PS/2024.csv",
        "/datos/DISPLACED/UNHCR.2025/A.*.*.REF.STOCK._T._T.PS/2024", "/buscar?q=guinea", "/acerca", "/health",
        "/indicadores.csv", "/indicador/M1.01?anio=2020&desglose=F", "/en/indicator/M1.02/chart.svg?areas=GTM,MEX", "/fr/indicateur/M2.02/carte.json?annee=2020", "/indicador/M1.02/GTM/2020", "/perfiles", "/pais/GTM/perfil.csv", "/pais/GTM/hoja?edicion=2026",
        "/procesos/mercosur/perfil", "/en/processes/ecowas/profile.csv", "/datos/REMITTANCE_PRICES/RPW.2020-Q3/Q.~.GTM.COST_AVG._T._T.USD200.PT_TRANSACT/2019",
        "/remesas?pais=GTM&anio=2010", "/en/remittances.csv?country=GTM", "/remesas/recibidas.svg", "/fr/transferts/expediteurs.json?pays=GTM", "/remesas/precios", "/en/remittances/prices.json", "/remesas/ronda?ronda=2014-Q2", "/en/remittances/round.csv?round=2020-Q3",
        "/remesas/corredor/USA-GTM", "/en/remittances/corridor/USA-GTM/prices.svg", "/remesas/corredor?de=USA&a=GTM", "/remesas/calculadoras?amount=200&fee=8&margin=1.5&workers=10", "/fr/transferts/calculatrices?cost-1=1500&earnings-1=500",
        "/registros", "/registros/facts", "/en/registers/facts?status=asserted&search=remesas&sort=-value&page=2", "/registros/commitments.csv?type=policy", "/registros/documents/A-63-265", "/en/registers/documents/A-63-265.json",
        "/registros/documents/A-63-265/historia", "/registros/facts/nueva", "/registros/facts/importar.xlsx", "/registros/pendientes", "/api/registers/facts", "/api/registers/facts/records?topic=money&page=1", "/api/registers/documents/records/A-63-265/history",
    ];

    private static readonly string[] Pieces =
    [
        "%00", "..", "/..", "%2e%2e", "%2F", "//", "\\", "<script>", "%3Cscript%3E", "%FF%FE", "%C3%28", "%ED%A0%80", "%", "%zz", "é", "%0d%0aX:%20y", "*", "*.*.*.*.*.*.*.*.*", "NaN", "Infinity", "-1", "1e308",
        "99999999999999999999", "20240", "0000", "2024-Q9", "2024-W60", "{0}", "{area}", "'", "\"", ";", "|", "$", "&", "&&", "?", "??", "=", "+", "#", "~", "^", "`", " ", "%20", "%09", "%E2%80%AE", "UNKNOWN", "_T", "001", "XXA",
        "A.B.C", "...", ".csv", ".json", ".svg", ".xml", ".csv.csv", "TIME_PERIOD=", "TIME_PERIOD=1990..2000..2010", "TIME_PERIOD=NaN", "REF_AREA=", "REF_AREA=*", "SEX=F&SEX=M", "OBS_VALUE=1", "anio=2024", "anio=abc", "año=2020", "medida=x",
    ];

    [Theory]
    [InlineData("/%00")]
    [InlineData("/pais/%00.json")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    [InlineData("/../../etc/passwd")]
    [InlineData("/pais/../../../etc/passwd.csv")]
    [InlineData("/pais/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/en/country/%FF%FE%FD")]
    [InlineData("/mapa?anio=20240")]
    [InlineData("/mapa.json?anio=20240")]
    [InlineData("/mapa?anio=99999999999999999999")]
    [InlineData("/en/map.svg?year=NaN")]
    [InlineData("/datos/NOTHING")]
    [InlineData("/datos/NOTHING.json")]
    [InlineData("/datos/STOCK.svg")]
    [InlineData("/datos/STOCK/UNDESA.1900")]
    [InlineData("/datos/STOCK/UNDESA.2024.csv?REF_AREA=NOWHERE")]
    [InlineData("/datos/STOCK/UNDESA.2024.csv?NOTHING=1")]
    [InlineData("/datos/STOCK/UNDESA.2024.json?TIME_PERIOD=NaN")]
    [InlineData("/en/data/STOCK/UNDESA.2024.csv?TIME_PERIOD=1..2..3")]
    [InlineData("/datos/DEMOGRAPHY/UNDESA.2024/*.*.*.*.*.*/2020")]
    [InlineData("/datos/REMITTANCES/WB.2023/*.*.*.*.*.*.*.*/2020.csv")]
    [InlineData("/datos/STOCK/UNDESA.2024/A.USA/2024")]
    [InlineData("/datos/STOCK/UNDESA.2024/A.USA.MEX._T.STOCK._T._T._T.PS/20240")]
    [InlineData("/datos/STOCK/UNDESA.2024/A.USA.MEX._T.STOCK._T._T._T.PS/2024.json")]
    [InlineData("/pais/gtm/%0d%0aX-Injected:%20yes")]
    [InlineData("/pais/gtm/%C3%B1and%C3%BA")]
    [InlineData("/remesas?pais=NADA")]
    [InlineData("/remesas?anio=20240")]
    [InlineData("/en/remittances.json?year=NaN")]
    [InlineData("/remesas/precios.xml")]
    [InlineData("/remesas/precios/%00")]
    [InlineData("/remesas/ronda?ronda=2014-Q9")]
    [InlineData("/en/remittances/round.csv?round=%3Cscript%3E")]
    [InlineData("/fr/transferts/releve.json?releve=99999999999999999999")]
    [InlineData("/remesas/quien-envia.csv")]
    [InlineData("/remesas/corredor/USA")]
    [InlineData("/remesas/corredor/USA-%FF%FE")]
    [InlineData("/remesas/corredor/USA-GTM-MEX.json")]
    [InlineData("/remesas/corredor/USA-GTM/nada.svg")]
    [InlineData("/remesas/corredor?de=USA&a=%3Cscript%3E")]
    [InlineData("/remesas/calculadoras?amount=NaN&fee=8")]
    [InlineData("/remesas/calculadoras?amount=1e400&fee=-1&workers=99999999999999999999")]
    [InlineData("/en/remittances/calculators?cost-1=%3Cscript%3E&earnings-1=0")]
    [InlineData("/datos/REMITTANCE_PRICES/RPW.2020-Q3/Q.*.GTM.COST_AVG._T._T.USD200.PT_TRANSACT/2019.csv")]
    [InlineData("/datos/REMITTANCE_PRICES/RPW.2020-Q3/~.~.~.~.~.~.~.~/2019")]
    [InlineData("/corredor/-")]
    [InlineData("/corredor/MEX")]
    [InlineData("/corredor/a-b-c.json")]
    [InlineData("/nothing/at/all.json")]
    [InlineData("/nothing.csv")]
    [InlineData("/en/nothing.svg")]
    [InlineData("/en/nothing")]
    [InlineData("/assets/0123456789ab/site.css")]
    public async Task Address_that_leads_nowhere_is_not_found_in_the_form_asked_for(string address)
    {
        var (status, type, text) = await site.Ask(address);
        Assert.InRange((int)status, 400, 499);
        Check(address, status, type, text);
    }

    [Fact]
    public async Task Long_names_and_keys_are_not_found()
    {
        var long10k = new string('a', 10_000);
        foreach (var address in (string[])[$"/pais/{long10k}", $"/corredor/{long10k}-{long10k[..5_000]}", $"/datos/STOCK/UNDESA.2024/{new string('*', 5_000)}/2024", $"/datos/STOCK/{string.Concat(Enumerable.Repeat("*.", 5_000))}/2024", $"/mapa?anio={long10k}", $"/datos/STOCK.csv?REF_AREA={long10k}"])
        {
            var (status, type, text) = await site.Ask(address);
            Assert.InRange((int)status, 400, 499);
            Check(address, status, type, text);
        }

        Assert.Equal(HttpStatusCode.OK, (await site.Ask($"/buscar?q={long10k}")).Status);
        // A sum over everything is a figure where the source publishes totals.
        Assert.InRange((int)(await site.Ask("/datos/STOCK/UNDESA.2024/*.*.*.*.*.*.*.*.*/2024")).Status, 200, 499);
    }

    [Fact]
    public async Task Mutated_addresses_never_fail_the_server()
    {
        var random = new Random(20_241_120);
        for (var i = 0; i < TestCounts.Addresses; i++)
        {
            var address = Mutated(random);
            try
            {
                var (status, type, text) = await site.Ask(address);
                Check(address, status, type, text);
            }
            catch (HttpRequestException)
            {
                // What our own client will not send is no test of the server; that the server still answers is.
                Assert.Equal(HttpStatusCode.OK, (await site.Ask("/health")).Status);
            }
        }
    }

    private static string Mutated(Random random)
    {
        var address = new StringBuilder(Good[random.Next(Good.Length)]);
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(1, address.Length + 1);
            switch (random.Next(6))
            {
                case 0:
                    address.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 1:
                    address.Append(random.Next(3) switch { 0 => "?", 1 => "&", _ => "/" }).Append(Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2 when at < address.Length:
                    address.Remove(at, Math.Min(random.Next(1, 8), address.Length - at));
                    break;
                case 3 when at < address.Length:
                    address[at] = (char)random.Next(0x21, 0x7F);
                    break;
                case 4:
                    address.Insert(at, address.ToString(at - 1, Math.Min(address.Length - at + 1, random.Next(1, 40))));
                    break;
                default:
                    address.Insert(at, $"%{random.Next(256):X2}");
                    break;
            }
        }

        // A fragment never leaves the client, and a line end or space would end the request line.
        return address.Replace('#', 'x').Replace(' ', '_').Replace("é", "%E9").Replace("ñ", "%F1").ToString();
    }

    private static void Check(string address, HttpStatusCode status, string? type, string text)
    {
        Assert.True((int)status < 500, $"{address} answers {(int)status}");
        foreach (var inner in (string[])["Exception", "   at ", "Microsoft.AspNetCore", "System.", "/src/", ".cs:line"])
            Assert.False(text.Contains(inner, StringComparison.Ordinal), $"{address} shows {inner}");
        // What the web server itself refuses never reaches the site and has no body.
        if ((int)status < 400 || (text.Length == 0 && status is HttpStatusCode.BadRequest or HttpStatusCode.RequestUriTooLong))
            return;
        var path = WebUtility.UrlDecode(address.Split('?')[0]);
        var expected = path.EndsWith(".json", StringComparison.Ordinal) || path == "/api" || path.StartsWith("/api/", StringComparison.Ordinal) ? "application/json" : path.EndsWith(".csv", StringComparison.Ordinal) || path.EndsWith(".svg", StringComparison.Ordinal) ? "text/plain" : "text/html";
        Assert.True(expected == type, $"{address} is refused as {type}, not {expected}");
        if (expected == "application/json")
        {
            using var json = JsonDocument.Parse(text);
            Assert.NotEqual("", json.RootElement.GetProperty("error").GetString());
        }
        else
        {
            Assert.NotEqual("", text.Trim());
            // Plain text repeats what was asked as it stands: its type, which a browser may not guess, keeps it text.
            if (expected == "text/html")
                Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
        }
    }
}
