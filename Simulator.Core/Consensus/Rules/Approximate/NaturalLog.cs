using System.Runtime.Intrinsics;
using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Core.Consensus.Rules.Approximate;

/// <summary>Logarithm and exponential of one number, the same bits on every machine.</summary>
internal static class NaturalLog
{
    private const int MostSteps = 100;

    /// <summary>eˣ.</summary>
    public static double Exp(double x) => LaneExp.Of(Vector512.Create(x)).ToScalar();

    /// <summary>ln x, and 0 where there is none, as on the chain.</summary>
    /// <remarks>Halley's steps on eʸ = x: each adds at most 2, and the last ones treble the digits.</remarks>
    public static double Of(double x)
    {
        double y = 0;
        for (int step = 0; x > 0 && step < MostSteps; step++)
        {
            double power = Exp(y);
            double next = y + 2 * (x - power) / (x + power);
            if (next.Equals(y))
            {
                break;
            }
            y = next;
        }
        return y;
    }
}
