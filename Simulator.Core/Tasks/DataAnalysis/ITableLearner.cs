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

    /// <summary>The output for a row of the shard's table: 0 for what the baseline says.</summary>
    double Output(int row);
}
