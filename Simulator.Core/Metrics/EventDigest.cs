using System.Buffers.Binary;
using System.Security.Cryptography;
using Simulator.Core.Chain;
using Simulator.Core.Engine;

namespace Simulator.Core.Metrics;

/// <summary>The hash of everything that happened, in order, up to the last whole epoch: equal runs have equal digests.</summary>
/// <remarks>
/// SHA-256 over each event's block, sequence, other (64 bits each), amount (64), uid (32), netuid (16), phase, kind, mechanism
/// and reason (8 each), little-endian, in this order.
/// </remarks>
public sealed class EventDigest : IObserver, IDisposable
{
    private const int BytesPerEvent = 42;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _waiting = new byte[BytesPerEvent * 1024];
    private int _used;

    /// <summary>The digest so far, in hex.</summary>
    public string Hex => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <inheritdoc/>
    public void OnEvent(in SimEvent line)
    {
        if (_used + BytesPerEvent > _waiting.Length)
        {
            Array.Resize(ref _waiting, _waiting.Length * 2);
        }
        Write(_waiting.AsSpan(_used, BytesPerEvent), line);
        _used += BytesPerEvent;
    }

    /// <inheritdoc/>
    public void OnEpoch(EpochSnapshot epoch)
    {
        _hash.AppendData(_waiting.AsSpan(0, _used));
        _used = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private static void Write(Span<byte> bytes, in SimEvent line)
    {
        ChainEvent fact = line.Fact;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, line.Block.Height);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], line.Sequence);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], fact.Other);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], fact.Amount);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[32..], fact.Uid);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[36..], fact.NetUid.Index);
        bytes[38] = (byte)line.Phase;
        bytes[39] = (byte)fact.Kind;
        bytes[40] = fact.Mechanism.Index;
        bytes[41] = (byte)fact.Reason;
    }
}
