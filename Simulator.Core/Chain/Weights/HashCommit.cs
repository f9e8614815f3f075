using Simulator.Core.Chain.Extrinsics;

namespace Simulator.Core.Chain.Weights;

/// <summary>One commit that its validator must reveal.</summary>
internal readonly record struct HashCommit(CommitToken Token, ulong Epoch, ulong Block);
