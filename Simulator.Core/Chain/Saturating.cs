namespace Simulator.Core.Chain;

/// <summary>Sums and differences of plain integers that stop at the end of their range, where the chain's do.</summary>
internal static class Saturating
{
    public static ulong Add(ulong a, ulong b) => a > ulong.MaxValue - b ? ulong.MaxValue : a + b;

    public static ulong Sub(ulong a, ulong b) => a < b ? 0 : a - b;
}
