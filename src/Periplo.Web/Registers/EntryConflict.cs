using Periplo.Registers;

namespace Periplo.Web.Registers;

/// <summary>Two changes of one record that began from the same version.</summary>
/// <param name="Before">The values both began from.</param>
/// <param name="Now">The record with the change that was saved.</param>
/// <param name="Yours">The values that came too late.</param>
public sealed record EntryConflict(string[] Before, RecordHead Now, string[] Yours);
