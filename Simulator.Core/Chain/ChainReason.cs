namespace Simulator.Core.Chain;

/// <summary>Why the chain refused or dropped something, in the chain's own error names; the last few are ours, where the chain drops in silence.</summary>
/// <remarks>Source: subtensor, pallets/subtensor/src/macros/errors.rs.</remarks>
public enum ChainReason : byte
{
    /// <summary>It did not refuse.</summary>
    None,

    /// <summary>No subnet has that number.</summary>
    SubnetNotExists,

    /// <summary>The subnet, or a mechanism of that number in it, does not exist.</summary>
    MechanismDoesNotExist,

    /// <summary>Nobody sets weights on root.</summary>
    CanNotSetRootNetworkWeights,

    /// <summary>Slots and weights are not equally many.</summary>
    WeightVecNotEqualSize,

    /// <summary>There are more weights than slots.</summary>
    UidsLengthExceedUidsInSubNet,

    /// <summary>The hotkey holds no slot.</summary>
    HotKeyNotRegisteredInSubNet,

    /// <summary>Stake is below the threshold.</summary>
    NotEnoughStakeToSetWeights,

    /// <summary>The client's version is too old.</summary>
    IncorrectWeightVersionKey,

    /// <summary>The last weights or registration are too recent to set weights.</summary>
    SettingWeightsTooFast,

    /// <summary>Only validators with a permit weigh others.</summary>
    NeuronNoValidatorPermit,

    /// <summary>A slot is weighed twice.</summary>
    DuplicateUids,

    /// <summary>A slot that does not exist is weighed.</summary>
    UidVecContainInvalidOne,

    /// <summary>There are fewer weights than the subnet demands.</summary>
    WeightVecLengthIsLow,

    /// <summary>One weight has too large a share.</summary>
    MaxWeightExceeded,

    /// <summary>Weights must be committed first.</summary>
    CommitRevealEnabled,

    /// <summary>Weights are not committed in this subnet.</summary>
    CommitRevealDisabled,

    /// <summary>The commit carries another version tag than the chain's.</summary>
    IncorrectCommitRevealVersion,

    /// <summary>The last weights, commit or registration are too recent to commit.</summary>
    CommittingWeightsTooFast,

    /// <summary>Ten commits wait to be revealed already.</summary>
    TooManyUnrevealedCommits,

    /// <summary>The validator has no commit waiting.</summary>
    NoWeightsCommitFound,

    /// <summary>The commit's epoch of reveal has passed.</summary>
    ExpiredWeightCommit,

    /// <summary>What is revealed was not committed.</summary>
    InvalidRevealCommitHashNotMatch,

    /// <summary>The commit's epoch of reveal has not come.</summary>
    RevealTooEarly,

    /// <summary>Nobody registers on root this way.</summary>
    RegistrationNotPermittedOnRootSubnet,

    /// <summary>The subnet allows no registration.</summary>
    SubNetRegistrationDisabled,

    /// <summary>The hotkey holds a slot already.</summary>
    HotKeyAlreadyRegisteredInSubNet,

    /// <summary>The balance is below the price.</summary>
    NotEnoughBalanceToStake,

    /// <summary>The hotkey belongs to another coldkey.</summary>
    NonAssociatedColdKey,

    /// <summary>Every slot is taken and nobody can be pruned.</summary>
    NoNeuronIdAvailable,

    /// <summary>The price is above the limit the caller set.</summary>
    RegistrationPriceLimitExceeded,

    /// <summary>Nobody owns the hotkey.</summary>
    HotKeyAccountNotExists,

    /// <summary>The hotkey holds less stake than is to be taken.</summary>
    NotEnoughStakeToWithdraw,

    /// <summary>Ours: a timelocked commit cannot be deciphered.</summary>
    Undecipherable,

    /// <summary>Ours: a timelocked commit hides another hotkey's weights.</summary>
    CommittedForAnotherHotkey,

    /// <summary>Ours: a later commit was revealed first, which ends the older ones.</summary>
    OvertakenByLaterReveal,
}
