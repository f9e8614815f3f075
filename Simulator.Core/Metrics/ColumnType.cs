namespace Simulator.Core.Metrics;

/// <summary>How a column's values are stored.</summary>
public enum ColumnType : byte
{
    /// <summary>Whole numbers of 64 bits with a sign.</summary>
    Int64,

    /// <summary>Whole numbers of 64 bits without a sign.</summary>
    UInt64,

    /// <summary>Whole numbers of 32 bits with a sign.</summary>
    Int32,

    /// <summary>Numbers in double precision; NaN stands for "no value".</summary>
    Double,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>Text.</summary>
    Text,
}
