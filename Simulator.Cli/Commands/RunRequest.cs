using Simulator.Core.Consensus.Execution;

namespace Simulator.Cli.Commands;

/// <summary>What the command line asks of <c>sim run</c>.</summary>
internal sealed record RunRequest
{
    /// <summary>Name or file of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Overrides, in order.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>A seed in place of the scenario's own.</summary>
    public ulong? Seed { get; init; }

    /// <summary>How many seeds to run, the first being the run's; null for one run and its own summary.</summary>
    public int? Seeds { get; init; }

    /// <summary>Threads that work for the miners.</summary>
    public required int Threads { get; init; }

    /// <summary>What epochs are computed on.</summary>
    public required Backend Backend { get; init; }

    /// <summary>Where the result goes; null for the usual place.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether to run and write whatever the folder holds.</summary>
    public bool Force { get; init; }

    /// <summary>Whether to show no progress.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whether to print JSON in place of the summary.</summary>
    public bool Json { get; init; }

    /// <summary>Whether to write CSV files too.</summary>
    public bool Csv { get; init; }

    /// <summary>Whether to keep the weights of every epoch.</summary>
    public bool Weights { get; init; }

    /// <summary>Whether programs and endpoints that the scenario names may be started and asked.</summary>
    public bool AllowExternal { get; init; }

    /// <summary>A result folder or a recording that answers in place of models outside; null for none.</summary>
    public string? ReplayExternal { get; init; }

    /// <summary>Whether to write the report.</summary>
    public bool Report { get; init; }
}
