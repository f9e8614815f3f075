namespace Simulator.Core.Chain;

/// <summary>What happened on the chain or among its agents; the names are those of the event table.</summary>
public enum ChainEventKind : byte
{
    /// <summary>A hotkey took a slot; other is its hotkey, amount the rao paid; uid is -1 where the slot was the owner's hotkey's, who keeps it.</summary>
    Registered,

    /// <summary>A neuron lost its slot to a newcomer; other is its hotkey, amount its last emission.</summary>
    Pruned,

    /// <summary>The chain refused an extrinsic; other is the hotkey, reason the chain's error.</summary>
    Rejected,

    /// <summary>Weights were stored directly; amount is their number.</summary>
    WeightsSet,

    /// <summary>Weights were committed; other is the epoch they were committed in.</summary>
    Committed,

    /// <summary>Committed weights were revealed and stored; other is the epoch they were committed in, amount their number.</summary>
    Revealed,

    /// <summary>A commit ended without being stored; other is the epoch it was committed in, reason says why.</summary>
    RevealDropped,

    /// <summary>An epoch ran; other is its number from 1, amount the alpha handed to it.</summary>
    EpochRan,

    /// <summary>Incentive was staked on a miner; other is its hotkey, amount in rao-alpha.</summary>
    IncentivePaid,

    /// <summary>Incentive of an owner's miner was withheld; other is its hotkey, amount in rao-alpha.</summary>
    IncentiveWithheld,

    /// <summary>Dividends were staked on a validator; other is its hotkey, amount in rao-alpha.</summary>
    DividendPaid,

    /// <summary>The owner's cut was staked; other is the owner's hotkey, amount in rao-alpha.</summary>
    OwnerCutPaid,

    /// <summary>An agent sold income at the fixed price; other is its hotkey, amount the rao credited.</summary>
    Sold,

    /// <summary>Someone would have entered but the price was above its reservation price; amount is the price in rao.</summary>
    StayedOut,

    /// <summary>A validator questioned the miners; other is the number of questions, amount the number of late answers.</summary>
    Queried,

    /// <summary>Every bond towards a miner was removed at its wish; other is its hotkey.</summary>
    BondsReset,

    /// <summary>A validator meant to reveal or publish and missed it by a fault the scenario asked for.</summary>
    Missed,

    /// <summary>A miner gave up, since it lost money; other is its hotkey.</summary>
    Quit,

    /// <summary>Answers of a miner to one round of questions failed; amount is their number, other its hotkey.</summary>
    AnswersFailed,

    /// <summary>A validator took a miner's answers for another's and scored them 0; uid is the miner's, other its hotkey, amount the mistakes that both shared in a row.</summary>
    RelayCaught,

    /// <summary>A miner took a copy of another's model; uid is the taker's, other its hotkey, amount the uid of the one it was taken from.</summary>
    ModelCopied,
}
