using Periplo.Sdmx.Rest;

namespace Periplo.Web.Sdmx;

/// <summary>One request and what is said to it.</summary>
internal readonly struct SdmxExchange
{
    // Below it, headers of compression outweigh what it saves.
    private const int LeastCompressed = 1_000;

    private readonly HttpContext context;
    private readonly KeptAnswers kept;

    /// <summary>An exchange about a query.</summary>
    public SdmxExchange(HttpContext context, KeptAnswers kept, SdmxRequest request, string target)
    {
        (this.context, this.kept, Request, Target) = (context, kept, request, target);
        Encoding = AnswerEncoding.For(context.Request.Headers.AcceptEncoding.ToString());
    }

    /// <summary>What is asked for.</summary>
    public SdmxRequest Request { get; }

    /// <summary>The address as it came.</summary>
    public string Target { get; }

    /// <summary>What the client takes.</summary>
    public string Accept => context.Request.Headers.Accept.ToString();

    /// <summary>Languages the client likes.</summary>
    public string AcceptLanguage => context.Request.Headers.AcceptLanguage.ToString();

    private AnswerEncoding Encoding { get; }

    /// <summary>Says what the answer is, and sends it where it need not be made: the client has it, or it is kept here.</summary>
    /// <param name="tag">Its entity tag.</param>
    /// <param name="changed">When it last changed.</param>
    /// <param name="type">Its Content-Type.</param>
    /// <param name="language">Its Content-Language, or null.</param>
    /// <param name="sending">The sending, where there is any.</param>
    /// <returns>True when nothing is left to be done.</returns>
    public bool TryAnswer(string tag, DateTimeOffset changed, string type, string? language, out Task sending)
    {
        sending = Task.CompletedTask;
        var (request, response) = (context.Request, context.Response);
        var headers = response.Headers;
        headers.ETag = tag;
        headers.LastModified = changed.ToUniversalTime().ToString("r");

        // It may be kept anywhere, and asked anew each time: a load of data is seen at once.
        headers.CacheControl = "public, no-cache";
        if (language is not null)
            headers.ContentLanguage = language;
        if (Conditions.IsUnchanged(request.Headers.IfNoneMatch, request.Headers.IfModifiedSince, tag, changed))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        response.ContentType = type;
        if (!kept.TryFind(tag, Encoding, out var body, out var isEncoded))
            return false;
        sending = Send(body, isEncoded);
        return true;
    }

    /// <summary>Makes the answer and sends it; where the head alone is wanted, neither.</summary>
    /// <param name="tag">Its entity tag.</param>
    /// <param name="most">Bytes that are held before the answer begins to go out.</param>
    /// <param name="write">Writes it.</param>
    public async Task Make(string tag, int most, Action<Stream> write)
    {
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        using var body = new AnswerBody(context, Encoding, most);
        write(body);
        if (body.HasBegun)
        {
            body.End();
            return;
        }

        var compresses = Encoding.Name is not null && body.Held.Length >= LeastCompressed;
        if (!compresses && !kept.Keeps(body.Held.Length))
        {
            await Send(body.Memory, isEncoded: false);
            return;
        }

        var bytes = compresses ? Compressed(body.Held) : body.Held.ToArray();
        kept.Keep(tag, Encoding, bytes, compresses);
        await Send(bytes, compresses);
    }

    private byte[] Compressed(ReadOnlySpan<byte> bytes)
    {
        using var compressed = new MemoryStream(bytes.Length / 4);
        using (var stream = Encoding.Wrap(compressed))
            stream.Write(bytes);
        return compressed.ToArray();
    }

    private Task Send(ReadOnlyMemory<byte> body, bool isEncoded)
    {
        var response = context.Response;
        if (isEncoded)
            response.Headers.ContentEncoding = Encoding.Name;
        response.ContentLength = body.Length;
        if (HttpMethods.IsHead(context.Request.Method))
            return Task.CompletedTask;
        var writing = response.BodyWriter.WriteAsync(body, context.RequestAborted);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }
}
