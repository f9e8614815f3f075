namespace Simulator.Cli.Tests.Notebooks;

/// <summary>Tests that change the console or the working directory, which belong to the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWide
{
    public const string Name = "Process-wide";
}
