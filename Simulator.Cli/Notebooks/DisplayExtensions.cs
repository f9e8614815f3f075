using Simulator.Cli.Notebooks.Outputs;

namespace Simulator.Cli.Notebooks;

/// <summary><c>value.Display()</c>, as the interactive kernel has it.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value and passes it on.</summary>
    public static T Display<T>(this T value)
    {
        OutputLog.Current?.Show(value);
        return value;
    }
}
