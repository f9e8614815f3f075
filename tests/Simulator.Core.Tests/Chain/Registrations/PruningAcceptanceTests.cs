using Simulator.Core.Chain;
using Simulator.Core.Chain.Registrations;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Chain.Registrations;

/// <summary>Cases 47 and 48 of the specification, §8.4.</summary>
public sealed class PruningAcceptanceTests
{
    private static readonly Block Now = new(1000);

    [Theory]
    [InlineData(990, "all immune")]
    [InlineData(0, "none immune")]
    public void The_least_emission_is_pruned(ulong registered, string _) =>
        Assert.Equal(
            new Uid(0),
            Choice(new() { MinNonImmuneUids = 0 }, (registered, 100), (registered, 110))
        );

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void The_owner_s_oldest_hotkeys_are_never_pruned(ushort limit, ushort pruned)
    {
        Hyperparameters p = new()
        {
            ImmunityPeriod = default,
            ImmuneOwnerUidsLimit = limit,
            MinNonImmuneUids = 0,
        };

        Assert.Equal(new Uid(pruned), Choice(p, owned: 2, (1, 0), (2, 0), (3, 0)));
    }

    [Fact]
    public void The_owner_s_hotkeys_stay_when_all_are_immune() =>
        Assert.Equal(
            new Uid(2),
            Choice(new() { ImmuneOwnerUidsLimit = 2 }, owned: 2, (990, 0), (991, 0), (992, 5))
        );

    [Fact]
    public void Test_prune_respects_min_non_immune_floor()
    {
        Hyperparameters p = new() { ImmunityPeriod = new(100), MinNonImmuneUids = 3 };

        Assert.Equal(new Uid(3), Choice(p, (1, 10), (2, 20), (3, 30), (950, 40)));
    }

    [Fact]
    public void With_too_few_out_of_immunity_and_none_immune_nobody_is_pruned()
    {
        Hyperparameters p = new() { ImmunityPeriod = default, MinNonImmuneUids = 3 };

        Assert.Null(Choice(p, (1, 10), (2, 20), (3, 30)));
    }

    [Fact]
    public void Of_equal_emissions_the_earliest_registration_is_pruned() =>
        Assert.Equal(
            new Uid(1),
            Choice(
                new() { ImmunityPeriod = default, MinNonImmuneUids = 0 },
                (30, 7),
                (10, 7),
                (20, 7),
                (10, 7)
            )
        );

    [Fact]
    public void When_all_are_the_owner_s_nobody_is_pruned() =>
        Assert.Null(
            Choice(new() { ImmuneOwnerUidsLimit = 2, MinNonImmuneUids = 0 }, owned: 2, (1, 0), (2, 0))
        );

    [Fact]
    public void Test_replace_neuron()
    {
        OneSubnet chain = new OneSubnet(new() { CommitRevealWeightsEnabled = false })
            .WithNeurons(4)
            .GoTo(120);
        Assert.Equal(ChainReason.None, chain.Set(0, (1, 10), (2, 20)));
        Assert.Equal(ChainReason.None, chain.Set(2, (1, 30), (3, 10)));
        chain.Subnet.Mechanisms[0].Bonds.Set(0, [new(2, 500)]);
        chain.Subnet.Mechanisms[0].Bonds.Set(2, [new(1, 600)]);
        chain.Subnet.Mechanisms[0].Incentive[2] = 9;
        Slots slots = chain.Subnet.Slots;
        slots.ValidatorTrust[2] = 7;
        slots.Emission[2] = 11;
        slots.Active[2] = false;

        Assert.True(chain.Subnet.Replace(new(2), new(900), new(901), new(130)));

        Neuron newcomer = chain.View.Neuron(new(2));
        Assert.Equal(
            new Neuron
            {
                Uid = new(2),
                Hotkey = new(900),
                Coldkey = new(901),
                RegisteredAt = new(130),
                Active = true,
            },
            newcomer
        );
        Assert.Null(chain.View.UidOf(OneSubnet.HotkeyOf(2)));
        Assert.Equal(130UL, chain.Subnet.Mechanisms[0].LastUpdate[2]);
        // Weights towards the slot become explicit zeros; its own row and bonds go; bonds of others stay.
        Assert.Equal([((ushort)1, (ushort)32768), ((ushort)2, (ushort)0)], chain.Row(0));
        Assert.Empty(chain.Row(2));
        Assert.False(chain.Subnet.Mechanisms[0].Bonds.Contains(2));
        Assert.Equal(new WeightEntry(2, 500), chain.Subnet.Mechanisms[0].Bonds[0][0]);
        // Stake stays with its hotkey.
        Assert.Equal(
            new Alpha(1_000_000_000),
            chain.Network.StakeOf(OneSubnet.NetUid, OneSubnet.HotkeyOf(2))
        );
    }

    [Fact]
    public void Test_replace_neuron_subnet_owner_not_replaced()
    {
        OneSubnet chain = new OneSubnet(ownerHotkey: OneSubnet.HotkeyOf(0)).WithNeurons(2);

        Assert.False(chain.Subnet.Replace(new(0), new(900), new(901), new(130)));

        Assert.Equal(new Uid(0), chain.View.UidOf(OneSubnet.HotkeyOf(0)));
        Assert.Null(chain.View.UidOf(new(900)));
    }

    private static Uid? Choice(Hyperparameters p, params (ulong RegisteredAt, ulong Emission)[] neurons) =>
        Choice(p, owned: 0, neurons);

    /// <summary>The choice among neurons of which the first few belong to the subnet's owner.</summary>
    private static Uid? Choice(
        Hyperparameters p,
        int owned,
        params (ulong RegisteredAt, ulong Emission)[] neurons
    )
    {
        Slots slots = new();
        for (int i = 0; i < neurons.Length; i++)
        {
            Coldkey coldkey = i < owned ? OneSubnet.Owner : OneSubnet.ColdkeyOf(i);
            ushort uid = slots.Append(OneSubnet.HotkeyOf(i), coldkey, new(neurons[i].RegisteredAt));
            slots.Emission[uid] = neurons[i].Emission;
        }
        return PruneChoice.Of(slots, Now, p, OneSubnet.Owner, ownerHotkey: null);
    }
}
