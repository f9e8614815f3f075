namespace Simulator.Core.Chain.Parameters;

/// <summary>A parameter together with its place in the record that holds it.</summary>
/// <typeparam name="TRecord">The record: <see cref="Hyperparameters"/> or <see cref="GlobalParameters"/>.</typeparam>
/// <param name="Get">The stored integer in a record.</param>
/// <param name="Set">The record with another stored integer.</param>
public sealed record ParameterOf<TRecord>(Func<TRecord, Int128> Get, Func<TRecord, Int128, TRecord> Set)
    : Parameter;
