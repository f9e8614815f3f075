namespace Simulator.Cli;

/// <summary>What a person sees of a mistake of ours.</summary>
internal static class InternalError
{
    /// <summary>With this variable set to 1 the whole trace is shown.</summary>
    public const string TraceVariable = "SIM_TRACE";

    public static void Report(Exception exception, Terminal terminal)
    {
        bool trace = Environment.GetEnvironmentVariable(TraceVariable) == "1";
        terminal.Error.WriteLine(
            $"internal error: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}"
        );
        terminal.Error.WriteLine(
            trace
                ? exception.ToString()
                : $"This is a mistake of the simulator: please report it, with what {TraceVariable}=1 shows."
        );
    }
}
