using BenchmarkDotNet.Running;
using Simulator.Benchmarks;
using Simulator.Benchmarks.Quick;
using Simulator.Benchmarks.Workloads;

// quick [year]: everything in one table, roughly. consensus: its epochs alone; consensus scaling | map | gate: their cost
// against size, the full retention map, and the ratio that has to hold; sparse: epochs with few entries; ensemble: many at
// once; models [image | text | translation | tables] [full]: what the markets of the task families cost beside their goals;
// models curves: skill against compute, data and noise; models constants: skill against what translators do not learn; models
// sizes: a miner's round by size of its model. Otherwise the arguments are BenchmarkDotNet's, as --filter '*Epoch*'.
switch (args)
{
    case ["quick", .. string[] options]:
        QuickTable.Print(withYear: options.Contains("year"));
        return 0;
    case ["consensus"]:
        Heading.Print();
        ConsensusTable.Print();
        Console.WriteLine();
        SparseTable.Print();
        Console.WriteLine();
        PaperTable.Print();
        return 0;
    case ["consensus", "scaling"]:
        Heading.Print();
        ScalingTable.Print();
        return 0;
    case ["consensus", "map"]:
        Heading.Print();
        MapTable.Print();
        return 0;
    case ["consensus", "gate"]:
        return RatioGate.Holds() ? 0 : 1;
    case ["sparse"]:
        Heading.Print();
        SparseTable.Print();
        return 0;
    case ["ensemble"]:
        Heading.Print();
        EnsembleTable.Print();
        return 0;
    case ["models", "sizes"]:
        Heading.Print();
        TextModelTable.Print();
        Console.WriteLine();
        TranslationTable.Print();
        return 0;
    case ["models", "constants"]:
        Heading.Print();
        ConstantTable.Print();
        return 0;
    case ["models", "curves", .. string[] names]:
        Heading.Print();
        CurveTable.Print(MarketFamily.Named(names));
        return 0;
    case ["models", .. string[] options]:
        Heading.Print();
        MarketTable.Print(MarketFamily.Named(options), full: options.Contains("full"));
        return 0;
}
BenchmarkSwitcher.FromAssembly(typeof(InProcessConfig).Assembly).Run(args, InProcessConfig.Create());
return 0;
