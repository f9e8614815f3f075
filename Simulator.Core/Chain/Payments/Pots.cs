namespace Simulator.Core.Chain.Payments;

/// <summary>What one epoch has to pay out, in rao-alpha; root's pot joins with the pools.</summary>
internal readonly record struct Pots(ulong Server, ulong Validator, ulong OwnerCut);
