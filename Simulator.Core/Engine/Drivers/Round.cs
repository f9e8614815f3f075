using Simulator.Core.Agents;
using Simulator.Core.Units;

namespace Simulator.Core.Engine.Drivers;

/// <summary>One validator's round of questions, while its answers are awaited.</summary>
internal sealed class Round
{
    private readonly List<(Hotkey Miner, Judgement Judgement, QuestionScores Questions)> _judgements = [];

    /// <summary>Its place among the rounds that are kept for use.</summary>
    public required int Index { get; init; }

    /// <summary>Who asked.</summary>
    public required Participant Validator { get; set; }

    /// <summary>How each miner did, by ascending uid.</summary>
    public IReadOnlyList<(Hotkey Miner, Judgement Judgement, QuestionScores Questions)> Judgements =>
        _judgements;

    public void Add(Hotkey miner, in Judgement judgement, QuestionScores questions) =>
        _judgements.Add((miner, judgement, questions));

    /// <summary>Gives a miner's answers no score, since they are another's.</summary>
    /// <param name="place">Its place among those asked.</param>
    public void Void(int place) =>
        _judgements[place] = _judgements[place] with
        {
            Judgement = _judgements[place].Judgement with { Score = 0 },
        };

    /// <summary>Makes the round ready to be used again.</summary>
    public void Clear() => _judgements.Clear();
}
