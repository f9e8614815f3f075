using System.Buffers.Binary;
using System.Text;

namespace Simulator.Scenarios.Metagraphs.Dumps.Pickles;

/// <summary>The bytes of a pickle, read from front to back; nothing is allocated for bytes that are not there.</summary>
/// <param name="bytes">The pickle.</param>
internal sealed class PickleCode(ReadOnlyMemory<byte> bytes)
{
    // A name is a module and an attribute; the longest admitted one has 38 characters.
    private const int LongestName = 256;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, true);

    private int _position;

    /// <summary>Where the present instruction begins.</summary>
    public int Offset { get; private set; }

    /// <summary>Number of bytes not read yet.</summary>
    public int Left => bytes.Length - _position;

    /// <summary>The next instruction.</summary>
    /// <exception cref="PickleException">There is none.</exception>
    public Opcode Next()
    {
        Offset = _position;
        return Left > 0
            ? (Opcode)bytes.Span[_position++]
            : throw Mistake("the pickle ends without STOP: it is cut off");
    }

    /// <summary>What to throw about the present instruction.</summary>
    public PickleException Mistake(string message) => new(Offset, message);

    /// <summary>An unsigned number of one byte.</summary>
    public byte U1() => Take(1)[0];

    /// <summary>An unsigned number of two bytes.</summary>
    public ushort U2() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    /// <summary>An unsigned number of four bytes.</summary>
    public uint U4() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    /// <summary>An unsigned number of eight bytes.</summary>
    public ulong U8() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    /// <summary>A signed number of four bytes.</summary>
    public int I4() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    /// <summary>A floating number of eight bytes, the highest first.</summary>
    public double F8() => BinaryPrimitives.ReadDoubleBigEndian(Take(8));

    /// <summary>A signed number with its length in one byte.</summary>
    public long Long1()
    {
        byte length = U1();
        if (length > sizeof(long))
        {
            throw Mistake($"LONG1 announces a number of {length} bytes; at most {sizeof(long)} are admitted");
        }
        long value = 0;
        ReadOnlySpan<byte> digits = Take(length);
        for (int i = length - 1; i >= 0; i--)
        {
            // The highest byte carries the sign.
            value = i == length - 1 ? (sbyte)digits[i] : (value << 8) | digits[i];
        }
        return value;
    }

    /// <summary>A text of a length in bytes.</summary>
    public string Text(ulong length)
    {
        try
        {
            return Strict.GetString(Take(length));
        }
        catch (DecoderFallbackException)
        {
            throw Mistake("a text is not UTF-8");
        }
    }

    /// <summary>Bytes of a length, not copied.</summary>
    public ReadOnlyMemory<byte> Bytes(ulong length)
    {
        int start = _position;
        return bytes.Slice(start, Take(length).Length);
    }

    /// <summary>A name up to the end of its line.</summary>
    public string Name()
    {
        ReadOnlySpan<byte> rest = bytes.Span[_position..];
        int length = rest[..Math.Min(rest.Length, LongestName)].IndexOf((byte)'\n');
        if (length < 0)
        {
            throw Mistake($"a name of GLOBAL does not end within {LongestName} bytes");
        }
        string name = Text((ulong)length);
        _position++;
        return name;
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)Left)
        {
            throw Mistake(
                $"{PickleMachine.Name((Opcode)bytes.Span[Offset])} announces {length} bytes, and {Left} are left"
            );
        }
        ReadOnlySpan<byte> taken = bytes.Span.Slice(_position, (int)length);
        _position += (int)length;
        return taken;
    }
}
