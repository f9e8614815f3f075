using Simulator.Core.Chain.Weights;
using Simulator.Core.Consensus;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Blocks;

/// <summary>Reads what the epochs of one subnet need, once for all of its mechanisms.</summary>
/// <remarks>Source: spec §2.3. Child keys join here when they come: inherited stake is own stake until then.</remarks>
internal sealed class EpochReading
{
    private readonly Network _network;
    private readonly Subnet _subnet;
    private readonly EpochParameters _parameters;
    private readonly ulong[] _alpha;
    private readonly ulong[] _tao;

    public EpochReading(Network network, Subnet subnet)
    {
        _network = network;
        _subnet = subnet;
        _parameters = subnet.Hyperparameters.ForEpoch(network.Parameters);
        _alpha = Array.ConvertAll(subnet.Slots.Hotkeys, subnet.Alpha.Stake);
        _tao = Array.ConvertAll(subnet.Slots.Hotkeys, hotkey => network.Accounts.RootStake(hotkey).Rao);
    }

    public EpochInput Input(MechId mechanism, Alpha emission)
    {
        MechanismState state = _subnet.Mechanisms[mechanism.Index];
        return new()
        {
            Neurons = _subnet.Slots.Count,
            Parameters = _parameters,
            CurrentBlock = _network.Block,
            LastMechanismStepBlock = _subnet.Schedule.LastMechanismStep,
            LastUpdate = state.LastUpdate,
            BlockAtRegistration = _subnet.Slots.RegisteredAt,
            AlphaStake = _alpha,
            TaoStake = _tao,
            ValidatorPermit = _subnet.Slots.ValidatorPermit,
            OwnerUid = _subnet.OwnerUid(),
            EarliestLiveCommit = _parameters.CommitRevealEnabled ? EarliestCommits(state) : [],
            Emission = emission,
            Weights = state.Weights,
            Bonds = state.Bonds,
        };
    }

    private ulong[] EarliestCommits(MechanismState state)
    {
        Slots slots = _subnet.Slots;
        LiveCommits live = new(
            slots.Count,
            _subnet.CommitEpoch(_network.Block),
            _subnet.Hyperparameters.RevealPeriodEpochs
        );
        for (int uid = 0; uid < slots.Count; uid++)
        {
            if (state.HashCommits.TryGetValue(slots.Hotkeys[uid], out List<HashCommit>? queue))
            {
                live.ReadQueue(uid, queue.Select(commit => (commit.Epoch, commit.Block)));
            }
        }
        foreach (TimelockCommit commit in state.TimelockCommits)
        {
            if (slots.UidOf(commit.Hotkey) is { } uid)
            {
                live.ReadTimelock(uid, commit.Epoch, commit.Block);
            }
        }
        return live.EarliestBlock;
    }
}
