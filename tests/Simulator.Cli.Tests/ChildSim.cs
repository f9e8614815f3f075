using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Simulator.Cli.Tests;

/// <summary><c>sim</c> in a process of its own, as a shell starts it.</summary>
/// <remarks>Only here do signals, exit codes and limits mean what they mean to a user.</remarks>
internal sealed class ChildSim : IDisposable
{
    // No command of these tests needs a tenth of it; who exceeds it is killed by the kernel, however slow the machine.
    private const int ProcessorSeconds = 60;

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly List<string> _errors = [];

    private ChildSim(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Starts <c>sim</c>.</summary>
    /// <param name="folder">Its working folder.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    /// <param name="processorSeconds">Processor time after which the kernel kills it.</param>
    /// <param name="args">Its arguments.</param>
    public static ChildSim Start(
        string folder,
        IEnumerable<(string Name, string Value)> environment,
        int processorSeconds,
        params string[] args
    )
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals and limits are set the Linux way here.");
        ProcessStartInfo start = new("env")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A shell that runs tests in the background hands down an ignored SIGINT.
        foreach (string arg in (string[])["--default-signal=INT,TERM", "sh", "-c"])
        {
            start.ArgumentList.Add(arg);
        }
        start.ArgumentList.Add($"ulimit -t {processorSeconds}; exec \"$0\" \"$@\"");
        start.ArgumentList.Add(Host());
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "sim.dll"));
        foreach (string arg in args)
        {
            start.ArgumentList.Add(arg);
        }
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }
        return new ChildSim(start);
    }

    /// <summary>Runs <c>sim</c> to its end.</summary>
    public static Sim Call(string folder, params string[] args)
    {
        using ChildSim child = Start(folder, [], ProcessorSeconds, args);
        return child.Finish();
    }

    /// <summary>Reads standard error up to a line.</summary>
    public void WaitFor(string line)
    {
        while (_process.StandardError.ReadLine() is { } next)
        {
            _errors.Add(next);
            if (next == line)
            {
                return;
            }
        }
        Assert.Fail($"No line '{line}' on standard error, only:\n{string.Join('\n', _errors)}");
    }

    /// <summary>Sends a signal, such as INT.</summary>
    public void Signal(string name)
    {
        using Process kill = Process.Start("sh", ["-c", $"kill -{name} {_process.Id}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Waits for the end; a signal counts as 128 and its number.</summary>
    public Sim Finish()
    {
        while (_process.StandardError.ReadLine() is { } next)
        {
            _errors.Add(next);
        }
        _process.WaitForExit();
        return new(
            _process.ExitCode,
            _output.GetAwaiter().GetResult(),
            string.Concat(_errors.Select(line => line + "\n"))
        );
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
        _process.Dispose();
    }

    private static string Host() =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
