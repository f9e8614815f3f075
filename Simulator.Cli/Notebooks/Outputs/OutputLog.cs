using System.Collections.Immutable;
using System.Text;

namespace Simulator.Cli.Notebooks.Outputs;

/// <summary>Everything a cell writes and shows, in order.</summary>
/// <remarks>The console and <c>Display()</c> belong to the whole process, so one notebook runs at a time.</remarks>
internal sealed class OutputLog
{
    private readonly List<CellOutput> _outputs = [];
    private readonly StringBuilder _written = new();

    /// <summary>The log of the notebook that runs; null when none does.</summary>
    public static OutputLog? Current { get; private set; }

    /// <summary>Runs something whose console output and <c>Display()</c> calls come here.</summary>
    public async Task Listen(Func<Task> action)
    {
        TextWriter console = Console.Out;
        using StringWriter writer = new(_written) { NewLine = "\n" };
        Current = this;
        Console.SetOut(writer);
        try
        {
            await action();
        }
        finally
        {
            Console.SetOut(console);
            Current = null;
        }
    }

    /// <summary>Adds a value as it looks best.</summary>
    public void Show(object? value)
    {
        TakeWritten();
        _outputs.Add(Display.Of(value));
    }

    /// <summary>What came since the last call.</summary>
    public ImmutableArray<CellOutput> Take()
    {
        TakeWritten();
        ImmutableArray<CellOutput> taken = [.. _outputs];
        _outputs.Clear();
        return taken;
    }

    private void TakeWritten()
    {
        if (_written.Length > 0)
        {
            _outputs.Add(new(OutputKind.Text, _written.ToString()));
            _written.Clear();
        }
    }
}
