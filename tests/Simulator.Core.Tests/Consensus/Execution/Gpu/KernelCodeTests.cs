using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using Simulator.Core.Consensus.Execution.Gpu;

namespace Simulator.Core.Tests.Consensus.Execution.Gpu;

/// <summary>What kernels become for a device, read without one.</summary>
public sealed class KernelCodeTests
{
    public static TheoryData<string, int> Kernels
    {
        get
        {
            TheoryData<string, int> data = [];
            foreach ((string name, _) in GpuKernels.All)
            {
                data.Add(name, 80);
                data.Add(name, 90);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void A_kernel_has_no_extern_no_local_memory_and_no_call(string kernel, int architecture)
    {
        string ptx = Ptx(kernel, architecture);
        Assert.Contains(".entry", ptx, StringComparison.Ordinal);
        Assert.DoesNotContain(".extern", ptx, StringComparison.Ordinal);
        Assert.DoesNotContain(".local", ptx, StringComparison.Ordinal);
        Assert.DoesNotContain("call", ptx, StringComparison.Ordinal);
    }

    private static string Ptx(string kernel, int architecture)
    {
        using Context context = GpuDevice.NewContext(_ => { });
        using PTXBackend backend = new(
            context,
            architecture == 80 ? CudaArchitecture.SM_80 : CudaArchitecture.SM_90,
            CudaInstructionSet.ISA_78,
            null!
        );
        EntryPointDescription entry = EntryPointDescription.FromImplicitlyGroupedKernel(
            GpuKernels.All.Single(k => k.Name == kernel).Method
        );
        return ((PTXCompiledKernel)backend.Compile(entry, KernelSpecialization.Empty)).PTXAssembly;
    }
}
