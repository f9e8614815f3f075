namespace Simulator.Scenarios.Metagraphs.Dumps.Pickles;

/// <summary>Builds arrays, tensors and their parts from the arguments in a pickle, by code of ours alone.</summary>
/// <param name="mistake">Gives what to throw about the present instruction.</param>
internal sealed class Constructors(Func<string, PickleException> mistake)
{
    private const int MostDimensions = 8;

    // Bytes that are written as text are copied; one text may be named many times.
    private long _copied;

    /// <summary>What a name of a pickle stands for.</summary>
    /// <exception cref="PickleException">It is not admitted.</exception>
    public object Named(string module, string name) =>
        (module, name) switch
        {
            ("numpy.core.multiarray" or "numpy._core.multiarray", "_reconstruct") => PickleName.Reconstruct,
            ("numpy.core.multiarray" or "numpy._core.multiarray", "scalar") => PickleName.Scalar,
            ("numpy.core.numeric" or "numpy._core.numeric", "_frombuffer") => PickleName.FromBuffer,
            ("numpy", "ndarray") => PickleName.Array,
            ("numpy", "dtype") => PickleName.ElementType,
            ("_codecs", "encode") => PickleName.Encode,
            ("collections", "OrderedDict") => PickleName.OrderedDict,
            ("torch._utils", "_rebuild_tensor_v2") => PickleName.Tensor,
            ("torch", _) when StorageType(name) is { } type => type,
            _ => throw mistake(
                $"the name {Files.Show.Quoted($"{module}.{name}")} is not admitted: only constructors of numpy arrays and torch tensors are"
            ),
        };

    /// <summary>What a call gives.</summary>
    /// <exception cref="PickleException">The function or its arguments are not admitted.</exception>
    public object Call(object? function, object? arguments) =>
        (function, arguments) switch
        {
            (PickleName.Reconstruct, object?[] and [PickleName.Array, object?[], _]) => new NumberArray(),
            (PickleName.ElementType, object?[] and [string code, ..]) => Type(code),
            (PickleName.Scalar, object?[] and [NumberType type, ReadOnlyMemory<byte> bytes]) => Filled(
                [],
                type,
                false,
                bytes
            ),
            (
                PickleName.FromBuffer,
                object?[]
                    and [ReadOnlyMemory<byte> bytes, NumberType type, object?[] shape, string order]
            ) => Filled(Lengths(shape), type, order == "F", bytes),
            (PickleName.Encode, object?[] and [string text, "latin1"]) => Latin1(text),
            (PickleName.OrderedDict, object?[] and []) => new OrderedDictionary<string, object?>(
                StringComparer.Ordinal
            ),
            (
                PickleName.Tensor,
                object?[]
                    and [TorchStorage storage, long start, object?[] shape, object?[] strides, bool, ..]
            ) => Tensor(storage, start, Lengths(shape), Lengths(strides)),
            _ => throw mistake(
                $"REDUCE calls {Describe(function)} with {Describe(arguments)}, which is not admitted"
            ),
        };

    /// <summary>Gives an object its state.</summary>
    /// <exception cref="PickleException">The object takes none, or not this one.</exception>
    public void Build(object? target, object? state)
    {
        switch (target, state)
        {
            case (
                NumberArray array,
                object?[]
                    and [_, object?[] shape, NumberType type, bool columnsFirst, ReadOnlyMemory<byte> bytes]
            ):
                Fill(array, Lengths(shape), type, columnsFirst, bytes);
                break;
            case (NumberType type, object?[] and [_, string order, null, null, null, ..]):
                type.IsBigEndian = order switch
                {
                    "<" or "|" or "=" => false,
                    ">" => true,
                    _ => throw mistake($"the byte order {Files.Show.Quoted(order)} is not one of < > = |"),
                };
                break;
            default:
                throw mistake(
                    $"BUILD gives {Describe(target)} the state {Describe(state)}, which is not admitted"
                );
        }
    }

    /// <summary>The storage that a persistent id names.</summary>
    /// <exception cref="PickleException">It names something else.</exception>
    public TorchStorage Storage(object? id) =>
        id is object?[] and ["storage", NumberType type, string key, string, long count]
            ? count is >= 0 and <= MetagraphLimits.Bytes
                ? new(key, type, count)
                : throw mistake($"a storage has {count} elements; allowed are 0 to {MetagraphLimits.Bytes}")
            : throw mistake($"a persistent id is {Describe(id)}, not one of a torch storage");

