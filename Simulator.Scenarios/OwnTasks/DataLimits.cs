namespace Simulator.Scenarios.OwnTasks;

/// <summary>How large the data of a task of the user's own may be, and how small.</summary>
internal static class DataLimits
{
    /// <summary>Bytes of a file: 32 MiB.</summary>
    public const int Bytes = 32 << 20;

    /// <summary>Rows of a table below which no score means anything.</summary>
    public const int FewestRows = 20;

    /// <summary>Sentence pairs of which the held-out tenth is hardly ever empty.</summary>
    public const int FewestPairs = 50;

    /// <summary>Rows or pairs of a file.</summary>
    public const int MostRows = 200_000;

    /// <summary>Columns of a table.</summary>
    public const int MostColumns = 201;

    /// <summary>Different words of a column.</summary>
    public const int MostCategories = 32;

    /// <summary>Numbers of a table once words are features: what a file of 32 MiB can hold of them.</summary>
    public const int MostNumbers = 16 << 20;

    /// <summary>Rows of each class of a table.</summary>
    public const int FewestOfClass = 5;

    /// <summary>The largest number of a table, either way: the squares of larger ones have no digits left.</summary>
    public const double LargestNumber = 1e15;

    /// <summary>Characters of a translation.</summary>
    public const int LongestTranslation = 640;
}
