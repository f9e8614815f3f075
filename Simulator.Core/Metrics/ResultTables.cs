namespace Simulator.Core.Metrics;

/// <summary>The empty tables that a run fills: the one place that says which columns they have.</summary>
public static class ResultTables
{
    /// <summary>One row per epoch and mechanism.</summary>
    public static Table Epochs() =>
        new(
            "epochs",
            "One row per epoch of each mechanism.",
            Whole("epoch", "", "Number of the epoch, from 1."),
            Whole("block", "", "Block in which it ran."),
            Whole("netuid", "", "Subnet."),
            Whole("mechid", "", "Mechanism."),
            Whole("neurons", "", "Slots in use."),
            Whole("validators", "", "Slots with a validator permit."),
            Amount("emission", "rao-alpha", "Alpha that the epoch shared out."),
            Amount("burn", "rao", "Price of a registration."),
            Whole("registered", "", "Registrations since the last epoch."),
            Whole("pruned", "", "Neurons that lost their slot since the last epoch."),
            Whole("pruned_free", "", "Those of them whose immunity had ended."),
            Whole("rejected", "", "Extrinsics that the chain refused since the last epoch."),
            Whole("revealed", "", "Weights that became public since the last epoch."),
            Whole("late_answers", "", "Answers after the deadline since the last epoch."),
            Whole("failed_answers", "", "Answers on which a model broke since the last epoch."),
            Number(
                "gini_incentive",
                "share",
                "Gini coefficient of incentive over miners; 0 is equal, 1 is all for one, NaN where nobody is paid."
            ),
            Number(
                "top10_incentive",
                "share",
                "Share of incentive that the ten best paid miners get; NaN where nobody is paid."
            ),
            Whole(
                "relays_caught",
                "",
                "Rounds since the last epoch in which a validator took a miner for a relay."
            )
        );

    /// <summary>One row per slot in use, epoch and mechanism.</summary>
    public static Table Neurons() =>
        new(
            "neurons",
            "One row per slot in use at each epoch of each mechanism.",
            Whole("epoch", "", "Number of the epoch, from 1."),
            Whole("netuid", "", "Subnet."),
            Whole("mechid", "", "Mechanism."),
            Whole("uid", "", "Slot."),
            Amount("hotkey", "", "Account number of the key that holds it."),
            Text("role", "miner or validator."),
            Text("strategy", "Strategy of its holder."),
            Amount("stake", "rao-alpha", "Alpha staked on its hotkey when the epoch ran."),
            Whole("consensus", "share of 65535", "Consensus weight."),
            Whole("incentive", "share of 65535", "Incentive."),
            Whole("dividends", "share of 65535", "Dividends."),
            Whole("vtrust", "share of 65535", "Validator trust."),
            Amount("emission", "rao-alpha", "Alpha of this epoch, incentive and dividends together."),
            Flag("permit", "Whether it holds a validator permit after the epoch."),
            Flag("active", "Whether it set weights recently enough."),
            Number(
                "model_quality",
                "share",
                "Mean score of its own model on held-out questions: the share answered right, where answers are right or wrong; NaN without a model."
            ),
            Text("group", "Group of the scenario that its holder belongs to."),
            Number("income_usd", "USD", "Worth of all alpha paid to its holder since it came."),
            Number("compute_usd", "USD", "What its holder's hardware has cost since it came."),
            Number("energy_usd", "USD", "What the energy of that hardware has cost."),
            Number("entry_usd", "USD", "Worth of the TAO that its holder burned for slots."),
            Number("other_usd", "USD", "All other costs of its holder, such as bought data."),
            Number(
                "provider_usd",
                "USD",
                "What is left to who provides its holder's hardware for a share of the income."
            ),
            Whole("training_flop", "FLOP", "Operations of its holder's training since it came."),
            Number(
                "score",
                "share",
                "Mean score that validators gave it since the last epoch, a question counting as much as another; NaN where none did."
            ),
            Number(
                "score_error",
                "share",
                "Standard error of that mean: the larger of what the scatter between rounds and that between questions say; NaN where neither does."
            ),
            Whole(
                "asked",
                "",
                "Of a miner: questions to it that were scored since the last epoch; of a validator: questions that it asked."
            )
        );

    /// <summary>One row per fact, in total order.</summary>
    public static Table Events() =>
        new(
            "events",
            "One row per fact of the chain and its agents, in the order in which they happened.",
            Whole("block", "", "Block in which it happened."),
            Text("phase", "Phase of the tick in which it happened."),
            Whole("sequence", "", "Running number in the run, from 0."),
            Text("kind", "What happened."),
            Whole("netuid", "", "Subnet."),
            Whole("mechid", "", "Mechanism."),
            Whole("uid", "", "Slot concerned; -1 where there is none."),
            Whole("other", "", "The other party or number that the kind speaks of; -1 where there is none."),
            Amount("amount", "as the kind says", "The amount that the kind speaks of."),
            Text("reason", "Why the chain refused, in its own words; empty otherwise.")
        );

    /// <summary>One row per weight or bond between a validator and a miner at each epoch.</summary>
    public static Table Weights() =>
        new(
            "weights",
            "One row per stored weight or bond, epoch and mechanism.",
            Whole("epoch", "", "Number of the epoch, from 1."),
            Whole("netuid", "", "Subnet."),
            Whole("mechid", "", "Mechanism."),
            Whole("validator", "", "Slot that weighs."),
            Whole("miner", "", "Slot that is weighed."),
            Whole("weight_u16", "share of 65535", "Stored weight; -1 where there is no entry."),
            Whole("bond_u16", "share of 65535", "Stored bond after the epoch; -1 where there is no entry.")
        );

    private static Column Whole(string name, string unit, string meaning) =>
        new(name, ColumnType.Int64, unit, meaning);

    private static Column Amount(string name, string unit, string meaning) =>
        new(name, ColumnType.UInt64, unit, meaning);

    private static Column Number(string name, string unit, string meaning) =>
        new(name, ColumnType.Double, unit, meaning);

    private static Column Text(string name, string meaning) => new(name, ColumnType.Text, "", meaning);

    private static Column Flag(string name, string meaning) => new(name, ColumnType.Bool, "", meaning);
}
