using System.Text.RegularExpressions;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using Simulator.Core.Consensus.Execution.Gpu;

namespace Simulator.Core.Tests.Consensus.Execution.Gpu;

/// <summary>The PTX of one kernel, and how deep in loops its instructions stand.</summary>
internal sealed partial class KernelCode
{
    private readonly List<List<string>> _blocks =
    [
        [],
    ];
    private readonly List<List<int>> _next = [];

    /// <summary>Reads PTX.</summary>
    public KernelCode(string ptx)
    {
        Text = ptx;
        Dictionary<string, int> blockOf = [];
        List<(int Block, string Target, bool Always)> jumps = [];
        string entry = ptx[ptx.IndexOf(".entry", StringComparison.Ordinal)..];
        foreach (string line in entry.Split('\n').Select(line => line.Trim()))
        {
            if (Label().Match(line) is { Success: true } label)
            {
                _blocks.Add([]);
                blockOf[label.Groups[1].Value] = _blocks.Count - 1;
            }
            else if (Branch().Match(line) is { Success: true } branch)
            {
                bool always = !branch.Groups["guard"].Success;
                jumps.Add((_blocks.Count - 1, branch.Groups["target"].Value, always));
                _blocks.Add([]);
            }
            else
            {
                _blocks[^1].Add(line);
            }
        }
        Connect(blockOf, jumps);
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Compiles a kernel for an architecture; no device is needed.</summary>
    public static KernelCode Of(string kernel, CudaArchitecture architecture)
    {
        using Context context = GpuDevice.NewContext(_ => { });
        using PTXBackend backend = new(context, architecture, CudaInstructionSet.ISA_78, null!);
        EntryPointDescription entry = EntryPointDescription.FromImplicitlyGroupedKernel(
            GpuKernels.All.Concat(GpuScoreKernels.All).Single(k => k.Name == kernel).Method
        );
        return new(((PTXCompiledKernel)backend.Compile(entry, KernelSpecialization.Empty)).PTXAssembly);
    }

    /// <summary>In how many loops each instruction stands that begins so; 0 is outside of all.</summary>
    public IEnumerable<int> Depths(params string[] instructions)
    {
        int[] depth = new int[_blocks.Count];
        Deepen(Enumerable.Range(0, _blocks.Count).ToHashSet(), depth);
        return _blocks.SelectMany(
            (block, index) =>
                block
                    .Where(line => instructions.Any(name => line.StartsWith(name, StringComparison.Ordinal)))
                    .Select(_ => depth[index])
        );
    }

    private void Connect(Dictionary<string, int> blockOf, List<(int Block, string Target, bool Always)> jumps)
    {
        for (int k = 0; k < _blocks.Count; k++)
        {
            bool returns = _blocks[k].Any(line => line.StartsWith("ret", StringComparison.Ordinal));
            bool leaves = returns || jumps.Any(jump => jump.Block == k && jump.Always);
            _next.Add(leaves || k + 1 == _blocks.Count ? [] : [k + 1]);
        }
        foreach ((int block, string target, _) in jumps)
        {
            _next[block].Add(blockOf[target]);
        }
    }

    // A loop is a set of blocks that reach each other; without the block that leads into it, the loops inside remain.
    private void Deepen(HashSet<int> among, int[] depth)
    {
        HashSet<int> seen = [];
        foreach (int block in among.Order())
        {
            if (seen.Contains(block) || !Reached(block, among).Contains(block))
            {
                continue;
            }
            HashSet<int> loop =
            [
                .. Reached(block, among).Where(other => Reached(other, among).Contains(block)),
            ];
            seen.UnionWith(loop);
            foreach (int inside in loop)
            {
                depth[inside]++;
            }
            int head = loop.Order().First(inside => IsEntered(inside, loop));
            loop.Remove(head);
            Deepen(loop, depth);
        }
    }

    private bool IsEntered(int block, HashSet<int> loop) =>
        Enumerable.Range(0, _blocks.Count).Any(from => !loop.Contains(from) && _next[from].Contains(block));

    private HashSet<int> Reached(int from, HashSet<int> among)
    {
        HashSet<int> reached = [];
        Stack<int> open = new([from]);
        while (open.TryPop(out int block))
        {
            foreach (int next in _next[block].Where(next => among.Contains(next) && reached.Add(next)))
            {
                open.Push(next);
            }
        }
        return reached;
    }

    [GeneratedRegex(@"^(\w+):$")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?<guard>@!?%p\d+ )?bra(\.uni)?\s+(?<target>\w+);$")]
    private static partial Regex Branch();
}
