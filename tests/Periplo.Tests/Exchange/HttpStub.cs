using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Periplo.Tests.Exchange;

/// <summary>What a stub answers.</summary>
/// <param name="Status">Status and reason.</param>
/// <param name="Body">Body.</param>
/// <param name="Headers">Header lines.</param>
internal sealed record StubAnswer(string Status, byte[] Body, params string[] Headers)
{
    /// <summary>How long it waits before it answers.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>Bytes of the body that are sent before the connection is cut; null for all.</summary>
    public int? CutAfter { get; init; }

    public static StubAnswer Ok(string body, params string[] headers) => new("200 OK", Encoding.UTF8.GetBytes(body), headers);
}

/// <summary>A server on this machine that answers as a test tells it, by a socket of its own so that it can also behave badly.</summary>
internal sealed class HttpStub : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Func<string, string, StubAnswer> answer;
    private readonly Task serving;

    /// <summary>Answers by path with query, and all the head of the request.</summary>
    public HttpStub(Func<string, string, StubAnswer> answer)
    {
        this.answer = answer;
        listener.Start();
        serving = Serve();
    }

    public HttpStub(Func<string, StubAnswer> answer)
        : this((path, _) => answer(path))
    {
    }

    /// <summary>Scheme, host and port.</summary>
    public string Origin => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>What was asked, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public void Dispose()
    {
        end.Cancel();
        listener.Dispose();
        serving.GetAwaiter().GetResult();
        end.Dispose();
    }

    private async Task Serve()
    {
        var open = new List<Task>();
        try
        {
            while (true)
                open.Add(One(await listener.AcceptTcpClientAsync(end.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task One(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = await Head(stream);
                if (head.Length == 0)
                    return;
                var path = head.Split(' ')[1];
                Asked.Enqueue(path);
                var given = answer(path, head);
                await Task.Delay(given.Wait, end.Token);
                var lines = new StringBuilder($"HTTP/1.1 {given.Status}\r\nConnection: close\r\nContent-Length: {given.Body.Length}\r\n");
                foreach (var header in given.Headers)
                    lines.Append(header).Append("\r\n");
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{lines}\r\n"), end.Token);
                await stream.WriteAsync(given.Body.AsMemory(0, given.CutAfter ?? given.Body.Length), end.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task<string> Head(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, end.Token) == 0)
                return "";
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
