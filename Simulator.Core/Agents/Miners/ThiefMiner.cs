using Simulator.Core.Randomness;
using Simulator.Core.Tasks;

namespace Simulator.Core.Agents.Miners;

/// <summary>Never trains: takes a copy of the best paid miner's model, answers from it, and comes back for a newer one.</summary>
/// <remarks>Nobody steals from a thief, and while nobody is paid there is nothing worth stealing: until then it gives no
/// answer.</remarks>
/// <param name="hardware">What it answers on; models that do not fit into its memory are left alone.</param>
/// <param name="every">Tempos from one theft to the next, at least 1.</param>
/// <param name="line">Decides which answers are lost, where the hardware loses any.</param>
/// <exception cref="ArgumentException">An argument is null or out of range.</exception>
public sealed class ThiefMiner(Hardware hardware, int every, Rng? line = null) : IMiner
{
    private readonly Machine _machine = new(hardware, line);
    private readonly int _every =
        every >= 1
            ? every
            : throw new ArgumentOutOfRangeException(nameof(every), every, "A theft is every tempo at most.");
    private int _age;

    /// <inheritdoc/>
    public string Strategy => "thief";

    /// <inheritdoc/>
    public IModel? Model { get; private set; }

    /// <inheritdoc/>
    public Machine Machine => _machine;

    /// <inheritdoc/>
    public void Decide(IMarket market)
    {
        ArgumentNullException.ThrowIfNull(market);
        if (Model is not null && ++_age < _every)
        {
            return;
        }
        if (
            BestPaid.WithModel(market, _machine.Hardware.Memory, miner => miner is not ThiefMiner) is { } uid
            && market.Copy(uid) is { } copy
        )
        {
            (Model, _age) = (copy, 0);
        }
    }

    /// <inheritdoc/>
    public Reply Answer(IQuestion question, IPeers peers) =>
        Model is null
            ? _machine.Send(NoAnswer.Instance, 0, peers.Now)
            : _machine.Answer(Model, question, peers.Now, peers.Deadline);
}
