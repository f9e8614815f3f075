using System.Collections.Immutable;

namespace Simulator.Scenarios.Metagraphs;

/// <summary>The validators of one epoch.</summary>
/// <param name="Block">The block of the snapshot; null where the file does not say.</param>
/// <param name="Validators">The validators that take part in this epoch; at least one.</param>
public sealed record MetagraphEpoch(long? Block, ImmutableArray<ValidatorRow> Validators)
{
    /// <summary>The validator with a hotkey, or null when it takes no part in this epoch.</summary>
    /// <param name="hotkey">The hotkey.</param>
    public ValidatorRow? Find(string hotkey)
    {
        foreach (ValidatorRow row in Validators)
        {
            if (row.Hotkey == hotkey)
            {
                return row;
            }
        }
        return null;
    }

    /// <summary>The epoch with some rows replaced.</summary>
    /// <param name="change">Gives the new row for each row.</param>
    public MetagraphEpoch WithRows(Func<ValidatorRow, ValidatorRow> change) =>
        this with
        {
            Validators = [.. Validators.Select(change)],
        };
}
