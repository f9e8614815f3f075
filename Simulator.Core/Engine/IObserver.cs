namespace Simulator.Core.Engine;

/// <summary>Whoever wants to know what happens in a run; it cannot change anything.</summary>
public interface IObserver
{
    /// <summary>Called for every fact, in total order.</summary>
    void OnEvent(in SimEvent line) { }

    /// <summary>Called after each epoch was applied, once per mechanism; the snapshot is good only during the call.</summary>
    void OnEpoch(EpochSnapshot epoch) { }
}
