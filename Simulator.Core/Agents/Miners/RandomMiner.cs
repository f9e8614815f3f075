using Simulator.Core.Randomness;
using Simulator.Core.Tasks;

namespace Simulator.Core.Agents.Miners;

/// <summary>Has no model: makes every answer up.</summary>
/// <param name="task">What it is asked.</param>
/// <param name="hardware">What its latency comes from.</param>
/// <param name="rng">What makes its answers up.</param>
/// <param name="line">Decides which answers are lost, where the hardware loses any.</param>
/// <exception cref="ArgumentException">An argument is null, or the hardware is out of range.</exception>
public sealed class RandomMiner(ITask task, Hardware hardware, Rng rng, Rng? line = null) : IMiner
{
    private readonly ITask _task = task ?? throw new ArgumentNullException(nameof(task));
    private readonly Machine _machine = new(hardware, line);
    private readonly Rng _rng = rng ?? throw new ArgumentNullException(nameof(rng));

    /// <inheritdoc/>
    public string Strategy => "random";

    /// <inheritdoc/>
    public Machine Machine => _machine;

    /// <inheritdoc/>
    public Reply Answer(IQuestion question, IPeers peers) => _machine.Send(_task.Guess(_rng), 0, peers.Now);
}
