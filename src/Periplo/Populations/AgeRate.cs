using System.Runtime.InteropServices;

namespace Periplo.Populations;

/// <summary>A rate of migration observed at completed ages.</summary>
/// <param name="From">First completed year of age.</param>
/// <param name="To">Last one; the same for a single year.</param>
/// <param name="Rate">Migrants per person, in any unit that is the same for all ages; not below zero.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AgeRate(int From, int To, double Rate)
{
    /// <summary>Years of age it covers.</summary>
    public int Years => To - From + 1;

    /// <summary>Middle of the group, exact years of age.</summary>
    public double Middle => (From + To + 1) / 2.0;
}

/// <summary>Migrants counted at completed ages, and the population they come from.</summary>
/// <param name="From">First completed year of age.</param>
/// <param name="To">Last one; the same for a single year.</param>
/// <param name="Migrants">Persons who moved, not below zero.</param>
/// <param name="Population">Persons of these ages, above zero.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AgeCount(int From, int To, double Migrants, double Population);
