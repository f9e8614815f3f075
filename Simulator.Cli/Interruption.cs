using System.Runtime.InteropServices;

namespace Simulator.Cli;

/// <summary>Turns the first Ctrl-C or SIGTERM into a request to end in good order; the second ends the process.</summary>
internal sealed class Interruption : IDisposable
{
    private const string ShowCursor = "\u001b[?25h";

    private readonly CancellationTokenSource _source = new();
    private readonly Terminal _terminal;
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    /// <summary>Listens from now on.</summary>
    /// <param name="terminal">Is told that the first signal was heard, and what a second would do.</param>
    public Interruption(Terminal terminal)
    {
        _terminal = terminal;
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        if (_source.IsCancellationRequested)
        {
            // What is not held back ends the process as it would have without us; a progress bar hid the cursor.
            _terminal.Error.Write(_terminal.DrawsProgress ? ShowCursor : "");
            return;
        }
        signal.Cancel = true;
        _terminal.Error.WriteLine("interrupted: ending at the next whole epoch; once more ends at once");
        _source.Cancel();
    }
}
