using BenchmarkDotNet.Running;
using Simulator.Benchmarks;
using Simulator.Benchmarks.Quick;

// quick [year]: everything in one table, roughly; consensus: its epochs alone; translation: the models
// that translate; otherwise the arguments are BenchmarkDotNet's, as --filter '*Epoch*'.
if (args is ["quick", .. string[] options])
{
    QuickTable.Print(withYear: options.Contains("year"));
    return 0;
}
if (args is ["consensus"])
{
    ConsensusTable.Print();
    Console.WriteLine();
    PaperTable.Print();
    return 0;
}
if (args is ["translation"])
{
    TranslationTable.Print();
    return 0;
}
BenchmarkSwitcher.FromAssembly(typeof(InProcessConfig).Assembly).Run(args, InProcessConfig.Create());
return 0;
