namespace Simulator.Core.Consensus.Columns;

/// <summary>The two sums of a validator's row, over lanes of columns.</summary>
internal interface IRow<T>
    where T : struct
{
    int Steps { get; }
    T Code(int step);
    T Consensus(int step);
    T Share(int step);
    T Incentive(int step);
}
