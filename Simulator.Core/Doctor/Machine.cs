using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;
using Simulator.Core.Consensus.Execution;

namespace Simulator.Core.Doctor;

/// <summary>What the machine has, in lines to read.</summary>
internal static class Machine
{
    private const int FirstBrandLeaf = unchecked((int)0x80000002);

    /// <summary>Each fact with its name.</summary>
    public static IEnumerable<(string Name, string Fact)> Facts()
    {
        yield return (
            "runtime",
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"
        );
        yield return ("system", RuntimeInformation.OSDescription);
        yield return ("processor", Processor());
        yield return ("cores", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture));
        yield return ("vectors", string.Join(", ", ColumnExecutions.All().Select(x => x.Name)));
        yield return ("memory", Gibibytes(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes));
    }

    /// <summary>An amount of memory.</summary>
    public static string Gibibytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):F1} GiB");

    // The name stands in twelve registers of four characters, padded with spaces and zeros.
    private static string Processor()
    {
        const int leaves = 3;
        if (
            !X86Base.IsSupported
            || unchecked(
                (uint)X86Base.CpuId(unchecked((int)0x80000000), 0).Eax < (uint)(FirstBrandLeaf + leaves - 1)
            )
        )
        {
            return RuntimeInformation.ProcessArchitecture.ToString();
        }
        Span<int> registers = stackalloc int[leaves * 4];
        for (int leaf = 0; leaf < leaves; leaf++)
        {
            (registers[4 * leaf], registers[4 * leaf + 1], registers[4 * leaf + 2], registers[4 * leaf + 3]) =
                X86Base.CpuId(FirstBrandLeaf + leaf, 0);
        }
        return Encoding.ASCII.GetString(MemoryMarshal.AsBytes(registers)).Trim('\0', ' ');
    }
}
