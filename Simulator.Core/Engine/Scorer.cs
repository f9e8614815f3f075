using Simulator.Core.Randomness;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>A validator as one who asks and scores: what it may still ask in this tempo, its noise and its spot checks.</summary>
internal sealed class Scorer
{
    private readonly Rng _noise;
    private readonly Rng _checks;
    private readonly Rng _choices;

    /// <summary>A scorer that has asked nothing yet.</summary>
    /// <param name="plan">How much it asks, and how exactly it scores.</param>
    /// <param name="rng">A stream of its own.</param>
    public Scorer(ScoringPlan plan, Rng rng) =>
        (Plan, _noise, _checks, _choices) = (plan, rng.Split(), rng.Split(), rng.Split());

    public ScoringPlan Plan { get; }

    /// <summary>Questions that it put to miners in this tempo.</summary>
    public long Asked { get; private set; }

    /// <summary>What all of its questions have cost so far, in USD.</summary>
    public decimal Spent { get; private set; }

    /// <summary>What it knows of who relays whose answers.</summary>
    public RelayRuns Relays { get; } = new();

    /// <summary>Questions to each miner in a round that starts now, and whom it asks.</summary>
    /// <param name="usual">As many as validators ask that say nothing else.</param>
    /// <param name="miners">All miners, by ascending uid.</param>
    /// <returns>Where the budget has less left than one question to each, some of the miners, drawn at random.</returns>
    public (int Questions, IReadOnlyList<Uid> Miners) Next(int usual, IReadOnlyList<Uid> miners)
    {
        int wanted = Plan.Questions ?? usual;
        if (Plan.Budget is not { } budget || miners.Count == 0)
        {
            return (wanted, miners);
        }
        long left = budget - Asked;
        return left == 0 ? (0, miners)
            : left < miners.Count ? (Math.Min(wanted, 1), Some(miners, (int)left))
            : ((int)Math.Min(wanted, left / miners.Count), miners);
    }

    public void Count(long questions)
    {
        Asked += questions;
        Spent += questions * Plan.QuestionCost;
    }

    public void BeginTempo() => Asked = 0;

    /// <summary>Whether the round that starts now is one in which answers are compared.</summary>
    public bool Checks() => Plan.SpotChecks > 0 && _checks.NextBool(Plan.SpotChecks);

    /// <summary>The stream of one round's noise; null where scores are exact.</summary>
    /// <remarks>One for each round: a miner more or less shifts no later round.</remarks>
    public Rng? NoiseOfRound() => Plan.SampleNoise > 0 ? _noise.Split() : null;

    /// <summary>A score with noise on it.</summary>
    public double Noisy(double score, Rng? noise) =>
        noise is null ? score : Math.Clamp(score + noise.Normal(0, Plan.SampleNoise), 0, 1);

    private Uid[] Some(IReadOnlyList<Uid> miners, int count)
    {
        Uid[] all = [.. miners];
        _choices.Split().Shuffle(all.AsSpan());
        return [.. all.Take(count).Order()];
    }
}
