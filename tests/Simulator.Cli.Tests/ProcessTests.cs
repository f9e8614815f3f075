namespace Simulator.Cli.Tests;

/// <summary>What only a process of its own shows: exit codes, and which stream gets what.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-process-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Results_go_to_standard_output_and_the_exit_code_is_0()
    {
        Sim child = ChildSim.Call(_folder.FullName, "explain", "kappa");

        Assert.Equal(Sim.Call("explain", "kappa"), child);
        Assert.Contains("§2.4", child.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_go_to_standard_error_and_the_exit_code_is_2()
    {
        Sim child = ChildSim.Call(_folder.FullName, "explain", "kapa");

        Assert.Equal(Sim.Call("explain", "kapa"), child);
        Assert.Equal((2, ""), (child.ExitCode, child.Out));
    }

    [Fact]
    public void Help_needs_no_terminal() =>
        Assert.Equal(Sim.Call("run", "--help"), ChildSim.Call(_folder.FullName, "run", "--help"));
}
