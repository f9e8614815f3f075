using Simulator.Core.Consensus;

namespace Simulator.Core.Tests.Consensus;

/// <summary>The merge of mechanisms (§2.10).</summary>
public sealed class MechanismMergeTests
{
    [Fact]
    public void A_single_mechanism_merges_to_its_own_epoch()
    {
        EpochOutput epoch = Epoch(consensus: 40_001, emission: 777, active: true, permit: true);
        MechanismMerge merged = new([epoch], [123_456_789]);
        Assert.Equal(epoch.Consensus, merged.Consensus);
        Assert.Equal(epoch.Emission, merged.Emission);
        Assert.Equal(epoch.ServerEmission, merged.ServerEmission);
        Assert.Equal(epoch.ValidatorEmission, merged.ValidatorEmission);
        Assert.True(merged.Active[0] && merged.ValidatorPermit[0]);
    }

    [Fact]
    public void Payments_add_up_and_shares_are_floored_averages()
    {
        EpochOutput first = Epoch(consensus: 65_535, emission: 1000, active: true, permit: false),
            second = Epoch(consensus: 10_000, emission: 3, active: false, permit: true);
        MechanismMerge merged = new([first, second], [75, 25]);
        // floor(65535 · ¾) = 49151, then floor(49151 + 10000 · ¼).
        Assert.Equal(51_651, merged.Consensus[0]);
        // floor(1000 · ¾) = 750, then floor(750 + 3 · ¼).
        Assert.Equal(750UL, merged.Emission[0]);
        Assert.Equal(1003UL, merged.ServerEmission[0]);
        Assert.True(merged.Active[0] && merged.ValidatorPermit[0]);
    }

    [Fact]
    public void Without_emission_the_first_mechanism_stands_for_all()
    {
        EpochOutput first = Epoch(consensus: 300, emission: 0, active: true, permit: true),
            second = Epoch(consensus: 10_000, emission: 0, active: true, permit: true);
        Assert.Equal(300, new MechanismMerge([first, second], [0, 0]).Consensus[0]);
    }

    [Fact]
    public void Every_epoch_needs_its_emission() =>
        Assert.Equal(
            "2 epochs and 1 emissions: one emission for each epoch, at least one. (Parameter 'emissions')",
            Assert.Throws<ArgumentException>(() => new MechanismMerge([new(1), new(1)], [1])).Message
        );

    private static EpochOutput Epoch(ushort consensus, ulong emission, bool active, bool permit)
    {
        EpochOutput epoch = new(1);
        epoch.Consensus[0] = consensus;
        epoch.Emission[0] = emission;
        epoch.ServerEmission[0] = emission;
        epoch.ValidatorEmission[0] = emission;
        epoch.Active[0] = active;
        epoch.ValidatorPermit[0] = permit;
        return epoch;
    }
}
