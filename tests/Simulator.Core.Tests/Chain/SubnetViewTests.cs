using Simulator.Core.Chain;

namespace Simulator.Core.Tests.Chain;

public sealed class SubnetViewTests
{
    [Fact]
    public void The_visible_consensus_is_what_a_majority_of_stake_shows_now()
    {
        OneSubnet chain = new OneSubnet(new() { CommitRevealWeightsEnabled = false })
            .WithNeurons(3)
            .WithNeurons(2, stake: 0)
            .GoTo(1);
        Assert.Equal([0.0, 0, 0, 0, 0], chain.View.VisibleConsensus(default));
        chain.Set(0, (3, 3), (4, 1));
        chain.Set(1, (3, 3), (4, 1));
        chain.Set(2, (4, 1));

        double[] consensus = chain.View.VisibleConsensus(default);

        // Two of three equal stakes give 3 : 1, so the majority's weights are three and one quarter.
        Assert.Equal([0.0, 0, 0], consensus[..3]);
        Assert.InRange(consensus[3], 0.7499, 0.7501);
        Assert.InRange(consensus[4], 0.2499, 0.2501);
    }

    [Fact]
    public void Committed_weights_do_not_show_in_it()
    {
        OneSubnet chain = new OneSubnet(new() { WeightsSetRateLimit = default, Tempo = new(20) })
            .WithNeurons(2)
            .GoTo(1);
        chain.CommitTimelocked(0, round: 0, (1, 1));

        Assert.Equal([0.0, 0], chain.View.VisibleConsensus(default));
        chain.GoTo(20);
        Assert.Equal([0.0, 1], chain.View.VisibleConsensus(default));
    }

    [Fact]
    public void A_neuron_shows_what_the_last_epoch_stored()
    {
        OneSubnet chain = new OneSubnet(new() { CommitRevealWeightsEnabled = false, Tempo = new(20) })
            .WithNeurons(1)
            .WithNeurons(1, stake: 0)
            .GoTo(1);
        chain.Set(0, (1, 1));
        chain.GoTo(20);

        Assert.Equal(
            new Neuron
            {
                Uid = new(1),
                Hotkey = OneSubnet.HotkeyOf(1),
                Coldkey = OneSubnet.ColdkeyOf(1),
                RegisteredAt = default,
                Active = true,
                Emission = new(20 * 410_002_288UL),
                Consensus = new(ushort.MaxValue),
                Incentive = new(ushort.MaxValue),
            },
            chain.View.Neuron(new(1))
        );
        Neuron validator = chain.View.Neuron(new(0));
        Assert.True(validator.ValidatorPermit);
        Assert.Equal(ushort.MaxValue, validator.Dividends.Raw);
        Assert.Equal(ushort.MaxValue, validator.StakeWeight.Raw);
        Assert.Equal(ushort.MaxValue, validator.ValidatorTrust.Raw);
    }

    [Fact]
    public void A_slot_or_mechanism_that_is_not_there_is_no_answer()
    {
        OneSubnet chain = new OneSubnet().WithNeurons(1);

        Assert.Throws<ArgumentOutOfRangeException>(() => chain.View.Neuron(new(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => chain.View.VisibleConsensus(new(1)));
        Assert.Null(chain.View.UidOf(new(900)));
    }
}
