using System.Reflection;
using System.Runtime.InteropServices;
using ILGPU;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>Where the CUDA driver's library is looked for.</summary>
internal static class CudaDriver
{
    // ILGPU asks for 'cuda', which is libcuda.so; a machine with a driver and no toolkit has only libcuda.so.1.
    private static readonly string[] Names =
    [
        "libcuda.so.1",
        "libcuda.so",
        "/usr/local/nvidia/lib64/libcuda.so.1",
        "/usr/lib/x86_64-linux-gnu/libcuda.so.1",
        "/usr/local/cuda/compat/libcuda.so.1",
    ];

    static CudaDriver()
    {
        // Under WSL ILGPU brings a resolver of its own, and an assembly takes only one.
        if (
            OperatingSystem.IsLinux()
            && !RuntimeInformation.OSDescription.Contains("microsoft", StringComparison.OrdinalIgnoreCase)
        )
        {
            NativeLibrary.SetDllImportResolver(typeof(Context).Assembly, Resolve);
        }
    }

    /// <summary>Has the library found by its other names too; to be called before a context is made.</summary>
    public static void Prepare() { }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != "cuda")
        {
            return 0;
        }
        foreach (string candidate in Names)
        {
            if (NativeLibrary.TryLoad(candidate, out nint library))
            {
                return library;
            }
        }
        return 0;
    }
}
