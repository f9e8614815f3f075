using Simulator.Core.Randomness;
using Simulator.Core.Tasks;

namespace Simulator.Core.Agents.Miners;

/// <summary>Trains in every tempo as far as its machine goes, and answers with what its model says.</summary>
/// <param name="model">Its model; no other miner may train it.</param>
/// <param name="hardware">What it computes on.</param>
/// <param name="line">Decides which answers are lost, where the hardware loses any.</param>
/// <exception cref="ArgumentException">An argument is null, or the hardware is out of range.</exception>
public sealed class HonestMiner(IModel model, Hardware hardware, Rng? line = null) : IMiner
{
    private readonly IModel _model = model ?? throw new ArgumentNullException(nameof(model));
    private readonly Machine _machine = new(hardware, line);

    /// <inheritdoc/>
    public string Strategy => "honest";

    /// <inheritdoc/>
    public IModel Model => _model;

    /// <inheritdoc/>
    public Machine Machine => _machine;

    /// <inheritdoc/>
    public bool IsPublic { get; init; }

    /// <inheritdoc/>
    public void Work() => _machine.Train(_model);

    /// <inheritdoc/>
    public Reply Answer(IQuestion question, IPeers peers) =>
        _machine.Answer(_model, question, peers.Now, peers.Deadline);
}
