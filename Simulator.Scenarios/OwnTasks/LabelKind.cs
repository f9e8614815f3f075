namespace Simulator.Scenarios.OwnTasks;

/// <summary>What the labels of a table are.</summary>
internal enum LabelKind
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary>One of two classes.</summary>
    Class,
}
