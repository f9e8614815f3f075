using System.Globalization;
using System.Text.Json;
using Simulator.Core.Consensus;
using Simulator.Core.Numerics;

namespace Simulator.Core.Tests.Vectors;

/// <summary>The arguments of one line of a math vector, read by name in the formats of the vectors' README.</summary>
internal readonly record struct VectorArgs(JsonElement Args)
{
    public I32F32 Fixed(string name) => Fixed(Args.GetProperty(name));

    public I64F64 Wide(string name) => Wide(Args.GetProperty(name));

    public ulong U64(string name) => Args.GetProperty(name).GetUInt64();

    public ushort U16(string name) => Args.GetProperty(name).GetUInt16();

    public short I16(string name) => Args.GetProperty(name).GetInt16();

    public int Int(string name) => Args.GetProperty(name).GetInt32();

    public I32F32[] Vector(string name) => [.. Args.GetProperty(name).EnumerateArray().Select(Fixed)];

    public I64F64[] WideVector(string name) => [.. Args.GetProperty(name).EnumerateArray().Select(Wide)];

    public ushort[] U16s(string name) =>
        [.. Args.GetProperty(name).EnumerateArray().Select(x => x.GetUInt16())];

    public ulong[] U64s(string name) =>
        [.. Args.GetProperty(name).EnumerateArray().Select(x => x.GetUInt64())];

    public int[] Ints(string name) => [.. Args.GetProperty(name).EnumerateArray().Select(x => x.GetInt32())];

    public bool[] Flags(string name) => Flags(Args.GetProperty(name));

    public bool[][] FlagMatrix(string name) => [.. Args.GetProperty(name).EnumerateArray().Select(Flags)];

    public I32F32[][] Matrix(string name) =>
        [
            .. Args.GetProperty(name)
                .EnumerateArray()
                .Select(row => row.EnumerateArray().Select(Fixed).ToArray()),
        ];

    public SparseMatrix Sparse(string name) =>
        Rows.Sparse(
            Args.GetProperty(name)
                .EnumerateArray()
                .Select(row => row.EnumerateArray().Select(x => (x[0].GetUInt16(), Fixed(x[1]))))
        );

    private static bool[] Flags(JsonElement row) => [.. row.EnumerateArray().Select(x => x.GetBoolean())];

    private static I32F32 Fixed(JsonElement value) => I32F32.FromBits(value.GetInt64());

    private static I64F64 Wide(JsonElement value) =>
        I64F64.FromBits(Int128.Parse(value.GetString()!, CultureInfo.InvariantCulture));
}
