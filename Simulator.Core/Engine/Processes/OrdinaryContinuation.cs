namespace Simulator.Core.Engine.Processes;

/// <summary>Stands for an <c>async</c> method that does not return <see cref="SimTask"/>, while it waits for a loop.</summary>
internal sealed class OrdinaryContinuation(EventLoop loop, Action continuation) : SimProcess(loop)
{
    /// <inheritdoc/>
    public override void Handle(EventLoop loop, long argument) => continuation();
}
