using Simulator.Core.Consensus;

namespace Simulator.Core.Tests.Consensus;

/// <summary>When a neuron counts as inactive (§2.4, E1).</summary>
public sealed class ActivityTests
{
    [Theory]
    [InlineData(13_889, 360, 5000)]
    [InlineData(0, 360, 1)]
    [InlineData(13_889, 0, 1)]
    [InlineData(uint.MaxValue, ushort.MaxValue, 281_470_681_677)]
    public void The_cutoff_follows_the_tempo(uint factor, ushort tempo, ulong blocks) =>
        Assert.Equal(blocks, Activity.CutoffBlocks(factor, tempo));

    [Theory]
    [InlineData(100UL, 5000UL, 5100UL, false)]
    [InlineData(100UL, 5000UL, 5101UL, true)]
    [InlineData(6000UL, 5000UL, 5101UL, false)]
    [InlineData(ulong.MaxValue, 5000UL, ulong.MaxValue, false)]
    [InlineData(0UL, ulong.MaxValue, ulong.MaxValue, false)]
    public void Exactly_at_the_cutoff_a_neuron_is_active(
        ulong lastUpdate,
        ulong cutoff,
        ulong block,
        bool inactive
    ) => Assert.Equal(inactive, Activity.IsInactive(lastUpdate, cutoff, block));
}
