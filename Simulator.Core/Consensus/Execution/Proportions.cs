namespace Simulator.Core.Consensus.Execution;

/// <summary>Vectors of non-negative I32F32 numbers as bits.</summary>
internal static class Proportions
{
    /// <summary>Divides every number by the sum, in place; leaves a sum of 0 alone.</summary>
    /// <remarks>The numbers are proportions, so the sum of 65,535 of them fits; a number is at most the sum.</remarks>
    public static void Normalize(Span<long> bits)
    {
        long sum = 0;
        foreach (long value in bits)
        {
            sum += value;
        }
        if (sum == 0)
        {
            return;
        }
        foreach (ref long value in bits)
        {
            value =
                (ulong)value < 1UL << 32
                    ? (long)(((ulong)value << 32) / (ulong)sum)
                    : (long)(((UInt128)(ulong)value << 32) / (ulong)sum);
        }
    }
}
