namespace Simulator.Benchmarks.Workloads;

/// <summary>A plain copy that moves as many bytes as an epoch has to: what no execution can be faster than on large data.</summary>
internal sealed class CopyLoop
{
    private readonly byte[] _from;
    private readonly byte[] _to;

    /// <summary>Sets the memory out.</summary>
    /// <param name="moved">Bytes read and bytes written, taken together: half of them are read here, half are written.</param>
    public CopyLoop(long moved)
    {
        _from = GC.AllocateUninitializedArray<byte>((int)(moved / 2));
        _to = new byte[_from.Length];
        Array.Fill(_from, (byte)1);
    }

    public void Run() => _from.AsSpan().CopyTo(_to);
}
