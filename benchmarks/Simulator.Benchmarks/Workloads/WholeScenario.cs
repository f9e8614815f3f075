using Simulator.Scenarios;
using Simulator.Scenarios.Reports;
using Simulator.Scenarios.Results;

namespace Simulator.Benchmarks.Workloads;

/// <summary>A scenario of the library from its text to its result folder and report, as <c>sim run</c> does it.</summary>
internal sealed class WholeScenario(string name, int threads)
{
    /// <summary>Runs it once.</summary>
    /// <returns>Epochs that it ran.</returns>
    public int Run()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("sim-benchmark-");
        try
        {
            RunClock clock = new(TimeProvider.System);
            RunResult result = Runner.Run(ScenarioFile.Load(name, []), threads);
            ResultStore.Write(
                Path.Combine(folder.FullName, "result"),
                result,
                clock.Stop(),
                new() { Report = RunReport.Html(result) }
            );
            return result.Epochs;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
