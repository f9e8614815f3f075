using Simulator.Core.Randomness;
using Simulator.Core.Tasks;

namespace Simulator.Core.Agents.Miners;

/// <summary>Has no model: makes every answer up.</summary>
/// <param name="task">What it is asked.</param>
/// <param name="hardware">What its latency comes from.</param>
/// <param name="rng">What makes its answers up.</param>
public sealed class RandomMiner(ITask task, Hardware hardware, Rng rng) : IMiner
{
    /// <inheritdoc/>
    public string Strategy => "random";

    /// <inheritdoc/>
    public Reply Answer(IQuestion question, IPeers peers) => new(task.Guess(rng), hardware.Latency);
}
