namespace Simulator.Scenarios.Metagraphs.Dumps.Pickles;

/// <summary>A pickle that is cut off, or holds what is not admitted here.</summary>
internal sealed class PickleException : Exception
{
    /// <summary>Without a message.</summary>
    public PickleException() { }

    /// <summary>With what was found and what is allowed.</summary>
    public PickleException(string message)
        : base(message) { }

    /// <summary>With what was found and what is allowed, and what raised it.</summary>
    public PickleException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>With the place of the opcode concerned.</summary>
    /// <param name="offset">Byte of the pickle, from 0.</param>
    /// <param name="message">What was found and what is allowed.</param>
    public PickleException(int offset, string message)
        : base(message) => Offset = offset;

    /// <summary>Byte of the pickle where the opcode concerned begins, from 0.</summary>
    public int Offset { get; }
}
