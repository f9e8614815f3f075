namespace Simulator.Core.Consensus.Execution.Batches;

/// <summary>An epoch to be computed with others: what it reads, and then what it gave, or why it gave nothing.</summary>
internal sealed class EpochJob
{
    private EpochInput? _input;

    /// <summary>What it reads; unchanged until the whole batch is computed.</summary>
    public EpochInput Input => _input!;

    /// <summary>Its results; null before, and where it failed.</summary>
    public EpochOutput? Output { get; set; }

    /// <summary>Why it failed; null where it did not.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Takes up another epoch.</summary>
    public void Begin(EpochInput input) => (_input, Output, Fault) = (input, null, null);
}
