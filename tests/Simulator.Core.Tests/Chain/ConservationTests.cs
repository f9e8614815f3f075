using CsCheck;
using Simulator.Core.Chain;
using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Chain.Payments;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Chain;

/// <summary>Whatever agents do, nothing comes from nowhere and nothing disappears.</summary>
public sealed class ConservationTests
{
    private const int Neurons = 8;
    private const int Keys = 12;
    private const ulong Granted = 1_000_000_000;

    private static readonly Gen<(int Kind, int Key, int A, int B, ulong Pause)> Action = Gen.Select(
        Gen.Int[0, 5],
        Gen.Int[0, Keys - 1],
        Gen.Int[0, 9],
        Gen.Int[0, 60_000],
        Gen.ULong[0, 7]
    );

    private static readonly Gen<(bool Reveal, bool Yuma3, bool Recycle, byte Mechanisms)> Settings =
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Byte[1, 2]);

    [Fact]
    public void Nothing_is_minted() =>
        Gen.Select(Settings, Action.Array[0, 80])
            .Sample(
                (settings, actions) =>
                {
                    OneSubnet chain = Start(settings);
                    foreach (var action in actions)
                    {
                        chain.GoTo(chain.Network.Block.Height + 1 + action.Pause);
                        Act(chain, action);
                        AssertKept(chain);
                    }
                    chain.GoTo(chain.Network.Block.Height + 30);
                    AssertKept(chain);
                },
                iter: 60
            );

    [Fact]
    public void A_refusal_changes_nothing_but_the_log() =>
        Gen.Select(Settings, Action.Array[0, 40])
            .Sample(
                (settings, actions) =>
                {
                    OneSubnet chain = Start(settings);
                    foreach (var action in actions)
                    {
                        chain.GoTo(chain.Network.Block.Height + 1 + action.Pause);
                        string before = Shape(chain);
                        if (Act(chain, action) != ChainReason.None)
                        {
                            Assert.Equal(before, Shape(chain));
                            Assert.Equal(ChainEventKind.Rejected, chain.Events.All[^1].Kind);
                        }
                    }
                },
                iter: 60
            );

    private static void AssertKept(OneSubnet chain)
    {
        AlphaLedger alpha = chain.Subnet.Alpha;
        ulong staked = 0;
        Tao tao = chain.Subnet.RegistrationIncome;
        for (int key = 0; key < Keys; key++)
        {
            staked += alpha.Stake(OneSubnet.HotkeyOf(key));
            tao += chain.Network.BalanceOf(OneSubnet.ColdkeyOf(key));
        }
        Assert.Equal(
            (Int128)alpha.Created + (Neurons * Granted),
            (Int128)staked
                + alpha.PendingServer
                + alpha.PendingValidator
                + alpha.PendingOwnerCut
                + alpha.Burned
                + alpha.Recycled
                + alpha.Sold
                + alpha.Lost
        );
        Assert.Equal(alpha.Created, chain.Network.Block.Height * 1_000_000_000);
        Assert.Equal(tao, Tao.Of(Keys * 5) + chain.Network.TaoFromSales);
        // Rounding in the epoch may give miners a little more than their pot, and nothing else can.
        Assert.InRange(alpha.Lost, -1000 * (long)chain.View.EpochIndex, (long)alpha.Created);
    }

    private static ChainReason Act(OneSubnet chain, (int Kind, int Key, int A, int B, ulong Pause) action)
    {
        Hotkey hotkey = OneSubnet.HotkeyOf(action.Key);
        MechId mechanism = new((byte)(action.B % 2));
        WeightVector weights = OneSubnet.Weights(
            (action.A, action.B),
            ((action.A + 3) % 7, 60_000 - action.B)
        );
        RevealWeights reveal = new(OneSubnet.NetUid, mechanism, hotkey, weights, Salt: 1);
        return chain.Network.Execute(
            action.Kind switch
            {
                0 => new Register(OneSubnet.NetUid, hotkey, OneSubnet.ColdkeyOf(action.Key)),
                1 => new SetWeights(OneSubnet.NetUid, mechanism, hotkey, weights),
                2 => new CommitTimelockedWeights(
                    OneSubnet.NetUid,
                    mechanism,
                    hotkey,
                    new(hotkey, weights),
                    Round: 0
                ),
                3 => reveal.Commit(),
                4 => reveal,
                _ => new Sell(OneSubnet.NetUid, hotkey, new((ulong)action.B * 1_000_000)),
            }
        );
    }

    private static string Shape(OneSubnet chain) =>
        string.Join(
            ';',
            Enumerable
                .Range(0, Keys)
                .Select(key =>
                    $"{chain.View.UidOf(OneSubnet.HotkeyOf(key))} "
                    + $"{chain.Network.StakeOf(OneSubnet.NetUid, OneSubnet.HotkeyOf(key))} "
                    + $"{chain.Network.BalanceOf(OneSubnet.ColdkeyOf(key))}"
                )
                .Concat(
                    chain.Subnet.Mechanisms.Select(mechanism =>
                        $"{string.Join(',', mechanism.LastUpdate)} {mechanism.TimelockCommits.Count} "
                        + $"{string.Join(',', Enumerable.Range(0, Keys).Select(key => mechanism.HashCommits.GetValueOrDefault(OneSubnet.HotkeyOf(key))?.Count ?? 0))} "
                        + string.Join(
                            ',',
                            Enumerable
                                .Range(0, Neurons)
                                .Select(row => string.Join('|', mechanism.Weights[row].ToArray()))
                        )
                    )
                )
                .Append($"{chain.Subnet.Burn} {chain.Subnet.RegistrationIncome} {chain.Network.TaoFromSales}")
        );

    private static OneSubnet Start((bool Reveal, bool Yuma3, bool Recycle, byte Mechanisms) settings)
    {
        OneSubnet chain = new OneSubnet(
            new()
            {
                Tempo = new(20),
                MaxAllowedUids = Neurons,
                MinNonImmuneUids = 0,
                ImmunityPeriod = new(10),
                WeightsSetRateLimit = default,
                CommitRevealWeightsEnabled = settings.Reveal,
                Yuma3Enabled = settings.Yuma3,
                RecycleOrBurn = settings.Recycle ? RecycleOrBurn.Recycle : RecycleOrBurn.Burn,
                MechanismCount = settings.Mechanisms,
            }
        ).WithNeurons(Neurons, Granted);
        chain.Subnet.AlphaPrice = Tao.Of(0.5m);
        for (int key = 0; key < Keys; key++)
        {
            chain.Network.Deposit(OneSubnet.ColdkeyOf(key), Tao.Of(5));
        }
        return chain;
    }
}
