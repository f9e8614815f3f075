using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Simulator.Scenarios.Externals;

/// <summary>Asks a program over its standard input and output, one line each way. It is started with the first question,
/// stopped when it does not answer in time, and started again a few times.</summary>
/// <param name="file">The program's file.</param>
/// <param name="program">The program.</param>
internal sealed class ProgramChannel(string file, ExternalProgram program) : IExternalChannel
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private Process? _process;
    private LineStream? _output;
    private LastWords? _errors;
    private bool _hasAnswered;
    private bool _everAnswered;
    private int _starts;
    private string _lastFault = "";

    /// <inheritdoc/>
    public byte[] Exchange(long id, string message, ExternalWaits waits)
    {
        if (_process is null && _starts == ExternalLimits.Starts)
        {
            throw new ExternalFault(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the program is given up after {_starts} starts ({_lastFault})"
                )
            );
        }
        try
        {
            Process process = _process ?? Start();
            TimeSpan wait = _hasAnswered ? waits.Answer : waits.Answer + waits.Start;
            LineStream output = _output!;
            // A pipe can be full or empty for ever, so another thread waits at it; to stop the program frees that thread.
            Task<byte[]?> talk = Task.Run(() => Talk(process, output, id, message));
            if (!WaitFor(talk, wait))
            {
                throw new ExternalFault(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"no answer within {wait.TotalSeconds} s; the program was stopped{(_everAnswered ? "" : " and had never answered: does it flush its replies?")}"
                    )
                );
            }
            byte[] reply = talk.Result ?? throw new ExternalFault(End(process));
            (_hasAnswered, _everAnswered) = (true, true);
            return reply;
        }
        catch (ExternalFault fault)
        {
            _lastFault = fault.Message + Stop();
            throw new ExternalFault(_lastFault, fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_process is { } process)
        {
            try
            {
                // The end of its input tells a program that nothing more will be asked.
                process.StandardInput.Close();
                process.WaitForExit(Farewell);
            }
            catch (IOException)
            {
                // It is gone already.
            }
        }
        Stop();
    }

    private static bool WaitFor(Task talk, TimeSpan wait)
    {
        try
        {
            return talk.Wait(wait);
        }
        catch (AggregateException e) when (e.InnerException is ExternalFault fault)
        {
            throw new ExternalFault(fault.Message, e);
        }
        catch (AggregateException e) when (e.InnerException is IOException)
        {
            throw new ExternalFault("the program does not read its input", e);
        }
    }

    private static byte[]? Talk(Process process, LineStream output, long id, string message)
    {
        Stream input = process.StandardInput.BaseStream;
        input.Write(Encoding.UTF8.GetBytes(message + "\n"));
        input.Flush();
        byte[]? reply = output.Read();
        while (reply is not null && Reply.IdOf(reply) < id)
        {
            reply = output.Read();
        }
        return reply;
    }

    private static string End(Process process) =>
        process.WaitForExit(Farewell)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"the program ended with exit code {process.ExitCode}"
            )
            : "the program closed its output";

    private Process Start()
    {
        _starts++;
        ProcessStartInfo start = new(file, program.Command.Skip(1))
        {
            WorkingDirectory = program.Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            _process = Process.Start(start)!;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw new ExternalFault($"the program cannot be started: {e.Message}", e);
        }
        _hasAnswered = false;
        _output = new(_process.StandardOutput.BaseStream);
        _errors = new(_process.StandardError.BaseStream);
        return _process;
    }

    /// <summary>Stops the program, if it runs.</summary>
    /// <returns>Its last words, as the end of a sentence.</returns>
    private string Stop()
    {
        if (_process is not { } process)
        {
            return "";
        }
        _process = null;
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(Farewell);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself meanwhile, or is beyond our reach.
        }
        string words = _errors!.Told(Farewell);
        process.Dispose();
        return words;
    }
}
