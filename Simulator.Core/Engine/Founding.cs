using Simulator.Core.Randomness;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>Gives everybody keys, and those of the start their slots.</summary>
internal sealed class Founding
{
    /// <summary>The word by which a group belongs to the subnet's owner.</summary>
    public const string SubnetOwner = "owner";

    /// <summary>The hotkey that gets the owner's cut while none of the owner's groups provides one.</summary>
    private static readonly Hotkey SilentOwner = new(0);

    private readonly WorldPlan _plan;
    private readonly RandomStreams _streams;
    private readonly List<string> _owners = [SubnetOwner];
    private readonly Dictionary<string, ulong> _members = [];
    private ulong _lastHotkey;

    public Founding(WorldPlan plan, RandomStreams streams)
    {
        _plan = plan;
        _streams = streams;
        IEnumerable<string?> named =
        [
            .. plan.Validators.Select(g => g.Owner),
            .. plan.Miners.Select(g => g.Owner),
            .. (plan.Arrivals?.Groups ?? []).Select(g => g.Owner),
        ];
        foreach (string? owner in named)
        {
            if (owner is not null && !_owners.Contains(owner))
            {
                _owners.Add(owner);
            }
        }
    }

    /// <summary>Creates the subnet and enrols validators, then miners, in the order of the plan.</summary>
    public void Found(World world)
    {
        List<(Participant Participant, Action<Participant> Endow)> founders =
        [
            .. _plan.Validators.SelectMany(group =>
                Enumerable
                    .Range(0, group.Count)
                    .Select(_ => (NewValidator(group), (Action<Participant>)(p => Endow(world, p, group))))
            ),
            .. _plan.Miners.SelectMany(group =>
                Enumerable
                    .Range(0, group.Count)
                    .Select(_ => (NewMiner(group), (Action<Participant>)(p => Endow(world, p, group))))
            ),
        ];
        Participant? ownersValidator = founders
            .Select(f => f.Participant)
            .FirstOrDefault(p => p.Validator is not null && p.Coldkey == ColdkeyOf(SubnetOwner));
        world
            .Network.AddSubnet(
                World.NetUid,
                _plan.Subnet,
                ColdkeyOf(SubnetOwner),
                ownersValidator?.Hotkey ?? SilentOwner
            )
            .AlphaPrice = _plan.Prices.AlphaInTao;
        foreach ((Participant participant, Action<Participant> endow) in founders)
        {
            world.Roster.Add(participant);
            endow(participant);
        }
    }

    /// <summary>A new validator without a slot.</summary>
    private Participant NewValidator(ValidatorGroup group)
    {
        Hotkey hotkey = new(++_lastHotkey);
        ulong member = NextMember(group.Name);
        return new()
        {
            Hotkey = hotkey,
            Coldkey = ColdkeyOf(group.Owner, hotkey),
            Group = group.Name,
            Sell = group.Sell,
            Validator = group.Recipe(_streams.For($"validator.recipe/{group.Name}", member)),
            Scorer = new(group.Scoring, _streams.For($"validator.scoring/{group.Name}", member)),
            Rng = _streams.For($"validator/{group.Name}", member),
        };
    }

    /// <summary>A new miner without a slot.</summary>
    public Participant NewMiner(MinerGroup group)
    {
        Hotkey hotkey = new(++_lastHotkey);
        ulong member = NextMember(group.Name);
        return new()
        {
            Hotkey = hotkey,
            Coldkey = ColdkeyOf(group.Owner, hotkey),
            Group = group.Name,
            Sell = group.Sell,
            Miner = group.Recipe(_streams.For($"miner.recipe/{group.Name}", member)),
            Rng = _streams.For($"miner/{group.Name}", member),
        };
    }

    /// <summary>The number of an agent in its group, from 1.</summary>
    /// <remarks>
    /// Streams go by group and number, and not by hotkey: hotkeys are numbered through, and one more validator would give
    /// every miner another model.
    /// </remarks>
    private ulong NextMember(string group) => _members[group] = _members.GetValueOrDefault(group) + 1;

    private static void Endow(World world, Participant participant, ValidatorGroup group)
    {
        // Before the first epoch gives permits, nobody could vote without one.
        Uid uid = world.Network.Enroll(
            World.NetUid,
            participant.Hotkey,
            participant.Coldkey,
            group.Stake,
            validatorPermit: true
        );
        world.Network.StakeOnRoot(participant.Hotkey, group.RootStake);
        world.Network.Deposit(participant.Coldkey, group.Balance);
        world.Roster.Seat(participant, uid);
    }

    private static void Endow(World world, Participant participant, MinerGroup group)
    {
        Uid uid = world.Network.Enroll(World.NetUid, participant.Hotkey, participant.Coldkey, group.Stake);
        world.Network.Deposit(participant.Coldkey, group.Balance);
        world.Roster.Seat(participant, uid);
    }

    private Coldkey ColdkeyOf(string owner) => new((ulong)_owners.IndexOf(owner));

    /// <summary>A named owner's key, else one that only this hotkey has.</summary>
    private Coldkey ColdkeyOf(string? owner, Hotkey hotkey) =>
        owner is null ? new((ulong)_owners.Count + hotkey.Id) : ColdkeyOf(owner);
}
