using Simulator.Core.Agents.Policies;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;

namespace Simulator.Core.Agents.Miners;

/// <summary>Runs its model as a business: trains as its policy says, moves to larger models, and quits when it loses money.</summary>
/// <param name="model">Its model; no other miner may train it.</param>
/// <param name="hardware">What it computes on.</param>
/// <param name="policy">How much it trains.</param>
/// <param name="line">Decides which answers are lost, where the hardware loses any.</param>
/// <exception cref="ArgumentException">An argument is null, or the hardware is out of range.</exception>
public sealed class FirmMiner(IModel model, Hardware hardware, ITrainingPolicy policy, Rng? line = null)
    : IMiner
{
    private readonly Machine _machine = new(hardware, line);
    private readonly ITrainingPolicy _policy = policy ?? throw new ArgumentNullException(nameof(policy));
    private readonly Queue<double> _running = [];
    private IModel _model = model ?? throw new ArgumentNullException(nameof(model));
    private double _duty;

    /// <summary>A larger model that may come to replace this one; null while there is none.</summary>
    private IModel? _successor;
    private long _old;
    private long _new;
    private int _tempos;

    /// <inheritdoc/>
    public string Strategy => "firm";

    /// <inheritdoc/>
    public IModel Model => _model;

    /// <inheritdoc/>
    public Machine Machine => _machine;

    /// <inheritdoc/>
    public bool HasQuit { get; private set; }

    /// <inheritdoc/>
    public double OtherUsd { get; init; }

    /// <inheritdoc/>
    public double ProviderShare { get; init; }

    /// <summary>Tempos over which it looks back: it quits when they together cost more than they brought; null for never.</summary>
    /// <remarks>What it once paid for its slot is lost either way, and does not count.</remarks>
    public int? Patience { get; init; }

    /// <summary>Tempos after which it starts on the next larger model; null for never.</summary>
    public int? UpgradeAfter { get; init; }

    /// <summary>How it goes on from the models of others; null for never.</summary>
    public FineTuning? FineTuning { get; init; }

    /// <inheritdoc/>
    public bool IsPublic { get; init; }

    /// <summary>Makes the next larger model, untrained; nothing where there is none, or where its machine cannot hold it.</summary>
    /// <remarks>While one is trained, the machine holds both; one that does not fit beside the old one is left.</remarks>
    public Func<IModel?> NextModel { get; init; } = () => null;

    /// <inheritdoc/>
    public void Decide(IMarket market)
    {
        HasQuit = HasQuit || IsLosing(market.Account.Running);
        _duty = HasQuit ? 0 : _policy.Duty(market);
        if (!HasQuit)
        {
            _tempos++;
            Renew(market);
        }
        _successor?.Move(market.LaterShare);
    }

    /// <inheritdoc/>
    public void Work()
    {
        if (HasQuit)
        {
            return;
        }
        if (_successor is null)
        {
            _old += _machine.Train(_model, _duty);
            return;
        }
        _new += _machine.Train(_successor, _duty);
        // Larger models need more to become as good: only then does it go into service.
        if (_new >= 2 * _old)
        {
            (_model, _successor, _old, _new) = (_successor, null, _new, 0);
        }
    }

    /// <inheritdoc/>
    public Reply Answer(IQuestion question, IPeers peers) =>
        HasQuit ? Reply.Lost : _machine.Answer(_model, question, peers.Now, peers.Deadline);

    /// <summary>Looks for a better model: a public one, or a larger one of its own.</summary>
    private void Renew(IMarket market)
    {
        if (
            FineTuning is { } tuning
            && _tempos % tuning.After == 0
            && tuning.Find(market, _machine.Hardware.Memory) is { } found
        )
        {
            (_model, _successor) = (found, null);
        }
        if (_tempos % UpgradeAfter == 0 && _successor is null && NextModel() is { } next && HoldsBoth(next))
        {
            _successor = next;
        }
    }

    /// <summary>Whether the machine can train a model while the old one answers.</summary>
    private bool HoldsBoth(IModel next) =>
        next.BytesWhenMoved <= _machine.Hardware.Memory - _model.BytesWhenMoved;

    private bool IsLosing(double running)
    {
        if (Patience is not { } tempos)
        {
            return false;
        }
        _running.Enqueue(running);
        return _running.Count > tempos && running < _running.Dequeue();
    }
}
