using Simulator.Core.Consensus;
using Simulator.Core.Units;

namespace Simulator.Scenarios.Verification;

/// <summary>The state that an epoch reads, as a vector file describes it and a trajectory changes it.</summary>
internal sealed class EpochState
{
    private static readonly (string Name, Action<EpochState, Field> Read)[] Scalars =
    [
        ("n", (s, x) => s._neurons = x.Neurons()),
        ("current_block", (s, x) => s._currentBlock = x.U64()),
        ("last_mechanism_step_block", (s, x) => s._lastMechanismStepBlock = x.U64()),
        ("owner_uid", (s, x) => s._ownerUid = x.IsNull ? null : new Uid(x.U16())),
        ("rao_emission", (s, x) => s._emission = x.U64()),
        ("reveal_period", (s, x) => s._revealPeriod = x.U64()),
        ("current_epoch", (s, x) => s._currentEpoch = x.U64()),
        ("weight_commits", (s, x) => s._hashCommits = HashCommits(x)),
        ("timelocked_commits", (s, x) => s._timelockCommits = TimelockCommits(x)),
        ("tempo", (s, x) => s._parameters = s._parameters with { Tempo = x.U16() }),
        (
            "activity_cutoff_factor_milli",
            (s, x) => s._parameters = s._parameters with { ActivityCutoffFactorMilli = x.U32() }
        ),
        ("tao_weight", (s, x) => s._parameters = s._parameters with { TaoWeight = x.U64() }),
        ("stake_threshold", (s, x) => s._parameters = s._parameters with { StakeThreshold = x.U64() }),
        (
            "max_allowed_validators",
            (s, x) => s._parameters = s._parameters with { MaxAllowedValidators = x.U16() }
        ),
        ("kappa", (s, x) => s._parameters = s._parameters with { Kappa = new(x.U16()) }),
        ("bonds_penalty", (s, x) => s._parameters = s._parameters with { BondsPenalty = new(x.U16()) }),
        (
            "bonds_moving_average",
            (s, x) => s._parameters = s._parameters with { BondsMovingAverage = x.U64() }
        ),
        ("yuma3_on", (s, x) => s._parameters = s._parameters with { Yuma3On = x.Flag() }),
        ("liquid_alpha_on", (s, x) => s._parameters = s._parameters with { LiquidAlphaOn = x.Flag() }),
        ("alpha_low", (s, x) => s._parameters = s._parameters with { AlphaLow = new(x.U16()) }),
        ("alpha_high", (s, x) => s._parameters = s._parameters with { AlphaHigh = new(x.U16()) }),
        (
            "alpha_sigmoid_steepness",
            (s, x) => s._parameters = s._parameters with { AlphaSigmoidSteepness = x.I16() }
        ),
        (
            "commit_reveal_enabled",
            (s, x) => s._parameters = s._parameters with { CommitRevealEnabled = x.Flag() }
        ),
    ];

    private static readonly (
        string Name,
        Action<EpochState, Field> Read,
        Action<EpochState, Field> Change
    )[] Lists =
    [
        (
            "last_update",
            (s, x) => s._lastUpdate = U64s(x),
            (s, x) => Change(ref s._lastUpdate, x, y => y.U64())
        ),
        (
            "block_at_registration",
            (s, x) => s._blockAtRegistration = U64s(x),
            (s, x) => Change(ref s._blockAtRegistration, x, y => y.U64())
        ),
        (
            "alpha_stake",
            (s, x) => s._alphaStake = U64s(x),
            (s, x) => Change(ref s._alphaStake, x, y => y.U64())
        ),
        ("tao_stake", (s, x) => s._taoStake = U64s(x), (s, x) => Change(ref s._taoStake, x, y => y.U64())),
        (
            "validator_permit",
            (s, x) => s._validatorPermit = x.List(y => y.Flag()),
            (s, x) => Change(ref s._validatorPermit, x, y => y.Flag())
        ),
        ("weights", (s, x) => Rows(s._weights, x), (s, x) => Rows(s._weights, x)),
        ("bonds", (s, x) => Rows(s._bonds, x), (s, x) => Rows(s._bonds, x)),
    ];

    private readonly StoredRows _weights = new();
    private readonly StoredRows _bonds = new();
    private EpochParameters _parameters = new();
    private int _neurons;
    private ulong _currentBlock;
    private ulong _lastMechanismStepBlock;
    private ulong _emission;
    private ulong _revealPeriod;
    private ulong _currentEpoch;
    private Uid? _ownerUid;
    private ulong[] _lastUpdate = [];
    private ulong[] _blockAtRegistration = [];
    private ulong[] _alphaStake = [];
    private ulong[] _taoStake = [];
    private bool[] _validatorPermit = [];
    private (int Uid, (ulong Epoch, ulong Block)[] Queue)[] _hashCommits = [];
    private (ulong Epoch, (int Uid, ulong Block)[] Commits)[] _timelockCommits = [];

