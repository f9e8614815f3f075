using System.Globalization;
using System.Text.Json;
using Simulator.Core.Chain;
using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Numerics;
using Simulator.Core.Tests.Vectors;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Chain.Registrations;

public sealed class RegistrationVectorTests
{
    private static readonly NetUid NetUid = new(1);

    // The vectors' payer and owner coldkey (golden/economy/README.md); the owner's hotkey stands at uid 0.
    private static readonly Coldkey Payer = new(10);
    private static readonly Coldkey Owner = new(5);
    private static readonly Hotkey OwnerHotkey = new(1);

    [Fact]
    public void Prices_slots_prunings_and_balances_are_the_chain_s()
    {
        int lines = 0;
        foreach ((int line, JsonElement vector) in EconomyVectors.Of(EconomyVectors.NeuronRegistrations))
        {
            Network network = Start(vector);
            foreach (JsonElement call in vector.GetProperty("registrations").EnumerateArray())
            {
                AssertRegisters(network, call, $"line {line}, hotkey {call.GetProperty("hotkey")}");
            }
            lines++;
        }
        Assert.True(lines > 0);
    }

    private static Network Start(JsonElement vector)
    {
        Network network = new(new(), new EventList());
        // State is set directly: root could not set so few slots.
        network.Insert(
            new(
                NetUid,
                new()
                {
                    BurnHalfLife = new(vector.GetProperty("half_life").GetUInt64()),
                    BurnIncreaseMult = U64F64.FromBits(
                        UInt128.Parse(vector.GetProperty("mult").GetString()!, CultureInfo.InvariantCulture)
                    ),
                    MinBurn = new(vector.GetProperty("min_burn").GetUInt64()),
                    MaxBurn = new(vector.GetProperty("max_burn").GetUInt64()),
                    Burn = new(vector.GetProperty("burn_at_block_1").GetUInt64()),
                    MaxAllowedUids = vector.GetProperty("max_uids").GetUInt16(),
                    ImmunityPeriod = new(vector.GetProperty("immunity_period").GetUInt64()),
                    MinNonImmuneUids = vector.GetProperty("min_non_immune").GetUInt16(),
                },
                Owner,
                OwnerHotkey,
                new(1)
            )
        );
        network.Enroll(NetUid, OwnerHotkey, Owner);
        network.Deposit(Payer, new(vector.GetProperty("balance").GetUInt64()));
        network.BeginBlock(new(1));
        return network;
    }

    private static void AssertRegisters(Network network, JsonElement call, string where)
    {
        ulong block = call.GetProperty("block").GetUInt64();
        while (network.Block.Height < block)
        {
            network.BeginBlock(network.Block + new BlockSpan(1));
        }
        Subnet subnet = network[NetUid];
        subnet.Slots.Emission =
        [
            .. call.GetProperty("emission").EnumerateArray().Select(amount => amount.GetUInt64()),
        ];
        Hotkey hotkey = new(call.GetProperty("hotkey").GetUInt64());
        AssertSame(call, "burn", subnet.Burn, where);
        AssertSame(call, "balance", network.BalanceOf(Payer), where);

        ChainReason reason = network.Execute(new Register(NetUid, hotkey, Payer));

        JsonElement result = call.GetProperty("result");
        if (result.ValueKind == JsonValueKind.String)
        {
            Assert.True(result.GetString() == reason.ToString(), $"{where}: {reason}");
        }
        else
        {
            Uid? uid = network.View(NetUid).UidOf(hotkey);
            Assert.True(result.GetInt32() == uid?.Index, $"{where}: {reason}, {uid}");
        }
        AssertSame(call, "burn_after", subnet.Burn, where);
        AssertSame(call, "balance_after", network.BalanceOf(Payer), where);
        AssertSame(call, "user_flow", subnet.RegistrationIncome, where);
    }

    private static void AssertSame(JsonElement call, string name, Tao found, string where)
    {
        ulong expected = call.GetProperty(name).GetUInt64();
        Assert.True(expected == found.Rao, $"{where}: {name} {expected}, found {found.Rao}");
    }
}
