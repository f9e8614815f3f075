using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Profiles;

/// <summary>Quality of a model against the operations that its training took: quick gains first, then ever slower ones.</summary>
/// <remarks>q(x) = best − (best − first) (1 + x / scale)^−power.</remarks>
/// <param name="First">Quality before training, in [0, 1].</param>
/// <param name="Best">Quality that it comes ever nearer to, in [0, 1]; below the first where training harms.</param>
/// <param name="Scale">Operations after which the distance to the best has shrunk by 2^power, above 0.</param>
/// <param name="Power">How steeply the distance shrinks, above 0.</param>
public sealed record LearningCurve(double First, double Best, double Scale, double Power)
{
    /// <summary>Quality after some training, between the first and the best.</summary>
    /// <param name="operations">Floating-point operations so far, not negative.</param>
    public double At(double operations)
    {
        double left = Left(operations, Scale, Power);
        return Math.Clamp(Best * (1 - left) + First * left, 0, 1);
    }

    /// <summary>Share of the distance from first to best that is left after some training, in [0, 1].</summary>
    internal static double Left(double operations, double scale, double power) =>
        Elementary.Exp(-power * Elementary.Log(1 + operations / scale));
}
