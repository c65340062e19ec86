using System.Runtime.InteropServices;

namespace Periplo.Flows;

/// <summary>How far the replicates of a figure lie apart: the middle 80 and 95 % of them.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FlowInterval(double Lo80, double Hi80, double Lo95, double Hi95);

/// <summary>Input uncertainty of a table of flows.</summary>
/// <param name="Method">The method.</param>
/// <param name="Replicates">Replicates that could be estimated.</param>
/// <param name="Infeasible">Replicates whose noisy stocks no flows explain; they are left out.</param>
/// <param name="Lo80">10 % quantile of every cell, <c>origin × n + destination</c>.</param>
/// <param name="Hi80">90 % quantile.</param>
/// <param name="Lo95">2.5 % quantile.</param>
/// <param name="Hi95">97.5 % quantile.</param>
/// <param name="Total">Interval of the total; totals are not sums of cells' quantiles.</param>
public sealed record FlowIntervals(
    FlowMethod Method, int Replicates, int Infeasible, float[] Lo80, float[] Hi80, float[] Lo95, float[] Hi95, FlowInterval Total);
