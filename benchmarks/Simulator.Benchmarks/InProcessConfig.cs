using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Simulator.Benchmarks;

/// <summary>Runs benchmarks in this process: nothing is restored or built, so it works without a network.</summary>
internal static class InProcessConfig
{
    public static IConfig Create() =>
        DefaultConfig
            .Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default);
}
