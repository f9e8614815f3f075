using System.Runtime.InteropServices;

namespace Simulator.Scenarios.Results;

/// <summary>The machine of a run; no number of a result depends on it.</summary>
/// <param name="System">Operating system with its version.</param>
/// <param name="Architecture">Architecture of the process, such as <c>X64</c>.</param>
/// <param name="Processors">Processors that the process may use.</param>
/// <param name="Runtime">Runtime with its version.</param>
public sealed record HostFacts(string System, string Architecture, int Processors, string Runtime)
{
    /// <summary>The machine that this runs on.</summary>
    public static HostFacts Here { get; } =
        new(
            RuntimeInformation.OSDescription,
            RuntimeInformation.ProcessArchitecture.ToString(),
            Environment.ProcessorCount,
            RuntimeInformation.FrameworkDescription
        );
}
