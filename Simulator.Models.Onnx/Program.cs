using Simulator.Cli;
using Simulator.Scenarios.ModelFiles;

namespace Simulator.Models.Onnx;

/// <summary>The program <c>sim</c>, with ONNX Runtime for models of the user's own.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        ModelSources.Onnx = new OnnxSource();
        return CommandLine.Run(args, Terminal.OfProcess());
    }
}
