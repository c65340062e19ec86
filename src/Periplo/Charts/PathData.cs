namespace Periplo.Charts;

/// <summary>Lines and curves of a path, as numbers; built once, from front to back.</summary>
public sealed class PathData
{
    private byte[] steps = new byte[16];
    private float[] numbers = new float[32];
    private int stepCount;
    private int numberCount;

    /// <summary>The letters of SVG: M, L, Q, Z.</summary>
    public ReadOnlySpan<byte> Steps => steps.AsSpan(0, stepCount);

    /// <summary>x and y of every step in turn: two for M and L, four for Q (control point, end), none for Z.</summary>
    public ReadOnlySpan<float> Coordinates => numbers.AsSpan(0, numberCount);

    /// <summary>True while nothing was drawn.</summary>
    public bool IsEmpty => stepCount == 0;

    /// <summary>Begins a new part.</summary>
    public PathData MoveTo(double x, double y) => Add((byte)'M').Point(x, y);

    /// <summary>A straight line from where the path is.</summary>
    public PathData LineTo(double x, double y) => Add((byte)'L').Point(x, y);

    /// <summary>A quadratic Bézier curve from where the path is.</summary>
    public PathData CurveTo(double controlX, double controlY, double x, double y) => Add((byte)'Q').Point(controlX, controlY).Point(x, y);

    /// <summary>Back to the beginning of the part.</summary>
    public PathData Close() => Add((byte)'Z');

    private PathData Add(byte step)
    {
        if (stepCount == steps.Length)
            Array.Resize(ref steps, steps.Length * 2);
        steps[stepCount++] = step;
        return this;
    }

    private PathData Point(double x, double y)
    {
        if (numberCount + 2 > numbers.Length)
            Array.Resize(ref numbers, numbers.Length * 2);
        numbers[numberCount++] = (float)x;
        numbers[numberCount++] = (float)y;
        return this;
    }
}
