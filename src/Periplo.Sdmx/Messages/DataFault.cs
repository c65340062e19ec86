namespace Periplo.Sdmx.Messages;

/// <summary>One thing wrong with an observation or a series of a message, which a reader passed over and went on behind.</summary>
/// <param name="Rule">What is broken, one of <see cref="DataRules"/>.</param>
/// <param name="Detail">What is wrong and what was expected, in a sentence in English.</param>
/// <param name="Line">Line from 1; 0 where the format has none.</param>
/// <param name="Column">Column from 1 (the field's number in CSV); 0 where not known.</param>
/// <param name="Key">
/// The observation as OBS_KEY of SDMX-CSV 2 writes it: codes in order of the structure and the period, points between
/// (<c>A.DE.TR.2020</c>); a part not read is empty; without the period where the whole series is wrong. Empty where no key was read.
/// </param>
public sealed record DataFault(string Rule, string Detail, int Line, int Column, string Key);
