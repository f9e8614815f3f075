using System.Globalization;
using System.Text.Json;

namespace Simulator.Scenarios.Verification;

/// <summary>A value of a vector line with the path to it, read strictly: the wrong type or range is a problem.</summary>
/// <param name="Path">Where it stands, such as <c>in.kappa</c>.</param>
/// <param name="Value">The value.</param>
internal readonly record struct Field(string Path, JsonElement Value)
{
    /// <summary>An integer from 0 to 2⁶⁴ − 1.</summary>
    public ulong U64() => Unsigned(ulong.MaxValue);

    /// <summary>An integer from 0 to 2³² − 1.</summary>
    public uint U32() => (uint)Unsigned(uint.MaxValue);

    /// <summary>An integer from 0 to 65,535.</summary>
    public ushort U16() => (ushort)Unsigned(ushort.MaxValue);

    /// <summary>An integer from 0 to 2³¹ − 1.</summary>
    public int Count() => (int)Unsigned(int.MaxValue);

    /// <summary>A number of neurons whose full weights in one row still add up in the chain's numbers.</summary>
    public int Neurons() => (int)Unsigned((ulong)short.MaxValue);

    /// <summary>An integer of 16 bits with a sign.</summary>
    public short I16() => (short)Signed(short.MinValue, short.MaxValue);

    /// <summary>An integer of 64 bits with a sign.</summary>
    public long I64() => Signed(long.MinValue, long.MaxValue);

    /// <summary>An integer of 128 bits with a sign, written as a string.</summary>
    public Int128 I128() =>
        Value.ValueKind == JsonValueKind.String
        && Int128.TryParse(
            Value.GetString(),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out Int128 number
        )
            ? number
            : throw Mismatch("an integer of 128 bits in a string");

    /// <summary>A number in double precision, neither infinite nor NaN.</summary>
    public double Number() =>
        Value.ValueKind == JsonValueKind.Number
        && Value.TryGetDouble(out double number)
        && double.IsFinite(number)
            ? number
            : throw Mismatch("a finite number");

    /// <summary>A number of 0 or more in double precision.</summary>
    public double Amount() =>
        Value.ValueKind == JsonValueKind.Number && Number() >= 0
            ? Number()
            : throw Mismatch("a number of 0 or more");

    /// <summary>A truth value.</summary>
    public bool Flag() =>
        Value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? Value.GetBoolean()
            : throw Mismatch("true or false");

    /// <summary>A string, or a number as it is written.</summary>
    public string Name() =>
        Value.ValueKind switch
        {
            JsonValueKind.String => Value.GetString()!,
            JsonValueKind.Number => Value.GetRawText(),
            _ => throw Mismatch("a string or a number"),
        };

    /// <summary>Whether the value is null.</summary>
    public bool IsNull => Value.ValueKind == JsonValueKind.Null;

    /// <summary>The items of a list.</summary>
    public IEnumerable<Field> Items()
    {
        if (Value.ValueKind != JsonValueKind.Array)
        {
            throw Mismatch("a list");
        }
        string path = Path;
        return Value.EnumerateArray().Select((item, i) => new Field($"{path}[{i}]", item));
    }

    /// <summary>The members of an object.</summary>
    public IEnumerable<Field> Members()
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            throw Mismatch("an object");
        }
        string start = Path.Length == 0 ? "" : $"{Path}.";
        return Value.EnumerateObject().Select(member => new Field(start + member.Name, member.Value));
    }

    /// <summary>The two items of a pair.</summary>
    public (Field First, Field Second) Pair() =>
        Value.ValueKind == JsonValueKind.Array && Value.GetArrayLength() == 2
            ? (new($"{Path}[0]", Value[0]), new($"{Path}[1]", Value[1]))
            : throw Mismatch("a list of two");

    /// <summary>A list of values, each read in the same way.</summary>
    public T[] List<T>(Func<Field, T> read) => [.. Items().Select(read)];

    /// <summary>A member of an object.</summary>
    public Field Member(string name) =>
        TryMember(name, out Field member)
            ? member
            : throw new VectorFormatException(
                Path.Length == 0 ? $"'{name}' is missing" : $"{Path}: '{name}' is missing"
            );

    /// <summary>A member of an object, if it has it.</summary>
    public bool TryMember(string name, out Field member)
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            throw Mismatch("an object");
        }
        bool found = Value.TryGetProperty(name, out JsonElement value);
        member = new(Path.Length == 0 ? name : $"{Path}.{name}", value);
        return found;
    }

    /// <summary>What is wrong with this value.</summary>
    public VectorFormatException Mismatch(string wanted) =>
        new($"{(Path.Length == 0 ? "line" : Path)}: {Found()} is not {wanted}");

    private ulong Unsigned(ulong max) =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetUInt64(out ulong number) && number <= max
            ? number
            : throw Mismatch($"an integer from 0 to {max.ToString(CultureInfo.InvariantCulture)}");

    private long Signed(long min, long max) =>
        Value.ValueKind == JsonValueKind.Number
        && Value.TryGetInt64(out long number)
        && number >= min
        && number <= max
            ? number
            : throw Mismatch(
                $"an integer from {min.ToString(CultureInfo.InvariantCulture)} to {max.ToString(CultureInfo.InvariantCulture)}"
            );

    private string Found() =>
        Value.ValueKind switch
        {
            JsonValueKind.Array => "a list",
            JsonValueKind.Object => "an object",
            _ => Value.GetRawText() is { Length: > 40 } text ? $"{text[..40]}…" : Value.GetRawText(),
        };
}
