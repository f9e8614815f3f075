using Simulator.Core.Consensus.Columns;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The bond rule of an epoch on single columns.</summary>
internal static unsafe class ExactColumns
{
    /// <summary>The rule that acts once the consensus is known: without any, no rate is liquid.</summary>
    public static BondRule RuleOf(DenseEpoch epoch) =>
        RuleOf(epoch.Rule, new(epoch.Consensus, epoch.Columns));

    /// <inheritdoc cref="RuleOf(DenseEpoch)"/>
    public static BondRule RuleOf(BondRule rule, ReadOnlySpan<long> consensus) =>
        rule == BondRule.Yuma3Liquid && !consensus.ContainsAnyExcept(0L) ? BondRule.Yuma3 : rule;

    /// <summary>Moves the bonds of a column and gives its rank.</summary>
    public static ExactLane Rank<TColumn>(
        TColumn column,
        BondRule rule,
        ExactLane consensus,
        in RuleParameters<ExactLane> p
    )
        where TColumn : struct, IColumn<ExactLane> =>
        rule switch
        {
            BondRule.Yuma2 => ColumnBonds.Yuma2(column, consensus, p),
            BondRule.Yuma3 => ColumnBonds.Yuma3<ExactLane, TColumn, SteadyRate>(column, consensus, p),
            _ => ColumnBonds.Yuma3<ExactLane, TColumn, LiquidRate>(column, consensus, p),
        };
}
