using System.Globalization;

namespace Simulator.Scenarios.Metagraphs.Dumps.Pickles;

/// <summary>An array of numbers as the pickle describes it; its elements are read when somebody asks for them.</summary>
internal sealed class NumberArray
{
    /// <summary>Length of each dimension; none for a single number.</summary>
    public long[] Shape { get; private set; } = [];

    /// <summary>Type of the elements; null until the array is filled.</summary>
    public NumberType? Type { get; private set; }

    /// <summary>Elements from one index of a dimension to the next.</summary>
    public long[] Strides { get; private set; } = [];

    /// <summary>Elements before the first.</summary>
    public long Start { get; private set; }

    /// <summary>The bytes of the elements, when they stand in the pickle.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private set; }

    /// <summary>Where the elements lie, when it is beside the pickle.</summary>
    public TorchStorage? Storage { get; private set; }

    /// <summary>Number of elements.</summary>
    public long Count => Shape.Aggregate(1L, (product, length) => product * length);

    /// <summary>The shape as messages show it, such as <c>256 × 256</c>.</summary>
    public string ShapeText =>
        Shape.Length == 0
            ? "a single number"
            : string.Join(" × ", Shape.Select(l => l.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Fills the array from bytes that follow each other.</summary>
    /// <param name="shape">Length of each dimension.</param>
    /// <param name="type">Type of the elements.</param>
    /// <param name="columnsFirst">Whether the first index runs fastest.</param>
    /// <param name="bytes">The elements; exactly as many as the shape says.</param>
    public void Fill(long[] shape, NumberType type, bool columnsFirst, ReadOnlyMemory<byte> bytes)
    {
        (Shape, Type, Bytes, Storage, Start) = (shape, type, bytes, null, 0);
        Strides = new long[shape.Length];
        long stride = 1;
        for (int i = 0; i < shape.Length; i++)
        {
            int dimension = columnsFirst ? i : shape.Length - 1 - i;
            Strides[dimension] = stride;
            stride *= shape[dimension];
        }
    }

    /// <summary>Lays the array over a storage.</summary>
    public void Fill(long[] shape, long[] strides, long start, TorchStorage storage)
    {
        (Shape, Strides, Start, Type, Storage) = (shape, strides, start, storage.Type, storage);
        Bytes = default;
    }

    /// <summary>The elements in the order of the indices, the last running fastest.</summary>
    /// <param name="memory">The bytes of the elements.</param>
    public double[] Numbers(ReadOnlySpan<byte> memory)
    {
        double[] numbers = new double[Count];
        long[] index = new long[Shape.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            long element = Start;
            for (int d = 0; d < index.Length; d++)
            {
                element += index[d] * Strides[d];
            }
            numbers[i] = Type!.Read(memory[(int)(element * Type.Size)..]);
            for (int d = index.Length - 1; d >= 0 && ++index[d] == Shape[d]; d--)
            {
                index[d] = 0;
            }
        }
        return numbers;
    }
}
