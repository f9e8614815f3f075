namespace Simulator.Benchmarks.Workloads;

/// <summary>Bytes that an epoch must read and write once for each cell of its matrices.</summary>
internal static class EpochBytes
{
    /// <summary>Stored rows: an entry (uid and value) of weights and one of bonds read, one of bonds written.</summary>
    public const int Stored = 3 * 2 * sizeof(ushort);

    /// <summary>Columns: a code of weight and a bond read, a bond written.</summary>
    public const int Columns = sizeof(uint) + (2 * sizeof(ushort));

    /// <summary>The papers' rules: a weight and a bond read, a bond written.</summary>
    public const int Paper = 3 * sizeof(double);
}
