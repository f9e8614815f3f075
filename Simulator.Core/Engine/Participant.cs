using Simulator.Core.Agents;
using Simulator.Core.Randomness;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>One agent of a run with its keys; it keeps both when it loses its slot.</summary>
internal sealed class Participant
{
    public required Hotkey Hotkey { get; init; }

    public required Coldkey Coldkey { get; init; }

    /// <summary>Name of its group.</summary>
    public required string Group { get; init; }

    /// <summary>Share of income that it sells.</summary>
    public required double Sell { get; init; }

    /// <summary>Its strategy, if it is a miner.</summary>
    public IMiner? Miner { get; init; }

    /// <summary>Its strategy, if it is a validator.</summary>
    public IValidator? Validator { get; init; }

    /// <summary>How it asks and scores, if it is a validator.</summary>
    public Scorer? Scorer { get; init; }

    /// <summary>The scores that it was given in this tempo.</summary>
    public ScoreTally Scores { get; } = new();

    /// <summary>What its part in the subnet leaves to chance: which questions it asks, its salts, its faults.</summary>
    public required Rng Rng { get; init; }

    /// <summary>What its model was last measured at; NaN until it is.</summary>
    public double Quality { get; set; } = double.NaN;

    /// <summary>Its slot; null while it has none.</summary>
    public Uid? Uid { get; set; }

    /// <summary>Rao-alpha paid to it since it last sold.</summary>
    public ulong Income { get; set; }

    /// <summary>What it was paid and what it paid since it came.</summary>
    public Books Books { get; } = new();

    public string Strategy => Miner?.Strategy ?? Validator!.Strategy;

    public string Role => Miner is null ? "validator" : "miner";
}
