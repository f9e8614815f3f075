namespace Simulator.Core.Tasks.Translation;

/// <summary>How often a model may read its shard.</summary>
internal static class Passes
{
    private const int Most = 20;

    /// <summary>Refuses a number of passes that is out of range.</summary>
    public static void Check(int passes)
    {
        if (passes is < 1 or > Most)
        {
            throw new ArgumentOutOfRangeException(
                nameof(passes),
                passes,
                "The number of passes lies in [1, 20]."
            );
        }
    }
}
