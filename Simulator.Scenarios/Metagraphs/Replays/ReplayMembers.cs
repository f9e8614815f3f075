namespace Simulator.Scenarios.Metagraphs.Replays;

/// <summary>The members of a replay file. Those up to <see cref="Overrides"/> are the form of the cases of the Python
/// packages; the rest is ours and may be missing.</summary>
internal static class ReplayMembers
{
    /// <summary>A short name.</summary>
    public const string Id = "id";

    /// <summary>Where the numbers come from.</summary>
    public const string Source = "source";

    /// <summary>What a person calls it.</summary>
    public const string Name = "name";

    /// <summary>Number of epochs.</summary>
    public const string Epochs = "num_epochs";

    /// <summary>Names or hotkeys of the validators, in the order of the rows.</summary>
    public const string Validators = "validators";

    /// <summary>Names or uids of the miners, in the order of the columns.</summary>
    public const string Miners = "miners";

    /// <summary>The validator that others are compared with.</summary>
    public const string BaseValidator = "base_validator";

    /// <summary>The different matrices of weights.</summary>
    public const string WeightsUnique = "weights_unique";

    /// <summary>The matrix of each epoch.</summary>
    public const string WeightsIndex = "weights_index";

    /// <summary>The different vectors of stakes.</summary>
    public const string StakesUnique = "stakes_unique";

    /// <summary>The vector of each epoch.</summary>
    public const string StakesIndex = "stakes_index";

    /// <summary>When the bonds on a miner are cleared, or null.</summary>
    public const string Reset = "reset_bonds";

    /// <summary>Parameters that the file sets.</summary>
    public const string Overrides = "config_overrides";

    /// <summary>The subnet.</summary>
    public const string NetUid = "netuid";

    /// <summary>The block of each epoch, null where it is not known.</summary>
    public const string Blocks = "blocks";

    /// <summary>The uid of each validator, null where it is not known.</summary>
    public const string ValidatorUids = "validator_uids";

    /// <summary>The different sets of validators that take part, as lists of rows; where every one always does, it is
    /// left out. Who takes no part has stake 0 and no weights, and its bonds do not outlive its absence.</summary>
    public const string PresentUnique = "present_unique";

    /// <summary>The set of each epoch.</summary>
    public const string PresentIndex = "present_index";
}
