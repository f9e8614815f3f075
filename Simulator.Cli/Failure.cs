using Simulator.Core.Consensus.Execution.Gpu;
using Simulator.Core.Units;
using Simulator.Scenarios;
using Simulator.Scenarios.Externals;
using Simulator.Scenarios.Metagraphs;
using Simulator.Scenarios.Results;

namespace Simulator.Cli;

/// <summary>What a person sees of an exception, and with which code the program exits.</summary>
internal static class Failure
{
    /// <summary>With this variable set to 1 the whole trace of a failure is shown.</summary>
    public const string TraceVariable = "SIM_TRACE";

    /// <summary>Tells what went wrong, without a trace unless it is asked for.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="error">Takes the text.</param>
    /// <param name="trace">Whether the trace is asked for.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Report(Exception failure, TextWriter error, bool trace)
    {
        int code = CodeOf(failure);
        error.WriteLine(
            code == ExitCode.Internal
                ? $"internal error: {failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ")}"
            // The problems of a file have a form of their own, one a line.
            : failure is ScenarioException or MetagraphException ? failure.Message
            : failure is InvariantException
                ? $"error: the run failed: {failure.Message.ReplaceLineEndings(" ")}"
            : $"error: {failure.Message}"
        );
        if (code != ExitCode.BadInput && trace)
        {
            error.WriteLine(failure);
        }
        else if (code == ExitCode.Internal)
        {
            error.WriteLine(
                $"This is a mistake of the simulator: please report it, with what {TraceVariable}=1 shows."
            );
        }
        return code;
    }

    private static int CodeOf(Exception failure) =>
        failure switch
        {
            ScenarioException or MetagraphException or InputException or DeviceException => ExitCode.BadInput,
            RunFailedException
            or ResultException
            or PlanException
            or InvariantException
            or ExternalException => ExitCode.RunFailed,
            IOException or UnauthorizedAccessException or OutOfMemoryException => ExitCode.RunFailed,
            _ => ExitCode.Internal,
        };
}
