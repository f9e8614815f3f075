using System.Buffers.Binary;
using System.Globalization;

namespace Simulator.Scenarios.Metagraphs.Dumps.Pickles;

/// <summary>How the elements of an array are stored.</summary>
/// <param name="code">Numpy's code without byte order, such as <c>f4</c>.</param>
internal sealed class NumberType(string code)
{
    /// <summary>The admitted codes.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"];

    /// <summary>Numpy's code without byte order.</summary>
    public string Code => code;

    /// <summary>Bytes of one element.</summary>
    public int Size => code[1] - '0';

    /// <summary>Whether the highest byte stands first.</summary>
    public bool IsBigEndian { get; set; }

    /// <summary>The element at the start of some bytes.</summary>
    /// <remarks>
    /// A number of 32 bits is taken as the shortest decimal text that stands for it, not as its binary value: so a dump
    /// and a table or a JSON file made of it give the same numbers.
    /// </remarks>
    public double Read(ReadOnlySpan<byte> bytes)
    {
        Span<byte> little = stackalloc byte[Size];
        bytes[..Size].CopyTo(little);
        if (IsBigEndian)
        {
            little.Reverse();
        }
        return code switch
        {
            "f2" => (double)BinaryPrimitives.ReadHalfLittleEndian(little),
            "f4" => Decimal(BinaryPrimitives.ReadSingleLittleEndian(little)),
            "f8" => BinaryPrimitives.ReadDoubleLittleEndian(little),
            "i1" => (sbyte)little[0],
            "i2" => BinaryPrimitives.ReadInt16LittleEndian(little),
            "i4" => BinaryPrimitives.ReadInt32LittleEndian(little),
            "i8" => BinaryPrimitives.ReadInt64LittleEndian(little),
            "u2" => BinaryPrimitives.ReadUInt16LittleEndian(little),
            "u4" => BinaryPrimitives.ReadUInt32LittleEndian(little),
            "u8" => BinaryPrimitives.ReadUInt64LittleEndian(little),
            _ => little[0],
        };
    }

    private static double Decimal(float value)
    {
        if (value == 0 || !float.IsFinite(value))
        {
            return value;
        }
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        // See RoundTrip: some releases print a few powers of two with a digit too few.
        return float.Parse(text, CultureInfo.InvariantCulture).Equals(value)
            ? double.Parse(text, CultureInfo.InvariantCulture)
            : value;
    }
}
