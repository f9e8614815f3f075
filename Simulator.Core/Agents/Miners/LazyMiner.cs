using Simulator.Core.Randomness;
using Simulator.Core.Tasks;

namespace Simulator.Core.Agents.Miners;

/// <summary>Trains for some tempos like an honest miner, then only answers.</summary>
/// <param name="model">Its model; no other miner may train it.</param>
/// <param name="hardware">What it computes on.</param>
/// <param name="workingTempos">Tempos in which it trains, not negative.</param>
/// <param name="line">Decides which answers are lost, where the hardware loses any.</param>
/// <exception cref="ArgumentException">An argument is null or out of range.</exception>
public sealed class LazyMiner(IModel model, Hardware hardware, int workingTempos, Rng? line = null) : IMiner
{
    private readonly IModel _model = model ?? throw new ArgumentNullException(nameof(model));
    private readonly Machine _machine = new(hardware, line);
    private readonly int _workingTempos =
        workingTempos >= 0
            ? workingTempos
            : throw new ArgumentOutOfRangeException(
                nameof(workingTempos),
                workingTempos,
                "A number of tempos is not negative."
            );
    private int _worked;

    /// <inheritdoc/>
    public string Strategy => "lazy";

    /// <inheritdoc/>
    public IModel Model => _model;

    /// <inheritdoc/>
    public Machine Machine => _machine;

    /// <inheritdoc/>
    public bool IsPublic { get; init; }

    /// <inheritdoc/>
    public void Work()
    {
        if (_worked < _workingTempos)
        {
            _worked++;
            _machine.Train(_model);
        }
    }

    /// <inheritdoc/>
    public Reply Answer(IQuestion question, IPeers peers) =>
        _machine.Answer(_model, question, peers.Now, peers.Deadline);
}
