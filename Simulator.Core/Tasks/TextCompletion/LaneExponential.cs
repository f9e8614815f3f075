using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>Eight exponentials at once, the same bits on every machine.</summary>
internal static class LaneExponential
{
    private const float Ln2 = 0.693147181f;

    // ln 2 in two parts: the first has few bits, so that its product with a small exponent is exact.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;
    private const float Least = -87f;
    private const int FractionBits = 23;
    private const int ExponentBias = 127;

    /// <summary>Operations of one exponential.</summary>
    public const int Operations = 20;

    /// <summary>eˣ within 3 · 10⁻⁷ of itself, for x in [−87, 0]; what is smaller counts as −87.</summary>
    public static Lanes Exp(Lanes x)
    {
        x = Vector256.Max(x, Vector256.Create(Least));
        // x = k · ln 2 + r with |r| ≤ ln 2 / 2, and eʳ by its series: 0.35⁷ / 7! is a third of a unit in the last place.
        Lanes k = Vector256.Floor(x * Vector256.Create(1 / Ln2) + Vector256.Create(0.5f));
        Lanes r = x - k * Vector256.Create(Ln2High) - k * Vector256.Create(Ln2Low);
        Lanes series = Vector256.Create(1 / 720f);
        series = series * r + Vector256.Create(1 / 120f);
        series = series * r + Vector256.Create(1 / 24f);
        series = series * r + Vector256.Create(1 / 6f);
        series = series * r + Vector256.Create(0.5f);
        series = series * r + Lanes.One;
        series = series * r + Lanes.One;
        Vector256<int> exponent = Vector256.ConvertToInt32(k) + Vector256.Create(ExponentBias);
        return series * Vector256.ShiftLeft(exponent, FractionBits).AsSingle();
    }
}
