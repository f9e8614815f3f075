namespace Simulator.Cli;

/// <summary>The program <c>sim</c>.</summary>
internal static class Program
{
    private static int Main(string[] args) => CommandLine.Run(args, Terminal.OfProcess());
}
