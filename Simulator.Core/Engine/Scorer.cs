using Simulator.Core.Randomness;

namespace Simulator.Core.Engine;

/// <summary>A validator as one who asks and scores: what it may still ask in this tempo, its noise and its spot checks.</summary>
internal sealed class Scorer
{
    private readonly Rng _noise;
    private readonly Rng _checks;

    /// <summary>A scorer that has asked nothing yet.</summary>
    /// <param name="plan">How much it asks, and how exactly it scores.</param>
    /// <param name="rng">A stream of its own.</param>
    public Scorer(ScoringPlan plan, Rng rng) => (Plan, _noise, _checks) = (plan, rng.Split(), rng.Split());

    public ScoringPlan Plan { get; }

    /// <summary>Questions that it put to miners in this tempo.</summary>
    public long Asked { get; private set; }

    /// <summary>What all of its questions have cost so far, in USD.</summary>
    public decimal Spent { get; private set; }

    /// <summary>What it knows of who relays whose answers.</summary>
    public RelayRuns Relays { get; } = new();

    /// <summary>Questions to each miner in a round that starts now.</summary>
    /// <param name="usual">As many as validators ask that say nothing else.</param>
    /// <param name="miners">Number of miners.</param>
    public int QuestionsNow(int usual, int miners)
    {
        int wanted = Plan.Questions ?? usual;
        return Plan.Budget is { } budget && miners > 0
            ? (int)Math.Min(wanted, (budget - Asked) / miners)
            : wanted;
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
}
