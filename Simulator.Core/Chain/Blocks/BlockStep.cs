using Simulator.Core.Chain.Payments;
using Simulator.Core.Chain.Weights;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Blocks;

/// <summary>The start of a block, before what users ask of it, in the chain's order.</summary>
/// <remarks>Source: spec §2.2, §2.1.</remarks>
internal sealed class BlockStep(Network network)
{
    private readonly List<DrainedSubnet> _drained = [];
    private readonly List<DueEpoch> _due = [];

    public IReadOnlyList<DueEpoch> Start(Block block)
    {
        if (block <= network.Block && block.Height > 0)
        {
            throw new ArgumentException(
                $"Block {block} is not later than block {network.Block}.",
                nameof(block)
            );
        }
        if (_drained.Count > 0)
        {
            throw new InvalidOperationException($"The start of block {network.Block} is not finished.");
        }
        network.Block = block;
        IReadOnlyList<Subnet> subnets = network.Subnets;

        // 1. Prices of registration fall; the counters of the block begin again.
        for (int i = 0; i < subnets.Count; i++)
        {
            subnets[i].DecayBurn(block);
        }

        // 2. TAO of the block is minted: joins with the pools.

        // 3. Matured commits are revealed, except where the epoch is due and must wait.
        RevealMatured(block);

        // 4. Alpha of the block goes into the pots; due epochs take them.
        for (int i = 0; i < subnets.Count; i++)
        {
            // A subnet that nobody may enter gets no emission (spec §6.2).
            if (subnets[i].Hyperparameters.RegistrationAllowed)
            {
                subnets[i].Alpha.Create(BlockShares.Of(network.Parameters, subnets[i].Hyperparameters));
            }
        }
        Drain(block);
        for (int i = 0; i < _drained.Count; i++)
        {
            _due.AddRange(_drained[i].Epochs);
        }
        return _due;
    }

    public void Finish()
    {
        if (_due.Find(epoch => epoch.Output is null) is { } missing)
        {
            throw new InvalidOperationException(
                $"Block {network.Block}: the epoch of subnet {missing.NetUid}, mechanism {missing.Mechanism} has no output."
            );
        }
        foreach (DrainedSubnet drained in _drained)
        {
            Payout.Run(network, drained);
            drained.Subnet.Schedule.LastMechanismStep = network.Block;
        }
        _drained.Clear();
        _due.Clear();

        // 5.–9. Moving prices, root proportion, child keys and root claims join with the pools and staking.
    }

    private void RevealMatured(Block block)
    {
        uint running = 0;
        for (int i = 0; i < network.Subnets.Count; i++)
        {
            Subnet subnet = network.Subnets[i];
            bool deferred = subnet.IsDue(block) && running++ >= network.Parameters.MaxEpochsPerBlock;
            if (!deferred)
            {
                TimelockReveal.Run(network, subnet);
            }
        }
    }

    private void Drain(Block block)
    {
        uint running = 0;
        for (int i = 0; i < network.Subnets.Count; i++)
        {
            Subnet subnet = network.Subnets[i];
            subnet.Schedule.BlocksSinceLastStep++;
            if (!subnet.IsDue(block))
            {
                continue;
            }
            if (running >= network.Parameters.MaxEpochsPerBlock)
            {
                subnet.Schedule.Defer(block);
                continue;
            }
            running++;
            subnet.Schedule.Consume(block);
            _drained.Add(new(network, subnet));
        }
    }
}
