using Spectre.Console;

namespace Simulator.Cli.Output;

/// <summary>Shows on standard error how far a run is: a bar on a screen, a line per quarter in a pipe.</summary>
internal static class RunProgress
{
    /// <summary>Does a run's work while its progress is shown.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="title">Name of the run.</param>
    /// <param name="epochs">Epochs until it is done.</param>
    /// <param name="work">The work; it reports whole epochs.</param>
    public static T Watch<T>(Terminal terminal, string title, int epochs, Func<IProgress<int>, T> work) =>
        terminal.DrawsProgress
            ? Draw(terminal, title, epochs, work)
            : work(new QuarterLines(terminal.Error, title, epochs));

    private static T Draw<T>(Terminal terminal, string title, int epochs, Func<IProgress<int>, T> work)
    {
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(terminal.Error),
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                ColorSystem = terminal.UsesColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            }
        );
        return console
            .Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .Start(context => work(new Bar(context.AddTask(Markup.Escape(title), maxValue: epochs))));
    }

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }
}
