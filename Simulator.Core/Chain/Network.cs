using Simulator.Core.Chain.Blocks;
using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Chain;

/// <summary>The chain: its subnets, its accounts, and the block being built.</summary>
/// <remarks>
/// In each block call <see cref="BeginBlock"/> first, then <see cref="Execute"/> for what agents ask: users see prices and
/// weights after the block's start. A run that computes many chains' epochs together calls <see cref="StartBlock"/> and
/// <see cref="FinishBlockStart"/> instead of <see cref="BeginBlock"/>.
/// </remarks>
public sealed class Network
{
    private readonly List<Subnet> _subnets = [];
    private readonly Dictionary<NetUid, SubnetView> _views = [];
    private readonly BlockStep _step;
    private readonly Func<EpochInput, EpochOutput> _epoch;
    private GlobalParameters _parameters;

    /// <summary>A chain without subnets, at the genesis block.</summary>
    /// <param name="parameters">What holds for all subnets.</param>
    /// <param name="log">Where the chain says what happened.</param>
    /// <param name="pulses">The beacon that opens timelocked commits; without delay if none is given.</param>
    /// <param name="epoch">Computes one epoch of one mechanism; the fastest execution of this processor if none is given.</param>
    public Network(
        GlobalParameters parameters,
        IChainLog log,
        IPulses? pulses = null,
        Func<EpochInput, EpochOutput>? epoch = null
    )
    {
        _parameters = parameters;
        Log = log;
        Pulses = pulses ?? new PulseClock();
        LaneEpoch lanes = new();
        _epoch = epoch ?? lanes.Run;
        _step = new(this);
        TaoWeight = TotalStake.Weight(parameters.TaoWeight);
    }

    /// <summary>The block being built.</summary>
    public Block Block { get; internal set; }

    /// <summary>What holds for all subnets.</summary>
    public GlobalParameters Parameters
    {
        get => _parameters;
        set
        {
            _parameters = value;
            TaoWeight = TotalStake.Weight(value.TaoWeight);
        }
    }

    /// <summary>The subnets by ascending number; root is not among them.</summary>
    public IReadOnlyList<Subnet> Subnets => _subnets;

    /// <summary>TAO that agents got for alpha at the fixed price.</summary>
    public Tao TaoFromSales { get; internal set; }

    internal IChainLog Log { get; }

    internal IPulses Pulses { get; }

    internal Accounts Accounts { get; } = new();

    internal U96F32 TaoWeight { get; private set; }

    /// <summary>Creates a subnet without neurons.</summary>
    /// <param name="netuid">Its number, not 0 and not taken.</param>
    /// <param name="hyperparameters">Its hyperparameters.</param>
    /// <param name="owner">The key that owns it.</param>
    /// <param name="ownerHotkey">The hotkey that gets the owner's cut, which nobody gets without one; enrol it too if it is to hold a slot.</param>
    /// <exception cref="ArgumentException">The number is 0 or taken.</exception>
    /// <exception cref="PlanException">Even root could not set these hyperparameters.</exception>
    public Subnet AddSubnet(
        NetUid netuid,
        Hyperparameters hyperparameters,
        Coldkey owner,
        Hotkey? ownerHotkey = null
    )
    {
        if (netuid.Index == 0 || Find(netuid) is not null)
        {
            throw new ArgumentException($"Subnet {netuid} is root or exists already.", nameof(netuid));
        }
        Problem[] problems = [.. hyperparameters.Problems($"subnet {netuid}")];
        if (problems.Length > 0)
        {
            throw new PlanException(problems);
        }
        Subnet subnet = Insert(new(netuid, hyperparameters, owner, ownerHotkey, Block));
        if (ownerHotkey is { } hotkey && Accounts.Owner(hotkey) is null)
        {
            Accounts.SetOwner(hotkey, owner);
        }
        return subnet;
    }

    /// <summary>Takes up a subnet whatever its hyperparameters are.</summary>
    internal Subnet Insert(Subnet subnet)
    {
        _subnets.Insert(_subnets.Count(s => s.NetUid < subnet.NetUid), subnet);
        _views[subnet.NetUid] = new(this, subnet, _epoch);
        return subnet;
    }

    /// <summary>Gives a hotkey a slot without payment, as at the start of a run.</summary>
    /// <param name="netuid">Subnet.</param>
    /// <param name="hotkey">Key that enters.</param>
    /// <param name="coldkey">Key that owns it.</param>
    /// <param name="stake">Alpha it holds on the subnet from the start.</param>
    /// <param name="validatorPermit">Whether it may weigh others before the first epoch gives permits.</param>
    /// <exception cref="ArgumentException">There is no such subnet, no free slot, or the hotkey is registered or another's.</exception>
    public Uid Enroll(
        NetUid netuid,
        Hotkey hotkey,
        Coldkey coldkey,
        Alpha stake = default,
        bool validatorPermit = false
    )
    {
        Subnet subnet = this[netuid];
        if (subnet.Slots.Contains(hotkey))
        {
            throw new ArgumentException($"{hotkey} holds a slot of subnet {netuid} already.", nameof(hotkey));
        }
        if (Accounts.Owner(hotkey) is { } owner && owner != coldkey)
        {
            throw new ArgumentException($"{hotkey} belongs to {owner}, not to {coldkey}.", nameof(coldkey));
        }
        if (subnet.Slots.Count >= subnet.Hyperparameters.MaxAllowedUids)
        {
            throw new ArgumentException(
                $"Subnet {netuid} has {subnet.Hyperparameters.MaxAllowedUids} slots, and all are taken.",
                nameof(netuid)
            );
        }
        Accounts.SetOwner(hotkey, coldkey);
        Uid uid = subnet.Append(hotkey, coldkey, Block);
        subnet.Slots.ValidatorPermit[uid.Index] = validatorPermit;
        subnet.Alpha.Grant(hotkey, stake.Rao);
        return uid;
    }

