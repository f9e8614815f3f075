using Simulator.Core.Tasks;

namespace Simulator.Core.Agents;

/// <summary>A miner's strategy: how it answers, and what it does between questions.</summary>
/// <remarks>A strategy of your own needs two members: <see cref="Strategy"/> and <see cref="Answer"/>.</remarks>
public interface IMiner
{
    /// <summary>Name of the strategy as tables show it.</summary>
    string Strategy { get; }

    /// <summary>The model that it answers from, if it has one; its quality is measured at every epoch.</summary>
    IModel? Model => null;

    /// <summary>What it computes on, if that is counted; its work is part of the miner's costs.</summary>
    Machine? Machine => null;

    /// <summary>US dollars it has spent so far on other things than its machine.</summary>
    double OtherUsd => 0;

    /// <summary>Share of its income that goes to who provides its machine and bears the costs of it, in [0, 1]; 0 where it pays these itself.</summary>
    double ProviderShare => 0;

    /// <summary>Whether its answers come from other miners; nobody relays such a miner.</summary>
    bool Relays => false;

    /// <summary>Whether its model is published: anybody may go on from a copy of it.</summary>
    bool IsPublic => false;

    /// <summary>Whether it has given up: it neither works nor answers, and keeps its slot until the chain takes it.</summary>
    bool HasQuit => false;

    /// <summary>Called before <see cref="Work"/>, one miner after the other by uid: the time to look at others and to decide.</summary>
    void Decide(IMarket market) { }

    /// <summary>Called once per tempo, at its start, and once on entering later: the time to train.</summary>
    /// <remarks>May run on another thread than other miners' work: touch nothing but what belongs to this miner.</remarks>
    void Work() { }

    /// <summary>The reply to one question.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="peers">The other miners, as anyone can query them.</param>
    Reply Answer(IQuestion question, IPeers peers);
}
