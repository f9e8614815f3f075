using System.Text.Json;
using Simulator.Core.Chain;
using Simulator.Core.Chain.Registrations;
using Simulator.Core.Tests.Vectors;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Chain.Registrations;

public sealed class PruneChoiceTests
{
    // The vectors' owner coldkey (golden/economy/README.md).
    private static readonly Coldkey Owner = new(5);

    [Fact]
    public void The_chain_would_prune_the_same()
    {
        int lines = 0;
        foreach ((int line, JsonElement vector) in EconomyVectors.Of(EconomyVectors.NeuronToPrune))
        {
            Slots slots = SlotsOf(vector);
            Hyperparameters p = new()
            {
                ImmunityPeriod = new(vector.GetProperty("immunity_period").GetUInt64()),
                ImmuneOwnerUidsLimit = vector.GetProperty("owner_immune_limit").GetUInt16(),
                MinNonImmuneUids = vector.GetProperty("min_non_immune").GetUInt16(),
            };
            JsonElement hotkey = vector.GetProperty("owner_hotkey"),
                prune = vector.GetProperty("prune");
            Hotkey? ownerHotkey =
                hotkey.ValueKind == JsonValueKind.Null ? null : new Hotkey(hotkey.GetUInt64());

            ushort[] immortal =
            [
                .. PruneChoice
                    .ImmortalUids(slots, p.ImmuneOwnerUidsLimit, Owner, ownerHotkey)
                    .Select(uid => uid.Index),
            ];
            Uid? choice = PruneChoice.Of(
                slots,
                new(vector.GetProperty("block").GetUInt64()),
                p,
                Owner,
                ownerHotkey
            );

            Assert.Equal(
                vector.GetProperty("immortal_uids").EnumerateArray().Select(uid => uid.GetUInt16()).Order(),
                immortal.Order()
            );
            int? expected = prune.ValueKind == JsonValueKind.Null ? null : prune.GetInt32();
            Assert.True(expected == choice?.Index, $"line {line}: expected {expected}, found {choice}");
            lines++;
        }
        Assert.True(lines > 0);
    }

    private static Slots SlotsOf(JsonElement vector)
    {
        Slots slots = new();
        foreach (
            JsonElement neuron in vector
                .GetProperty("neurons_uid_hotkey_ownedbyowner_regblock_emission")
                .EnumerateArray()
        )
        {
            Coldkey coldkey = neuron[2].GetBoolean() ? Owner : new(6);
            ushort uid = slots.Append(new(neuron[1].GetUInt64()), coldkey, new(neuron[3].GetUInt64()));
            Assert.Equal(neuron[0].GetUInt16(), uid);
            slots.Emission[uid] = neuron[4].GetUInt64();
        }
        return slots;
    }
}
