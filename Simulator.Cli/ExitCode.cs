namespace Simulator.Cli;

/// <summary>What the exit codes of <c>sim</c> mean; scripts depend on them.</summary>
internal static class ExitCode
{
    /// <summary>Done, and every expectation was met.</summary>
    public const int Ok = 0;

    /// <summary>The command line, a scenario or a file is wrong; nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>A run failed, or its result cannot be written.</summary>
    public const int RunFailed = 3;

    /// <summary>An expectation of a scenario was missed, or a verification found differences.</summary>
    public const int Missed = 10;

    /// <summary>A mistake of the program itself.</summary>
    public const int Internal = 70;

    /// <summary>Ctrl-C or SIGTERM; what a run had reached is kept as partial.</summary>
    public const int Interrupted = 130;
}
