namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>Something that learns from a shard step by step: what a trainer trains.</summary>
internal interface ITableLearner
{
    /// <summary>Floating-point operations of one answer.</summary>
    long AnswerOperations { get; }

    /// <summary>Floating-point operations of the next step; null where there is nothing left to learn.</summary>
    long? NextStep { get; }

    /// <summary>Takes the next step.</summary>
    void Step();

    /// <summary>The output for a row: 0 for what the baseline says.</summary>
    /// <param name="table">The shard's table, or another one as it looks to who learned from that.</param>
    /// <param name="row">Number of the row in the table.</param>
    double Output(TableSet table, int row);
}
