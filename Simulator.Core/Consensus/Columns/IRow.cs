namespace Simulator.Core.Consensus.Columns;

/// <summary>A validator's row, over lanes of columns: its dividends.</summary>
internal interface IRow<T>
    where T : struct
{
    int Steps { get; }
    T Share(int step);
    T Incentive(int step);
}
