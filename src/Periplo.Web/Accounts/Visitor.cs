using Microsoft.AspNetCore.Antiforgery;
using Periplo.Registers;

namespace Periplo.Web.Accounts;

/// <summary>Who asks for a page: a person, and the token that the forms of the page must bring back.</summary>
public sealed record Visitor
{
    /// <summary>Name of the field that brings the token back.</summary>
    public const string Field = "form-token";

    private readonly HttpContext context;

    private Visitor(HttpContext context, Person person) => (this.context, Person) = (context, person);

    /// <summary>Who asks; <see cref="Person.Public"/> for who has not signed in.</summary>
    public Person Person { get; }

    /// <summary>
    /// What a form must bring back, so that only our own pages can post it. Asking for it sets a cookie and forbids to keep
    /// the page: only pages with a form that writes ask.
    /// </summary>
    public string FormToken => context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken!;

    /// <summary>Who sent a request.</summary>
    public static Visitor Of(HttpContext context) => new(context, context.Features.Get<Person>() ?? Person.Public);
}
