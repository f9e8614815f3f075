using Simulator.Core.Tasks;

namespace Simulator.Core.Agents.Miners;

/// <summary>Trains for some tempos like an honest miner, then only answers.</summary>
/// <param name="model">Its model; no other miner may train it.</param>
/// <param name="hardware">What it computes on.</param>
/// <param name="workingTempos">Tempos in which it trains, not negative.</param>
public sealed class LazyMiner(IModel model, Hardware hardware, int workingTempos) : IMiner
{
    private int _worked;

    /// <inheritdoc/>
    public string Strategy => "lazy";

    /// <inheritdoc/>
    public IModel Model => model;

    /// <inheritdoc/>
    public void Work()
    {
        if (_worked < workingTempos)
        {
            _worked++;
            model.Train(hardware.Compute);
        }
    }

    /// <inheritdoc/>
    public Reply Answer(IQuestion question, IPeers peers) => new(model.Answer(question), hardware.Latency);
}
