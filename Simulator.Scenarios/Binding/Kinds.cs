using System.Collections;
using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Simulator.Core.Chain.Parameters;
using Simulator.Core.Units;

namespace Simulator.Scenarios.Binding;

/// <summary>Which kind of value a property's type and attributes ask for.</summary>
internal static class Kinds
{
    private const int LongestText = 2_000;
    private const int MicroDigits = 6;
    private const decimal MostRao = ulong.MaxValue / (decimal)Tao.RaoPerTao;

    private static readonly Dictionary<Type, (decimal Min, decimal Max)> WholeTypes = new()
    {
        [typeof(byte)] = (byte.MinValue, byte.MaxValue),
        [typeof(short)] = (short.MinValue, short.MaxValue),
        [typeof(ushort)] = (ushort.MinValue, ushort.MaxValue),
        [typeof(int)] = (int.MinValue, int.MaxValue),
        [typeof(uint)] = (uint.MinValue, uint.MaxValue),
        [typeof(long)] = (long.MinValue, long.MaxValue),
        [typeof(ulong)] = (ulong.MinValue, ulong.MaxValue),
    };

    /// <summary>An amount of TAO.</summary>
    public static ValueKind TaoAmount { get; } =
        new AmountKind<Tao>("TAO", 9, 0, MostRao, Tao.Of, t => t.Rao / (decimal)Tao.RaoPerTao);

    /// <summary>An amount of alpha.</summary>
    public static ValueKind AlphaAmount { get; } =
        new AmountKind<Alpha>("alpha", 9, 0, MostRao, Alpha.Of, a => a.Rao / (decimal)Alpha.RaoPerAlpha);

    /// <summary>A length of chain time.</summary>
    public static ValueKind Span { get; } = Blocks(0, uint.MaxValue);

    /// <summary>A length of chain time within bounds.</summary>
    public static ValueKind Blocks(decimal min, decimal max) =>
        new AmountKind<BlockSpan>("blocks", 0, min, max, n => new((ulong)n), s => s.Length, "block");

    /// <summary>A share as the chain stores it.</summary>
    public static ValueKind Share { get; } =
        new ConvertedKind(
            new StoredNumberKind(ParameterKind.Share),
            raw => new PerU16((ushort)(Int128)raw),
            share => (Int128)((PerU16)share).Raw
        );

    /// <summary>The kind of a property's values.</summary>
    /// <exception cref="NotSupportedException">No scenario value becomes such a property.</exception>
    public static ValueKind Of(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (ItemOf(type) is { } item)
        {
            return new ListKind(
                Of(item, property),
                property.GetCustomAttribute<EntriesAttribute>()?.What ?? Words(property.Name)
            );
        }
        return Of(type, property);
    }

    /// <summary>What a property of a type stores for a value that its kind has read.</summary>
    public static object Stored(Type type, object value)
    {
        if (ItemOf(Nullable.GetUnderlyingType(type) ?? type) is not { } item)
        {
            return value;
        }
        var list = (IList)value;
        var array = Array.CreateInstance(item, list.Count);
        list.CopyTo(array, 0);
        return typeof(ImmutableCollectionsOf<>)
            .MakeGenericType(item)
            .GetMethod(nameof(ImmutableCollectionsOf<int>.From))!
            .Invoke(null, [array])!;
    }

    private static string Words(string name) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(name).Replace('_', ' ');

    private static ValueKind Of(Type type, PropertyInfo property)
    {
        if (property.GetCustomAttribute<KindAttribute>() is { } named)
        {
            return named.Kind;
        }
        var range = property.GetCustomAttribute<RangeAttribute>();
        if (type == typeof(Draw))
        {
            // Bounds that are whole ask for whole numbers.
            return new DrawKind(Drawn(property, range, range?.OperandType == typeof(int)));
        }
        if (property.GetCustomAttribute<UnitAttribute>() is { } unit)
        {
            return WithUnit(type, unit.Unit, range);
        }
        if (WholeTypes.TryGetValue(type, out var bounds))
        {
            return new NumberKind(
                type,
                true,
                Min(range) ?? bounds.Min,
                Max(range) ?? bounds.Max,
                isBounded: range is not null || bounds.Min == 0
            );
        }
        return type switch
        {
            _ when type == typeof(Tao) => TaoAmount,
            _ when type == typeof(Alpha) => AlphaAmount,
            _ when type == typeof(BlockSpan) => range is null
                ? Span
                : Blocks(Min(range)!.Value, Max(range)!.Value),
            _ when type == typeof(PerU16) => Share,
            _ when type == typeof(bool) => new FlagKind(),
            _ when type == typeof(double) || type == typeof(decimal) => new NumberKind(
                type,
                false,
                Min(range) ?? decimal.MinValue,
                Max(range) ?? decimal.MaxValue,
                isBounded: range is not null
            ),
            _ when type == typeof(string) => property.GetCustomAttribute<NameAttribute>() is null
                ? new TextKind(LongestText)
                : new TextKind(64, "^[a-z0-9][a-z0-9._-]*$", "a name of small letters, digits and '-'"),
            { IsEnum: true } => new ChoiceKind([
                .. Enum.GetNames(type).Select(n => (Word(n), Enum.Parse(type, n))),
            ]),
            { IsClass: true } => new RecordKind(type),
            _ => throw new NotSupportedException(
                $"{property.DeclaringType}.{property.Name}: no value kind for {type}."
            ),
        };
    }

    private static AmountKind<object> WithUnit(Type type, string unit, RangeAttribute? range)
    {
        var whole = WholeTypes.ContainsKey(type);
        return new(
            unit,
            whole ? 0 : 9,
            Min(range) ?? 0,
            Max(range) ?? uint.MaxValue,
            n => Convert.ChangeType(n, type, CultureInfo.InvariantCulture),
            v => Convert.ToDecimal(v, CultureInfo.InvariantCulture)
        );
    }

    private static ValueKind Drawn(PropertyInfo property, RangeAttribute? range, bool whole) =>
        property.GetCustomAttribute<UnitAttribute>() is { } unit
            ? new AmountKind<object>(
                unit.Unit,
                whole ? 0 : MicroDigits,
                Min(range) ?? 0,
                Max(range) ?? uint.MaxValue,
                n => n,
                v => (decimal)v
            )
            : new NumberKind(typeof(decimal), whole, Min(range)!.Value, Max(range)!.Value);

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? type.GetGenericArguments()[0]
            : null;

    private static string Word(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private static decimal? Min(RangeAttribute? range) => Bound(range?.Minimum);

    private static decimal? Max(RangeAttribute? range) => Bound(range?.Maximum);

    private static decimal? Bound(object? bound) =>
        bound is null ? null : Convert.ToDecimal(bound, CultureInfo.InvariantCulture);

    private static class ImmutableCollectionsOf<T>
    {
        public static ImmutableArray<T> From(T[] items) => [.. items];
    }
}
