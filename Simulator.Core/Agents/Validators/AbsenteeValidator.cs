using Simulator.Core.Chain;
using Simulator.Core.Units;

namespace Simulator.Core.Agents.Validators;

/// <summary>Holds its slot and its stake, and never asks or votes.</summary>
public sealed class AbsenteeValidator : IValidator
{
    /// <inheritdoc/>
    public string Strategy => "absentee";

    /// <inheritdoc/>
    public bool Queries => false;

    /// <inheritdoc/>
    public void Observe(in Judgement judgement) { }

    /// <inheritdoc/>
    public Vote? Vote(IChainView chain, Uid self) => null;
}
