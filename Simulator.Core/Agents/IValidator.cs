using Simulator.Core.Chain;
using Simulator.Core.Units;

namespace Simulator.Core.Agents;

/// <summary>A validator's strategy: what it learns from answers and which weights it publishes.</summary>
/// <remarks>A strategy of your own needs three members: <see cref="Strategy"/>, <see cref="Observe"/> and <see cref="Vote"/>.</remarks>
public interface IValidator
{
    /// <summary>Name of the strategy as tables show it.</summary>
    string Strategy { get; }

    /// <summary>Whether it questions miners at all; one that does not observes nothing.</summary>
    bool Queries => true;

    /// <summary>How many blocks before the next epoch it publishes its weights, or as many as are left; with 0 the epoch runs first.</summary>
    BlockSpan VoteLead => new(20);

    /// <summary>Called after each round of questions, once per miner asked, by ascending uid.</summary>
    void Observe(in Judgement judgement);

    /// <summary>Called when a slot changes hands: what was learned of its old miner is void.</summary>
    void Forget(Uid uid) { }

    /// <summary>The weights to publish this tempo, or nothing to stay silent.</summary>
    /// <param name="chain">What the chain shows now; committed weights are hidden until revealed.</param>
    /// <param name="self">The validator's own slot.</param>
    Vote? Vote(IChainView chain, Uid self);
}
