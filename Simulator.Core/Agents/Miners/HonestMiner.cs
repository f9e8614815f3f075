using Simulator.Core.Tasks;

namespace Simulator.Core.Agents.Miners;

/// <summary>Trains in every tempo as far as its hardware goes, and answers with what its model says.</summary>
/// <param name="model">Its model; no other miner may train it.</param>
/// <param name="hardware">What it computes on.</param>
/// <exception cref="ArgumentException">An argument is null, or the hardware is out of range.</exception>
public sealed class HonestMiner(IModel model, Hardware hardware) : IMiner
{
    private readonly IModel _model = model ?? throw new ArgumentNullException(nameof(model));
    private readonly Hardware _hardware = Hardware.Checked(hardware);

    /// <inheritdoc/>
    public string Strategy => "honest";

    /// <inheritdoc/>
    public IModel Model => _model;

    /// <inheritdoc/>
    public void Work() => _model.Train(_hardware.Compute);

    /// <inheritdoc/>
    public Reply Answer(IQuestion question, IPeers peers) => new(_model.Answer(question), _hardware.Latency);
}
