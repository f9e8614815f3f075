using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Gpu;
using Simulator.Core.Doctor;

namespace Simulator.Doctor;

/// <summary><c>sim doctor</c> as one file: <c>sim-doctor [auto|cpu|gpu] [--full]</c>.</summary>
internal static class Program
{
    private const int Ok = 0;
    private const int BadInput = 2;
    private const int Disagrees = 10;

    private static int Main(string[] args)
    {
        bool full = args.LastOrDefault() == "--full";
        string[] words = full ? args[..^1] : args;
        if (words.Length > 1 || Read(words.FirstOrDefault("auto")) is not { } backend)
        {
            Console.Error.WriteLine("usage: sim-doctor [auto|cpu|gpu] [--full]");
            return BadInput;
        }
        try
        {
            bool agrees = Examination.Run(backend, Console.WriteLine);
            if (full)
            {
                Console.WriteLine(
                    "skipped    vectors of the chain and of the papers: sim doctor --full reads them\n"
                );
                SpeedTable.Write(backend, Console.WriteLine);
            }
            return agrees ? Ok : Disagrees;
        }
        catch (DeviceException e)
        {
            Console.Error.WriteLine($"error: {e.Message}");
            return BadInput;
        }
    }

    private static Backend? Read(string text) =>
        text switch
        {
            "auto" => Backend.Auto,
            "cpu" => Backend.Cpu,
            "gpu" => Backend.Gpu,
            _ => null,
        };
}
