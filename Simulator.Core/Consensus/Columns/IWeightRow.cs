namespace Simulator.Core.Consensus.Columns;

/// <summary>A validator's row with its weights, over lanes of columns: its trust.</summary>
internal interface IWeightRow<T> : IRow<T>
    where T : struct
{
    T Code(int step);
    T Consensus(int step);
}
