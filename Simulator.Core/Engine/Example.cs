using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>What the model of one miner says to one held-out question.</summary>
/// <param name="Uid">Slot of the miner.</param>
/// <param name="Group">Its group.</param>
/// <param name="IsBest">Whether its model is the best of all, and not the worst.</param>
/// <param name="Question">The question.</param>
/// <param name="Truth">The perfect answer.</param>
/// <param name="Answer">The model's answer.</param>
/// <param name="Score">What it scores.</param>
public sealed record Example(
    Uid Uid,
    string Group,
    bool IsBest,
    IQuestion Question,
    IAnswer Truth,
    IAnswer Answer,
    double Score
);
