using BenchmarkDotNet.Running;
using Simulator.Benchmarks;
using Simulator.Benchmarks.Quick;

// quick [year]: everything in one table, roughly; consensus: its epochs alone; sparse: of these the ones with few entries;
// ensemble: many at once; otherwise the arguments are BenchmarkDotNet's, as --filter '*Epoch*'.
if (args is ["quick", .. string[] options])
{
    QuickTable.Print(withYear: options.Contains("year"));
    return 0;
}
if (args is ["sparse"])
{
    SparseTable.Print();
    return 0;
}
if (args is ["consensus"])
{
    ConsensusTable.Print();
    Console.WriteLine();
    SparseTable.Print();
    Console.WriteLine();
    PaperTable.Print();
    return 0;
}
if (args is ["ensemble"])
{
    EnsembleTable.Print();
    return 0;
}
BenchmarkSwitcher.FromAssembly(typeof(InProcessConfig).Assembly).Run(args, InProcessConfig.Create());
return 0;
