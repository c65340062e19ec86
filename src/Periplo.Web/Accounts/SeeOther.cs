namespace Periplo.Web.Accounts;

/// <summary>303: what was posted is done; here is the page to look at.</summary>
/// <param name="address">A local address.</param>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext context)
    {
        if (!address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal) || address.StartsWith("/\\", StringComparison.Ordinal) || address.Any(char.IsControl))
            throw new InvalidOperationException("A page that follows a form is one of ours.");
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
