using System.Collections.Immutable;
using Simulator.Core.Chain;
using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Randomness;
using Simulator.Core.Units;

namespace Simulator.Benchmarks.Workloads;

/// <summary>
/// A subnet of 64 validators and 192 miners without models: in each tempo every validator commits weights on all miners,
/// which the chain reveals, weighs and pays. Validators hold more than a miner earns in a year, so they keep their permits.
/// </summary>
internal sealed class YearOfBlocks
{
    /// <summary>Blocks in 365 days.</summary>
    public const int Blocks = 365 * 7_200;

    private const int Validators = 64;
    private const int Miners = 192;
    private const int Opinions = 4;
    private const ulong FirstVote = 100;

    private static readonly NetUid NetUid = new(1);
    private readonly WeightVector[] _opinions = new WeightVector[Validators * Opinions];
    private readonly Counter _counter = new();
    private readonly Network _network;

    public YearOfBlocks()
    {
        _network = new(new(), _counter);
        _network.AddSubnet(NetUid, new(), new Coldkey(1));
        Rng rng = new(1);
        for (int uid = 0; uid < Validators + Miners; uid++)
        {
            bool isValidator = uid < Validators;
            _network.Enroll(
                NetUid,
                HotkeyOf(uid),
                new Coldkey((ulong)(1_000 + uid)),
                isValidator ? Alpha.Of(50_000 + rng.NextInt(50_000)) : default,
                isValidator
            );
        }
        for (int i = 0; i < _opinions.Length; i++)
        {
            _opinions[i] = Opinion(rng);
        }
    }

    /// <summary>Epochs that were carried out.</summary>
    public long Epochs => _counter.Epochs;

    /// <summary>Weights that were revealed.</summary>
    public long Reveals => _counter.Reveals;

    /// <summary>Lets some more blocks pass.</summary>
    public void Run(int blocks)
    {
        IChainView view = _network.View(NetUid);
        for (int i = 0; i < blocks; i++)
        {
            _network.BeginBlock(_network.Block + new BlockSpan(1));
            ulong turn = _network.Block.Height % 360;
            if (turn is >= FirstVote and < FirstVote + Validators)
            {
                Vote((int)(turn - FirstVote), (int)(view.EpochIndex % Opinions));
            }
        }
    }

    private void Vote(int validator, int opinion)
    {
        Hotkey hotkey = HotkeyOf(validator);
        ChainReason reason = _network.Execute(
            new CommitTimelockedWeights(
                NetUid,
                default,
                hotkey,
                new(hotkey, _opinions[(validator * Opinions) + opinion]),
                PulseClock.RoundAt(_network.Block)
            )
        );
        if (reason != ChainReason.None)
        {
            throw new InvalidOperationException($"Block {_network.Block}: {reason}.");
        }
    }

    private static WeightVector Opinion(Rng rng)
    {
        ImmutableArray<ushort>.Builder uids = ImmutableArray.CreateBuilder<ushort>(Miners),
            values = ImmutableArray.CreateBuilder<ushort>(Miners);
        for (int miner = 0; miner < Miners; miner++)
        {
            uids.Add((ushort)(Validators + miner));
            values.Add((ushort)((300 * (miner + 1)) + rng.NextInt(5_000)));
        }
        return new(uids.ToImmutable(), values.ToImmutable());
    }

    private static Hotkey HotkeyOf(int uid) => new((ulong)(5_000 + uid));

    private sealed class Counter : IChainLog
    {
        public long Epochs { get; private set; }

        public long Reveals { get; private set; }

        public void Record(in ChainEvent fact)
        {
            Epochs += fact.Kind == ChainEventKind.EpochRan ? 1 : 0;
            Reveals += fact.Kind == ChainEventKind.Revealed ? 1 : 0;
        }
    }
}
