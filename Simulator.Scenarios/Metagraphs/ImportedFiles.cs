using System.Collections.Immutable;

namespace Simulator.Scenarios.Metagraphs;

/// <summary>What files hold: snapshots of one subnet, or one series.</summary>
/// <param name="Origins">The files, in the order given.</param>
/// <param name="Snapshots">The snapshots by block; none when a series was read.</param>
/// <param name="Series">The series; null when snapshots were read.</param>
internal sealed record ImportedFiles(
    ImmutableArray<FileOrigin> Origins,
    ImmutableArray<Snapshot> Snapshots,
    Metagraph? Series
);