    /// <summary>The subnet of a number.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Subnet this[NetUid netuid] =>
        Find(netuid) ?? throw new ArgumentException($"There is no subnet {netuid}.", nameof(netuid));

    /// <summary>The subnet of a number, or null.</summary>
    public Subnet? Find(NetUid netuid)
    {
        foreach (Subnet subnet in _subnets)
        {
            if (subnet.NetUid == netuid)
            {
                return subnet;
            }
        }
        return null;
    }

    /// <summary>What agents may see of a subnet.</summary>
    /// <exception cref="ArgumentException">There is no such subnet.</exception>
    public IChainView View(NetUid netuid) => _views[this[netuid].NetUid];

    /// <summary>Gives a coldkey TAO from outside, as at the start of a run.</summary>
    public void Deposit(Coldkey coldkey, Tao amount) => Accounts.Credit(coldkey, amount);

    /// <summary>Gives a hotkey stake on root, as at the start of a run; it counts by the weight of root TAO.</summary>
    public void StakeOnRoot(Hotkey hotkey, Tao amount) => Accounts.StakeOnRoot(hotkey, amount);

    /// <summary>Free TAO of a coldkey.</summary>
    public Tao BalanceOf(Coldkey coldkey) => Accounts.Balance(coldkey);

    /// <summary>Alpha that a hotkey has staked on a subnet, registered there or not.</summary>
    /// <exception cref="ArgumentException">There is no such subnet.</exception>
    public Alpha StakeOf(NetUid netuid, Hotkey hotkey) => new(this[netuid].Alpha.Stake(hotkey));

    /// <summary>TAO that a hotkey has staked on root.</summary>
    public Tao RootStakeOf(Hotkey hotkey) => Accounts.RootStake(hotkey);

    /// <summary>The key that owns a hotkey, or null for a hotkey never seen.</summary>
    public Coldkey? OwnerOf(Hotkey hotkey) => Accounts.Owner(hotkey);

    /// <summary>Changes a subnet's hyperparameters while the chain runs, as root may.</summary>
    /// <remarks>
    /// Another tempo counts from now; another number of mechanisms divides emission evenly again; slots are never taken
    /// away. The price of registration stays where it is.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no such subnet.</exception>
    /// <exception cref="PlanException">Even root could not set these.</exception>
    public void Change(NetUid netuid, Hyperparameters hyperparameters) =>
        this[netuid].Change(hyperparameters, Block);

    /// <summary>Carries out the start of a block: prices, reveals, emission, and the epochs that are due.</summary>
    public void BeginBlock(Block block)
    {
        IReadOnlyList<DueEpoch> due = StartBlock(block);
        for (int i = 0; i < due.Count; i++)
        {
            due[i].Output = _epoch(due[i].Input);
        }
        FinishBlockStart();
    }

    /// <summary>Carries out the start of a block up to its epochs and hands these out; valid until <see cref="FinishBlockStart"/>.</summary>
    /// <returns>The epochs to compute; empty in most blocks.</returns>
    /// <exception cref="ArgumentException">The block is not later than the last one.</exception>
    public IReadOnlyList<DueEpoch> StartBlock(Block block) => _step.Start(block);

    /// <summary>Applies the outputs of the due epochs and ends the start of the block.</summary>
    /// <exception cref="InvalidOperationException">An epoch has no output.</exception>
    public void FinishBlockStart() => _step.Finish();

    /// <summary>Does what an agent asks, wholly or not at all; a refusal is logged as a rejection.</summary>
    /// <returns>Why it was refused, or <see cref="ChainReason.None"/>.</returns>
    public ChainReason Execute(Extrinsic extrinsic)
    {
        ChainReason reason = Dispatch.Execute(this, extrinsic);
        if (reason != ChainReason.None)
        {
            ushort? uid = Find(extrinsic.NetUid)?.Slots.UidOf(extrinsic.Hotkey);
            Log.Record(
                new(
                    ChainEventKind.Rejected,
                    extrinsic.NetUid,
                    extrinsic.Mechanism,
                    uid ?? -1,
                    (long)extrinsic.Hotkey.Id,
                    0,
                    reason
                )
            );
        }
        return reason;
    }

    /// <summary>Stake that counts in a subnet: alpha there and weighted TAO on root.</summary>
    /// <remarks>Source: spec §2.3.</remarks>
    internal I64F64 WeightedStake(Subnet subnet, Hotkey hotkey) =>
        TotalStake.Of(subnet.Alpha.Stake(hotkey), Accounts.RootStake(hotkey).Rao, TaoWeight);
}
