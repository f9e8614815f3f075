using System.Reflection;
using ILGPU.Runtime.Cuda;
using Simulator.Core.Consensus.Execution.Gpu;

namespace Simulator.Core.Tests.Consensus.Execution.Gpu;

/// <summary>What kernels become for a device, read without one.</summary>
public sealed class KernelCodeTests
{
    public static TheoryData<string, int> Kernels => Named([.. GpuKernels.All, .. GpuScoreKernels.All]);

    public static TheoryData<string, int> KernelsOfReals => Named(GpuScoreKernels.All);

    [Theory]
    [MemberData(nameof(Kernels))]
    public void A_kernel_needs_nothing_outside_and_keeps_its_numbers_in_registers(
        string kernel,
        int architecture
    )
    {
        KernelCode code = KernelCode.Of(kernel, Architecture(architecture));
        Assert.Contains(".entry", code.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(".extern", code.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(".local", code.Text, StringComparison.Ordinal);
        Assert.Empty(code.Depths("call", "ld.u", "ld.s", "ld.b", "st.u", "st.s", "st.b"));
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void A_loop_divides_only_where_every_cell_has_its_own_divisor(string kernel, int architecture)
    {
        KernelCode code = KernelCode.Of(kernel, Architecture(architecture));
        // Of a cell's own are e^−x and the sigmoid under liquid alpha; the series inside divides by table.
        int[] expected = kernel == nameof(GpuKernels.Liquid) ? [1, 1] : [];
        Assert.Equal(expected, code.Depths("div.", "rem.").Where(depth => depth > 0));
    }

    [Theory]
    [MemberData(nameof(KernelsOfReals))]
    public void No_product_of_reals_is_left_to_be_fused_with_a_sum(string kernel, int architecture)
    {
        KernelCode code = KernelCode.Of(kernel, Architecture(architecture));
        Assert.Empty(code.Depths("mul.f64", "fma.", "mad.f64", "mad.rn.f64"));
    }

    [Fact]
    public void Loops_are_counted_by_what_jumps_back()
    {
        KernelCode code = new(
            """
            .entry Made_up()
            {
            	div.a;
            outer:
            	div.b;
            inner:
            	div.c;
            	@%p1 bra.uni	inner;
            	@%p2 bra.uni	after;
            	bra.uni	outer;
            after:
            	div.d;
            	ret;
            }
            """
        );
        Assert.Equal([0, 1, 2, 0], code.Depths("div."));
    }

    private static TheoryData<string, int> Named(IReadOnlyList<(string Name, MethodInfo Method)> kernels)
    {
        TheoryData<string, int> data = [];
        foreach ((string name, _) in kernels)
        {
            data.Add(name, 80);
            data.Add(name, 90);
        }
        return data;
    }

    private static CudaArchitecture Architecture(int version) =>
        version == 80 ? CudaArchitecture.SM_80 : CudaArchitecture.SM_90;
}
