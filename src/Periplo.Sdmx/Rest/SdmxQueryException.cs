namespace Periplo.Sdmx.Rest;

/// <summary>Syntaxes of the REST interface.</summary>
public enum RestVersion
{
    /// <summary>1.x, of SDMX 2.1.</summary>
    V1,

    /// <summary>2.x, of SDMX 3.0.</summary>
    V2,
}

/// <summary>A query that cannot be answered with data or structures, and what the client is told.</summary>
/// <param name="code">
/// Code of the error as SDMX numbers them (2.1, section 7, web services guidelines: 100 no results, 140 syntax, 150 semantics, 501 not
/// implemented, 510 too large); where SDMX has none, the HTTP status.
/// </param>
/// <param name="status">HTTP status; 204 is no error but has nothing to send.</param>
/// <param name="detail">What is wrong and what was expected, in a sentence in English.</param>
public sealed class SdmxQueryException(int code, int status, string detail) : Exception(detail)
{
    /// <summary>Code of the error.</summary>
    public int Code { get; } = code;

    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>What is wrong.</summary>
    public string Detail { get; } = detail;

    /// <summary>The query breaks the rules of the interface.</summary>
    public static SdmxQueryException Syntax(string detail) => new(140, 400, detail);

    /// <summary>The query is well formed and asks for what makes no sense. 2.1 answers with 403, 3.0 with 422 (sdmx-rest, status information).</summary>
    public static SdmxQueryException Semantics(RestVersion version, string detail) => new(150, version == RestVersion.V1 ? 403 : 422, detail);

    /// <summary>There is nothing to send. 2.1 answers with 404, 3.0 with 204.</summary>
    public static SdmxQueryException Nothing(RestVersion version, string detail) => new(100, version == RestVersion.V1 ? 404 : 204, detail);

    /// <summary>What was asked for is not there at all.</summary>
    public static SdmxQueryException NotFound(string detail) => new(100, 404, detail);

    /// <summary>The interface has it, this server has not.</summary>
    public static SdmxQueryException NotImplemented(string detail) => new(501, 501, detail);

    /// <summary>None of the formats the client takes is offered.</summary>
    public static SdmxQueryException NotAcceptable(string detail) => new(406, 406, detail);
}
