namespace Simulator.Core.Metrics;

/// <summary>One named column of a table, with its unit; values are appended row by row and kept in one array.</summary>
public sealed class Column
{
    private Array _values;

    /// <summary>An empty column.</summary>
    /// <param name="name">Name in snake_case, as files show it.</param>
    /// <param name="type">How values are stored.</param>
    /// <param name="unit">Unit in words, such as <c>rao-alpha</c> or <c>share of 65535</c>; empty for names and flags.</param>
    /// <param name="meaning">One sentence for docs/results.md.</param>
    public Column(string name, ColumnType type, string unit, string meaning)
    {
        (Name, Type, Unit, Meaning) = (name, type, unit, meaning);
        _values = Allocate(64);
    }

    /// <summary>Name in snake_case.</summary>
    public string Name { get; }

    /// <summary>How values are stored.</summary>
    public ColumnType Type { get; }

    /// <summary>Unit in words.</summary>
    public string Unit { get; }

    /// <summary>One sentence on what the column holds.</summary>
    public string Meaning { get; }

    /// <summary>Number of values.</summary>
    public int Count { get; private set; }

    /// <summary>The values, in row order.</summary>
    /// <typeparam name="T">The type that stores this column: long, ulong, int, double, bool or string.</typeparam>
    /// <exception cref="InvalidCastException"><typeparamref name="T"/> does not store this column.</exception>
    public ReadOnlySpan<T> Values<T>() => Typed<T>().AsSpan(0, Count);

    /// <summary>Appends one value.</summary>
    /// <exception cref="InvalidCastException"><typeparamref name="T"/> does not store this column.</exception>
    public void Add<T>(T value)
    {
        T[] typed = Typed<T>();
        if (Count == typed.Length)
        {
            Array.Resize(ref typed, Count * 2);
            _values = typed;
        }
        typed[Count++] = value;
    }

    // Asked exactly: a cast would let an array of ulong pass for one of long.
    private T[] Typed<T>() =>
        _values.GetType() == typeof(T[])
            ? (T[])_values
            : throw new InvalidCastException(
                $"Column '{Name}' is stored as {Type}, not as {typeof(T).Name}."
            );

    private Array Allocate(int capacity) =>
        Type switch
        {
            ColumnType.Int64 => new long[capacity],
            ColumnType.UInt64 => new ulong[capacity],
            ColumnType.Int32 => new int[capacity],
            ColumnType.Double => new double[capacity],
            ColumnType.Bool => new bool[capacity],
            ColumnType.Text => new string[capacity],
            _ => throw new InvalidOperationException($"No storage for column type {Type}."),
        };
}
