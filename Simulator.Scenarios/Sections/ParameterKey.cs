using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>One key of a section that becomes a record of the chain's parameters.</summary>
/// <param name="Name">The chain's name.</param>
/// <param name="Meaning">What it does, in a sentence.</param>
/// <param name="Kind">How its value is written.</param>
/// <param name="Get">The value in a record.</param>
/// <param name="Set">The record with another value.</param>
internal sealed record ParameterKey<TRecord>(
    string Name,
    string Meaning,
    ValueKind Kind,
    Func<TRecord, object> Get,
    Func<TRecord, object, TRecord> Set
);
