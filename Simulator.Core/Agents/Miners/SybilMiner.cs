using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Agents.Miners;

/// <summary>One of many slots of the same owner that all answer from one model on one machine.</summary>
/// <remarks>
/// The first of them trains; the others have nothing of their own, and cost nothing but their slots. When the first loses its
/// slot, another goes on with the same model on its own machine; whoever joins takes what is there.
/// </remarks>
/// <param name="model">The model it would train as the first; no other miner may train it.</param>
/// <param name="hardware">What it would compute on as the first.</param>
/// <param name="line">Decides which answers are lost, where the hardware loses any.</param>
/// <exception cref="ArgumentException">An argument is null, or the hardware is out of range.</exception>
public sealed class SybilMiner(IModel model, Hardware hardware, Rng? line = null) : IMiner
{
    private readonly Machine _own = new(hardware, line);
    private IModel _model = model ?? throw new ArgumentNullException(nameof(model));
    private IMarket? _market;
    private Uid _slot;

    /// <summary>The one whose machine they all share; null before it has decided anything.</summary>
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
        ArgumentNullException.ThrowIfNull(market);
        (_market, _slot) = (market, market.Self);
        Follow(market);
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
    public Reply Answer(IQuestion question, IPeers peers)
    {
        ArgumentNullException.ThrowIfNull(peers);
        // Slots are lost between decisions too, and whoever has none neither works nor pays.
        if (_market is { } market && _first is { } first && !IsSeated(market, first))
        {
            Follow(market);
        }
        return (_first ?? this)._own.Answer(_model, question, peers.Now, peers.Deadline);
    }

    /// <summary>Joins the first that the others follow; where that has lost its slot, takes its place and its model.</summary>
    private void Follow(IMarket market)
    {
        SybilMiner? lost = null;
        foreach (Uid uid in market.Miners)
        {
            if (
                market.Miner(uid) is SybilMiner { _first: { } first } other
                && other != this
                && market.IsOwn(uid)
            )
            {
                if (IsSeated(market, first))
                {
                    (_first, _model) = (first, first._model);
                    return;
                }
                lost = first;
            }
        }
        (_first, _model) = (this, lost?._model ?? _model);
    }

    private static bool IsSeated(IMarket market, SybilMiner sybil) => market.Miner(sybil._slot) == sybil;
}
