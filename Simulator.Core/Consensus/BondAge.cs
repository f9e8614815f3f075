namespace Simulator.Core.Consensus;

/// <summary>From when on a neuron's bonds count.</summary>
/// <remarks>Source: spec §2.5, B1.</remarks>
internal static class BondAge
{
    /// <summary>The first block of the tempo that ends now; bonds to neurons that came in it do not count.</summary>
    public static ulong LastTempo(EpochInput epoch)
    {
        ulong last = epoch.LastMechanismStepBlock.Height,
            now = epoch.CurrentBlock.Height,
            tempo = epoch.Parameters.Tempo;
        return last == 0 ? now - Math.Min(now, tempo) : Math.Min(last, ulong.MaxValue - 1) + 1;
    }
}
