namespace Simulator.Scenarios.Externals;

/// <summary>A way to ask something outside: a program's pipes, or an endpoint.</summary>
internal interface IExternalChannel : IDisposable
{
    /// <summary>Asks, and waits for the reply.</summary>
    /// <param name="id">Number of the message, rising.</param>
    /// <param name="message">The message: JSON on one line.</param>
    /// <param name="waits">How long to wait.</param>
    /// <returns>The reply, whatever it is, of at most <see cref="ExternalLimits.ReplyBytes"/>.</returns>
    /// <exception cref="ExternalFault">There is none.</exception>
    byte[] Exchange(long id, string message, ExternalWaits waits);
}
