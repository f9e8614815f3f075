using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Simulator.Cli.Commands;

/// <summary>Prints the version, and the commit where the build knew it.</summary>
internal sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
{
    private const int ShownOfCommit = 12;

    /// <summary>The version line for an informational version such as <c>0.1.0+b26e4d0c</c>.</summary>
    public static string Line(string informational)
    {
        string[] parts = informational.Split('+', 2);
        return parts.Length == 1
            ? $"sim {parts[0]}"
            : $"sim {parts[0]} (commit {parts[1][..Math.Min(ShownOfCommit, parts[1].Length)]})";
    }

    public override int Invoke(ParseResult parseResult)
    {
        terminal.Out.WriteLine(
            Line(
                typeof(VersionAction)
                    .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
                    .InformationalVersion
            )
        );
        return ExitCode.Ok;
    }
}
