using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Gpu;
using Simulator.Core.Doctor;

namespace Simulator.Doctor;

/// <summary><c>sim doctor</c> as one file: <c>sim-doctor [auto|cpu|gpu]</c>.</summary>
internal static class Program
{
    private const int Ok = 0;
    private const int BadInput = 2;
    private const int Disagrees = 10;

    private static int Main(string[] args)
    {
        if (args.Length > 1 || Read(args.FirstOrDefault("auto")) is not { } backend)
        {
            Console.Error.WriteLine("usage: sim-doctor [auto|cpu|gpu]");
            return BadInput;
        }
        try
        {
            return Examination.Run(backend, Console.WriteLine) ? Ok : Disagrees;
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
