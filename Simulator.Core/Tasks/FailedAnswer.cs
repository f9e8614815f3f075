namespace Simulator.Core.Tasks;

/// <summary>What a miner replies whose model broke on the question, such as one that gave numbers that are none; worthless in
/// every task, and counted.</summary>
/// <param name="reason">What went wrong.</param>
public sealed class FailedAnswer(string reason) : IAnswer
{
    /// <summary>What went wrong.</summary>
    public string Reason { get; } = reason ?? throw new ArgumentNullException(nameof(reason));

    /// <summary>What went wrong, as an answer shows it.</summary>
    public override string ToString() => $"failed: {Reason}";
}
