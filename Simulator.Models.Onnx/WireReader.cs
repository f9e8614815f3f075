using System.Text;

namespace Simulator.Models.Onnx;

/// <summary>Reads one message of the Protocol Buffers wire format, field by field.</summary>
/// <param name="message">The message.</param>
internal ref struct WireReader(ReadOnlySpan<byte> message)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Delimited = 2;
    private const int Fixed32 = 5;

    private ReadOnlySpan<byte> _rest = message;

    /// <summary>Number of the field.</summary>
    public int Field { get; private set; }

    /// <summary>The field's number, where it is one.</summary>
    public long Number { get; private set; }

    /// <summary>The field's bytes: a message, a text or packed numbers.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>The field's bytes as text.</summary>
    public readonly string Text => Encoding.UTF8.GetString(Content);

    /// <summary>Whether the field is given by bytes.</summary>
    public bool IsPacked { get; private set; }

    /// <summary>Goes to the next field; false at the end.</summary>
    /// <exception cref="ModelFileException">The message is cut off or has a kind of field that ONNX does not use.</exception>
    public bool Next()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }
        ulong key = unchecked((ulong)ReadNumber(ref _rest));
        (Field, Number) = (key >> 3 <= int.MaxValue ? (int)(key >> 3) : 0, 0);
        Content = [];
        int kind = (int)(key & 7);
        IsPacked = kind == Delimited;
        if (kind == Varint)
        {
            Number = ReadNumber(ref _rest);
            return true;
        }
        long length = kind switch
        {
            Fixed64 => sizeof(long),
            Delimited => ReadNumber(ref _rest),
            Fixed32 => sizeof(int),
            _ => -1,
        };
        if (length < 0 || length > _rest.Length)
        {
            throw new ModelFileException("it is cut off, or no ONNX file");
        }
        Content = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return true;
    }

    /// <summary>Takes a number from the front.</summary>
    public static long ReadNumber(ref ReadOnlySpan<byte> from)
    {
        ulong number = 0;
        for (int shift = 0; shift < 64 && !from.IsEmpty; shift += 7)
        {
            byte part = from[0];
            from = from[1..];
            number |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                return unchecked((long)number);
            }
        }
        throw new ModelFileException("it is cut off, or no ONNX file");
    }
}
