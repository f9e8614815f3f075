using Simulator.Core.Agents;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>What the chain paid a participant and took from it, since it came.</summary>
internal sealed class Books
{
    private const double RaoPerTao = Tao.RaoPerTao;

    /// <summary>Rao-alpha paid to it as incentive or dividends.</summary>
    public ulong Income { get; set; }

    /// <summary>Rao burned for its slots.</summary>
    public ulong Entry { get; set; }

    /// <summary>All of its money, in US dollars.</summary>
    /// <param name="prices">What alpha and TAO are worth.</param>
    /// <param name="miner">The strategy whose costs are counted; null for a validator.</param>
    /// <param name="scorer">Whose questions are counted; null for a miner.</param>
    public Account Account(PricePlan prices, IMiner? miner, Scorer? scorer = null)
    {
        double tao = (double)prices.TaoInUsd,
            income = Income / RaoPerTao * (prices.AlphaInTao.Rao / RaoPerTao) * tao;
        Machine? machine = miner?.Machine;
        Account own = new(
            income,
            machine?.ComputeUsd ?? 0,
            machine?.EnergyUsd ?? 0,
            Entry / RaoPerTao * tao,
            miner?.OtherUsd ?? (double)(scorer?.Spent ?? 0)
        );
        return miner is { ProviderShare: > 0 and var share }
            ? own with
            {
                Compute = 0,
                Energy = 0,
                Other = own.Other + share * income,
            }
            : own;
    }

    /// <summary>What is left to who provides a miner's machine, in US dollars; 0 where nobody does.</summary>
    /// <param name="account">The miner's account.</param>
    /// <param name="miner">The miner; null for a validator.</param>
    public static double ProviderProfit(in Account account, IMiner? miner) =>
        miner is { ProviderShare: > 0 and var share, Machine: { } machine }
            ? share * account.Income - machine.ComputeUsd - machine.EnergyUsd
            : 0;
}
