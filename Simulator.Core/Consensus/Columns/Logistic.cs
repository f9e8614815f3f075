using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>1 / (1 + e^x), with the chain's exponential.</summary>
/// <remarks>Source: spec §2.7.</remarks>
internal static class Logistic
{
    /// <summary>The value at x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T, TColumn>(TColumn column, T x, in RuleParameters<T> p)
        where T : struct, ILane<T>
        where TColumn : struct, IColumn<T> => T.Div(p.One, T.DivisorOf(p.One + Exponential.Of(column, x, p)));
}
