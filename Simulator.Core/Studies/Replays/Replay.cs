using System.Collections.Immutable;
using System.Security.Cryptography;
using Simulator.Core.Units;

namespace Simulator.Core.Studies.Replays;

/// <summary>Variants of the rules, run side by side on the stakes and weights of one subnet.</summary>
public sealed class Replay
{
    private Replay(ReplayPlan plan, ReplayFocus focus, ImmutableArray<ReplayTrack> tracks) =>
        (Plan, Focus, Tracks) = (plan, focus, tracks);

    /// <summary>The plan.</summary>
    public ReplayPlan Plan { get; }

    /// <summary>Whose bonds are kept.</summary>
    public ReplayFocus Focus { get; }

    /// <summary>What each variant gave, in the order of the plan.</summary>
    public ImmutableArray<ReplayTrack> Tracks { get; }

    /// <summary>Runs every variant.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="threads">Threads to use, at least 1, each for whole variants; the numbers are the same for any number.</param>
    /// <param name="everyBond">Whether the bonds of all validators on all miners are kept.</param>
    /// <param name="progress">Is told the epochs done, of all variants together over the number of variants.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="PlanException">The plan has mistakes.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Replay Of(
        ReplayPlan plan,
        int threads = 1,
        bool everyBond = false,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.Check();
        ReplayFocus focus = everyBond ? Everybody(plan.Series) : ReplayFocus.Of(plan.Series);
        ReplayTrack[] tracks = new ReplayTrack[plan.Variants.Length];
        int done = 0;
        Lock telling = new();
        Parallel.For(
            0,
            tracks.Length,
            new() { MaxDegreeOfParallelism = threads, CancellationToken = cancel },
            i =>
            {
                ReplayVariant variant = plan.Variants[i];
                tracks[i] = ReplayTrack.Of(variant, new(variant.Series, focus), Tell, cancel);
            }
        );
        return new(plan, focus, [.. tracks]);

        void Tell()
        {
            lock (telling)
            {
                done++;
                if (done % tracks.Length == 0)
                {
                    progress?.Report(done / tracks.Length);
                }
            }
        }
    }

    /// <summary>SHA-256 of all numbers of all variants, in hex: equal replays have equal digests.</summary>
    public string Digest() =>
        Convert.ToHexStringLower(SHA256.HashData([.. Tracks.SelectMany(track => track.Hash)]));

    private static ReplayFocus Everybody(ReplaySeries series) =>
        new(
            [.. Enumerable.Range(0, series.Validators.Length)],
            [.. Enumerable.Range(0, series.Miners.Length)]
        );
}
