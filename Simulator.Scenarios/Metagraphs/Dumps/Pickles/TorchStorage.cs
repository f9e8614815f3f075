namespace Simulator.Scenarios.Metagraphs.Dumps.Pickles;

/// <summary>The memory of tensors, which lies in a file of its own beside the pickle.</summary>
/// <param name="Key">Name of that file below <c>data/</c>.</param>
/// <param name="Type">Type of its elements.</param>
/// <param name="Count">Number of its elements.</param>
internal sealed record TorchStorage(string Key, NumberType Type, long Count);
