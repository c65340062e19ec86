using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>A condition a generated sentence must meet; when it is not met the sentence that data are missing stands instead.</summary>
/// <param name="Id">Its code: <c>year-gap</c>.</param>
/// <param name="Name">What it asks for.</param>
/// <param name="Refusal">Why there is no sentence, as the reader is told.</param>
public sealed record Guard(string Id, Text Name, Text Refusal);
