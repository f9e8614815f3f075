using System.Globalization;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Parameters;

/// <summary>How a parameter's stored integer is meant, read and shown.</summary>
public sealed class ParameterKind
{
    private readonly Func<decimal, Int128> _store;
    private readonly Func<Int128, decimal> _mean;
    private readonly string _suffix;

    private ParameterKind(
        string description,
        Int128 least,
        Int128 most,
        decimal scale = 1,
        string? prefix = null,
        string suffix = ""
    )
    {
        Description = description;
        Least = least;
        Most = most;
        Prefix = prefix;
        _suffix = suffix;
        _store = value => (Int128)decimal.Floor(value * scale);
        _mean = raw => (decimal)raw / scale;
    }

    private ParameterKind(
        string description,
        Int128 most,
        Func<decimal, Int128> store,
        Func<Int128, decimal> mean
    )
        : this(description, 0, most) => (_store, _mean) = (store, mean);

    /// <summary>A share stored as an integer out of 65,535.</summary>
    public static ParameterKind Share { get; } =
        new("share of 65535", 0, PerU16.One, PerU16.One, prefix: "u16");

    /// <summary>A share stored as an integer out of 1,000,000.</summary>
    public static ParameterKind Ppm { get; } =
        new("share of 1000000", 0, 1_000_000, 1_000_000, prefix: "ppm");

    /// <summary>A share stored as an integer out of 2⁶⁴ − 1.</summary>
    public static ParameterKind WideShare { get; } =
        new("share of 2^64 - 1", 0, ulong.MaxValue, ulong.MaxValue, prefix: "u64");

    /// <summary>A slope stored as a signed integer, 100 times as large.</summary>
    public static ParameterKind Slope { get; } =
        new("slope times 100", short.MinValue, short.MaxValue, 100, prefix: "i16");

    /// <summary>A factor stored with 64 fraction bits; a decimal is the nearest binary64, as the chain's own constant.</summary>
    public static ParameterKind Multiplier { get; } =
        new(
            "factor",
            Int128.MaxValue,
            value => (Int128)U64F64.FromDouble((double)value).Bits,
            raw => (decimal)U64F64.FromBits((UInt128)raw).ToDouble()
        );

    /// <summary>A length of chain time in blocks.</summary>
    public static ParameterKind Blocks { get; } = new("blocks", 0, ulong.MaxValue, suffix: " blocks");

    /// <summary>A number of things.</summary>
    public static ParameterKind Count { get; } = new("number", 0, ulong.MaxValue);

    /// <summary>Yes or no, stored as 1 or 0.</summary>
    public static ParameterKind Flag { get; } = new("true or false", 0, 1);

    /// <summary>An amount of TAO, stored in rao.</summary>
    public static ParameterKind TaoAmount { get; } =
        new("amount of TAO", 0, ulong.MaxValue, Tao.RaoPerTao, suffix: " TAO");

    /// <summary>An amount of alpha, stored in rao.</summary>
    public static ParameterKind AlphaAmount { get; } =
        new("amount of alpha", 0, ulong.MaxValue, Alpha.RaoPerAlpha, suffix: " alpha");

    /// <summary>One of a few words, stored as its number.</summary>
    public static ParameterKind Choice { get; } = new("one of a few words", 0, byte.MaxValue);

    /// <summary>What the stored integer is, in words.</summary>
    public string Description { get; }

    /// <summary>The smallest integer the kind can store.</summary>
    public Int128 Least { get; }

    /// <summary>The largest integer the kind can store.</summary>
    public Int128 Most { get; }

    /// <summary>The word before the colon where the stored integer itself is written, as in <c>u16:45875</c>; null if it is never needed.</summary>
    public string? Prefix { get; }

    /// <summary>The stored integer of a value: cut down, never rounded up (a factor is taken as the nearest binary64).</summary>
    /// <exception cref="OverflowException">The value is beyond every stored integer.</exception>
    public Int128 Store(decimal value) => _store(value);

    /// <summary>The value of a stored integer: 32767 out of 65,535 is 0.49999.</summary>
    public decimal Value(Int128 raw) => _mean(raw);

    /// <summary>A stored integer as people read it, with integer and share where both matter: <c>32767 (0.49999)</c>.</summary>
    public string Text(Int128 raw) =>
        this == Flag ? (raw == 0 ? "false" : "true")
        : Prefix is not null ? string.Create(CultureInfo.InvariantCulture, $"{raw} ({Value(raw):0.#####})")
        : this == Blocks && raw == 1 ? "1 block"
        : string.Create(CultureInfo.InvariantCulture, $"{Value(raw):0.#########}{_suffix}");
}
