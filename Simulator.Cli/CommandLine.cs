using System.CommandLine;
using System.CommandLine.Help;
using Simulator.Cli.Commands;

namespace Simulator.Cli;

/// <summary>Reads the arguments of <c>sim</c>, runs the verb and says with which code to exit.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="terminal">Where the verb writes.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Terminal terminal)
    {
        int code = Guarded(() => Obey(args, terminal), terminal);
        // What is still buffered may not find its way out either.
        return Guarded(() => Flush(terminal, code), terminal);
    }

    /// <summary>The command tree.</summary>
    public static RootCommand Root(Terminal terminal)
    {
        RootCommand root = new(
            """
            A laboratory for Bittensor subnet incentive mechanisms.

            Exit codes: 0 ok, 2 bad input, 3 a run failed, 10 an expectation or a verification failed,
            70 internal error, 130 interrupted.
            """
        )
        {
            RunCommand.Create(terminal),
            ProfileCommand.Create(terminal),
            CheckCommand.Create(terminal),
            ListCommand.Create(terminal),
            ShowCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            VerifyCommand.Create(terminal),
            ImportCommand.Create(terminal),
            ReportCommand.Create(terminal),
            NotebookCommand.Create(terminal),
            DoctorCommand.Create(terminal),
        };
        root.HelpName = "sim";
        root.Options.Single(o => o is VersionOption).Action = new VersionAction(terminal);
        root.SetAction(parsed => new HelpAction().Invoke(parsed));
        return root;
    }

    private static int Guarded(Func<int> action, Terminal terminal)
    {
        try
        {
            return action();
        }
        catch (Exception e)
        {
            return Failure.Report(
                e,
                terminal.Error,
                Environment.GetEnvironmentVariable(Failure.TraceVariable) == "1"
            );
        }
    }

    private static int Obey(IReadOnlyList<string> args, Terminal terminal)
    {
        // An argument that starts with @ is an argument, not a file of arguments.
        ParseResult parsed = Root(terminal)
            .Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return UsageErrors.Report(parsed, terminal) ? ExitCode.BadInput : Invoke(parsed, terminal);
    }

    private static int Flush(Terminal terminal, int code)
    {
        terminal.Out.Flush();
        terminal.Error.Flush();
        return code;
    }

    private static int Invoke(ParseResult parsed, Terminal terminal) =>
        parsed.Invoke(
            new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                // Verbs that end in good order on a signal see to it themselves; the others just end.
                ProcessTerminationTimeout = null,
            }
        );
}
