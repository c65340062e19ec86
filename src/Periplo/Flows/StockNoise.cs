namespace Periplo.Flows;

/// <summary>Draws an input from the distribution that <see cref="NoiseParameters"/> say.</summary>
internal static class StockNoise
{
    /// <summary>The input with noise, from one stream.</summary>
    public static FlowInput Drawn(FlowInput input, NoiseParameters noise, ReplicateRandom random)
    {
        var births = Noisy(input.Births, noise.Births, random);
        var deaths = Noisy(input.Deaths, noise.Deaths, random);
        var areas = input.Start.Residences.Count;
        var (start, end) = (input.Start.Cells.ToArray(), input.End.Cells.ToArray());
        for (var cell = 0; cell < start.Length; cell++)
        {
            // Zeros and cells nobody reported stay what they are, and take no number from the stream.
            if (!(start[cell] > 0) && !(end[cell] > 0))
                continue;
            var residence = cell % areas;
            var native = cell / areas == residence;
            var deviation = native ? noise.NativeBorn : noise.Of(noise.DataTypes.Count == 0 ? StockDataType.ForeignBorn : noise.DataTypes[residence]);
            var share = native ? noise.NativeBornNewAtDate : noise.NewAtDate;
            var lasting = random.Factor(deviation * Math.Sqrt(1 - (share * share)));
            start[cell] *= lasting * random.Factor(deviation * share);
            end[cell] *= lasting * random.Factor(deviation * share);
        }

        return new(input.Start.With(start), input.End.With(end), births, deaths);
    }

    private static double[] Noisy(double[] events, double deviation, ReplicateRandom random) => [.. events.Select(count => count * random.Factor(deviation))];
}
