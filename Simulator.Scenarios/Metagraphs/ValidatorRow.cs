using System.Collections.Immutable;

namespace Simulator.Scenarios.Metagraphs;

/// <summary>One validator in one epoch.</summary>
/// <param name="Uid">Its slot; null where the file does not say.</param>
/// <param name="Hotkey">Its hotkey or name; no other validator of the epoch has it.</param>
/// <param name="Stake">Its stake, as the file gives it: TAO in dumps of a chain, a share in made-up cases.</param>
/// <param name="Weights">Its weight on each miner; length M; each at least 0; as the file gives them, not normalised.</param>
public sealed record ValidatorRow(int? Uid, string Hotkey, double Stake, ImmutableArray<double> Weights);
