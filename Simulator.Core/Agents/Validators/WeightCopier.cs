using Simulator.Core.Chain;
using Simulator.Core.Units;

namespace Simulator.Core.Agents.Validators;

/// <summary>Asks nobody: publishes the consensus of the weights that are visible, which spares it the work of scoring.</summary>
public sealed class WeightCopier : IValidator
{
    /// <inheritdoc/>
    public string Strategy => "weight-copier";

    /// <inheritdoc/>
    public bool Queries => false;

    /// <inheritdoc/>
    public void Observe(in Judgement judgement) { }

    /// <inheritdoc/>
    public Vote? Vote(IChainView chain, Uid self) =>
        Agents.Vote.Of(
            chain.VisibleConsensus(default).Select((weight, uid) => (new Uid((ushort)uid), weight))
        );
}
