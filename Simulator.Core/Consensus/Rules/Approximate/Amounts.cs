namespace Simulator.Core.Consensus.Rules.Approximate;

/// <summary>Numbers of 0 or more, in a shape.</summary>
internal static class Amounts
{
    /// <summary>Refuses another number of them, and the first that is none.</summary>
    /// <exception cref="ArgumentException">There are more or fewer, or one is negative, infinite or NaN.</exception>
    public static void Check(ReadOnlySpan<double> numbers, int count, int columns, string name)
    {
        if (numbers.Length != count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{numbers.Length} {name} were given: this run has {count}"),
                name
            );
        }
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!(numbers[i] >= 0 && double.IsFinite(numbers[i])))
            {
                string place = columns == 1 ? $"[{i}]" : $"[{i / columns}, {i % columns}]";
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"{name}{place} is {numbers[i]}: it must be 0 or more, and finite"
                    ),
                    name
                );
            }
        }
    }
}
