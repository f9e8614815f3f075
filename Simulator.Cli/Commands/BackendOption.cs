using System.CommandLine;
using Simulator.Core.Consensus.Execution;

namespace Simulator.Cli.Commands;

/// <summary><c>--backend auto|cpu|gpu</c>: what epochs are computed on.</summary>
internal static class BackendOption
{
    /// <summary>The option, with what it means for one verb.</summary>
    public static Option<string> Create(string description)
    {
        Option<string> backend = new("--backend")
        {
            Description = description,
            HelpName = "auto|cpu|gpu",
            DefaultValueFactory = _ => "auto",
        };
        backend.AcceptOnlyFromAmong("auto", "cpu", "gpu");
        return backend;
    }

    /// <summary>What was chosen.</summary>
    public static Backend Value(ParseResult parsed, Option<string> backend) =>
        Enum.Parse<Backend>(parsed.GetRequiredValue(backend), ignoreCase: true);
}