    private EpochState() { }

    /// <summary>The state that an <c>in</c> or <c>initial</c> object describes; it names every field but rho.</summary>
    public static EpochState Read(Field input)
    {
        EpochState state = new();
        string[] names = [.. Scalars.Select(field => field.Name), .. Lists.Select(field => field.Name)];
        string[] missing = [.. names.Where(name => !input.TryMember(name, out _))];
        if (missing.Length > 0)
        {
            throw new VectorFormatException($"{input.Path}: missing {string.Join(", ", missing)}");
        }
        foreach ((string name, Action<EpochState, Field> read) in Scalars)
        {
            read(state, input.Member(name));
        }
        foreach ((string name, Action<EpochState, Field> read, _) in Lists)
        {
            read(state, input.Member(name));
        }
        return state;
    }

    /// <summary>Applies what a trajectory sets before an epoch: scalars as they are, lists as pairs of uid and new value.</summary>
    public void Set(Field changes)
    {
        foreach ((string name, Action<EpochState, Field> read) in Scalars)
        {
            if (changes.TryMember(name, out Field value))
            {
                read(this, value);
            }
        }
        foreach ((string name, _, Action<EpochState, Field> change) in Lists)
        {
            if (changes.TryMember(name, out Field value))
            {
                change(this, value);
            }
        }
    }

    /// <summary>Takes over what an epoch stored.</summary>
    public void Carry(EpochOutput output)
    {
        _validatorPermit = [.. output.ValidatorPermit];
        _bonds.CopyFrom(output.Bonds);
    }

    /// <summary>What the epoch reads.</summary>
    /// <exception cref="VectorFormatException">The stakes add up to more than the chain's numbers hold.</exception>
    public EpochInput Input()
    {
        LiveCommits commits = new(_neurons, _currentEpoch, _revealPeriod);
        foreach ((int uid, (ulong, ulong)[] queue) in _hashCommits)
        {
            commits.ReadQueue(uid, queue);
        }
        foreach ((ulong epoch, (int Uid, ulong Block)[] queue) in _timelockCommits)
        {
            foreach ((int uid, ulong block) in queue)
            {
                commits.ReadTimelock(uid, epoch, block);
            }
        }
        EpochInput input = new()
        {
            Neurons = _neurons,
            Parameters = _parameters,
            CurrentBlock = new(_currentBlock),
            LastMechanismStepBlock = new(_lastMechanismStepBlock),
            LastUpdate = _lastUpdate,
            BlockAtRegistration = _blockAtRegistration,
            AlphaStake = _alphaStake,
            TaoStake = _taoStake,
            ValidatorPermit = _validatorPermit,
            OwnerUid = _ownerUid,
            EarliestLiveCommit = commits.EarliestBlock,
            Emission = new(_emission),
            Weights = _weights,
            Bonds = _bonds,
        };
        StakeSum.Check(input);
        return input;
    }

    private static ulong[] U64s(Field list) => list.List(x => x.U64());

    private static void Rows(StoredRows rows, Field list)
    {
        foreach (Field item in list.Items())
        {
            (Field uid, Field row) = item.Pair();
            rows.Set(uid.U16(), row.List(Entry));
        }
    }

    private static WeightEntry Entry(Field pair)
    {
        (Field uid, Field value) = pair.Pair();
        return new(uid.U16(), value.U16());
    }

    private static (int, (ulong, ulong)[])[] HashCommits(Field list) =>
        list.List(x =>
        {
            (Field uid, Field queue) = x.Pair();
            return ((int)uid.U16(), queue.List(y => (y.Pair().First.U64(), y.Pair().Second.U64())));
        });

    private static (ulong, (int, ulong)[])[] TimelockCommits(Field list) =>
        list.List(x =>
        {
            (Field epoch, Field queue) = x.Pair();
            return (epoch.U64(), queue.List(y => ((int)y.Pair().First.U16(), y.Pair().Second.U64())));
        });

    private static void Change<T>(ref T[] values, Field pairs, Func<Field, T> read)
    {
        foreach (Field pair in pairs.Items())
        {
            (Field uid, Field value) = pair.Pair();
            int index = uid.U16();
            if (index >= values.Length)
            {
                Array.Resize(ref values, index + 1);
            }
            values[index] = read(value);
        }
    }
}
