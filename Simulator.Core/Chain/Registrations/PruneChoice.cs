using Simulator.Core.Units;

namespace Simulator.Core.Chain.Registrations;

/// <summary>Which neuron gives way when a newcomer finds every slot taken.</summary>
/// <remarks>Source: spec §5.3–5.4.</remarks>
internal static class PruneChoice
{
    /// <summary>The slot to give to a newcomer, or null when nobody can be pruned.</summary>
    public static Uid? Of(Slots slots, Block now, Hyperparameters p, Coldkey owner, Hotkey? ownerHotkey)
    {
        List<Uid> immortal = ImmortalUids(slots, p.ImmuneOwnerUidsLimit, owner, ownerHotkey);
        int? free = null,
            immune = null;
        int freeCount = 0;
        for (int uid = 0; uid < slots.Count; uid++)
        {
            if (immortal.Contains(new((ushort)uid)))
            {
                continue;
            }
            if (IsImmune(slots.RegisteredAt[uid], now, p.ImmunityPeriod))
            {
                immune = Weaker(slots, immune, uid);
            }
            else
            {
                free = Weaker(slots, free, uid);
                freeCount++;
            }
        }
        // With too few slots out of immunity the chain turns to the immune ones, and to nobody when there are none.
        int? choice = freeCount > p.MinNonImmuneUids && free is not null ? free : immune;
        return choice is { } chosen ? new Uid((ushort)chosen) : null;
    }

    /// <summary>Whether a neuron is too young to be pruned.</summary>
    public static bool IsImmune(ulong registeredAt, Block now, BlockSpan period) =>
        Saturating.Sub(now.Height, registeredAt) < period.Length;

    /// <summary>The slots that are never pruned: the owner's oldest hotkeys, and first of all the subnet's owner hotkey.</summary>
    public static List<Uid> ImmortalUids(Slots slots, int limit, Coldkey owner, Hotkey? ownerHotkey)
    {
        List<Uid> immortal =
        [
            .. Enumerable
                .Range(0, slots.Count)
                .Where(uid => slots.Coldkeys[uid] == owner)
                .OrderBy(uid => slots.RegisteredAt[uid])
                .ThenBy(uid => uid)
                .Take(limit)
                .Select(uid => new Uid((ushort)uid)),
        ];
        if (
            ownerHotkey is { } hotkey
            && slots.UidOf(hotkey) is { } first
            && !immortal.Contains(new Uid(first))
        )
        {
            immortal.Insert(0, new(first));
        }
        return immortal.Count > limit ? immortal[..limit] : immortal;
    }

    /// <summary>The one of two that goes first: least emission, then earliest registration, then smallest uid.</summary>
    private static int Weaker(Slots slots, int? best, int uid) =>
        best is not { } b || slots.Emission[uid] < slots.Emission[b] ? uid
        : slots.Emission[uid] == slots.Emission[b] && slots.RegisteredAt[uid] < slots.RegisteredAt[b] ? uid
        : b;
}
