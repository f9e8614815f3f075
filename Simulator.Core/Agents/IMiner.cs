using Simulator.Core.Tasks;

namespace Simulator.Core.Agents;

/// <summary>A miner's strategy: how it answers, and what it does between questions.</summary>
/// <remarks>A strategy of your own needs two members: <see cref="Strategy"/> and <see cref="Answer"/>.</remarks>
public interface IMiner
{
    /// <summary>Name of the strategy as tables show it.</summary>
    string Strategy { get; }

    /// <summary>The model of its own that it answers from, if it has one; its quality is measured at every epoch.</summary>
    IModel? Model => null;

    /// <summary>Whether its answers come from other miners; nobody relays such a miner.</summary>
    bool Relays => false;

    /// <summary>Called once per tempo, at its start, and once on entering later: the time to train.</summary>
    /// <remarks>May run on another thread than other miners' work: touch nothing but what belongs to this miner.</remarks>
    void Work() { }

    /// <summary>The reply to one question.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="peers">The other miners, as anyone can query them.</param>
    Reply Answer(IQuestion question, IPeers peers);
}
