namespace Simulator.Core.Tasks;

/// <summary>What a miner replies that has nothing to say; worthless in every task.</summary>
public sealed class NoAnswer : IAnswer
{
    private NoAnswer() { }

    /// <summary>The one empty answer.</summary>
    public static NoAnswer Instance { get; } = new();
}
