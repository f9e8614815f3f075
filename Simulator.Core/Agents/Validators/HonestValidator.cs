using Simulator.Core.Chain;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Agents.Validators;

/// <summary>Weighs miners by a moving average of how good their answers were.</summary>
/// <param name="task">What it asks.</param>
/// <param name="memory">Share of the old average that each round of questions keeps, in [0, 1).</param>
/// <param name="map">What makes weights of scores; the third power of the skill over the baseline if none is given.</param>
public sealed class HonestValidator(ITask task, double memory = 0.9, WeightMap? map = null) : IValidator
{
    private readonly ScoreBoard _scores = new(task, memory, map ?? WeightMap.Power(3));

    /// <inheritdoc/>
    public string Strategy => "honest";

    /// <inheritdoc/>
    public void Observe(in Judgement judgement) => _scores.Take(judgement);

    /// <inheritdoc/>
    public void Forget(Uid uid) => _scores.Forget(uid);

    /// <inheritdoc/>
    public Vote? Vote(IChainView chain, Uid self) => Agents.Vote.Of(_scores.Weights());
}
