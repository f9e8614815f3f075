using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Profiles;

/// <summary>Fits learning curves by least squares, with the same bits on every machine.</summary>
/// <remarks>
/// Scale and power are searched on a fixed grid in steps of powers of two, then in ever smaller steps from the best cell; for each of
/// them first and best follow from a linear problem with both in [0, 1]. Nothing is left to chance. Where the points do not tell
/// two of the numbers apart, as those of a model that learned all at once, any of the curves that fit may come out: it is the
/// curve that was fitted, not its parameters.
/// </remarks>
public static class CurveFit
{
    private const double Ln2 = 0.693147180559945309417232121458;

    // Of the largest number of operations: from a millionth, which is less than the first step of any run, to sixteen times.
    private const int LowestScale = -20;
    private const int HighestScale = 4;

    // Halves of a power of two: powers from 1/16 to 8.
    private const int LowestPower = -8;
    private const int HighestPower = 6;

    private const double SmallestStep = 1.0 / 4_096;
    private const int MostSteps = 120;

    /// <summary>The curve that is nearest to some points.</summary>
    /// <param name="points">The points, at least one, in any order.</param>
    /// <exception cref="ArgumentException">There is no point, or one is out of range.</exception>
    public static FittedCurve Of(ReadOnlySpan<CurvePoint> points)
    {
        double largest = 0;
        foreach (CurvePoint point in points)
        {
            if (
                !(
                    point.Operations >= 0
                    && double.IsFinite(point.Operations)
                    && point.Quality is >= 0 and <= 1
                )
            )
            {
                throw new ArgumentException($"{point} is not a point of a learning curve.", nameof(points));
            }
            largest = Math.Max(largest, point.Operations);
        }
        if (points.IsEmpty)
        {
            throw new ArgumentException("A learning curve needs a point.", nameof(points));
        }
        return largest > 0 ? Search(new(points, largest)) : Untrained(points);
    }

    /// <summary>The curve of a model that never learned: there is nothing to search, and any scale would do.</summary>
    private static FittedCurve Untrained(ReadOnlySpan<CurvePoint> points)
    {
        double sum = 0,
            squares = 0;
        foreach (CurvePoint point in points)
        {
            sum += point.Quality;
        }
        double mean = Math.Min(1, sum / points.Length);
        foreach (CurvePoint point in points)
        {
            squares += (point.Quality - mean) * (point.Quality - mean);
        }
        return new(new(mean, mean, 1, 1), Math.Sqrt(squares / points.Length));
    }

    private static FittedCurve Search(Grid grid)
    {
        (double scale, double power) = (LowestScale, LowestPower * 0.5);
        Ends best = grid.At(scale, power);
        for (int s = LowestScale; s <= HighestScale; s++)
        {
            for (int p = LowestPower; p <= HighestPower; p++)
            {
                Try(s, p * 0.5);
            }
        }
        double step = 0.5;
        for (int walked = 0; walked < MostSteps && step > SmallestStep; walked++)
        {
            (double fromScale, double fromPower) = (scale, power);
            for (int s = -1; s <= 1; s++)
            {
                for (int p = -1; p <= 1; p++)
                {
                    Try(fromScale + s * step, fromPower + p * step / 2);
                }
            }
            // Good cells lie along a valley: as long as there is a better neighbour it walks on, and only then it looks closer.
            step = (scale, power) == (fromScale, fromPower) ? step / 2 : step;
        }
        return new(
            new(best.First, best.Best, grid.Scale(scale), PowerOfTwo(power)),
            Math.Sqrt(best.Squares / grid.Count)
        );

        void Try(double atScale, double atPower)
        {
            bool isInside =
                atScale is >= LowestScale and <= HighestScale
                && atPower is >= LowestPower * 0.5 and <= HighestPower * 0.5;
            // Of equals the first: a cell must be better, not as good.
            if (isInside && grid.At(atScale, atPower) is var found && found.Squares < best.Squares)
            {
                (best, scale, power) = (found, atScale, atPower);
            }
        }
    }

    private static double PowerOfTwo(double exponent) => Elementary.Exp(exponent * Ln2);

    /// <summary>The two ends of a curve, and the sum of its squared distances from the points.</summary>
    private readonly record struct Ends(double First, double Best, double Squares);

    /// <summary>The points, and what is best for each scale and power.</summary>
    private sealed class Grid(ReadOnlySpan<CurvePoint> points, double largest)
    {
        private readonly CurvePoint[] _points = points.ToArray();
        private readonly double[] _left = new double[points.Length];

        /// <summary>How many there are.</summary>
        public int Count => _points.Length;

        /// <summary>A scale in operations.</summary>
        /// <param name="exponent">Which power of two of the largest number of operations it is.</param>
        public double Scale(double exponent) => largest * PowerOfTwo(exponent);

        /// <summary>The best ends at a scale and a power.</summary>
        public Ends At(double scale, double power)
        {
            (double operations, double steepness) = (Scale(scale), PowerOfTwo(power));
            double ll = 0,
                lg = 0,
                gg = 0,
                lq = 0,
                gq = 0;
            for (int i = 0; i < _points.Length; i++)
            {
                double quality = _points[i].Quality,
                    left = LearningCurve.Left(_points[i].Operations, operations, steepness),
                    gone = 1 - left;
                _left[i] = left;
                ll += left * left;
                lg += left * gone;
                gg += gone * gone;
                lq += left * quality;
                gq += gone * quality;
            }
            double determinant = ll * gg - lg * lg;
            // Below this the points do not tell the two ends apart.
            if (!(determinant > 1e-12 * ll * gg))
            {
                double mean = (lq + gq) / _points.Length;
                return Measured(mean, mean);
            }
            double first = (gg * lq - lg * gq) / determinant,
                best = (ll * gq - lg * lq) / determinant;
            if (first is >= 0 and <= 1 && best is >= 0 and <= 1)
            {
                return Measured(first, best);
            }
            // Convex in both: where the least is not inside, it is on an edge of the square.
            Ends nearest = Measured(0, Math.Clamp(gq / gg, 0, 1));
            foreach (
                Ends edge in (ReadOnlySpan<Ends>)
                    [
                        Measured(1, Math.Clamp((gq - lg) / gg, 0, 1)),
                        Measured(Math.Clamp(lq / ll, 0, 1), 0),
                        Measured(Math.Clamp((lq - lg) / ll, 0, 1), 1),
                    ]
            )
            {
                nearest = edge.Squares < nearest.Squares ? edge : nearest;
            }
            return nearest;
        }

        private Ends Measured(double first, double best)
        {
            double squares = 0;
            for (int i = 0; i < _points.Length; i++)
            {
                double off = best + (first - best) * _left[i] - _points[i].Quality;
                squares += off * off;
            }
            return new(Math.Clamp(first, 0, 1), Math.Clamp(best, 0, 1), squares);
        }
    }
}