    /// <summary>A value as messages describe it.</summary>
    public static string Describe(object? value) =>
        value switch
        {
            null => "None",
            bool => "a bool",
            long => "an int",
            double => "a float",
            string => "a text",
            ReadOnlyMemory<byte> => "bytes",
            List<object?> list => $"a list of {list.Count}",
            object?[] tuple => $"a tuple of {tuple.Length}",
            OrderedDictionary<string, object?> => "a dict",
            NumberArray array => $"an array of {array.ShapeText}",
            NumberType => "a type of elements",
            TorchStorage => "a storage",
            PickleName name => $"the constructor {name}",
            _ => throw new ArgumentException($"no value of a pickle: {value.GetType()}", nameof(value)),
        };

    private static NumberType? StorageType(string name) =>
        name switch
        {
            "HalfStorage" => new("f2"),
            "FloatStorage" => new("f4"),
            "DoubleStorage" => new("f8"),
            "CharStorage" => new("i1"),
            "ShortStorage" => new("i2"),
            "IntStorage" => new("i4"),
            "LongStorage" => new("i8"),
            "ByteStorage" => new("u1"),
            "BoolStorage" => new("b1"),
            _ => null,
        };

    private NumberType Type(string code) =>
        NumberType.Codes.Contains(code)
            ? new(code)
            : throw mistake(
                $"the elements are {Files.Show.Quoted(code)}, not numbers; known are {Files.Show.Names(NumberType.Codes)}"
            );

    private ReadOnlyMemory<byte> Latin1(string text)
    {
        _copied += text.Length;
        if (_copied > MetagraphLimits.Bytes)
        {
            throw mistake($"the arrays hold more than {MetagraphLimits.Bytes} bytes");
        }
        byte[] bytes = new byte[text.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] =
                text[i] <= byte.MaxValue
                    ? (byte)text[i]
                    : throw mistake("bytes are written as a text with characters beyond Latin-1");
        }
        return bytes;
    }

    private NumberArray Filled(long[] shape, NumberType type, bool columnsFirst, ReadOnlyMemory<byte> bytes)
    {
        NumberArray array = new();
        Fill(array, shape, type, columnsFirst, bytes);
        return array;
    }

    private void Fill(
        NumberArray array,
        long[] shape,
        NumberType type,
        bool columnsFirst,
        ReadOnlyMemory<byte> bytes
    )
    {
        array.Fill(shape, type, columnsFirst, bytes);
        if (array.Count * type.Size != bytes.Length)
        {
            throw mistake(
                $"an array of {array.ShapeText} elements of {type.Size} bytes has {bytes.Length} bytes"
            );
        }
    }

    private NumberArray Tensor(TorchStorage storage, long start, long[] shape, long[] strides)
    {
        if (shape.Length != strides.Length)
        {
            throw mistake($"a tensor has {shape.Length} dimensions and {strides.Length} strides");
        }
        if (start < 0 || start > storage.Count)
        {
            throw mistake($"a tensor begins at element {start} of a storage of {storage.Count}");
        }
        NumberArray tensor = new();
        tensor.Fill(shape, strides, start, storage);
        long last = start;
        for (int i = 0; i < shape.Length; i++)
        {
            last += Math.Max(0, shape[i] - 1) * strides[i];
        }
        if (tensor.Count > 0 && last >= storage.Count)
        {
            throw mistake(
                $"a tensor of {tensor.ShapeText} reaches from element {start} to {last} of a storage of {storage.Count}"
            );
        }
        return tensor;
    }

    /// <summary>Lengths or strides, so bounded that products of them cannot overflow.</summary>
    private long[] Lengths(object?[] values)
    {
        if (values.Length > MostDimensions)
        {
            throw mistake($"an array has {values.Length} dimensions; at most {MostDimensions} are admitted");
        }
        long product = 1;
        long[] lengths = new long[values.Length];
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = values[i] is long length and >= 0 and <= MetagraphLimits.Bytes
                ? length
                : throw mistake(
                    $"a length or stride of an array is {(values[i] is long l ? l : Describe(values[i]))}; allowed are 0 to {MetagraphLimits.Bytes}"
                );
            product *= Math.Max(1, lengths[i]);
            if (product > MetagraphLimits.Bytes)
            {
                throw mistake($"an array has more than {MetagraphLimits.Bytes} elements");
            }
        }
        return lengths;
    }
}
