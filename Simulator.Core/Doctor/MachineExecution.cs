using Simulator.Core.Consensus.Execution;

namespace Simulator.Core.Doctor;

/// <summary>One of the ways in which a machine can compute epochs.</summary>
/// <param name="Name">What it runs on, in a word or two.</param>
/// <param name="Epochs">Computes epochs that way.</param>
public sealed record MachineExecution(string Name, IEpochExecution Epochs);
