using Simulator.Core.Agents;
using Simulator.Core.Units;

namespace Simulator.Core.Engine.Drivers;

/// <summary>One validator's round of questions, while its answers are awaited.</summary>
internal sealed class Round
{
    private readonly List<(Hotkey Miner, Judgement Judgement)> _judgements = [];

    /// <summary>Its place among the rounds that are kept for use.</summary>
    public required int Index { get; init; }

    /// <summary>Who asked.</summary>
    public required Participant Validator { get; set; }

    /// <summary>How each miner did, by ascending uid.</summary>
    public IReadOnlyList<(Hotkey Miner, Judgement Judgement)> Judgements => _judgements;

    public void Add(Hotkey miner, in Judgement judgement) => _judgements.Add((miner, judgement));

    /// <summary>Makes the round ready to be used again.</summary>
    public void Clear() => _judgements.Clear();
}
