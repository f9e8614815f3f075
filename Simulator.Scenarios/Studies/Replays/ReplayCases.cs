using System.Collections.Immutable;
using Simulator.Scenarios.Metagraphs;
using Simulator.Scenarios.Metagraphs.Replays;

namespace Simulator.Scenarios.Studies.Replays;

/// <summary>The 24 made-up cases of the Python packages, which travel inside this assembly as replay files.</summary>
/// <remarks>Source: variants §9.</remarks>
public static class ReplayCases
{
    private const string Prefix = "replays/";
    private const string Suffix = ".json";

    /// <summary>Their names, such as <c>yuma/case01</c>, in order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(ReplayCases)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A case.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>The case; null when there is none of that name.</returns>
    public static Metagraph? Find(string name)
    {
        if (!Names.Contains(name))
        {
            return null;
        }
        using Stream stream = typeof(ReplayCases).Assembly.GetManifestResourceStream(Prefix + name + Suffix)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        Complaints complaints = new(name);
        Metagraph? read = ReplayReader.Read(new SourceFile(name, bytes), complaints);
        complaints.ThrowIfAny();
        return read;
    }
}
