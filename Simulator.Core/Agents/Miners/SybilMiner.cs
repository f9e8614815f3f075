using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Agents.Miners;

/// <summary>One of many slots of the same owner that all answer from one model on one machine.</summary>
/// <remarks>The first of them trains; the others have nothing of their own, and cost nothing but their slots.</remarks>
/// <param name="model">The model it would train as the first; no other miner may train it.</param>
/// <param name="hardware">What it would compute on as the first.</param>
/// <param name="line">Decides which answers are lost, where the hardware loses any.</param>
/// <exception cref="ArgumentException">An argument is null, or the hardware is out of range.</exception>
public sealed class SybilMiner(IModel model, Hardware hardware, Rng? line = null) : IMiner
{
    private readonly Machine _own = new(hardware, line);
    private IModel _model = model ?? throw new ArgumentNullException(nameof(model));
    private SybilMiner? _first;

    /// <inheritdoc/>
    public string Strategy => "sybil";

    /// <inheritdoc/>
    public IModel Model => _model;

    /// <summary>Its own machine: what the shared one costs is the first one's to pay.</summary>
    public Machine Machine => _own;

    /// <inheritdoc/>
    public void Decide(IMarket market)
    {
        _first = First(market);
        _model = _first._model;
    }

    /// <inheritdoc/>
    public void Work()
    {
        if (_first == this)
        {
            _own.Train(_model);
        }
    }

    /// <inheritdoc/>
    public Reply Answer(IQuestion question, IPeers peers) =>
        (_first ?? this)._own.Answer(_model, question, peers.Now, peers.Deadline);

    private SybilMiner First(IMarket market)
    {
        foreach (Uid uid in market.Miners)
        {
            if (market.IsOwn(uid) && market.Miner(uid) is SybilMiner sybil)
            {
                return sybil;
            }
        }
        return this;
    }
}
