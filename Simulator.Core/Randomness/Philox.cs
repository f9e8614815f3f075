namespace Simulator.Core.Randomness;

/// <summary>Philox4x32-10: a bijection of 128-bit counters under a 64-bit key, whose values serve as random words.</summary>
/// <remarks>
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011), §3.3; the tests hold
/// it to the known answers of Random123. The file is unchecked: words wrap around by design, and products of two 32-bit
/// words fit 64 bits. It uses 32 × 32 → 64 bit products only, so that the same source can become a kernel.
/// </remarks>
public static class Philox
{
    private const uint Multiplier0 = 0xD251_1F53;
    private const uint Multiplier1 = 0xCD9E_8D57;
    private const uint KeyStep0 = 0x9E37_79B9;
    private const uint KeyStep1 = 0xBB67_AE85;
    private const int Rounds = 10;

    /// <summary>Replaces a counter of four words by the four random words that belong to it under a key of two.</summary>
    public static void Encrypt(ref uint c0, ref uint c1, ref uint c2, ref uint c3, uint key0, uint key1)
    {
        unchecked
        {
            for (int round = 0; round < Rounds; round++)
            {
                ulong product0 = (ulong)Multiplier0 * c0;
                ulong product1 = (ulong)Multiplier1 * c2;
                c0 = (uint)(product1 >> 32) ^ c1 ^ key0;
                c1 = (uint)product1;
                c2 = (uint)(product0 >> 32) ^ c3 ^ key1;
                c3 = (uint)product0;
                key0 += KeyStep0;
                key1 += KeyStep1;
            }
        }
    }
}
