namespace Simulator.Core.Units;

/// <summary>One stored weight or bond: towards which slot, and how much out of 65,535. A stored zero is not the same as no entry.</summary>
/// <param name="Uid">Slot it points to.</param>
/// <param name="Value">Share of 65,535.</param>
public readonly record struct WeightEntry(ushort Uid, ushort Value);
