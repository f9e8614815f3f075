using Simulator.Core.Tasks;
using Simulator.Scenarios.Sections;

namespace Simulator.Models.Onnx;

/// <summary>What decides the answers of a network: which file it is, and how it is read.</summary>
/// <param name="Sha256">The file.</param>
/// <param name="Task">What is asked.</param>
internal sealed record CheckpointKey(string Sha256, ITask Task)
{
    /// <summary>The tensor that takes questions.</summary>
    public string? Input { get; init; }

    /// <summary>The tensor that answers.</summary>
    public string? Output { get; init; }

    /// <summary>How questions become numbers.</summary>
    public TensorReads? Reads { get; init; }

    /// <summary>What its numbers mean.</summary>
    public TensorSays? Says { get; init; }

    /// <summary>What is taken from each pixel.</summary>
    public double Mean { get; init; }

    /// <summary>What each pixel is divided by.</summary>
    public double Deviation { get; init; }

    /// <summary>Characters looked back at.</summary>
    public int Window { get; init; }
}
