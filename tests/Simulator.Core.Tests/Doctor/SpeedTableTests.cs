using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Gpu;
using Simulator.Core.Doctor;

namespace Simulator.Core.Tests.Doctor;

public sealed class SpeedTableTests
{
    private static readonly string[] Rules = Enum.GetNames<BondRule>();

    [Fact]
    public void Every_execution_has_a_row_for_every_rule_and_a_device_also_its_copies()
    {
        List<string> lines = [];
        using MachineExecutions machine = new(GpuDevice.Processor());
        new SpeedTable(lines.Add, subnets: 3, runs: 4, seconds: 1e-4).Measure(machine);

        string[][] rows = [.. lines.Where(line => line.StartsWith('|')).Skip(2).Select(Cells)];
        Assert.Equal(
            Rules.SelectMany(rule => machine.All.Select(execution => (execution.Name, rule))),
            rows.Select(row => (row[0], row[1]))
        );
        Assert.All(rows, row => Assert.Matches(@"^\d+\.\d\d ms, \d+\.\d\d µs each$", row[3]));
        Assert.All(rows, row => Assert.Matches(@"^\d+\.\d\d ms, \d+\.\d\d µs each$", row[4]));
        Assert.Equal(
            rows.Select(row => row[0] == "kernels on the processor"),
            rows.Select(row => row[2] == "3" && row[5].Length > 0)
        );
    }

    [Fact]
    public void Without_a_device_the_table_says_so()
    {
        List<string> lines = [];
        using MachineExecutions machine = new(Backend.Cpu);
        new SpeedTable(lines.Add, runs: 4, seconds: 1e-4).Measure(machine);

        Assert.Equal("No device: only the processor is measured, one thread, in smaller batches.", lines[0]);
        Assert.Equal(Rules.Length * machine.All.Length, lines.Count(line => line.StartsWith('|')) - 2);
    }

    private static string[] Cells(string line) => [.. line.Split('|')[1..^1].Select(cell => cell.Trim())];
}
