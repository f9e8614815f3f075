using Simulator.Core.Agents;

namespace Simulator.Core.Engine.Drivers;

/// <summary>How a validator's questions of one round to one miner went.</summary>
/// <param name="Judgement">What the validator takes down.</param>
/// <param name="Questions">How the answers were scored one by one.</param>
/// <param name="Failed">How many of the answers in time had failed.</param>
internal readonly record struct Examined(Judgement Judgement, QuestionScores Questions, int Failed);
