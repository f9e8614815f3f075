using Simulator.Core.Tasks;

namespace Simulator.Core.Agents.Miners;

/// <summary>Trains in every tempo as far as its hardware goes, and answers with what its model says.</summary>
/// <param name="model">Its model; no other miner may train it.</param>
/// <param name="hardware">What it computes on.</param>
public sealed class HonestMiner(IModel model, Hardware hardware) : IMiner
{
    /// <inheritdoc/>
    public string Strategy => "honest";

    /// <inheritdoc/>
    public IModel Model => model;

    /// <inheritdoc/>
    public void Work() => model.Train(hardware.Compute);

    /// <inheritdoc/>
    public Reply Answer(IQuestion question, IPeers peers) => new(model.Answer(question), hardware.Latency);
}
