using Periplo.Populations;

namespace Periplo.Observatory;

/// <summary>What is asked of model migration schedules. Without rates and without schedule it is the standard one, <see cref="RogersCastro.Fundamental"/>.</summary>
public sealed record AgeScheduleRequest
{
    /// <summary>File of rates or counts by age to fit, or null.</summary>
    public string? Rates { get; init; }

    /// <summary>Family to fit.</summary>
    public RogersCastroFamily Family { get; init; } = RogersCastroFamily.Seven;

    /// <summary>Starts of the fit.</summary>
    public int Starts { get; init; } = RogersCastroFit.UsualStarts;

    /// <summary>File of parameters, or null; not together with rates.</summary>
    public string? Schedule { get; init; }

    /// <summary>File of flows or net numbers to split by age and sex, or null.</summary>
    public string? Split { get; init; }

    /// <summary>File of the population by age that the flows come from, or null: then as many persons at every age.</summary>
    public string? Population { get; init; }

    /// <summary>Share of women among migrants, 0 to 1; null for what schedules and population by sex tell, else half.</summary>
    public double? Women { get; init; }

    /// <summary>Whether the parts are whole persons.</summary>
    public bool Whole { get; init; }

    /// <summary>File to write: the split, or without one the parameters fitted; null for none.</summary>
    public string? Output { get; init; }

    /// <summary>File to write the rates and the fitted curve to; null for none.</summary>
    public string? Curve { get; init; }
}

/// <summary>A schedule fitted to what was observed of one sex.</summary>
/// <param name="Sex">F, M or null for both.</param>
/// <param name="Fit">The fit.</param>
/// <param name="Profile">What sums up the rates observed; null where none is above zero from 10 to 49 years.</param>
/// <param name="Ages">Ages that were fitted.</param>
/// <param name="Open">Open groups left out.</param>
public sealed record FittedSchedule(string? Sex, RogersCastroFit Fit, AgeProfile? Profile, int Ages, int Open);

/// <summary>What came of a request.</summary>
/// <param name="Fits">Schedules fitted, by sex; none where none was asked for.</param>
/// <param name="Women">Schedule of women used.</param>
/// <param name="Men">Schedule of men used.</param>
/// <param name="IsStandard">Whether the standard schedule was used because none was given.</param>
/// <param name="Rows">Rows split.</param>
/// <param name="Persons">Persons they had, net numbers added with their signs.</param>
/// <param name="Parts">Rows written.</param>
public sealed record AgeScheduleResult(IReadOnlyList<FittedSchedule> Fits, RogersCastro Women, RogersCastro Men, bool IsStandard, int Rows, double Persons, int Parts);
